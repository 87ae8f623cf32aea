//! `loket init`: asks what must be known, and writes the files with which the bot runs.
//!
//! Answers come from the standard input, a line each, so that they can be kept in a file. Nothing is written before all
//! are given, and nothing that says something is overwritten.

use std::{
    fs,
    io::{BufRead, ErrorKind, StdinLock, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use clap::Args;
use domain::{Language, office::NewOffice};
use secrecy::SecretString;

use super::{CliError, language, print};
use crate::{
    Settings,
    settings::read_lines,
    telegram::{Client, decoration},
    text::{Speech, Words, words::t},
};

/// Where the package has its settings, and where the bot has what it gathers.
const SETTINGS: &str = "/etc/loket";
const DATA: &str = "/var/lib/loket";
/// Whoever else is on the machine may read what the office is, and not the token.
const OFFICE_MODE: u32 = 0o644;
const SETTINGS_MODE: u32 = 0o600;

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The folder for the settings and the office file
    #[arg(long, default_value = SETTINGS)]
    dir: PathBuf,
    /// The folder for the database and the archive; where the settings are elsewhere, the same folder
    #[arg(long)]
    data: Option<PathBuf>,
    /// The code of a language that the bot speaks, e.g. `en`; Indonesian otherwise
    #[arg(long, value_parser = language)]
    language: Option<Language>,
}

/// Asks, and writes the files.
pub(super) async fn run(args: InitArgs) -> Result<(), CliError> {
    let speech = Words::load().speech(args.language.unwrap_or_default());
    let InitArgs { dir, data, .. } = args;
    let is_usual = dir == Path::new(SETTINGS);
    let data = data.unwrap_or_else(|| if is_usual { DATA.into() } else { dir.clone() });
    let [dir, data] = [dir, data].map(|it| std::path::absolute(&it).unwrap_or(it));
    // The settings name both, and are text.
    if let Some(folder) = [&dir, &data].into_iter().find(|it| it.to_str().is_none()) {
        return Err(CliError::Wrong(format!(
            "loket: {}: the settings cannot name this folder, because its name is no text in UTF-8; choose another by \
             --dir or --data",
            folder.display()
        )));
    }
    let settings = dir.join("loket.env");
    refuse_what_says_something(&settings)?;
    print(&t!(plain speech, "init-where", folder = dir.display()));
    let mut dialogue = InitDialogue {
        speech: &speech,
        lines: std::io::stdin().lock(),
    };
    let token = dialogue.token().await?;
    let name = dialogue.asks(&t!(plain speech, "init-office"), given)?;
    let place = dialogue.asks(&t!(plain speech, "init-place"), given)?;
    let office = dialogue.asks(&t!(plain speech, "init-domains"), |speech, said| {
        office(speech, said, &name, &place)
    })?;
    let administrator = dialogue.asks(&t!(plain speech, "init-administrator"), given)?;

    let office_file = dir.join(office.file_name());
    if office_file.exists() {
        return Err(is_there(&office_file));
    }
    for folder in [&dir, &data] {
        fs::create_dir_all(folder).map_err(|error| cannot(folder, &error))?;
    }
    // Somebody may have written them while this was asking.
    refuse_what_says_something(&settings)?;
    let said = lines(&token, &administrator, &office_file, &data);
    let new_office = NewFile::beside(&office_file, &office.file(), OFFICE_MODE)?;
    let new_settings = NewFile::beside(&settings, &said, SETTINGS_MODE)?;
    new_office.takes_its_place()?;
    if let Err(error) = new_settings.takes_its_place() {
        // Left behind, it would be taken for one that says something. What cannot be removed is named by the next try.
        let _ = fs::remove_file(&office_file);
        return Err(error);
    }
    for file in [&office_file, &settings] {
        print(&t!(plain speech, "init-written", file = file.display()));
    }
    let (file, office_file) = (settings.display(), office_file.display());
    print(
        &t!(plain speech, "init-next", office = office_file, settings = file, name = administrator),
    );
    Ok(())
}

struct InitDialogue<'a> {
    speech: &'a Speech,
    lines: StdinLock<'static>,
}

impl InitDialogue<'_> {
    /// Asks until something fits; what does not is said.
    fn asks<T>(
        &mut self,
        question: &str,
        fits: impl Fn(&Speech, &str) -> Result<T, String>,
    ) -> Result<T, CliError> {
        loop {
            print(question);
            match fits(self.speech, &self.line()?) {
                Ok(fits) => return Ok(fits),
                Err(why) => print(&why),
            }
        }
    }

    /// A token that Telegram knows; where Telegram cannot be reached, one that looks like it.
    async fn token(&mut self) -> Result<String, CliError> {
        let question = t!(plain self.speech, "init-token");
        loop {
            let token = self.asks(&question, token)?;
            let mut settings = Settings::without_bot();
            settings.token = SecretString::from(token.clone());
            let speech = self.speech;
            match decoration(Client::new(&settings)?.identity()).await {
                Ok(bot) => {
                    print(&t!(plain speech, "init-token-known", bot = bot.name));
                    return Ok(token);
                }
                Err(failure) if failure.is_of_no_bot() => {
                    print(&t!(plain speech, "init-token-unknown"));
                }
                Err(failure) => {
                    print(&t!(plain speech, "init-token-unchecked", why = failure));
                    return Ok(token);
                }
            }
        }
    }

    fn line(&mut self) -> Result<String, CliError> {
        let mut line = String::new();
        match self.lines.read_line(&mut line) {
            Ok(0) => Err(CliError::Wrong(
                "loket: there are no more answers; nothing was written".to_owned(),
            )),
            Ok(_) => Ok(line.trim().to_owned()),
            Err(error) => Err(CliError::Wrong(format!(
                "loket: the answer cannot be read: {error}"
            ))),
        }
    }
}

fn given(speech: &Speech, said: &str) -> Result<String, String> {
    if said.is_empty() {
        return Err(t!(plain speech, "init-empty"));
    }
    Ok(said.to_owned())
}

fn token(speech: &Speech, said: &str) -> Result<String, String> {
    let is_secret = |it: char| it.is_ascii_alphanumeric() || "-_".contains(it);
    let fits = said.split_once(':').is_some_and(|(id, secret)| {
        !id.is_empty()
            && id.bytes().all(|it| it.is_ascii_digit())
            && secret.len() >= 30
            && secret.chars().all(is_secret)
    });
    if fits {
        Ok(said.to_owned())
    } else {
        Err(t!(plain speech, "init-token-shape"))
    }
}

/// An office is called after its first domain.
fn office(speech: &Speech, said: &str, name: &str, place: &str) -> Result<NewOffice, String> {
    let domains = said.split(',').map(|it| it.trim().to_lowercase());
    let domains: Vec<String> = domains.filter(|it| !it.is_empty()).collect();
    let Some(first) = domains.first() else {
        return Err(t!(plain speech, "init-empty"));
    };
    let code = first.split('.').next().unwrap_or_default().to_owned();
    let all = NewOffice {
        code,
        name: name.to_owned(),
        place: place.to_owned(),
        domains: domains.clone(),
    };
    let alone = |domain: &String| NewOffice {
        domains: vec![domain.clone()],
        ..all.clone()
    };
    match domains.iter().find(|domain| !alone(domain).is_whole()) {
        Some(domain) => Err(t!(plain speech, "init-domains-shape", domain = domain)),
        None if all.is_whole() => Ok(all),
        None => Err(t!(plain speech, "init-domains-shape", domain = said)),
    }
}

/// The settings, as systemd and `--settings` read them.
fn lines(token: &str, administrator: &str, office: &Path, data: &Path) -> String {
    let data = data.display();
    let quoted = administrator.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "# Settings of Loket, written by `loket init`. What else can be set: `loket --help`.\n\
         LOKET_BOT_TOKEN={token}\n\
         LOKET_ADMINISTRATOR=\"{quoted}\"\n\
         LOKET_OFFICE={}\n\
         DATABASE_URL=sqlite://{data}/loket.db?mode=rwc\n\
         LOKET_ARCHIVE={data}/archive\n",
        office.display()
    )
}

/// Settings of which every line waits to be filled in, as the package brings them, say nothing yet.
fn refuse_what_says_something(file: &Path) -> Result<(), CliError> {
    let said = match fs::read_to_string(file) {
        Ok(text) => read_lines(&text).map(|lines| lines.values().any(|it| !it.is_empty())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => return Err(cannot(file, &error)),
    };
    match said {
        Ok(false) => Ok(()),
        _ => Err(is_there(file)),
    }
}

/// A file that is written whole and lies beside its place. Dropped, it leaves nothing behind.
struct NewFile<'a> {
    new: tempfile::NamedTempFile,
    place: &'a Path,
}

impl NewFile<'_> {
    fn beside<'a>(place: &'a Path, text: &str, mode: u32) -> Result<NewFile<'a>, CliError> {
        let written = || {
            let folder = place.parent().unwrap_or(Path::new("."));
            let mut new = tempfile::NamedTempFile::new_in(folder)?;
            new.write_all(text.as_bytes())?;
            new.as_file()
                .set_permissions(fs::Permissions::from_mode(mode))?;
            new.as_file().sync_all()?;
            Ok(NewFile { new, place })
        };
        written().map_err(|error: std::io::Error| cannot(place, &error))
    }

    fn takes_its_place(self) -> Result<(), CliError> {
        let placed = self.new.persist(self.place);
        placed
            .map(drop)
            .map_err(|failed| cannot(self.place, &failed.error))
    }
}

fn is_there(file: &Path) -> CliError {
    CliError::Wrong(format!(
        "loket: {} is there already, and is left as it is; change it, or choose another folder by --dir",
        file.display()
    ))
}

fn cannot(file: &Path, error: &std::io::Error) -> CliError {
    CliError::Wrong(format!("loket: {}: {error}", file.display()))
}
