//! The database: the only module that speaks SQL.
//!
//! [`Db`] reads; every write goes through a [`Tx`], and every write of a request through
//! [`Tx::record`]. Finders take a connection of either kind ([`Conn`]), so the same question can
//! be asked inside and outside of a transaction.

mod actor;
mod admissions;
mod ageing;
mod agencies;
mod alike;
mod audience;
mod backlog;
mod bell;
mod books;
mod calendar;
mod cards;
mod chain;
mod chained;
mod chat_groups;
mod chats;
mod conn;
mod copies;
mod db;
mod decided;
mod deeds;
mod drafts;
mod entity;
mod error;
mod figures;
mod follow_ups;
mod gathered;
mod group;
mod guesses;
mod holders;
mod inbox;
mod invitations;
mod issued;
mod known;
mod leadership;
mod left;
mod links;
mod mandates;
mod marks;
mod new_cards;
mod numbered;
mod officials;
mod old_cards;
mod old_notices;
mod open_desks;
mod outbox;
mod outlived_people;
mod overview;
mod own_data;
mod papers;
mod people;
mod postgres_pool;
mod procedures;
mod reachability;
mod record;
mod registers;
mod remembered_answers;
mod reports;
mod requests;
mod reservations;
mod restoring;
mod retention;
mod roster;
mod shelves;
mod silence;
mod situation;
mod surveys;
mod task_schedule;
mod tasks;
mod tickets;
mod timers;
mod value;
mod voices;

pub use backlog::WaitingQueue;
pub use cards::Card;
pub use chained::Chained;
pub use chat_groups::{Added, ChatGroup};
pub use conn::{Conn, STATEMENTS};
pub use copies::{
    Hold, Keeping, bring_back, copy_database, damage, file_address, is_empty, reads_as_copy,
};
pub use db::{Db, Tx};
pub use error::{Hope, StoreError};
pub use figures::{Finished, FinishedWhere};
pub(crate) use guesses::Guesses;
pub use inbox::Incoming;
pub use invitations::Invitation;
pub use issued::{IssuedPaper, MadePaper, SignedPaper};
pub use leadership::{Candidate, Leader, LeaderTerm, keeps_sessions};
pub use left::LeftForLeader;
pub use links::{Anchor, ChainLink, LinkKind};
pub use numbered::NumberedPaper;
pub(crate) use numbered::{NewNumbered, series_name};
pub use open_desks::OpenDesk;
pub use outbox::{DueNotice, DuePerson};
pub use overview::{Sought, Word};
pub use postgres_pool::{CONNECTIONS, FEWEST_CONNECTIONS};
pub use registers::Lines;
pub(crate) use registers::OpenedWithin;
pub use reports::RequestsWithin;
pub use requests::Filter;
pub use restoring::{Restoration, Series};
pub(crate) use shelves::OldLine;
pub use situation::CardSituation;
pub use tasks::OpenTask;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rand::Rng;
use sha2::{Digest, Sha256};

use crate::{code::OutcomeCode, id::TaskId};

impl From<sea_orm::DbErr> for crate::Error {
    fn from(error: sea_orm::DbErr) -> Self {
        crate::Error::Store(error.into())
    }
}

/// A name nobody can guess: 96 bits, 16 characters of the alphabet that buttons and links allow.
pub fn token() -> String {
    let bytes: [u8; 12] = rand::rng().random();
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The name of a form about a task: half of it nobody can guess, and the rest says which task and which outcome. So
/// whoever sends the form twice can be told what became of it, although it is gone.
pub(super) fn token_about(task: TaskId, outcome: &OutcomeCode) -> String {
    let Ok(task) = u32::try_from(task.0) else {
        return token();
    };
    let mut bytes: [u8; 12] = rand::rng().random();
    bytes[6..8].copy_from_slice(&print_of(outcome));
    bytes[8..].copy_from_slice(&task.to_be_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The task that a form of this name would be about, if it is about one, and whether with this outcome.
pub(crate) fn task_of(token: &str) -> Option<(TaskId, impl Fn(&OutcomeCode) -> bool)> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    let print: [u8; 2] = bytes.get(6..8)?.try_into().ok()?;
    let task: [u8; 4] = bytes.get(8..)?.try_into().ok()?;
    let task = TaskId(u32::from_be_bytes(task).into());
    Some((task, move |outcome: &OutcomeCode| {
        print_of(outcome) == print
    }))
}

/// Enough of an outcome's code to tell it from the others of its step.
fn print_of(outcome: &OutcomeCode) -> [u8; 2] {
    let hash = Sha256::digest(outcome.as_str());
    [hash[0], hash[1]]
}
