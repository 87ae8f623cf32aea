//! Checking a backup: that it is what was written, and that what was written agrees with itself.

use std::path::Path;

use anyhow::Context;
use domain::{
    Language,
    archive::{Archive, Held},
    query::{Soundness, soundness},
    store::{damage, file_address, reads_as_copy},
};

use super::{Manifest, OFFICE, PAPERS, PROCEDURES, SQLITE, copy_synced, elsewhere, fingerprint_of};
use crate::{
    Settings, opening,
    text::{Words, audit::broken},
};

/// What was looked at, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub manifest: Manifest,
    /// What makes it of no use, as sentences.
    pub broken: Vec<String>,
    /// What is amiss with single papers and requests, as sentences: everything else is as it was.
    pub amiss: Vec<String>,
    /// What the database and the archive say of each other; none where the database can be read by a server only.
    pub sound: Option<Soundness>,
}

/// Checks a backup; writes nothing into it. An error says that it is none.
pub async fn verify(folder: &Path) -> anyhow::Result<Verified> {
    let manifest = Manifest::read(folder)?;
    let mut broken = files(&manifest, folder).await?;
    let mut amiss = papers(&manifest, folder).await?;
    let mut sound = None;
    if broken.is_empty() {
        let database = folder.join(manifest.database()?);
        if manifest.database()? == SQLITE {
            match look_into(&manifest, folder).await {
                Ok(found) => {
                    amiss.extend(said_of(&found));
                    sound = Some(found);
                }
                Err(error) => broken.push(format!("the database: {error:#}")),
            }
        } else if let Err(error) = reads_as_copy(&database).await {
            broken.push(format!("the database: {error}"));
        }
    }
    Ok(Verified {
        manifest,
        broken,
        amiss,
        sound,
    })
}

/// The files that are not what the manifest says.
async fn files(manifest: &Manifest, folder: &Path) -> anyhow::Result<Vec<String>> {
    let (manifest, folder) = (manifest.clone(), folder.to_owned());
    elsewhere(move || {
        manifest.database()?;
        let wrong = manifest.files.iter().filter_map(|(path, noted)| {
            match fingerprint_of(&folder.join(path)) {
                Ok(found) if found == *noted => None,
                Ok(_) => Some(format!("{path} is not what was written")),
                Err(error) => Some(format!("{path}: {error}")),
            }
        });
        Ok(wrong.collect())
    })
    .await
}

/// The papers that are not what the manifest says.
async fn papers(manifest: &Manifest, folder: &Path) -> anyhow::Result<Vec<String>> {
    let archive = Archive::folder(&folder.join(PAPERS))?;
    let mut wrong = Vec::new();
    for sha256 in &manifest.papers {
        match archive.fetch(sha256).await? {
            Held::Whole(_) => {}
            Held::Missing => wrong.push(format!("paper {sha256} is missing from the backup")),
            Held::Altered if manifest.altered.contains(sha256) => wrong.push(format!(
                "paper {sha256} was altered in the archive before the backup was made"
            )),
            Held::Altered => wrong.push(format!("paper {sha256} was altered in the backup")),
        }
    }
    Ok(wrong)
}

/// Opens a copy of the database as the bot would, and folds all that is in it.
async fn look_into(manifest: &Manifest, folder: &Path) -> anyhow::Result<Soundness> {
    let own = tempfile::tempdir()?;
    let copy = own.path().join(SQLITE);
    copy_synced(&folder.join(SQLITE), &copy)?;
    let address = file_address(&copy);
    let damage = damage(&address).await?;
    anyhow::ensure!(damage.is_empty(), "{}", damage.join("; "));
    let settings = Settings {
        database_url: address,
        office: manifest.office().map(|name| folder.join(OFFICE).join(name)),
        procedures: manifest.has_procedures().then(|| folder.join(PROCEDURES)),
        archive: folder.join(PAPERS),
        ..Settings::without_bot()
    };
    let counter = opening::open(&settings).await?;
    let found = soundness(&counter).await;
    let closed = counter.db.clone().close().await;
    closed.context("the copy could not be closed")?;
    Ok(found?)
}

/// What does not agree, as sentences.
pub(super) fn said_of(found: &Soundness) -> Vec<String> {
    let speech = Words::load().speech(Language::EN);
    let of = |some: &[String], says: &str| -> Vec<String> {
        some.iter().map(|it| says.replace("{}", it)).collect()
    };
    [
        of(
            &found.unsound,
            "request {}: its events do not lead to what is stored of it",
        ),
        of(
            &found.unread,
            "request {}: its version of the procedure no longer reads",
        ),
        of(&found.missing, "paper {} is named and not in the archive"),
        of(&found.altered, "paper {} is named and was altered"),
        found.breaks.iter().map(|at| broken(&speech, at)).collect(),
    ]
    .concat()
}
