//! What waits, since when, and what has been given up.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    Conn,
    entity::{inbox, issued, outbox, person, timer},
};
use crate::Error;

/// How much waits, and since when the oldest of it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WaitingQueue {
    pub waiting: u64,
    pub since: Option<DateTime<Utc>>,
}

impl Conn {
    /// What came in and is not handled.
    pub(crate) async fn unhandled_queue(&self) -> Result<WaitingQueue, Error> {
        let waiting = || inbox::Entity::find().filter(inbox::Column::DoneAt.is_null());
        let oldest = waiting()
            .order_by_asc(inbox::Column::UpdateId)
            .limit(1)
            .one(&self.c())
            .await?;
        let Some(oldest) = oldest else {
            return Ok(WaitingQueue::default());
        };
        Ok(WaitingQueue {
            waiting: waiting().count(&self.c()).await?,
            since: Some(oldest.received_at),
        })
    }

    /// What is due to be told and is not told.
    pub(crate) async fn untold_queue(&self) -> Result<WaitingQueue, Error> {
        let waiting = self.count_due().await?;
        if waiting == 0 {
            return Ok(WaitingQueue::default());
        }
        let oldest: Option<Option<DateTime<Utc>>> = outbox::Entity::find()
            .select_only()
            .column_as(outbox::Column::CreatedAt.min(), "oldest")
            .filter(outbox::Column::DoneAt.is_null())
            .into_tuple()
            .one(&self.c())
            .await?;
        Ok(WaitingQueue {
            waiting,
            since: oldest.flatten(),
        })
    }

    /// What was to happen by itself before a moment, and has not.
    pub(crate) async fn late_queue(&self, before: DateTime<Utc>) -> Result<WaitingQueue, Error> {
        let late = timer::Entity::find()
            .filter(timer::Column::DoneAt.is_null())
            .filter(timer::Column::At.lt(before));
        let waiting = late.clone().count(&self.c()).await?;
        let oldest = late.order_by_asc(timer::Column::At).limit(1);
        let since = match waiting {
            0 => None,
            _ => oldest.one(&self.c()).await?.map(|row| row.at),
        };
        Ok(WaitingQueue { waiting, since })
    }

    /// How many notices came to nobody, of those that are kept.
    pub(crate) async fn count_undelivered(&self) -> Result<u64, Error> {
        let failed = outbox::Entity::find().filter(outbox::Column::Failure.is_not_null());
        Ok(failed.count(&self.long()).await?)
    }

    /// How many papers were to be made and are made no more.
    pub(crate) async fn count_unmade(&self) -> Result<u64, Error> {
        let failed = issued::Entity::find()
            .filter(issued::Column::MadeAt.is_null())
            .filter(issued::Column::RemovedAt.is_null())
            .filter(issued::Column::Failure.is_not_null());
        Ok(failed.count(&self.long()).await?)
    }

    /// How many people nothing reaches who work here.
    pub(crate) async fn count_unreachable(&self) -> Result<u64, Error> {
        let lost = person::Entity::find()
            .filter(person::Column::UnreachableSince.is_not_null())
            .filter(person::Column::Account.is_not_null());
        Ok(lost.count(&self.long()).await?)
    }
}
