//! The menu: commands, and the buttons that lead from screen to screen.

use domain::{Counter, command, person::Person, query};

use super::{Said, Visit, figures, newcomer, overview, visit::Tap};
use crate::{
    button::{Button, CalendarPress, PeoplePress},
    text::{self, Screen, Speech, words::t},
    voice::Reply,
};

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
    Help,
    Data,
    Language,
    Figures,
    /// A command we do not have: answered with the menu.
    Unknown,
}

impl Command {
    /// What Telegram lists, and the key of what it says about it.
    pub const LISTED: [(Command, &'static str); 11] = [
        (Command::Start, "menu"),
        (Command::New, "ajukan"),
        (Command::Mine, "permohonan"),
        (Command::Tasks, "tugas"),
        (Command::All, "semua"),
        (Command::Figures, "waktu"),
        (Command::Registers, "register"),
        (Command::People, "orang"),
        (Command::Calendar, "kalender"),
        (Command::Language, "bahasa"),
        (Command::Data, "data"),
        (Command::Help, "bantuan"),
    ];

    /// The commands that mean something to someone, with what Telegram says about each.
    pub fn for_person(
        speech: &Speech,
        counter: &Counter,
        person: &Person,
    ) -> Vec<(&'static str, String)> {
        let mut procedures = counter.catalogue.open(&counter.office);
        let applicant = procedures.any(|it| counter.may_open(person, it).is_ok());
        Command::LISTED
            .into_iter()
            .filter(|(command, _)| match command {
                Command::New | Command::Mine => applicant,
                Command::Tasks | Command::People => person.is_staff(),
                Command::All | Command::Figures => counter.sees_all(person),
                Command::Calendar => query::calendar::reads(person),
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
                    | Command::People
                    | Command::Calendar
                    | Command::Data
            )
        };
        Command::LISTED
            .into_iter()
            .filter(|(command, _)| !of_some(command))
            .map(|(command, name)| (name, command.about(speech)))
            .collect()
    }

    fn about(self, speech: &Speech) -> String {
        match self {
            Command::Start | Command::Unknown => t!(plain speech, "command-menu"),
            Command::New => t!(plain speech, "command-new"),
            Command::Mine => t!(plain speech, "command-mine"),
            Command::Tasks => t!(plain speech, "command-tasks"),
            Command::All => t!(plain speech, "command-all"),
            Command::Figures => t!(plain speech, "command-figures"),
            Command::Registers => t!(plain speech, "command-registers"),
            Command::People => t!(plain speech, "command-people"),
            Command::Calendar => t!(plain speech, "command-calendar"),
            Command::Help => t!(plain speech, "command-help"),
            Command::Data => t!(plain speech, "command-data"),
            Command::Language => t!(plain speech, "command-language"),
        }
    }

    /// Reads a message that begins with a slash; anything else is not a command.
    pub fn read(text: &str) -> Option<Command> {
        let word = text
            .trim_start()
            .strip_prefix('/')?
            .split_whitespace()
            .next()?;
        let name = word.split('@').next()?.to_lowercase();
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            return None;
        }
        Some(match name.as_str() {
            "start" | "menu" => Command::Start,
            "ajukan" | "new" => Command::New,
            "permohonan" | "mine" => Command::Mine,
            "tugas" | "tasks" => Command::Tasks,
            "semua" | "all" => Command::All,
            "waktu" | "times" => Command::Figures,
            "register" | "registers" => Command::Registers,
            "orang" | "people" => Command::People,
            "kalender" | "calendar" => Command::Calendar,
            "bantuan" | "help" => Command::Help,
            "data" => Command::Data,
            "bahasa" | "language" => Command::Language,
            _ => Command::Unknown,
        })
    }
}

/// A command. A form that was being filled waits; the menu offers it again.
pub async fn command(visit: Visit, command: Command) -> Said {
    let person = visit.person()?;
    let mut replies = Vec::new();
    if visit.counter.db.listening_draft(person.id).await?.is_some() {
        replies.extend(newcomer::withdraw_listening(&visit).await?);
        command::park(&visit.counter, person).await?;
    }
    let button = match command {
        Command::New => Button::New,
        Command::Mine => Button::Mine(0),
        Command::Tasks => Button::Tasks(0),
        Command::All if visit.counter.sees_all(person) => Button::All {
            view: text::overview::FIRST,
            page: 0,
        },
        Command::Figures if visit.counter.sees_all(person) => text::figures::FIRST,
        Command::Registers => Button::Registers,
        Command::People if person.is_staff() => Button::People(PeoplePress::Home),
        Command::Calendar if query::calendar::reads(person) => {
            Button::Calendar(CalendarPress::Home)
        }
        // The menu shows what there is for them.
        Command::Start
        | Command::All
        | Command::Figures
        | Command::People
        | Command::Calendar
        | Command::Unknown => Button::Home,
        Command::Help => Button::Help,
        Command::Data => Button::Data,
        Command::Language => Button::Languages,
    };
    let screen = screen(&visit, &button).await?;
    replies.push(Reply::Say {
        screen,
        question: false,
    });
    Ok(replies)
}

/// A tap on a button of the menu.
pub async fn tap(visit: Visit, tap: Tap, button: Button) -> Said {
    if let Button::Nothing = button {
        return Ok(vec![tap.quiet()]);
    }
    let mut visit = visit;
    if button == Button::Forget {
        command::forget(&visit.counter, visit.person()?).await?;
    }
    if let Button::Language(language) = button {
        let person = visit.person()?;
        command::speak(&visit.counter, person, language).await?;
        visit.speech = visit.speech.switch(language);
    }
    let screen = screen(&visit, &button).await?;
    let ended = match button {
        Button::Forget => tap.toast(t!(plain visit.speech, "data-forgotten")),
        _ => tap.quiet(),
    };
    let mut replies = vec![ended, tap.turn(screen, false)];
    if let Button::Language(_) = button {
        replies.push(commands(&visit.speech, &visit.counter, visit.person()?));
    }
    Ok(replies)
}

/// The commands that a person's roles allow, in their language.
pub fn commands(speech: &Speech, counter: &Counter, person: &Person) -> Reply {
    Reply::Commands(Command::for_person(speech, counter, person))
}

/// The screen that a button of the menu leads to.
async fn screen(visit: &Visit, button: &Button) -> Result<Screen, domain::Error> {
    let Visit {
        counter, speech, ..
    } = visit;
    let person = visit.person()?;
    let home = query::home(counter, person).await?;
    Ok(match button {
        Button::New => text::home::procedures(speech, &home),
        Button::Mine(page) => text::list::mine(
            speech,
            &counter.office,
            &query::mine(counter, person, *page).await?,
        ),
        Button::Tasks(page) => text::list::tasks(
            speech,
            &counter.office,
            &query::tasks(counter, person, *page).await?,
            &query::work(counter, person).await?,
        ),
        Button::All { .. } => overview::screen(visit, button).await?,
        Button::Figures { .. } => figures::screen(visit, button).await?,
        Button::Registers => text::register::registers(speech, &query::registers(counter, person)),
        Button::Data | Button::Forget => {
            let own = query::own(counter, person).await?;
            text::privacy::own(speech, &counter.office, person, &own)
        }
        Button::Calendar(_) if query::calendar::reads(person) => {
            text::calendar::home(speech, counter, person)
        }
        Button::People(_) if person.is_staff() => text::people::home(speech, counter, person),
        Button::Help => text::home::help(speech, person, &home),
        Button::Languages => text::home::languages(speech),
        _ => text::home::home(speech, counter, person, &home),
    })
}

/// The menu, for whatever has nowhere else to go.
pub async fn menu(visit: &Visit) -> Result<Screen, domain::Error> {
    screen(visit, &Button::Home).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_as_telegram_sends_them() {
        assert_eq!(Command::read("/start"), Some(Command::Start));
        assert_eq!(
            Command::read("/Tugas@loket_bot hari ini"),
            Some(Command::Tasks)
        );
        assert_eq!(Command::read("/selesai"), Some(Command::Unknown));
        assert_eq!(Command::read("Jalan 1/2"), None);
        assert_eq!(Command::read("/"), None);
        assert_eq!(Command::read("/var/www/html"), None, "a path is an answer");
    }
}
