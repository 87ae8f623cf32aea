//! The connections to PostgreSQL that one process has.

use std::sync::Arc;

use sea_orm::{ConnectOptions, Database, DatabaseConnection, TransactionTrait};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{
    StoreError,
    conn::Link,
    leadership::{LeaderTerm, works_in},
};
use crate::Error;

/// How many there are where nobody says.
pub const CONNECTIONS: u32 = 12;
/// One for a transaction, and one for what is asked beside it.
pub const FEWEST_CONNECTIONS: u32 = 2;

/// A pool in which transactions leave room for what is asked beside them. Whoever holds one and asks something beside
/// it waits for another connection; without that room so many could do so in the same moment that none is left, and
/// all wait for each other.
#[derive(Debug, Clone)]
pub(super) struct PostgresPool {
    connections: DatabaseConnection,
    /// For transactions.
    room: Arc<Semaphore>,
}

impl PostgresPool {
    pub(super) async fn open(
        url: &str,
        connections: u32,
        term: Option<LeaderTerm>,
    ) -> Result<PostgresPool, StoreError> {
        let connections = connections.max(FEWEST_CONNECTIONS);
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(connections)
            .sqlx_logging(false)
            .test_before_acquire(false);
        if let Some(term) = term {
            options.map_sqlx_postgres_pool_opts(move |pool| works_in(pool, term));
        }
        let asking = connections.div_ceil(3);
        Ok(PostgresPool {
            connections: Database::connect(options).await?,
            room: Arc::new(Semaphore::new((connections - asking) as usize)),
        })
    }

    /// Begins a transaction as soon as there is room for one; it is given back when the permit is dropped.
    pub(super) async fn begin(&self) -> Result<(Link, OwnedSemaphorePermit), Error> {
        let room = self.room.clone().acquire_owned().await;
        let room = room.map_err(|_| Error::Missing("room for a transaction"))?;
        Ok((Link::Transaction(self.connections.begin().await?), room))
    }

    pub(super) fn link(&self) -> Link {
        Link::Pool(self.connections.clone())
    }

    pub(super) async fn close(self) -> Result<(), Error> {
        Ok(self.connections.close().await?)
    }
}
