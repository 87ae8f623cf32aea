//! The database: the only module that speaks SQL.
//!
//! [`Db`] reads; every write goes through a [`Tx`], and every write of a request through
//! [`Tx::record`]. Finders take a connection of either kind ([`Conn`]), so the same question can
//! be asked inside and outside of a transaction.

mod admissions;
mod agencies;
mod books;
mod calendar;
mod cards;
mod chat_groups;
mod conn;
mod db;
mod deeds;
mod drafts;
mod ends;
mod entity;
mod figures;
mod group;
mod guesses;
mod inbox;
mod mandates;
mod marks;
mod memory;
mod outbox;
mod overview;
mod own;
mod papers;
mod people;
mod procedures;
mod reach;
mod record;
mod registers;
mod requests;
mod reservations;
mod retention;
mod silence;
mod timed;
mod timers;
mod value;

pub use agencies::AgencyChange;
pub use cards::Card;
pub use chat_groups::{Added, Group};
pub use conn::Conn;
pub use db::{Db, Tx};
pub use figures::Finished;
pub(crate) use guesses::Guesses;
pub use inbox::Incoming;
pub use outbox::Due;
pub use overview::{Sought, Word};
pub use people::Invitation;
pub use registers::Lines;
pub use requests::{Filter, OpenTask};

use rand::Rng;
use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// What went wrong in the database. The message holds no row's content.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{says}")]
pub struct StoreError {
    says: String,
    is_passing: bool,
}

impl StoreError {
    fn writer_is_gone() -> StoreError {
        StoreError {
            says: "the writer is gone".to_owned(),
            is_passing: false,
        }
    }

    /// A round of commits came to nothing, for whatever reason: whoever wrote in it may well succeed in
    /// another, on another connection.
    fn of_round(error: &DbErr) -> StoreError {
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

impl From<sea_orm::DbErr> for StoreError {
    fn from(error: sea_orm::DbErr) -> Self {
        StoreError {
            says: error.to_string(),
            is_passing: is_passing(&error),
        }
    }
}

fn is_passing(error: &sea_orm::DbErr) -> bool {
    /// PostgreSQL, Appendix A: serialization failure, deadlock, too many connections, shut down by an
    /// administrator, crashed, not yet started. SQLite: busy.
    const CODES: [&str; 7] = ["40001", "40P01", "53300", "57P01", "57P02", "57P03", "5"];
    let (DbErr::Conn(RuntimeErr::SqlxError(error))
    | DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return matches!(error, DbErr::ConnectionAcquire(_));
    };
    match &**error {
        SqlxError::Io(_) | SqlxError::PoolTimedOut => true,
        SqlxError::Database(said) => said.code().is_some_and(|code| CODES.contains(&&*code)),
        _ => false,
    }
}

impl From<sea_orm::DbErr> for crate::Error {
    fn from(error: sea_orm::DbErr) -> Self {
        crate::Error::Store(error.into())
    }
}

/// A name nobody can guess: 96 bits, 16 characters of the alphabet that buttons and links allow.
pub fn token() -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    let bytes: [u8; 12] = rand::rng().random();
    URL_SAFE_NO_PAD.encode(bytes)
}
