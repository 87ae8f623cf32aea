//! The office's own archive of papers. A file id of a chat service is not an archive.

use std::{path::Path, sync::Arc};

use bytes::Bytes;
use object_store::{ObjectStore, PutPayload, local::LocalFileSystem, path::Path as Key};

use crate::{Error, fingerprint::fingerprint};

/// Where the bytes of papers are kept, each under its own fingerprint: the same paper sent twice is
/// one object, and an object that was altered no longer matches its name.
#[derive(Debug, Clone)]
pub struct Archive(Arc<dyn ObjectStore>);

impl Archive {
    /// A folder of this machine; it is made if it is not there.
    pub fn folder(path: &Path) -> Result<Archive, Error> {
        std::fs::create_dir_all(path).map_err(|error| object_store::Error::Generic {
            store: "folder",
            source: Box::new(error),
        })?;
        let store = LocalFileSystem::new_with_prefix(path)?;
        Ok(Archive(Arc::new(store)))
    }

    /// Keeps the bytes and returns their SHA-256, in lower-case hexadecimal.
    pub async fn keep(&self, bytes: Bytes) -> Result<String, Error> {
        let sha256 = fingerprint(&bytes);
        self.0
            .put(&key(&sha256), PutPayload::from_bytes(bytes))
            .await?;
        Ok(sha256)
    }

    /// Whether the bytes are there.
    pub async fn has(&self, sha256: &str) -> Result<bool, Error> {
        match self.0.head(&key(sha256)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Takes the bytes out for good; what is not there is out already.
    pub async fn remove(&self, sha256: &str) -> Result<(), Error> {
        match self.0.delete(&key(sha256)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// The bytes of a paper, as they were sent.
    pub async fn fetch(&self, sha256: &str) -> Result<Bytes, Error> {
        Ok(self.0.get(&key(sha256)).await?.bytes().await?)
    }
}

/// Two characters of folder, so that no folder grows without end.
fn key(sha256: &str) -> Key {
    let (folder, rest) = sha256.split_at(2.min(sha256.len()));
    Key::from(format!("{folder}/{rest}"))
}
