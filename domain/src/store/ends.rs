//! What happens by itself at an open task, and when it was planned for.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Conn, Tx, entity::timer};
use crate::{
    Error,
    office::Office,
    request::{Task, change::Desk},
    wake::Wake,
};

impl Conn {
    /// When something that is still to come will happen.
    pub async fn planned_for(&self, wake: &Wake) -> Result<Option<DateTime<Utc>>, Error> {
        let found = timer::Entity::find()
            .filter(timer::Column::Key.eq(wake.key()))
            .filter(timer::Column::DoneAt.is_null())
            .one(&self.c())
            .await?;
        Ok(found.map(|row| row.at))
    }
}

impl Tx {
    /// Plans what happens by itself at a task that has just been opened. That it will go on by itself is
    /// planned only when people have been told.
    pub(super) async fn plan_ends(
        &self,
        office: &Office,
        task: &Task,
        desk: &Desk,
    ) -> Result<(), Error> {
        if let Some(waits) = &desk.waits {
            let wake = Wake::Announce {
                task: task.id,
                plain: waits.is_plain(),
            };
            let at = waits.announced_at(&office.calendar, task.opened_at);
            self.plan(&wake, at).await?;
        }
        for bell in &desk.bells {
            let wake = Wake::Alarm {
                task: task.id,
                request: task.request,
                nth: bell.nth,
                planned: bell.planned,
            };
            self.plan(&wake, bell.at).await?;
        }
        Ok(())
    }
}
