//! Making a backup, while the bot runs or not.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use domain::{
    archive::Archive,
    office::Office,
    store::{Keeping, copy_database},
};

use super::{
    FORMAT, MANIFEST, Manifest, OFFICE, PAPERS, PROCEDURES, copy_synced, elsewhere, files_of,
    fingerprint_of, is_free, make_private, name_of, sync_folder,
};
use crate::Settings;

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub manifest: Manifest,
    /// Of the manifest itself: whoever keeps this knows whether anything in the folder was changed.
    pub fingerprint: String,
}

impl Made {
    pub fn papers(&self) -> usize {
        self.manifest.papers.len()
    }

    /// The fingerprints of papers that are not what they were, in the archive itself.
    pub fn altered(&self) -> &[String] {
        &self.manifest.altered
    }
}

/// Makes a backup in a folder that is not there yet, or empty. It has its name once it is whole. Papers that an
/// `earlier` backup holds are not written once more, where both lie on one disk.
pub async fn make(
    settings: &Settings,
    folder: &Path,
    earlier: Option<&Path>,
) -> anyhow::Result<Made> {
    if !is_free(folder).with_context(|| folder.display().to_string())? {
        bail!(
            "{} is not empty; a backup is a folder of its own",
            folder.display()
        );
    }
    let part = beside(folder)?;
    if part.exists() {
        fs::remove_dir_all(&part).with_context(|| part.display().to_string())?;
    }
    let made = write(settings, &part, earlier).await;
    let placed = made.and_then(|made| {
        if folder.exists() {
            fs::remove_dir(folder)?;
        }
        fs::rename(&part, folder)?;
        folder
            .parent()
            .filter(|it| !it.as_os_str().is_empty())
            .map_or(Ok(()), sync_folder)?;
        Ok(made)
    });
    if placed.is_err() {
        // Half a backup is of no use to anyone.
        let _ = fs::remove_dir_all(&part);
    }
    placed
}

/// The name of a folder while it is not whole.
fn beside(folder: &Path) -> anyhow::Result<PathBuf> {
    let name = folder
        .file_name()
        .context("a backup is a folder with a name")?;
    Ok(folder.with_file_name(format!(".{}.part", name.display())))
}

async fn write(settings: &Settings, folder: &Path, earlier: Option<&Path>) -> anyhow::Result<Made> {
    make_private(folder).with_context(|| folder.display().to_string())?;
    let (from, to) = (
        Archive::folder(&settings.archive)?,
        Archive::folder(&folder.join(PAPERS))?,
    );
    let earlier = earlier.map(|it| it.join(PAPERS)).filter(|it| it.is_dir());
    let earlier = earlier.as_deref().map(Archive::folder).transpose()?;
    // Once before and once after the database: a paper is on the disk before a row names it, and leaves the disk after
    // the row. So whatever the copied rows name lies in one of the two.
    let before = from
        .copy_to(&to, earlier.clone())
        .await
        .context("the archive")?;
    let made_at = settings.clock.now();
    let database = name_of(&Keeping::of(&settings.database_url)?);
    copy_database(&settings.database_url, &folder.join(database))
        .await
        .context("the database could not be copied")?;
    let after = from.copy_to(&to, earlier).await.context("the archive")?;
    let altered = [before.altered, after.altered].concat();
    let papers = to.papers().await?;
    let (settings, folder) = (settings.clone(), folder.to_owned());
    elsewhere(move || {
        let mut files = BTreeMap::new();
        files.insert(database.to_owned(), fingerprint_of(&folder.join(database))?);
        for (under, own) in own_files(&settings)? {
            make_private(&folder.join(under))?;
            let name = own.file_name().unwrap_or_default().display();
            let path = format!("{under}/{name}");
            copy_synced(&own, &folder.join(&path))?;
            sync_folder(&folder.join(under))?;
            files.insert(path.clone(), fingerprint_of(&folder.join(&path))?);
        }
        let manifest = Manifest {
            format: FORMAT,
            made_at,
            made_by: env!("CARGO_PKG_VERSION").to_owned(),
            files,
            papers,
            altered,
        };
        let path = folder.join(MANIFEST);
        let mut file = File::create_new(&path)?;
        file.write_all(&serde_json::to_vec_pretty(&manifest)?)?;
        file.sync_all()?;
        sync_folder(&folder)?;
        let fingerprint = fingerprint_of(&path)?;
        Ok(Made {
            manifest,
            fingerprint,
        })
    })
    .await
}

/// The office's own files, each with the folder of the backup in which it lies.
fn own_files(settings: &Settings) -> anyhow::Result<Vec<(&'static str, PathBuf)>> {
    let mut own = Vec::new();
    if let Some(file) = &settings.office {
        own.push((OFFICE, file.clone()));
        // A file that does not read is kept as it is; what else belongs to it nobody knows then.
        let office = Office::read_file(file).ok();
        let arms = office.and_then(|office| office.letters.arms);
        own.extend(arms.map(|arms| (OFFICE, file.with_file_name(arms))));
    }
    if let Some(folder) = &settings.procedures {
        let files = files_of(folder).with_context(|| folder.display().to_string())?;
        own.extend(files.into_iter().map(|file| (PROCEDURES, file)));
    }
    Ok(own)
}
