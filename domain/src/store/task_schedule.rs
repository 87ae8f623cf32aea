//! What happens by itself at an open task, and when it was planned for.

use super::Tx;
use crate::{
    Error,
    office::Office,
    request::{Task, desk::Desk},
    wake::Wake,
};

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
            let at = waits.announced_at(&office.calendar, task.waits_from(waits));
            self.plan(&wake, at).await?;
        }
        let alarms = desk.alarms.iter();
        for alarm in alarms.filter_map(|alarm| alarm.time(&office.calendar)) {
            let wake = Wake::Alarm {
                task: task.id,
                request: task.request,
                nth: alarm.nth,
                planned: alarm.planned,
                polite: alarm.polite,
            };
            self.plan(&wake, alarm.at).await?;
        }
        Ok(())
    }
}
