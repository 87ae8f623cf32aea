//! The holders of a task are reminded of it.

use crate::{
    Counter, Error,
    command::deal_cards::holders,
    notice::What,
    store::{OpenTask, Tx},
    wake::{Stage, Wake},
};

/// Reminds whoever can decide the task now. One who was not reminded when it was time gets a list
/// instead.
pub(super) async fn remind(
    counter: &Counter,
    tx: &mut Tx,
    open: &OpenTask,
    stage: Stage,
    missed: bool,
) -> Result<(), Error> {
    let id = open.task.id;
    let (now, calendar) = (counter.now(), &counter.office.calendar);
    let alone = Wake::Alone {
        task: id,
        plain: true,
    };
    if tx.planned_at(&alone).await?.is_some_and(|at| at <= now) {
        // It goes on by itself at this very moment.
        return Ok(());
    }
    for person in holders(tx, id).await? {
        if missed {
            let day = calendar.day_of(now);
            let gap = true;
            tx.plan(&Wake::List { person, day, gap }, now).await?;
        } else {
            tx.tell(person, &What::Reminder { task: id, stage })?;
        }
    }
    let stages = open
        .task
        .timing
        .stages((calendar, &counter.office.reminders));
    // From the second moment on the daily list says it.
    if stage == Stage::First && stages.second > now {
        tx.plan_reminder(&counter.office, &open.task, Stage::Second)
            .await?;
    }
    Ok(())
}
