//! The holders of a task are reminded of it.

use crate::{
    Counter, Error,
    command::deal_cards::holders,
    notice::What,
    office::HELPDESK,
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
    tx.plan_late(&counter.office, &open.task).await
}

/// Says that a task is late, beyond the desk at which it waits: to the applicant, who can expect it later from now on,
/// to the post above, and to those who look after everyone.
/// Where nobody was there when it was time, only the applicant is told: the others get their lists.
pub(super) async fn late(
    counter: &Counter,
    tx: &mut Tx,
    open: &OpenTask,
    missed: bool,
) -> Result<(), Error> {
    let (office, now) = (&counter.office, counter.now());
    let what = What::Late { task: open.task.id };
    let applicant = open.request.applicant;
    tx.tell(applicant, &what)?;
    tx.redraw_status(open.request.id).await?;
    if missed {
        return Ok(());
    }
    // Whoever has it in hand is reminded by other words.
    let mut told = holders(tx, open.task.id).await?;
    told.push(applicant);
    let role = office.role(&open.task.role);
    let mut above = Vec::new();
    if let Some(superior) = role.and_then(|role| role.superior.as_ref()) {
        above = tx.deciders(superior, None, &[], now).await?;
    }
    above.extend(tx.deciders(&HELPDESK.into(), None, &[], now).await?);
    for person in above {
        if !told.contains(&person) {
            tx.tell(person, &what)?;
            told.push(person);
        }
    }
    Ok(())
}
