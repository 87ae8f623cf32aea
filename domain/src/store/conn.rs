//! A connection of either kind, to ask questions of.

use std::sync::Arc;

use sea_orm::{DatabaseConnection, DatabaseExecutor, DatabaseTransaction};

/// A pool to read from, or a transaction to read and write in.
#[derive(Debug)]
pub enum Conn {
    Pool(DatabaseConnection),
    Transaction(DatabaseTransaction),
    /// A turn in a round of SQLite's one writer, see [`super::group`].
    Turn(Arc<DatabaseTransaction>),
}

impl Conn {
    pub(super) fn c(&self) -> DatabaseExecutor<'_> {
        match self {
            Conn::Pool(pool) => DatabaseExecutor::Connection(pool),
            Conn::Transaction(tx) => DatabaseExecutor::Transaction(tx),
            Conn::Turn(tx) => DatabaseExecutor::Transaction(tx),
        }
    }
}
