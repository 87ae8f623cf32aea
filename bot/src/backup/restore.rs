//! Bringing a backup back, into a place where nothing is yet.

use std::{
    ffi::{OsStr, OsString},
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail, ensure};
use domain::{
    archive::Archive,
    command::{GoneOn, go_on_from_copy},
    query::soundness,
    store::{Keeping, bring_back, file_address, is_empty},
};

use super::{
    Manifest, OFFICE, PAPERS, POSTGRES, PROCEDURES, SQLITE, copy_synced, elsewhere, is_free,
    make_private, name_of,
    verify::{said_of, verify},
};
use crate::{Settings, opening};

/// What is there again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoredOffice {
    pub manifest: Manifest,
    pub papers: u64,
    pub requests: u64,
    pub gone_on: GoneOn,
    /// What is amiss with single papers and requests, as sentences.
    pub amiss: Vec<String>,
}

/// Brings a backup back to where the settings say that everything is. What is there already is never touched.
///
/// `left_out` numbers of each series may have been given since the backup; none: nothing has happened since.
pub async fn restore(
    settings: &Settings,
    folder: &Path,
    left_out: Option<u32>,
) -> anyhow::Result<RestoredOffice> {
    let verified = verify(folder).await?;
    ensure!(
        verified.broken.is_empty(),
        "this backup is damaged, and nothing was restored:\n{}",
        verified.broken.join("\n")
    );
    let manifest = verified.manifest;
    is_room(settings, &manifest, folder).await?;

    let (own, papers) = (
        Archive::folder(&settings.archive)?,
        Archive::folder(&folder.join(PAPERS))?,
    );
    let copied = papers.copy_to(&own, None).await.context("the archive")?;
    let (to, of, from) = (settings.clone(), manifest.clone(), folder.to_owned());
    elsewhere(move || files(&to, &of, &from)).await?;

    // The database last: as long as it is not there, nothing can be opened.
    let (gone_on, found) = match Keeping::of(&settings.database_url)? {
        Keeping::File(file) => {
            let work = with_ending(&file, ".restoring");
            clear(&work)?;
            copy_synced(&folder.join(SQLITE), &work)?;
            let done = go_on(settings, file_address(&work), &manifest, left_out).await?;
            fs::rename(&work, &file)?;
            clear(&work)?;
            done
        }
        Keeping::Server => {
            bring_back(&settings.database_url, &folder.join(POSTGRES)).await?;
            let address = settings.database_url.clone();
            go_on(settings, address, &manifest, left_out).await.context(
                "the database was restored and is not ready to be used; empty it, and begin again",
            )?
        }
    };
    let mut amiss = verified.amiss;
    if verified.sound.is_none() {
        amiss.extend(said_of(&found));
    }
    Ok(RestoredOffice {
        manifest,
        papers: copied.papers,
        requests: found.requests,
        gone_on,
        amiss,
    })
}

/// Brings the database up to date, looks through it, and sees that nothing is given or told twice.
async fn go_on(
    settings: &Settings,
    database_url: String,
    manifest: &Manifest,
    left_out: Option<u32>,
) -> anyhow::Result<(GoneOn, domain::query::Soundness)> {
    let settings = Settings {
        database_url,
        ..settings.clone()
    };
    let counter = opening::open(&settings).await?;
    let found = soundness(&counter).await?;
    let gone_on = go_on_from_copy(&counter, manifest.made_at, left_out).await?;
    counter.db.clone().close().await?;
    Ok((gone_on, found))
}

/// An error says what is in the way, and what to do about it.
async fn is_room(settings: &Settings, manifest: &Manifest, folder: &Path) -> anyhow::Result<()> {
    let kept = name_of(&Keeping::of(&settings.database_url)?);
    if kept != manifest.database()? {
        bail!(
            "the backup holds {}, and DATABASE_URL names another kind of database",
            if kept == SQLITE {
                "PostgreSQL's data"
            } else {
                "a file of SQLite"
            }
        );
    }
    ensure!(
        is_empty(&settings.database_url).await?,
        "the database at DATABASE_URL is not empty; move it away, or name another"
    );
    ensure!(
        is_free(&settings.archive)?,
        "the archive {} is not empty; move it away, or name another with LOKET_ARCHIVE",
        settings.archive.display()
    );
    for (kept, own) in own_files(settings, manifest)? {
        is_same_or_free(&own, &folder.join(kept))?;
    }
    Ok(())
}

/// The office's own files: where each lies in the backup, and where it belongs.
fn own_files(settings: &Settings, manifest: &Manifest) -> anyhow::Result<Vec<(PathBuf, PathBuf)>> {
    let mut own = Vec::new();
    match (&settings.office, manifest.office()) {
        (None, Some(name)) => bail!(
            "the backup holds the office's own file {name}; say with LOKET_OFFICE where it belongs"
        ),
        (Some(_), None) => {
            bail!("the backup was made with the built-in example of an office; unset LOKET_OFFICE")
        }
        (Some(file), Some(name)) => {
            ensure!(
                file.file_name() == Some(OsStr::new(name)),
                "the office's file in the backup is called {name}; LOKET_OFFICE must end so"
            );
            let all = manifest.own(OFFICE);
            own.extend(all.map(|name| (Path::new(OFFICE).join(name), file.with_file_name(name))));
        }
        (None, None) => {}
    }
    match (&settings.procedures, manifest.has_procedures()) {
        (None, true) => bail!(
            "the backup holds procedures of the office's own; say with LOKET_PROCEDURES where they belong"
        ),
        (Some(_), false) => {
            bail!("the backup was made with the built-in procedures; unset LOKET_PROCEDURES")
        }
        (Some(folder), true) => {
            let all = manifest.own(PROCEDURES);
            own.extend(all.map(|name| (Path::new(PROCEDURES).join(name), folder.join(name))));
        }
        (None, false) => {}
    }
    Ok(own)
}

fn is_same_or_free(own: &Path, kept: &Path) -> anyhow::Result<()> {
    match fs::read(own) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| own.display().to_string()),
        Ok(bytes) => {
            ensure!(
                bytes == fs::read(kept)?,
                "{} is another file than the backup's; move it away first",
                own.display()
            );
            Ok(())
        }
    }
}

/// Puts the office's own files where they belong.
fn files(settings: &Settings, manifest: &Manifest, folder: &Path) -> anyhow::Result<()> {
    for (kept, own) in own_files(settings, manifest)? {
        if own.exists() {
            continue;
        }
        if let Some(parent) = own.parent() {
            fs::create_dir_all(parent)?;
        }
        copy_synced(&folder.join(kept), &own)?;
    }
    if let Keeping::File(file) = Keeping::of(&settings.database_url)?
        && let Some(parent) = file.parent().filter(|it| !it.as_os_str().is_empty())
    {
        make_private(parent)?;
    }
    Ok(())
}

/// Removes what an interrupted try has left, and SQLite's files beside it.
fn clear(work: &Path) -> io::Result<()> {
    for ending in ["", "-wal", "-shm"] {
        match fs::remove_file(with_ending(work, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
