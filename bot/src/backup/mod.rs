//! Backups: a folder that holds the database, the archive, and the office's own files as they were at one moment.
//!
//! | In the folder | What |
//! |---|---|
//! | `manifest.json` | when it was made, and the fingerprint of every file |
//! | `database.db` or `database.dump` | SQLite's one file, or what `pg_dump` writes |
//! | `archive/` | the papers, each under its fingerprint |
//! | `office/`, `procedures/` | where the office has files of its own: arms and templates as well |
//!
//! It holds all that the office knows of people, so nobody but its owner may read it.

pub mod daily;
mod make;
mod restore;
mod verify;

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use domain::{fingerprint, store::Keeping};
use serde::{Deserialize, Serialize};

pub use make::{Made, make};
pub use restore::{RestoredOffice, restore};
pub use verify::{Verified, verify};

const MANIFEST: &str = "manifest.json";
const PAPERS: &str = "archive";
const OFFICE: &str = "office";
const PROCEDURES: &str = "procedures";
/// Raised when a program that only knows the number before would read it wrongly.
const FORMAT: u32 = 1;

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: u32,
    /// Everything that was durable at this moment is in it.
    pub made_at: DateTime<Utc>,
    /// The version of the program that made it.
    pub made_by: String,
    /// The fingerprints of all files but the papers, by their path in the folder.
    files: BTreeMap<String, String>,
    /// The fingerprints of the papers, which are their names.
    papers: Vec<String>,
    /// Those of them in whose place something else lay already.
    altered: Vec<String>,
}

impl Manifest {
    /// Reads what a folder says of itself.
    fn read(folder: &Path) -> anyhow::Result<Manifest> {
        let path = folder.join(MANIFEST);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} is no backup: it has no {MANIFEST}", folder.display()))?;
        let manifest: Manifest = serde_json::from_str(&text)
            .with_context(|| format!("{} does not read", path.display()))?;
        if manifest.format > FORMAT {
            bail!(
                "{} was made by a newer loket ({}); read it with that one",
                folder.display(),
                manifest.made_by
            );
        }
        Ok(manifest)
    }

    /// The name of the database's file.
    fn database(&self) -> anyhow::Result<&'static str> {
        let names = [SQLITE, POSTGRES];
        let found = names.into_iter().find(|it| self.files.contains_key(*it));
        found.context("the backup holds no database")
    }

    /// The files of the office's own in a folder of the backup, by their names.
    fn own<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        let all = self.files.keys();
        all.filter_map(move |path| path.strip_prefix(folder)?.strip_prefix('/'))
    }

    /// The name of the office's own file.
    fn office(&self) -> Option<&str> {
        self.own(OFFICE).find(|name| is_toml(Path::new(name)))
    }

    fn has_procedures(&self) -> bool {
        self.own(PROCEDURES).next().is_some()
    }
}

const SQLITE: &str = "database.db";
const POSTGRES: &str = "database.dump";

fn name_of(keeping: &Keeping) -> &'static str {
    match keeping {
        Keeping::File(_) => SQLITE,
        Keeping::Server => POSTGRES,
    }
}

/// The files of a folder, in order; what is a folder in it is none of ours.
fn files_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let mut files: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}

fn is_toml(file: &Path) -> bool {
    file.extension().is_some_and(|it| it == "toml")
}

/// The fingerprint of a file, whatever its size.
fn fingerprint_of(file: &Path) -> io::Result<String> {
    fingerprint::fingerprint_of(File::open(file)?)
}

/// Copies a file; it is on the disk when this returns.
fn copy_synced(from: &Path, to: &Path) -> anyhow::Result<()> {
    let copied = fs::copy(from, to).and_then(|_| File::open(to)?.sync_all());
    copied.with_context(|| format!("{} could not be copied to {}", from.display(), to.display()))
}

/// Whether a folder is not there, or there is nothing in it.
fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// Makes a folder that nobody else may look into.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Work that waits for the disk, where it holds up nobody.
async fn elsewhere<T: Send + 'static>(
    work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
) -> anyhow::Result<T> {
    tokio::task::spawn_blocking(work).await?
}
