//! A connection of either kind, to ask questions of.

use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseExecutor, DatabaseTransaction, DbBackend, DbErr,
    ExecResult, QueryResult, RuntimeErr, Statement,
};
use sqlite::{Connection, Readers};

/// Under this name each statement is traced, with its words and none of its values: it can be counted how many an act
/// takes, and looked at by what index each finds what it looks for.
pub const STATEMENTS: &str = "domain::statements";

/// Connections to read from, or a transaction to read and write in.
#[derive(Debug)]
pub enum Conn {
    /// SQLite.
    Readers(Readers),
    /// A turn in a round of SQLite's one writer, see [`super::group`].
    Turn(Arc<Connection>),
    /// PostgreSQL.
    Pool(DatabaseConnection),
    Transaction(DatabaseTransaction),
}

/// What runs a statement.
#[derive(Debug)]
pub(super) enum Executor<'c> {
    Readers(&'c Readers),
    Elsewhere(Readers),
    Turn(&'c Connection),
    Server(DatabaseExecutor<'c>),
}

impl Conn {
    pub(super) fn c(&self) -> Executor<'_> {
        match self {
            Conn::Readers(readers) => Executor::Readers(readers),
            Conn::Turn(connection) => Executor::Turn(connection),
            Conn::Pool(pool) => Executor::Server(DatabaseExecutor::Connection(pool)),
            Conn::Transaction(tx) => Executor::Server(DatabaseExecutor::Transaction(tx)),
        }
    }

    /// For a question whose answer takes long: meanwhile, it holds up nobody's conversation.
    pub(super) fn long(&self) -> Executor<'_> {
        match self {
            Conn::Readers(readers) => Executor::Elsewhere(readers.elsewhere()),
            _ => self.c(),
        }
    }
}

/// The same call of whatever it is.
macro_rules! run {
    ($self:expr, $call:ident($what:expr)) => {
        match $self {
            Executor::Readers(readers) => readers.$call($what).await,
            Executor::Elsewhere(readers) => readers.$call($what).await,
            Executor::Turn(connection) => in_transaction(connection)?.$call($what).await,
            Executor::Server(executor) => executor.$call($what).await,
        }
    };
}

#[async_trait]
impl ConnectionTrait for Executor<'_> {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Executor::Readers(_) | Executor::Elsewhere(_) | Executor::Turn(_) => DbBackend::Sqlite,
            Executor::Server(executor) => executor.get_database_backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        trace(&statement);
        run!(self, execute_raw(statement))
    }

    async fn execute_unprepared(&self, statements: &str) -> Result<ExecResult, DbErr> {
        run!(self, execute_unprepared(statements))
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        trace(&statement);
        run!(self, query_one_raw(statement))
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        trace(&statement);
        run!(self, query_all_raw(statement))
    }
}

/// Says what is asked, where somebody listens.
pub(super) fn trace(statement: &Statement) {
    tracing::trace!(target: STATEMENTS, sql = statement.sql);
}

/// SQLite undoes a whole transaction by itself when a row does not fit on the disk. What was written
/// after that would stand alone, so nothing is.
fn in_transaction(connection: &Connection) -> Result<&Connection, DbErr> {
    if connection.is_in_transaction() {
        return Ok(connection);
    }
    let says = "the transaction was undone".to_owned();
    Err(DbErr::Conn(RuntimeErr::Internal(says)))
}
