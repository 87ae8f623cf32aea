//! The two kinds of no.

use thiserror::Error;

use crate::{Refusal, code::ProcedureCode};

/// What can come back instead of a result. [`Error::Refused`] is an expected answer and becomes a
/// sentence to the person; everything else is our trouble and goes to the log.
#[derive(Debug, Error)]
pub enum Error {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("database: {0}")]
    Store(#[from] crate::store::StoreError),
    #[error("archive: {0}")]
    Archive(#[from] std::io::Error),
    #[error("version {version} of procedure {code} is not stored or no longer reads")]
    ProcedureLost { code: ProcedureCode, version: u32 },
    /// Where in it stands here, and not what: that may be what someone wrote.
    #[error("row is not what this program writes: {:?}, line {} column {}", .0.classify(), .0.line(), .0.column())]
    Unreadable(#[from] serde_json::Error),
    #[error("{0} is not there")]
    Missing(&'static str),
    /// A panic on the way; what it says stands in the log by itself.
    #[error("a panic")]
    Panicked,
}

impl Error {
    /// The refusal in it, if it is one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Error::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// Whether the same may well succeed when it is tried again from the beginning.
    pub fn hope(&self) -> crate::store::Hope {
        use crate::store::Hope;
        use std::io::ErrorKind::{QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        match self {
            Error::Store(error) => error.hope,
            Error::Archive(error) => match error.kind() {
                StorageFull | QuotaExceeded | ReadOnlyFilesystem => Hope::Outage,
                _ => Hope::None,
            },
            _ => Hope::None,
        }
    }
}
