//! How the bot is told where everything is: the environment, and a file that says what the environment does not.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    net::SocketAddr,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    str::FromStr,
    sync::OnceLock,
    time::Duration,
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    clock::Clock,
    store::{CONNECTIONS, FEWEST_CONNECTIONS},
};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::{limits, look::Looker, telegram::pace::PaceLimits};

/// Where everything is. `Debug` shows no secret.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The bot's token.
    pub token: SecretString,
    /// The Bot API server.
    pub api_url: String,
    pub database_url: String,
    /// How many connections to PostgreSQL one process has at most.
    pub connections: u32,
    /// The office file; none for the built-in example.
    pub office: Option<PathBuf>,
    /// The folder of procedures; none for the built-in ones.
    pub procedures: Option<PathBuf>,
    /// The folder in which papers are kept.
    pub archive: PathBuf,
    /// How long a call of the Bot API may take before its end counts as unknown. Long polling and uploads have
    /// more.
    pub patience: Duration,
    /// How fast messages may go.
    pub pace: PaceLimits,
    /// How much one account may ask.
    pub limits: limits::AccountLimits,
    /// Whether decisions can be taken back for as long as the office says; if not, they are recorded at once.
    pub holds: bool,
    /// Whether what asks nothing waits for the daily list where the office says so; if not, it is told at once.
    pub gathers: bool,
    /// How often a chat hears how far a file is that takes its time.
    pub told_every: Duration,
    pub clock: Clock,
    /// Where Telegram brings updates; none where they are asked for.
    pub webhook: Option<Url>,
    /// Where the bot itself is reached, if anywhere.
    pub listen: Option<SocketAddr>,
    /// By which whoever reads the metrics is known; none where only this machine does.
    pub metrics_token: Option<SecretString>,
    /// A backup every day; none where somebody else sees to that.
    pub daily_backup: Option<DailyBackup>,
    /// What the first administrator is called, until they have come in.
    pub administrator: Option<String>,
    /// Looks at addresses before they are reported as live; none where nothing is looked at.
    pub looker: Option<Looker>,
}

/// Where daily backups go, and how many stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyBackup {
    pub folder: PathBuf,
    pub keep: usize,
}

/// Telegram shows what is on its way for five seconds (`sendChatAction`).
pub(crate) const TOLD_EVERY: Duration = Duration::from_secs(4);

/// Telegram's own Bot API server.
pub const TELEGRAM: &str = "https://api.telegram.org";
/// A file beside the program.
pub const DATABASE: &str = "sqlite://loket.db?mode=rwc";
/// A server that is asked something simple for so long will not answer any more.
const PATIENCE: Duration = Duration::from_secs(30);
/// A folder beside the program.
pub const ARCHIVE: &str = "archive";

const NO_TOKEN: &str = "loket: LOKET_BOT_TOKEN is not set. @BotFather on Telegram gives out tokens; `cargo demo` needs none.";
/// What says where something is.
const PATHS: [&str; 4] = [
    "LOKET_ARCHIVE",
    "LOKET_BACKUP",
    "LOKET_OFFICE",
    "LOKET_PROCEDURES",
];
/// What does not begin with our name.
const OTHERS: [&str; 2] = ["DATABASE_URL", "RUST_LOG"];
/// Two weeks: until then somebody has noticed that something is missing.
const BACKUPS_KEPT: usize = 14;

impl Settings {
    /// Settings for a token, with everything else as it is when nothing is said.
    pub fn new(token: impl Into<String>) -> Settings {
        Settings {
            token: SecretString::from(token.into()),
            api_url: TELEGRAM.to_owned(),
            database_url: DATABASE.to_owned(),
            connections: CONNECTIONS,
            office: None,
            procedures: None,
            archive: PathBuf::from(ARCHIVE),
            patience: PATIENCE,
            pace: PaceLimits::TELEGRAM,
            limits: limits::AccountLimits::USUAL,
            holds: true,
            gathers: true,
            told_every: TOLD_EVERY,
            clock: Clock::system(),
            webhook: None,
            listen: None,
            metrics_token: None,
            daily_backup: None,
            administrator: None,
            looker: Some(Looker::public()),
        }
    }

    /// By which Telegram is known where it brings updates. It follows from the token, so it stands nowhere and is the
    /// same after a restart.
    pub fn webhook_secret(&self) -> SecretString {
        let token = self.token.expose_secret();
        let hash = Sha256::digest(format!("loket webhook {token}"));
        SecretString::from(URL_SAFE_NO_PAD.encode(hash))
    }

    /// Reads the environment. An error is a sentence that says what to change.
    pub fn from_env() -> Result<Settings, String> {
        let mut settings = Settings::without_bot();
        let token = set("LOKET_BOT_TOKEN").ok_or(NO_TOKEN)?;
        settings.token = SecretString::from(token.trim());
        settings.webhook = set("LOKET_WEBHOOK").map(|url| webhook(&url)).transpose()?;
        settings.listen = read("LOKET_LISTEN", "an address and a port, as 127.0.0.1:8088")?;
        settings.administrator = set("LOKET_ADMINISTRATOR");
        settings.metrics_token = set("LOKET_METRICS_TOKEN").map(SecretString::from);
        if let Some(connections) = read("LOKET_CONNECTIONS", "a number, 2 or more")? {
            if connections < FEWEST_CONNECTIONS {
                return Err("loket: LOKET_CONNECTIONS is to be 2 or more: one for what is written, and one for what is asked meanwhile.".to_owned());
            }
            settings.connections = connections;
        }
        let keep = read("LOKET_BACKUPS_KEPT", "a number, 1 or more")?;
        settings.daily_backup = path("LOKET_BACKUP").map(|folder| DailyBackup {
            folder,
            keep: keep.map_or(BACKUPS_KEPT, NonZeroUsize::get),
        });
        Ok(settings)
    }

    /// Reads the environment for what needs no Telegram.
    pub fn without_bot() -> Settings {
        let mut settings = Settings::new("");
        if let Some(url) = set("LOKET_API_URL") {
            settings.api_url = url;
        }
        settings.database_url = database_url();
        settings.office = path("LOKET_OFFICE");
        settings.procedures = path("LOKET_PROCEDURES");
        if let Some(folder) = path("LOKET_ARCHIVE") {
            settings.archive = folder;
        }
        if set("LOKET_PACE").as_deref() == Some("none") {
            settings.pace = PaceLimits::NONE;
        }
        if set("LOKET_LIMITS").as_deref() == Some("none") {
            settings.limits = limits::AccountLimits::NONE;
            settings.holds = false;
        }
        if set("LOKET_LOOK").as_deref() == Some("off") {
            settings.looker = None;
        }
        settings
    }
}

/// A value that is set, and is what it is to be.
fn read<T: FromStr>(name: &str, wanted: &str) -> Result<Option<T>, String> {
    let Some(value) = set(name) else {
        return Ok(None);
    };
    let read = value.trim().parse().map(Some);
    read.map_err(|_| format!("loket: {name} is to be {wanted}; it is `{value}`"))
}

/// An address to which Telegram can bring updates. Where it has no path, it is given one of its own.
fn webhook(value: &str) -> Result<Url, String> {
    let url = Url::parse(value.trim()).ok();
    let url = url.filter(|url| url.scheme() == "https" && url.query().is_none());
    let mut url = url.ok_or_else(|| {
        format!("loket: LOKET_WEBHOOK is to be an address such as https://loket.example.go.id/telegram; it is `{value}`")
    })?;
    if url.path() == "/" {
        url.set_path("/telegram");
    }
    Ok(url)
}

/// What the file says, see [`read_file`].
static FILE: OnceLock<BTreeMap<String, String>> = OnceLock::new();

/// Takes what a file says for whatever the environment does not. An error is a sentence that says what to change.
pub fn read_file(path: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("loket: {} cannot be read: {error}", path.display()))?;
    let says = read_lines(&text)
        .map_err(|line| format!("loket: {}:{line}: this is no NAME=value", path.display()))?;
    // There is one file, and it is read first.
    let _ = FILE.set(says);
    Ok(())
}

/// Lines as systemd reads them in an `EnvironmentFile`: `NAME=value`, where the value may stand in quotes. Which line is
/// none, where one is.
pub(crate) fn read_lines(text: &str) -> Result<BTreeMap<String, String>, usize> {
    let lines = text.lines().map(str::trim).enumerate();
    let said = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with(['#', ';']));
    said.map(|(number, line)| {
        let (name, value) = line.split_once('=').ok_or(number + 1)?;
        let value = value.trim();
        let quoted = ['"', '\''].into_iter().find_map(|quote| {
            let inner = value.strip_prefix(quote)?.strip_suffix(quote)?;
            Some(inner.replace(&format!("\\{quote}"), &quote.to_string()))
        });
        let value = quoted.map_or_else(|| value.to_owned(), |it| it.replace("\\\\", "\\"));
        Ok((name.trim().to_owned(), value))
    })
    .collect()
}

/// What is set under a name, if it says anything.
pub(crate) fn set(name: &str) -> Option<String> {
    let in_file = || FILE.get().and_then(|file| file.get(name)).cloned();
    let value = std::env::var(name).ok().or_else(in_file);
    value.filter(|value| !value.trim().is_empty())
}

/// A path that is set under a name, if it says anything. The system's paths need not be text.
pub(crate) fn path(name: &str) -> Option<PathBuf> {
    let given = std::env::var_os(name).filter(|it| it.to_str().is_none());
    given
        .or_else(|| set(name).map(OsString::from))
        .map(PathBuf::from)
}

/// Refuses what is set and cannot be read: it would be passed over in silence. An error is a sentence that says what to
/// change.
pub fn refuse_what_is_no_text() -> Result<(), String> {
    let ours = |name: &str| name.starts_with("LOKET_") || OTHERS.contains(&name);
    for (name, value) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if ours(&name) && !PATHS.contains(&&*name) && value.to_str().is_none() {
            return Err(format!("loket: {name} is no text: write it in UTF-8"));
        }
    }
    Ok(())
}

/// The database's address, which commands without a token need as well.
pub fn database_url() -> String {
    set("DATABASE_URL").unwrap_or_else(|| DATABASE.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn updates_are_brought_over_https_to_a_path_of_their_own() {
        let path = |value| webhook(value).map(|url| url.path().to_owned());
        assert_eq!(path("https://loket.example.go.id").unwrap(), "/telegram");
        assert_eq!(path("https://loket.example.go.id/a/b").unwrap(), "/a/b");
        for wrong in [
            "http://loket.example.go.id",
            "loket.example.go.id",
            "https://x/?a=b",
        ] {
            assert!(path(wrong).unwrap_err().contains(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_file_is_read_as_systemd_reads_it() {
        let text = "# a note\n\nLOKET_A=b c\nLOKET_B=\"d \\\"e\\\"\"\n LOKET_C = 'f'\nLOKET_D=\n";
        let read = read_lines(text).unwrap();
        let said: Vec<_> = read
            .iter()
            .map(|(name, value)| format!("{name}:{value}"))
            .collect();
        assert_eq!(
            said,
            ["LOKET_A:b c", "LOKET_B:d \"e\"", "LOKET_C:f", "LOKET_D:"]
        );
        assert_eq!(read_lines("LOKET_A=b\nnothing"), Err(2));
    }

    /// One token's secret tells nothing of the token, and is no other's.
    #[test]
    fn a_secret_follows_from_the_token() {
        let secret = |token: &str| {
            Settings::new(token)
                .webhook_secret()
                .expose_secret()
                .to_owned()
        };
        assert_eq!(secret("1:a"), secret("1:a"));
        assert_ne!(secret("1:a"), secret("1:b"));
        assert!(!secret("1:a").contains("1:a"));
        let shown = format!("{:?}", Settings::new("1:secret"));
        assert!(!shown.contains("secret\""), "{shown}");
    }
}
