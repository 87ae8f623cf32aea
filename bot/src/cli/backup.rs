//! Keeping an office safe: backups, their check, and the way back.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{CliError, print};
use crate::{
    Settings,
    backup::{self, Manifest},
};

#[derive(Debug, Subcommand)]
pub(super) enum BackupCommand {
    /// Write a backup into a new folder: database, archive, office and procedures; works while the bot runs
    Backup {
        /// A folder that is not there yet, or empty
        folder: PathBuf,
    },
    /// Check a backup: every fingerprint, every history, every paper
    Verify { folder: PathBuf },
    /// Bring a backup back into an empty place, after checking it
    Restore(RestoreArgs),
}

#[derive(Debug, Args)]
pub(super) struct RestoreArgs {
    folder: PathBuf,
    /// How many numbers of each series may have been given since the backup; they are left out
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    leave_out: u32,
    /// The bot was stopped before the backup and has not run since: no number is left out, and all news is told
    #[arg(long, conflicts_with = "leave_out")]
    nothing_since: bool,
}

pub(super) async fn run(command: BackupCommand) -> Result<(), CliError> {
    match command {
        BackupCommand::Backup { folder } => make(&folder).await,
        BackupCommand::Verify { folder } => verify(&folder).await,
        BackupCommand::Restore(args) => restore(args).await,
    }
}

async fn make(folder: &Path) -> Result<(), CliError> {
    let made = backup::make(&Settings::without_bot(), folder, None).await?;
    print(&format!("{}: {}", folder.display(), of(&made.manifest)));
    print(&format!(
        "papers: {}; manifest: {}",
        made.papers(),
        made.fingerprint
    ));
    complain_of(
        made.altered()
            .iter()
            .map(|it| {
                format!("paper {it} was altered in the archive; the backup holds it as it is")
            })
            .collect(),
    )
}

async fn verify(folder: &Path) -> Result<(), CliError> {
    let verified = backup::verify(folder).await?;
    print(&format!("{}: {}", folder.display(), of(&verified.manifest)));
    if let Some(sound) = &verified.sound {
        print(&format!(
            "requests: {}; papers: {}",
            sound.requests, sound.papers
        ));
    } else if verified.broken.is_empty() {
        print("the database can be read; what is in it is looked through when it is restored");
    }
    let amiss = [verified.broken, verified.amiss].concat();
    if amiss.is_empty() {
        print("all is well");
    }
    complain_of(amiss)
}

async fn restore(args: RestoreArgs) -> Result<(), CliError> {
    let left_out = (!args.nothing_since).then_some(args.leave_out);
    let settings = Settings::without_bot();
    let restored = backup::restore(&settings, &args.folder, left_out).await?;
    print(&format!(
        "restored: everything up to {}; requests: {}; papers: {}",
        moment(&restored.manifest),
        restored.requests,
        restored.papers
    ));
    if let Some(left_out) = left_out {
        print(&format!(
            "{left_out} numbers of each series are left out, since they may have been given after the backup:"
        ));
        for series in &restored.gone_on.series {
            let (name, last) = (&series.name, series.last);
            let year = if series.year > 0 {
                format!(" {}", series.year)
            } else {
                String::new()
            };
            print(&format!("  {name}{year}: goes on after {last}"));
        }
        print(&format!(
            "news that was told before, very likely, and is not told again: {}",
            restored.gone_on.old_news
        ));
    }
    print(
        "What people did after the backup is not in it. Administrators are told so when the bot starts.",
    );
    complain_of(restored.amiss)
}

fn of(manifest: &Manifest) -> String {
    format!("made at {} by loket {}", moment(manifest), manifest.made_by)
}

fn moment(manifest: &Manifest) -> String {
    manifest.made_at.format("%Y-%m-%d %H:%M:%S UTC").to_string()
}

/// A line each, and an exit code that says that there are some.
fn complain_of(amiss: Vec<String>) -> Result<(), CliError> {
    if amiss.is_empty() {
        return Ok(());
    }
    Err(CliError::Wrong(amiss.join("\n")))
}
