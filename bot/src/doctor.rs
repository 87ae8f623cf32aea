//! Looks the machine and the office over, one finding each: `loket doctor`, and *Keadaan Loket* in the chat.

use std::{fs, path::Path, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Counter, Error,
    person::Person,
    query::{self, Checkup},
    store::{Keeping, keeps_sessions},
};

use crate::{
    Settings,
    finding::Finding,
    opening, printer,
    telegram::{Client, DeliveryState, decoration},
};

/// Telegram keeps saying what went wrong last; it matters as long as it is new.
const RECENT: TimeDelta = TimeDelta::hours(1);

/// Knows where everything is. Cloning is cheap.
#[derive(Clone)]
pub struct Doctor {
    settings: Arc<Settings>,
    telegram: Client,
}

impl Doctor {
    pub fn new(settings: &Settings, telegram: Client) -> Doctor {
        Doctor {
            settings: Arc::new(settings.clone()),
            telegram,
        }
    }

    /// Everything, where no bot need run.
    pub async fn looks_at_all(&self) -> Vec<Finding> {
        let mut found = self.looks_at_machine().await;
        let settings = self.settings.clone();
        found.extend(elsewhere(move || vec![prints(&settings)]).await);
        let database = self.database().await;
        let is_ready = database == Finding::Database { upgrades: 0 };
        found.push(database);
        // Behind a pooler little of a database can be read, and what goes wrong does not name it.
        if matches!(keeps_sessions(&self.settings.database_url).await, Ok(false)) {
            found.push(Finding::Pooled);
        }
        if is_ready {
            match opening::open(&self.settings).await {
                Ok(counter) => match query::checkup_of_machine(&counter).await {
                    Ok(checkup) => found.extend(of_office(&counter, checkup)),
                    Err(error) => found.push(Finding::DatabaseOut {
                        why: error.to_string(),
                    }),
                },
                // The files were looked at before; what is wrong with them is said already.
                Err(error) => found.push(Finding::DatabaseOut {
                    why: format!("{error:#}"),
                }),
            }
        }
        found
    }

    /// What can be seen without the database.
    pub async fn looks_at_machine(&self) -> Vec<Finding> {
        let now = Utc::now();
        let mut found = Vec::new();
        match decoration(self.telegram.identity()).await {
            Ok(it) => {
                found.push(Finding::Token { bot: it.name });
                let off = it.now.map(|there| now - there);
                found.extend(off.map(|off| Finding::Clock { off }));
            }
            Err(failure) => found.push(Finding::TokenRefused {
                why: failure.to_string(),
            }),
        }
        if let Ok(state) = decoration(self.telegram.delivery()).await {
            found.push(self.delivery(state, now));
        }
        let settings = self.settings.clone();
        found.extend(elsewhere(move || disk(&settings)).await);
        found
    }

    fn delivery(&self, state: DeliveryState, now: DateTime<Utc>) -> Finding {
        let DeliveryState {
            url,
            pending_update_count: waiting,
            ..
        } = state;
        let wanted = self.settings.webhook.as_ref().map(ToString::to_string);
        if url != wanted.clone().unwrap_or_default() {
            return Finding::BroughtElsewhere { url };
        }
        let failed_at = state.last_error_date;
        let failed_at = failed_at.and_then(|at| DateTime::from_timestamp(at, 0));
        match (state.last_error_message, failed_at) {
            (Some(why), Some(at)) if now - at < RECENT => Finding::NotBrought { why },
            _ if wanted.is_some() => Finding::Brought { url, waiting },
            _ => Finding::Asked { waiting },
        }
    }

    /// Whether the database is there, and how far behind this program it is.
    async fn database(&self) -> Finding {
        let address = &self.settings.database_url;
        if let Ok(Keeping::File(file)) = Keeping::of(address)
            && !file.exists()
        {
            return Finding::DatabaseMissing;
        }
        match migration::pending(address).await {
            Ok(upgrades) => Finding::Database { upgrades },
            Err(error) => Finding::DatabaseOut {
                why: error.to_string(),
            },
        }
    }
}

/// What the office itself says, to an administrator.
pub async fn looks_at_office(counter: &Counter, by: &Person) -> Result<Vec<Finding>, Error> {
    Ok(of_office(counter, query::checkup(counter, by).await?))
}

fn of_office(counter: &Counter, checkup: Checkup) -> Vec<Finding> {
    let now = counter.now();
    let Checkup {
        backlog,
        vacant: roles,
        unreachable: people,
        stranded: requests,
        undelivered: notices,
        unmade: papers,
    } = checkup;
    vec![
        Finding::Zone { now },
        if roles.is_empty() {
            Finding::Held
        } else {
            Finding::Vacant { roles }
        },
        Finding::Unreachable { people },
        Finding::Stranded { requests },
        Finding::Waiting { backlog, now },
        Finding::Undelivered { notices },
        Finding::Unmade { papers },
    ]
}

fn disk(settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    match written_to(&settings.archive) {
        Ok(()) => found.push(Finding::Archive),
        Err(error) => found.push(Finding::ArchiveOut {
            why: format!("{}: {error}", settings.archive.display()),
        }),
    }
    let mut folders = vec![settings.archive.clone()];
    if let Ok(Keeping::File(file)) = Keeping::of(&settings.database_url) {
        folders.extend(file.parent().map(Path::to_owned));
    }
    folders.extend(settings.daily_backup.iter().map(|it| it.folder.clone()));
    let rooms = folders
        .iter()
        .filter_map(|folder| Some((folder, room(folder)?)));
    // Of several folders the one with the least room; very often they lie on one disk.
    if let Some((folder, bytes)) = rooms.min_by_key(|(_, bytes)| *bytes) {
        let folder = folder.display().to_string();
        found.push(Finding::Room { folder, bytes });
    }
    found.push(match opening::files(settings) {
        Ok((_, catalogue)) => Finding::Files {
            procedures: catalogue.iter().count(),
        },
        Err(error) => Finding::FilesOut {
            why: error.to_string(),
        },
    });
    found
}

/// Whether a file can be made in a folder; it is removed again.
fn written_to(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    tempfile::NamedTempFile::new_in(folder)?.close()
}

/// How much room a disk has, for whoever is not its owner.
fn room(folder: &Path) -> Option<u64> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

fn prints(settings: &Settings) -> Finding {
    let printed = opening::files(settings)
        .and_then(|(office, catalogue)| printer::press(settings, &office, &catalogue));
    match printed {
        Ok(_) => Finding::Prints,
        Err(error) => Finding::PrintsNot {
            why: format!("{error:#}"),
        },
    }
}

/// What waits for the disk holds up nobody, and is not waited for without end.
async fn elsewhere(work: impl FnOnce() -> Vec<Finding> + Send + 'static) -> Vec<Finding> {
    let done = tokio::task::spawn_blocking(work);
    let done = tokio::time::timeout(Duration::from_secs(10), done).await;
    done.ok().and_then(Result::ok).unwrap_or_default()
}
