//! The office's own archive of papers. A file id of a chat service is not an archive.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use rand::Rng;

use crate::{Error, fingerprint::fingerprint};

/// Papers lie in so many folders, so that none grows without end.
pub(crate) const FOLDERS: u16 = 256;
/// What is being written is named so until it is whole.
const UNFINISHED: &str = ".unfinished-";
/// Nobody writes one paper for so long: what is unfinished after that is left from a crash.
const ABANDONED: Duration = Duration::from_hours(24);

/// Where the bytes of papers are kept, each under its own fingerprint: the same paper sent twice is
/// one file, and a file that was altered no longer matches its name.
#[derive(Debug, Clone)]
pub struct Archive(Arc<Path>);

/// What was copied from one archive into another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copied {
    pub papers: u64,
    /// The fingerprints of papers in whose place something else lies; that was copied as it is.
    pub altered: Vec<String>,
}

/// What the archive holds of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// The bytes, as they were sent.
    Whole(Bytes),
    /// Other bytes than those that were sent.
    Altered,
    Missing,
}

impl Archive {
    /// A folder of this machine; it is made if it is not there.
    pub fn folder(path: &Path) -> Result<Archive, Error> {
        fs::create_dir_all(path)?;
        Ok(Archive(path.into()))
    }

    /// Keeps the bytes and returns their SHA-256, in lower-case hexadecimal. They are whole and on the
    /// disk when this returns, whatever lay in their place before.
    pub async fn keep(&self, bytes: Bytes) -> Result<String, Error> {
        self.elsewhere(move |archive| {
            let sha256 = fingerprint(&bytes);
            archive.put(&sha256, &bytes)?;
            Ok(sha256)
        })
        .await
    }

    /// Whether a file is there; what is in it is not looked at.
    pub async fn has(&self, sha256: &str) -> Result<bool, Error> {
        let Some(place) = self.place(sha256) else {
            return Ok(false);
        };
        self.elsewhere(move |_| place.try_exists()).await
    }

    /// Takes the bytes out for good; what is not there is out already.
    pub async fn remove(&self, sha256: &str) -> Result<(), Error> {
        let Some(place) = self.place(sha256) else {
            return Ok(());
        };
        self.elsewhere(move |_| match fs::remove_file(&place) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => place.parent().map_or(Ok(()), sync_folder),
        })
        .await
    }

    /// What is held of a paper, compared with its fingerprint.
    pub async fn fetch(&self, sha256: &str) -> Result<Held, Error> {
        let Some(place) = self.place(sha256) else {
            return Ok(Held::Missing);
        };
        let sha256 = sha256.to_owned();
        self.elsewhere(move |_| match fs::read(place) {
            Ok(bytes) if fingerprint(&bytes) == sha256 => Ok(Held::Whole(bytes.into())),
            Ok(_) => Ok(Held::Altered),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Held::Missing),
            Err(error) => Err(error),
        })
        .await
    }

    /// The fingerprints of all papers, in order.
    pub async fn papers(&self) -> Result<Vec<String>, Error> {
        let mut papers = Vec::new();
        for folder in 0..FOLDERS {
            papers.extend(self.fingerprints(folder).await?);
        }
        papers.sort();
        Ok(papers)
    }

    /// The fingerprints of all that lies in one of the [`FOLDERS`].
    pub(crate) async fn fingerprints(&self, folder: u16) -> Result<Vec<String>, Error> {
        let name = format!("{folder:02x}");
        self.elsewhere(move |archive| {
            let files = names(&archive.0.join(&name))?;
            let named = files.into_iter().map(|file| format!("{name}{file}"));
            Ok(named.filter(|it| is_fingerprint(it)).collect())
        })
        .await
    }

    /// Copies every paper into another archive that lacks it. Where an earlier copy of the archive is given, what it holds
    /// unaltered is not written once more: both name the same bytes on the disk. How many papers there are, and which
    /// of them are not what they were.
    pub async fn copy_to(&self, to: &Archive, earlier: Option<Archive>) -> Result<Copied, Error> {
        let mut copied = Copied::default();
        for folder in 0..FOLDERS {
            let (all, to, earlier) = (
                self.fingerprints(folder).await?,
                to.clone(),
                earlier.clone(),
            );
            let (papers, altered) = self
                .elsewhere(move |archive| {
                    let (mut papers, mut altered) = (0, Vec::new());
                    for sha256 in all {
                        papers += u64::from(archive.copy_one(
                            &sha256,
                            &to,
                            earlier.as_ref(),
                            &mut altered,
                        )?);
                    }
                    Ok((papers, altered))
                })
                .await?;
            copied.papers += papers;
            copied.altered.extend(altered);
        }
        Ok(copied)
    }

    /// Whether there was something to copy.
    fn copy_one(
        &self,
        sha256: &str,
        to: &Archive,
        earlier: Option<&Archive>,
        altered: &mut Vec<String>,
    ) -> io::Result<bool> {
        let (Some(from), Some(there)) = (self.place(sha256), to.place(sha256)) else {
            return Ok(false);
        };
        if there.try_exists()? {
            return Ok(false);
        }
        let before = earlier.and_then(|earlier| earlier.place(sha256));
        if let Some(before) = before
            && let Some(bytes) = unless_gone(fs::read(&before))?
            && fingerprint(&bytes) == sha256
        {
            let folder = there.parent().unwrap_or(&to.0);
            fs::create_dir_all(folder)?;
            if fs::hard_link(&before, &there).is_ok() {
                sync_folder(folder)?;
                return Ok(true);
            }
        }
        // It may have left the archive meanwhile, and then it is needed no more.
        let Some(bytes) = unless_gone(fs::read(from))? else {
            return Ok(false);
        };
        if fingerprint(&bytes) != sha256 {
            altered.push(sha256.to_owned());
        }
        to.put(sha256, &bytes)?;
        Ok(true)
    }

    /// Removes what a crash has left half written, long after anyone can be writing it still.
    pub(crate) async fn clear_unfinished(&self) -> Result<(), Error> {
        self.elsewhere(|archive| {
            let files = names(&archive.0)?;
            for file in files.iter().filter(|file| file.starts_with(UNFINISHED)) {
                let path = archive.0.join(file);
                // It may have been written to its end meanwhile, and has another name.
                let Some(about) = unless_gone(fs::metadata(&path))? else {
                    continue;
                };
                let age = SystemTime::now().duration_since(about.modified()?);
                if age.is_ok_and(|age| age > ABANDONED) {
                    unless_gone(fs::remove_file(&path))?;
                }
            }
            Ok(())
        })
        .await
    }

    /// Written under another name, and named when it is whole: no moment shows half a paper.
    fn put(&self, sha256: &str, bytes: &[u8]) -> io::Result<()> {
        let (folder, rest) = sha256.split_at(2);
        let folder = self.0.join(folder);
        fs::create_dir_all(&folder)?;
        let nonce: u64 = rand::rng().random();
        let unfinished = self.0.join(format!("{UNFINISHED}{nonce:016x}"));
        let written = write_synced(&unfinished, bytes)
            .and_then(|()| fs::rename(&unfinished, folder.join(rest)));
        if written.is_err() {
            // What is left of it is removed one day in any case.
            let _ = fs::remove_file(&unfinished);
        }
        written?;
        sync_folder(&folder)?;
        sync_folder(&self.0)
    }

    /// Where a paper lies; nowhere, if this is no fingerprint.
    fn place(&self, sha256: &str) -> Option<PathBuf> {
        let (folder, rest) = is_fingerprint(sha256).then(|| sha256.split_at(2))?;
        Some(self.0.join(folder).join(rest))
    }

    /// Waiting for the disk holds up nobody.
    async fn elsewhere<T: Send + 'static>(
        &self,
        work: impl FnOnce(Archive) -> io::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        let archive = self.clone();
        let done = tokio::task::spawn_blocking(move || work(archive)).await;
        Ok(done.map_err(io::Error::other)??)
    }
}

fn is_fingerprint(name: &str) -> bool {
    name.len() == 64
        && name
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

/// None where there is no such file any more.
fn unless_gone<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
    }
}

/// The names in a folder; none where there is no such folder yet.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let names = entries.map(|entry| Ok(entry?.file_name().into_string()));
    let names: Vec<_> = names.collect::<io::Result<_>>()?;
    Ok(names.into_iter().flatten().collect())
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The name of a file is on the disk when its folder is.
fn sync_folder(folder: &Path) -> io::Result<()> {
    // Elsewhere a folder cannot be opened as a file, and the system keeps names by itself.
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_fetched_is_what_was_sent_or_is_said_not_to_be() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::folder(folder.path()).unwrap();
        let sent = Bytes::from_static(b"a letter");
        let sha256 = archive.keep(sent.clone()).await.unwrap();
        assert_eq!(
            archive.fetch(&sha256).await.unwrap(),
            Held::Whole(sent.clone())
        );

        let place = archive.place(&sha256).unwrap();
        fs::write(&place, b"a lettes").unwrap();
        assert_eq!(archive.fetch(&sha256).await.unwrap(), Held::Altered);
        archive.keep(sent.clone()).await.unwrap();
        assert_eq!(archive.fetch(&sha256).await.unwrap(), Held::Whole(sent));

        archive.remove(&sha256).await.unwrap();
        archive.remove(&sha256).await.unwrap();
        assert_eq!(archive.fetch(&sha256).await.unwrap(), Held::Missing);
        for none in ["", "é", "../../etc/passwd"] {
            assert_eq!(archive.fetch(none).await.unwrap(), Held::Missing, "{none}");
            archive.remove(none).await.unwrap();
        }
    }

    /// What a crash left is no paper, and goes; what is being written stays.
    #[tokio::test]
    async fn what_is_half_written_is_cleared_after_a_day() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::folder(folder.path()).unwrap();
        let sha256 = archive.keep(Bytes::from_static(b"a letter")).await.unwrap();
        let [old, young] =
            ["old", "young"].map(|it| folder.path().join(format!("{UNFINISHED}{it}")));
        for half in [&old, &young] {
            fs::write(half, b"a le").unwrap();
        }
        let before = SystemTime::now() - ABANDONED - Duration::from_mins(1);
        File::options()
            .write(true)
            .open(&old)
            .unwrap()
            .set_modified(before)
            .unwrap();
        archive.clear_unfinished().await.unwrap();
        assert!(!old.exists());
        assert!(young.exists());

        let mut found = Vec::new();
        for folder in 0..FOLDERS {
            found.extend(archive.fingerprints(folder).await.unwrap());
        }
        assert_eq!(found, [sha256]);
    }
}
