//! Connections that only read.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, ProxyRow, QueryResult, Statement};

use crate::{
    Connection,
    connection::{all, elsewhere, first},
};

/// A few connections to the same file, of which any that is free answers. Cloning is cheap.
#[derive(Debug, Clone)]
pub struct Readers(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    connections: Vec<Connection>,
    /// Whose turn it is to keep someone waiting, where all are busy.
    turn: AtomicUsize,
}

/// The same connections for a question that reads much: it is answered on a thread of its own, so that
/// it holds up nobody's conversation.
#[derive(Debug)]
pub struct Elsewhere<'r>(&'r Readers);

impl Readers {
    /// Opens `count` connections, at least one.
    pub fn open(address: &str, count: usize) -> Result<Readers, DbErr> {
        let connections = (0..count.max(1))
            .map(|_| Connection::open(address))
            .collect::<Result<_, _>>()?;
        Ok(Readers(Arc::new(Inner {
            connections,
            turn: AtomicUsize::new(0),
        })))
    }

    /// For a question that reads much.
    pub fn elsewhere(&self) -> Elsewhere<'_> {
        Elsewhere(self)
    }

    fn rows(&self, statement: &Statement) -> Result<Vec<ProxyRow>, DbErr> {
        let connections = &self.0.connections;
        let free = connections
            .iter()
            .find_map(|connection| connection.try_rows(statement));
        free.unwrap_or_else(|| {
            let turn = self.0.turn.fetch_add(1, Ordering::Relaxed);
            connections[turn % connections.len()].rows(statement)
        })
    }
}

#[async_trait]
impl ConnectionTrait for Readers {
    fn get_database_backend(&self) -> DbBackend {
        DbBackend::Sqlite
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        Err(only_reads())
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        Err(only_reads())
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        Ok(first(self.rows(&statement)?))
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        Ok(all(self.rows(&statement)?))
    }
}

#[async_trait]
impl ConnectionTrait for Elsewhere<'_> {
    fn get_database_backend(&self) -> DbBackend {
        DbBackend::Sqlite
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        Err(only_reads())
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        Err(only_reads())
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let readers = self.0.clone();
        Ok(first(elsewhere(move || readers.rows(&statement)).await?))
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let readers = self.0.clone();
        Ok(all(elsewhere(move || readers.rows(&statement)).await?))
    }
}

fn only_reads() -> DbErr {
    DbErr::Custom("a connection that only reads".to_owned())
}
