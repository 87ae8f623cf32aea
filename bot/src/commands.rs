//! The commands: what someone can type, and what Telegram lists for whom.

use domain::{Counter, Language, person::Person, query};

use crate::text::{Speech, words::t};

/// The commands. Each is a shortcut for a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Start,
    New,
    Mine,
    Tasks,
    All,
    Registers,
    People,
    Calendar,
    Check,
    Help,
    Data,
    Language,
    Figures,
    Reports,
    Standard,
}

impl Command {
    /// What Telegram lists, in this order, with its name in Indonesian and in English.
    const LISTED: [(Command, [&'static str; 2]); 15] = [
        (Command::Start, ["menu", "menu"]),
        (Command::New, ["ajukan", "new"]),
        (Command::Mine, ["permohonan", "mine"]),
        (Command::Tasks, ["tugas", "tasks"]),
        (Command::All, ["semua", "all"]),
        (Command::Figures, ["waktu", "times"]),
        (Command::Registers, ["register", "registers"]),
        (Command::Reports, ["laporan", "reports"]),
        (Command::People, ["orang", "people"]),
        (Command::Calendar, ["kalender", "calendar"]),
        (Command::Standard, ["standar", "standards"]),
        (Command::Check, ["cek", "check"]),
        (Command::Language, ["bahasa", "language"]),
        (Command::Data, ["data", "data"]),
        (Command::Help, ["bantuan", "help"]),
    ];

    /// All of them, with the name of each in this language. A language without names of its own lists those of the
    /// office; every name is understood from everyone.
    fn listed(language: Language) -> impl Iterator<Item = (Command, &'static str)> {
        let place = usize::from(language == Language::EN);
        let all = Command::LISTED.into_iter();
        all.map(move |(command, names)| (command, names[place]))
    }

    /// The commands that mean something to someone, with what Telegram says about each.
    pub fn for_person(
        speech: &Speech,
        counter: &Counter,
        person: &Person,
    ) -> Vec<(&'static str, String)> {
        let mut procedures = counter.catalogue.open(&counter.office);
        let applicant = procedures.any(|it| counter.may_open(person, it).is_ok());
        Command::listed(speech.language)
            .filter(|(command, _)| match command {
                Command::New | Command::Mine => applicant,
                Command::Tasks | Command::People => person.is_staff(),
                Command::All | Command::Figures => counter.sees_all(person),
                Command::Calendar => query::calendar::reads(person),
                Command::Reports => !query::reports(counter, person).is_empty(),
                Command::Registers => !query::registers(counter, person).is_empty(),
                _ => true,
            })
            .map(|(command, name)| (name, command.about(speech)))
            .collect()
    }

    /// The commands that mean something to anybody.
    pub fn for_all(speech: &Speech) -> Vec<(&'static str, String)> {
        let of_some = |command: &Command| {
            matches!(
                command,
                Command::New
                    | Command::Mine
                    | Command::Tasks
                    | Command::All
                    | Command::Figures
                    | Command::Registers
                    | Command::Reports
                    | Command::People
                    | Command::Calendar
                    | Command::Data
            )
        };
        Command::listed(speech.language)
            .filter(|(command, _)| !of_some(command))
            .map(|(command, name)| (name, command.about(speech)))
            .collect()
    }

    fn about(self, speech: &Speech) -> String {
        match self {
            Command::Start => t!(plain speech, "command-menu"),
            Command::New => t!(plain speech, "command-new"),
            Command::Mine => t!(plain speech, "command-mine"),
            Command::Tasks => t!(plain speech, "command-tasks"),
            Command::All => t!(plain speech, "command-all"),
            Command::Figures => t!(plain speech, "command-figures"),
            Command::Reports => t!(plain speech, "command-reports"),
            Command::Standard => t!(plain speech, "command-standard"),
            Command::Registers => t!(plain speech, "command-registers"),
            Command::People => t!(plain speech, "command-people"),
            Command::Calendar => t!(plain speech, "command-calendar"),
            Command::Check => t!(plain speech, "command-check"),
            Command::Help => t!(plain speech, "command-help"),
            Command::Data => t!(plain speech, "command-data"),
            Command::Language => t!(plain speech, "command-language"),
        }
    }

    /// What follows the command that looks up a code, where anything does.
    pub fn check(text: &str) -> Option<&str> {
        let (_, code) = text.trim_start().split_once(char::is_whitespace)?;
        (Command::read(text) == Some(Command::Check) && !code.trim().is_empty())
            .then(|| code.trim())
    }

    /// Reads a message that begins with a command of ours. Everything else is something that is said: a path, the
    /// end of a network's address, the name of an office.
    pub fn read(text: &str) -> Option<Command> {
        let word = text
            .trim_start()
            .strip_prefix('/')?
            .split_whitespace()
            .next()?;
        let name = word.split('@').next()?.to_lowercase();
        Some(match name.as_str() {
            "start" | "menu" => Command::Start,
            "ajukan" | "new" => Command::New,
            "permohonan" | "mine" => Command::Mine,
            "tugas" | "tasks" => Command::Tasks,
            "semua" | "all" => Command::All,
            "waktu" | "times" => Command::Figures,
            "register" | "registers" => Command::Registers,
            "laporan" | "reports" => Command::Reports,
            "standar" | "standards" => Command::Standard,
            "orang" | "people" => Command::People,
            "kalender" | "calendar" => Command::Calendar,
            "bantuan" | "help" => Command::Help,
            "cek" | "check" => Command::Check,
            "data" => Command::Data,
            "bahasa" | "language" => Command::Language,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_that_is_listed_is_understood() {
        for language in Language::ALL {
            for (command, name) in Command::listed(*language) {
                assert_eq!(Command::read(&format!("/{name}")), Some(command), "{name}");
            }
        }
    }

    #[test]
    fn commands_are_read_as_telegram_sends_them() {
        assert_eq!(Command::read("/start"), Some(Command::Start));
        assert_eq!(
            Command::read("/Tugas@loket_bot hari ini"),
            Some(Command::Tasks)
        );
        assert_eq!(Command::read("/selesai"), None);
        assert_eq!(Command::read("/48"), None);
        assert_eq!(Command::read("Jalan 1/2"), None);
        assert_eq!(Command::read("/"), None);
        assert_eq!(Command::read("/var/www/html"), None, "a path is an answer");
    }
}
