//! A backup a day, by the bot itself.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Context;
use chrono::{NaiveDate, TimeDelta};
use domain::{Counter, command, notice::Undone};
use tokio_util::sync::CancellationToken;

use super::{MANIFEST, make, make_private};
use crate::{Settings, settings::DailyBackup};

/// How often it is looked whether the day has its backup.
const LOOKS_EVERY: TimeDelta = TimeDelta::minutes(10);
/// After one that failed.
const AGAIN_AFTER: TimeDelta = TimeDelta::hours(1);
const PREFIX: &str = "loket-";

/// Makes the day's backup as soon as it is not there, until it is stopped.
pub async fn run(
    daily: DailyBackup,
    settings: Settings,
    counter: Counter,
    stop: CancellationToken,
) {
    loop {
        let looked = counter.now();
        let next = match today(&daily, &settings, &counter).await {
            Ok(()) => LOOKS_EVERY,
            Err(error) => {
                tracing::error!(
                    error = format!("{error:#}"),
                    "the day's backup could not be made"
                );
                if let Err(error) = command::left_undone(&counter, Undone::Backup).await {
                    tracing::error!(%error, "administrators could not be told");
                }
                AGAIN_AFTER
            }
        };
        tokio::select! {
            () = stop.cancelled() => return,
            () = counter.clock.sleep_until(looked + next) => {}
        }
    }
}

/// Makes the backup of the day that it is in the office, unless it is there, and removes what is too old.
async fn today(daily: &DailyBackup, settings: &Settings, counter: &Counter) -> anyhow::Result<()> {
    let (folder, today) = (&daily.folder, counter.today());
    make_private(folder).with_context(|| folder.display().to_string())?;
    let there = backups(folder)?;
    if there.iter().any(|(day, _)| *day == today) {
        return Ok(());
    }
    let newest = there.last().map(|(_, path)| path.as_path());
    let made = make(settings, &folder.join(format!("{PREFIX}{today}")), newest).await?;
    tracing::info!(
        papers = made.papers(),
        manifest = made.fingerprint,
        "the day's backup is made"
    );
    // Only now: whatever went wrong before, the old ones are still there.
    let there = backups(folder)?;
    let old = there.len().saturating_sub(daily.keep.max(1));
    for (day, path) in &there[..old] {
        fs::remove_dir_all(path).with_context(|| path.display().to_string())?;
        tracing::info!(%day, "an old backup was removed");
    }
    Ok(())
}

/// The daily backups in a folder, the oldest first; nothing else in it counts.
fn backups(folder: &Path) -> io::Result<Vec<(NaiveDate, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let day = name
            .to_str()
            .and_then(|name| name.strip_prefix(PREFIX)?.parse().ok());
        if let Some(day) = day
            && entry.path().join(MANIFEST).is_file()
        {
            found.push((day, entry.path()));
        }
    }
    found.sort();
    Ok(found)
}
