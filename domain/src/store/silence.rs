//! When an applicant who does not answer is reminded, and when that ends their request.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, Tx, entity::timer};
use crate::{
    Error,
    id::TaskId,
    office::Office,
    request::{Request, Task},
    wake::Wake,
};

impl Conn {
    /// When the applicant was reminded last of a task.
    pub(crate) async fn last_reminded(&self, task: TaskId) -> Result<Option<DateTime<Utc>>, Error> {
        let found = timer::Entity::find()
            .filter(timer::Column::TaskId.eq(task))
            .filter(timer::Column::Key.starts_with("silent:"))
            .filter(timer::Column::DoneAt.is_not_null())
            .order_by_desc(timer::Column::DoneAt)
            .one(&self.c())
            .await?;
        Ok(found.and_then(|row| row.done_at))
    }
}

impl Tx {
    /// Plans when the applicant is reminded of a task for the nth time, if there is an nth time: in its
    /// turn, and never on the day after another reminder.
    pub(crate) async fn plan_silence(
        &self,
        office: &Office,
        task: &Task,
        nth: u32,
    ) -> Result<(), Error> {
        let Some(at) = task.silent_at(office, nth) else {
            return Ok(());
        };
        let told = self.last_reminded(task.id).await?;
        let wake = Wake::Silent { task: task.id, nth };
        let at = office.calendar.spaced(at, told);
        self.replan(&wake, at).await
    }

    /// Plans when a request that ended by itself can be opened again no more.
    pub(super) async fn plan_closing(
        &self,
        office: &Office,
        request: &Request,
    ) -> Result<(), Error> {
        let wake = Wake::Closed {
            request: request.id,
        };
        match request.reopens_until(office) {
            Some(until) => self.replan(&wake, until + TimeDelta::seconds(1)).await,
            None => Ok(()),
        }
    }
}
