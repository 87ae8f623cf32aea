//! A connection of either kind, to ask questions of.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseExecutor, DatabaseTransaction, DbBackend, DbErr,
    ExecResult, QueryResult, RuntimeErr, Statement,
};
use sqlite::{Connection, Readers};

use super::roster::{AsOf, Roster, is_changed_by};

/// Under this name each statement is traced, with its words and none of its values: it can be counted how many an act
/// takes, and looked at by what index each finds what it looks for.
pub const STATEMENTS: &str = "domain::statements";

/// Connections to read from, or a transaction to read and write in.
#[derive(Debug)]
pub struct Conn {
    pub(super) link: Link,
    pub(super) roster: Roster,
    /// Under which revision of the roster is asked.
    pub(super) as_of: Mutex<AsOf>,
}

/// What leads to the database.
#[derive(Debug)]
pub(super) enum Link {
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
pub(super) struct Executor<'c> {
    conn: &'c Conn,
    route: Route<'c>,
}

#[derive(Debug)]
enum Route<'c> {
    Readers(&'c Readers),
    Elsewhere(Readers),
    Turn(&'c Connection),
    Server(DatabaseExecutor<'c>),
}

impl Conn {
    pub(super) fn new(link: Link, roster: Roster, as_of: AsOf) -> Conn {
        let as_of = Mutex::new(as_of);
        Conn {
            link,
            roster,
            as_of,
        }
    }

    pub(super) fn c(&self) -> Executor<'_> {
        let route = match &self.link {
            Link::Readers(readers) => Route::Readers(readers),
            Link::Turn(connection) => Route::Turn(connection),
            Link::Pool(pool) => Route::Server(DatabaseExecutor::Connection(pool)),
            Link::Transaction(tx) => Route::Server(DatabaseExecutor::Transaction(tx)),
        };
        Executor { conn: self, route }
    }

    /// For a question whose answer takes long: meanwhile, it holds up nobody's conversation.
    pub(super) fn long(&self) -> Executor<'_> {
        let executor = self.c();
        let route = match executor.route {
            Route::Readers(readers) => Route::Elsewhere(readers.elsewhere()),
            route => route,
        };
        Executor { route, ..executor }
    }
}

impl Executor<'_> {
    fn asks(&self, statement: &Statement) {
        trace(statement);
        let sql = &statement.sql;
        if is_changed_by(sql) {
            self.conn.knows_better();
        } else if let Link::Transaction(_) = self.conn.link
            && may_wait(sql)
        {
            // People may have changed while it waited for another transaction.
            self.conn.asks_anew();
        }
    }
}

/// The same call of whatever it is.
macro_rules! run {
    ($self:expr, $call:ident($what:expr)) => {
        match &$self.route {
            Route::Readers(readers) => readers.$call($what).await,
            Route::Elsewhere(readers) => readers.$call($what).await,
            Route::Turn(connection) => in_transaction(connection)?.$call($what).await,
            Route::Server(executor) => executor.$call($what).await,
        }
    };
}

#[async_trait]
impl ConnectionTrait for Executor<'_> {
    fn get_database_backend(&self) -> DbBackend {
        match &self.route {
            Route::Readers(_) | Route::Elsewhere(_) | Route::Turn(_) => DbBackend::Sqlite,
            Route::Server(executor) => executor.get_database_backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.asks(&statement);
        run!(self, execute_raw(statement))
    }

    async fn execute_unprepared(&self, statements: &str) -> Result<ExecResult, DbErr> {
        run!(self, execute_unprepared(statements))
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.asks(&statement);
        run!(self, query_one_raw(statement))
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.asks(&statement);
        run!(self, query_all_raw(statement))
    }
}

/// Whether PostgreSQL may keep a statement waiting for what another transaction holds.
fn may_wait(sql: &str) -> bool {
    !sql.starts_with("SELECT") || ["UPDATE", "SHARE"].iter().any(|how| sql.ends_with(how))
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
