//! A connection of either kind, to ask questions of.

use sea_orm::{DatabaseConnection, DatabaseExecutor, DatabaseTransaction};

/// A pool to read from, or a transaction to read and write in.
#[derive(Debug)]
pub enum Conn {
    Pool(DatabaseConnection),
    Transaction(DatabaseTransaction),
}

impl Conn {
    pub(super) fn c(&self) -> DatabaseExecutor<'_> {
        match self {
            Conn::Pool(pool) => DatabaseExecutor::Connection(pool),
            Conn::Transaction(tx) => DatabaseExecutor::Transaction(tx),
        }
    }
}
