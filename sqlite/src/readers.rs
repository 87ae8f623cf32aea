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
pub struct Readers {
    connections: Arc<[Connection]>,
    /// Whose turn it is to keep someone waiting, where all are busy.
    turn: Arc<AtomicUsize>,
    is_elsewhere: bool,
}

impl Readers {
    /// Opens `count` connections, at least one.
    pub fn open(address: &str, count: usize) -> Result<Readers, DbErr> {
        let connections = (0..count.max(1))
            .map(|_| Connection::open(address))
            .collect::<Result<_, _>>()?;
        Ok(Readers {
            connections,
            turn: Arc::default(),
            is_elsewhere: false,
        })
    }

    /// The same connections for a question that reads much: it is answered on a thread of its own, so that
    /// it holds up nobody's conversation.
    #[must_use]
    pub fn elsewhere(&self) -> Readers {
        Readers {
            is_elsewhere: true,
            ..self.clone()
        }
    }

    async fn ask(&self, statement: Statement) -> Result<Vec<ProxyRow>, DbErr> {
        if !self.is_elsewhere {
            return self.rows(&statement);
        }
        let readers = self.clone();
        elsewhere(move || readers.rows(&statement)).await
    }

    fn rows(&self, statement: &Statement) -> Result<Vec<ProxyRow>, DbErr> {
        let free = self
            .connections
            .iter()
            .find_map(|connection| connection.try_rows(statement));
        free.unwrap_or_else(|| {
            let turn = self.turn.fetch_add(1, Ordering::Relaxed);
            self.connections[turn % self.connections.len()].rows(statement)
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
        Ok(first(self.ask(statement).await?))
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        Ok(all(self.ask(statement).await?))
    }
}

fn only_reads() -> DbErr {
    DbErr::Custom("a connection that only reads".to_owned())
}
