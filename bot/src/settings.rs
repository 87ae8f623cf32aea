//! How the bot is told where everything is: the environment, and nothing else.

use std::{path::PathBuf, time::Duration};

use domain::clock::Clock;
use secrecy::SecretString;

use crate::{limits, look::Looker, telegram::pace::PaceLimits};

/// Where everything is. `Debug` shows no secret.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The bot's token.
    pub token: SecretString,
    /// The Bot API server.
    pub api_url: String,
    pub database_url: String,
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
    pub clock: Clock,
    /// A backup every day; none where somebody else sees to that.
    pub daily_backup: Option<DailyBackup>,
    /// Looks at addresses before they are reported as live; none where nothing is looked at.
    pub looker: Option<Looker>,
}

/// Where daily backups go, and how many stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyBackup {
    pub folder: PathBuf,
    pub keep: usize,
}

/// Telegram's own Bot API server.
pub const TELEGRAM: &str = "https://api.telegram.org";
/// A file beside the program.
pub const DATABASE: &str = "sqlite://loket.db?mode=rwc";
/// A server that is asked something simple for so long will not answer any more.
const PATIENCE: Duration = Duration::from_secs(30);
/// A folder beside the program.
pub const ARCHIVE: &str = "archive";

/// Two weeks: until then somebody has noticed that something is missing.
const BACKUPS_KEPT: usize = 14;

impl Settings {
    /// Settings for a token, with everything else as it is when nothing is said.
    pub fn new(token: impl Into<String>) -> Settings {
        Settings {
            token: SecretString::from(token.into()),
            api_url: TELEGRAM.to_owned(),
            database_url: DATABASE.to_owned(),
            office: None,
            procedures: None,
            archive: PathBuf::from(ARCHIVE),
            patience: PATIENCE,
            pace: PaceLimits::TELEGRAM,
            limits: limits::AccountLimits::USUAL,
            clock: Clock::system(),
            daily_backup: None,
            looker: Some(Looker::public()),
        }
    }

    /// Reads the environment. Without a token there are no settings.
    pub fn from_env() -> Option<Settings> {
        let mut settings = Settings::without_bot();
        settings.token = SecretString::from(set("LOKET_BOT_TOKEN")?.trim());
        Some(settings)
    }

    /// Reads the environment for what needs no Telegram.
    pub fn without_bot() -> Settings {
        let mut settings = Settings::new("");
        if let Some(url) = set("LOKET_API_URL") {
            settings.api_url = url;
        }
        settings.database_url = database_url();
        settings.office = set("LOKET_OFFICE").map(PathBuf::from);
        settings.procedures = set("LOKET_PROCEDURES").map(PathBuf::from);
        if let Some(folder) = set("LOKET_ARCHIVE") {
            settings.archive = PathBuf::from(folder);
        }
        settings.daily_backup = set("LOKET_BACKUP").map(|folder| DailyBackup {
            folder: PathBuf::from(folder),
            keep: set("LOKET_BACKUPS_KEPT")
                .and_then(|keep| keep.trim().parse().ok())
                .unwrap_or(BACKUPS_KEPT),
        });
        if set("LOKET_PACE").as_deref() == Some("none") {
            settings.pace = PaceLimits::NONE;
        }
        if set("LOKET_LIMITS").as_deref() == Some("none") {
            settings.limits = limits::AccountLimits::NONE;
        }
        if set("LOKET_LOOK").as_deref() == Some("off") {
            settings.looker = None;
        }
        settings
    }
}

fn set(name: &str) -> Option<String> {
    let value = std::env::var(name).ok();
    value.filter(|value| !value.trim().is_empty())
}

/// The database's address, which commands without a token need as well.
pub fn database_url() -> String {
    std::env::var("DATABASE_URL")
        .ok()
        .filter(|url| !url.is_empty())
        .unwrap_or_else(|| DATABASE.to_owned())
}
