//! The holders of a task are reminded of it.

use crate::{
    Counter, Error,
    id::{PersonId, TaskId},
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
            tx.tell(person, &What::Reminder { task: id, stage }).await?;
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

/// In whose chats the task lies with its buttons. Groups read along and are not reminded.
pub(in crate::command) async fn holders(tx: &Tx, task: TaskId) -> Result<Vec<PersonId>, Error> {
    let mut holders = Vec::new();
    for card in tx.cards_of_task(task).await? {
        let live = card.retired_at.is_none() && !holders.contains(&card.person);
        let person = tx.person(card.person).await?.filter(|_| live);
        if person.is_some_and(|it| it.account.is_some_and(|it| it.0 > 0)) {
            holders.push(card.person);
        }
    }
    Ok(holders)
}
