//! The files Telegram keeps.

use std::{collections::HashMap, fmt::Write as _};

use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::chat::File;

/// All files by `file_id`, and the paths under which they may be fetched.
#[derive(Clone, Default)]
pub(super) struct Shelf {
    files: HashMap<String, Kept>,
    paths: HashMap<String, String>,
    count: usize,
}

/// A file with its bytes.
#[derive(Clone)]
pub(super) struct Kept {
    pub(super) kind: FileKind,
    pub(super) file: File,
    pub(super) bytes: Bytes,
    /// `documents/file_3.pdf`
    path: String,
}

/// What Telegram takes a file for; a `file_id` is only good for its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    Document,
    Photo,
    Sticker,
    Voice,
}

impl Shelf {
    /// Keeps a file under a new `file_id`.
    pub(super) fn keep(
        &mut self,
        kind: FileKind,
        name: Option<&str>,
        mime: Option<&str>,
        bytes: Bytes,
    ) -> File {
        self.count += 1;
        let number = self.count;
        let (prefix, folder, fallback) = match kind {
            FileKind::Document => ("BQACAgUAAxkBAAI", "documents", ""),
            FileKind::Photo => ("AgACAgUAAxkBAAI", "photos", ".jpg"),
            FileKind::Sticker => ("CAACAgUAAxkBAAI", "stickers", ".webp"),
            FileKind::Voice => ("AwACAgUAAxkBAAI", "voice", ".oga"),
        };
        let ending = name
            .and_then(|name| name.rsplit_once('.'))
            .map_or(fallback.to_owned(), |(_, ending)| format!(".{ending}"));
        let mut unique = String::from("AgAD");
        for byte in &Sha256::digest(&bytes)[..8] {
            let _ = write!(unique, "{byte:02x}");
        }
        let file = File {
            id: format!("{prefix}{number:06}-{}", &unique[4..]),
            unique,
            name: name.map(ToOwned::to_owned),
            mime: mime.map(ToOwned::to_owned),
            size: bytes.len() as u64,
        };
        let kept = Kept {
            kind,
            file: file.clone(),
            bytes,
            path: format!("{folder}/file_{number}{ending}"),
        };
        self.files.insert(file.id.clone(), kept);
        file
    }

    pub(super) fn get(&self, file_id: &str) -> Option<&Kept> {
        self.files.get(file_id)
    }

    /// Opens the way to a file, as `getFile` does; before that the path leads nowhere.
    pub(super) fn open_path(&mut self, file_id: &str) -> Option<String> {
        let path = self.files.get(file_id)?.path.clone();
        self.paths.insert(path.clone(), file_id.to_owned());
        Some(path)
    }

    pub(super) fn at_path(&self, path: &str) -> Option<Bytes> {
        let file_id = self.paths.get(path)?;
        Some(self.files.get(file_id)?.bytes.clone())
    }
}
