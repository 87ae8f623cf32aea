//! What is to happen by itself: rows, each claimed by one process and done in the transaction that
//! claimed it.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict, Order, Query},
};

use super::{Conn, Tx, entity::timer};
use crate::{
    Error,
    id::{TaskId, TimerId},
    wake::{DueWake, Wake},
};

impl Conn {
    /// When something is to happen next.
    pub async fn next_wake(&self) -> Result<Option<DateTime<Utc>>, Error> {
        Ok(self.next_due().await?.map(|due| due.at))
    }

    /// What is to happen next.
    pub async fn next_due(&self) -> Result<Option<DueWake>, Error> {
        let found = timer::Entity::find()
            .filter(timer::Column::DoneAt.is_null())
            .order_by_asc(timer::Column::At)
            .order_by_asc(timer::Column::Id)
            .one(&self.c())
            .await?;
        Ok(found.map(|row| DueWake::new(row.id, row.wake, row.planned_at, row.at)))
    }
}

impl Conn {
    /// Whether something was planned before, done or not.
    pub async fn is_known(&self, wake: &Wake) -> Result<bool, Error> {
        let found = timer::Entity::find()
            .filter(timer::Column::Key.eq(wake.key()))
            .one(&self.c())
            .await?;
        Ok(found.is_some())
    }

    /// Whether something is still to come.
    pub async fn is_planned(&self, wake: &Wake) -> Result<bool, Error> {
        Ok(self.planned_at(wake).await?.is_some())
    }

    /// When something is to happen that is still to come.
    pub async fn planned_at(&self, wake: &Wake) -> Result<Option<DateTime<Utc>>, Error> {
        let found = timer::Entity::find()
            .filter(timer::Column::Key.eq(wake.key()))
            .filter(timer::Column::DoneAt.is_null())
            .one(&self.c())
            .await?;
        Ok(found.map(|row| row.at))
    }
}

impl Tx {
    /// Plans something for a moment. What was planned or done under the same name before stays as it is.
    pub async fn plan(&self, wake: &Wake, at: DateTime<Utc>) -> Result<(), Error> {
        self.note_wake(wake, at, None).await?;
        Ok(())
    }

    /// Notes that something is to happen, or has. Says no where something of the same name is planned or
    /// done already, and leaves that as it is.
    pub async fn note_wake(
        &self,
        wake: &Wake,
        at: DateTime<Utc>,
        done: Option<DateTime<Utc>>,
    ) -> Result<bool, Error> {
        let stays = OnConflict::column(timer::Column::Key)
            .do_nothing()
            .to_owned();
        let noted = timer::Entity::insert(row(wake, at, done)?)
            .on_conflict(stays)
            .exec_without_returning(&self.c())
            .await?;
        Ok(noted > 0)
    }

    /// As [`Tx::plan`], and what was planned under the same name and is not done yet moves there.
    pub async fn replan(&self, wake: &Wake, at: DateTime<Utc>) -> Result<(), Error> {
        let moves = OnConflict::column(timer::Column::Key)
            .update_columns([timer::Column::PlannedAt, timer::Column::At])
            .action_and_where(timer::Column::DoneAt.is_null())
            .to_owned();
        timer::Entity::insert(row(wake, at, None)?)
            .on_conflict(moves)
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// As [`Tx::plan`], and what was planned under the same name and is not done yet becomes this.
    pub(crate) async fn plan_anew(&self, wake: &Wake, at: DateTime<Utc>) -> Result<(), Error> {
        let becomes = OnConflict::column(timer::Column::Key)
            .update_columns([
                timer::Column::Wake,
                timer::Column::PlannedAt,
                timer::Column::At,
            ])
            .action_and_where(timer::Column::DoneAt.is_null())
            .to_owned();
        timer::Entity::insert(row(wake, at, None)?)
            .on_conflict(becomes)
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// What was planned under a name and is not done yet is not to happen any more. What it was.
    pub(crate) async fn cancel(&self, key: &str) -> Result<Option<Wake>, Error> {
        let found = timer::Entity::find()
            .filter(timer::Column::Key.eq(key))
            .filter(timer::Column::DoneAt.is_null())
            .one(&self.c())
            .await?;
        let Some(row) = found else {
            return Ok(None);
        };
        timer::Entity::delete_by_id(row.id).exec(&self.c()).await?;
        Ok(Some(serde_json::from_value(row.wake)?))
    }

    /// Plans the rest of a long act. It comes before all else that is due.
    pub(crate) async fn plan_rest(&self, wake: &Wake) -> Result<(), Error> {
        let begins_there = OnConflict::column(timer::Column::Key)
            .update_column(timer::Column::Wake)
            .action_and_where(timer::Column::DoneAt.is_null())
            .to_owned();
        let row = timer::ActiveModel {
            at: Set(DateTime::UNIX_EPOCH),
            ..row(wake, self.now(), None)?
        };
        timer::Entity::insert(row)
            .on_conflict(begins_there)
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// What is planned, as it stands now.
    pub(crate) async fn planned(&self, id: TimerId) -> Result<Option<Wake>, Error> {
        let found = timer::Entity::find_by_id(id).one(&self.c()).await?;
        let wake = found.map(|row| serde_json::from_value(row.wake));
        Ok(wake.transpose()?)
    }

    /// What was claimed is not done yet: this is left of it.
    pub(crate) async fn leave_rest(&self, id: TimerId, wake: &Wake) -> Result<(), Error> {
        timer::Entity::update_many()
            .set(timer::ActiveModel {
                wake: Set(serde_json::to_value(wake)?),
                done_at: Set(None),
                ..Default::default()
            })
            .filter(timer::Column::Id.eq(id))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// What is due is done with this transaction and by nobody else. Says no where it is done already or
    /// not due any more.
    pub async fn claim(&self, id: TimerId, now: DateTime<Utc>) -> Result<bool, Error> {
        let claimed = timer::Entity::update_many()
            .col_expr(timer::Column::DoneAt, Expr::value(now))
            .filter(timer::Column::Id.eq(id))
            .filter(timer::Column::DoneAt.is_null())
            .filter(timer::Column::At.lte(now))
            .exec(&self.c())
            .await?;
        Ok(claimed.rows_affected > 0)
    }

    /// What could not be done is tried again later, unless somebody else has done it meanwhile.
    pub async fn try_later(&self, id: TimerId, at: DateTime<Utc>) -> Result<(), Error> {
        timer::Entity::update_many()
            .col_expr(timer::Column::At, Expr::value(at))
            .filter(timer::Column::Id.eq(id))
            .filter(timer::Column::DoneAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// What was claimed is done later after all.
    pub async fn put_off(&self, id: TimerId, until: DateTime<Utc>) -> Result<(), Error> {
        timer::Entity::update_many()
            .set(timer::ActiveModel {
                at: Set(until),
                done_at: Set(None),
                ..Default::default()
            })
            .filter(timer::Column::Id.eq(id))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Nothing happens by itself any more at a task.
    pub(super) async fn drop_timers(&self, task: TaskId) -> Result<(), Error> {
        timer::Entity::delete_many()
            .filter(timer::Column::TaskId.eq(task))
            .filter(timer::Column::DoneAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Forgets the oldest of what was done before a moment, and says how many it were.
    pub async fn forget_timers(&self, before: DateTime<Utc>, limit: u64) -> Result<u64, Error> {
        let oldest = Query::select()
            .column(timer::Column::Id)
            .from(timer::Entity)
            .and_where(timer::Column::DoneAt.lt(before))
            .order_by(timer::Column::DoneAt, Order::Asc)
            .limit(limit)
            .to_owned();
        let gone = timer::Entity::delete_many()
            .filter(timer::Column::Id.in_subquery(oldest))
            .exec(&self.c())
            .await?;
        Ok(gone.rows_affected)
    }
}

fn row(
    wake: &Wake,
    at: DateTime<Utc>,
    done: Option<DateTime<Utc>>,
) -> Result<timer::ActiveModel, Error> {
    Ok(timer::ActiveModel {
        id: NotSet,
        key: Set(wake.key()),
        wake: Set(serde_json::to_value(wake)?),
        task_id: Set(wake.task()),
        planned_at: Set(at),
        at: Set(at),
        done_at: Set(done),
    })
}
