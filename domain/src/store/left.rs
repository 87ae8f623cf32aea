//! What is stored for whoever leads by those who stand by.

use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, RuntimeErr, Statement, sqlx::postgres::PgListener,
};

use super::{Db, Incoming, StoreError, Tx, leadership::in_time};
use crate::{Error, id::UpdateId};

/// Under this name the leader hears of updates that others have stored.
const CHANNEL: &str = "loket_inbox";

impl Db {
    /// Stores an update for whoever leads, and wakes them; what is stored already is left alone.
    pub async fn leave_for_leader(&self, incoming: &Incoming) -> Result<(), Error> {
        let tx = self.begin().await?;
        let fresh = tx.receive(std::slice::from_ref(incoming)).await?;
        if fresh.contains(&incoming.update) {
            tx.wake_leader(incoming.update).await?;
        }
        tx.commit().await
    }
}

impl Tx {
    /// Heard once this is committed.
    async fn wake_leader(&self, update: UpdateId) -> Result<(), Error> {
        let values = [CHANNEL.into(), update.0.to_string().into()];
        let notify = "SELECT pg_notify($1, $2)";
        let notify = Statement::from_sql_and_values(DbBackend::Postgres, notify, values);
        self.c().query_one_raw(notify).await?;
        Ok(())
    }
}

/// Hears of updates that others have stored for whoever leads.
#[derive(Debug)]
pub struct LeftForLeader(PgListener);

impl LeftForLeader {
    /// Listens from now on.
    pub async fn at(address: &str) -> Result<LeftForLeader, StoreError> {
        let listening = async {
            let mut listener = PgListener::connect(address).await?;
            listener.listen(CHANNEL).await?;
            Ok(LeftForLeader(listener))
        };
        in_time(listening).await
    }

    /// Waits for the next one. None: the line broke and was made anew, and some may not have been heard of.
    pub async fn next(&mut self) -> Result<Option<UpdateId>, StoreError> {
        let heard = self.0.try_recv().await;
        let heard = heard.map_err(|error| DbErr::Conn(RuntimeErr::SqlxError(Arc::new(error))))?;
        Ok(heard.and_then(|it| it.payload().parse().ok()).map(UpdateId))
    }
}
