//! What goes wrong in a database, as the rest of the house may know it.

use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// What went wrong in the database. The message holds no row's content.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{says}")]
pub struct StoreError {
    says: String,
    is_passing: bool,
}

impl StoreError {
    pub(super) fn writer_is_gone() -> StoreError {
        StoreError {
            says: "the writer is gone".to_owned(),
            is_passing: false,
        }
    }

    /// A round of commits came to nothing, for whatever reason: whoever wrote in it may well succeed in
    /// another, on another connection.
    pub(super) fn of_round(error: &DbErr) -> StoreError {
        StoreError {
            says: error.to_string(),
            is_passing: true,
        }
    }

    /// Whether the same may well succeed when it is tried again from the beginning: a connection was
    /// cut, or two transactions stood in each other's way.
    pub fn is_passing(&self) -> bool {
        self.is_passing
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        StoreError {
            says: error.to_string(),
            is_passing: is_passing(&error),
        }
    }
}

fn is_passing(error: &DbErr) -> bool {
    /// PostgreSQL, Appendix A: serialization failure, deadlock, too many connections, shut down by an
    /// administrator, crashed, not yet started.
    const CODES: [&str; 6] = ["40001", "40P01", "53300", "57P01", "57P02", "57P03"];
    match error {
        // SQLite: held by another, or not to be opened.
        DbErr::ConnectionAcquire(_) | DbErr::Conn(RuntimeErr::Internal(_)) => true,
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => match &**error {
            SqlxError::Io(_) | SqlxError::PoolTimedOut => true,
            SqlxError::Database(said) => said.code().is_some_and(|code| CODES.contains(&&*code)),
            _ => false,
        },
        _ => false,
    }
}
