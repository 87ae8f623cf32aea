//! What happens by itself: reminders and lists, and whatever else has been planned for a moment.
//!
//! Each thing is a row. It is claimed and done in one transaction, so it happens once, however many
//! processes look; and it happens late rather than never, if nobody was there at its time. After such a
//! gap people get one list instead of many reminders.

mod ends;
mod lists;
mod remind;
mod silence;
pub(super) mod terms;

pub(super) use remind::holders;

use chrono::{DateTime, TimeDelta, Utc};

use super::nudge;
use crate::{
    Counter, Error,
    id::TaskId,
    request::Task,
    store::Tx,
    wake::{Due, Stage, Wake},
};

/// What is later than this was missed: nobody was there to do it.
const GAP: TimeDelta = TimeDelta::hours(1);
/// After what time it is tried again where something could not be done.
const TRIED_AGAIN_AFTER: TimeDelta = TimeDelta::minutes(5);
/// How many open tasks are timed again in one transaction.
const AT_ONCE: u64 = 50;

/// Does everything whose time has come, in its order. Says when something is due next.
///
/// What cannot be done is logged and tried again later; everything else goes on.
pub async fn tick(counter: &Counter) -> Result<Option<DateTime<Utc>>, Error> {
    lists::keep_planned(counter).await?;
    ends::keep_evening_planned(counter).await?;
    while let Some(due) = counter.db.next_due().await? {
        if due.at > counter.now() {
            return Ok(Some(due.at));
        }
        let mut tx = counter.db.begin().await?;
        let done = match claim(counter, &mut tx, &due).await {
            Ok(()) => tx.commit().await,
            Err(error) => {
                drop(tx);
                Err(error)
            }
        };
        if let Err(error) = done {
            tracing::error!(timer.id = %due.id, %error, "what was due could not be done yet");
            let tx = counter.db.begin().await?;
            let later = counter.now() + TRIED_AGAIN_AFTER;
            tx.try_later(due.id, later).await?;
            tx.commit().await?;
        }
    }
    Ok(None)
}

/// Makes a due row ours and carries it out. The task that it is about is locked first, in the order in
/// which decisions do it; otherwise each would wait for what the other holds.
async fn claim(counter: &Counter, tx: &mut Tx, due: &Due) -> Result<(), Error> {
    let wake = due.wake()?;
    if let Some(task) = wake.task() {
        tx.lock_task(task).await?;
    }
    if tx.claim(due.id, counter.now()).await? {
        carry_out(counter, tx, due, wake).await?;
    }
    // Otherwise somebody else has done it, or moved it, while we waited for them.
    Ok(())
}

async fn carry_out(counter: &Counter, tx: &mut Tx, due: &Due, wake: Wake) -> Result<(), Error> {
    let now = counter.now();
    let calendar = &counter.office.calendar;
    if wake.can_wait() && !calendar.is_polite(now) {
        return tx.put_off(due.id, calendar.next_polite(now)).await;
    }
    let missed = now - due.planned_at > GAP;
    match wake {
        Wake::Remind { task, stage } => remind::remind(counter, tx, task, stage, missed).await,
        Wake::Lists { day } => lists::begin(counter, tx, day).await,
        Wake::List { person, day, gap } => lists::tell(counter, tx, person, day, gap).await,
        Wake::Silent { task, nth } => silence::remind(counter, tx, task, nth).await,
        Wake::Lapse { task } => silence::end(counter, tx, task, due.id).await,
        Wake::Closed { request } => silence::close(tx, request).await,
        Wake::Nudge { task, .. } => nudge::tell(tx, task).await,
        Wake::Announce { task, .. } => ends::announce(counter, tx, task).await,
        Wake::Alone { task, .. } => ends::go_on(counter, tx, task).await,
        Wake::Alarm {
            task, nth, planned, ..
        } => ends::ring(counter, tx, task, nth, planned).await,
        Wake::Evening { day } => ends::look_through(counter, tx, day).await,
        Wake::DeputyEnds { mandate } => terms::deputy_ends(counter, tx, mandate).await,
        Wake::LinkEnds { link, over } => terms::link_ends(counter, tx, link, over).await,
        Wake::DraftEnds { draft, since } => terms::draft_ends(tx, draft, since).await,
    }
}

/// The calendar has changed: the due times of open tasks are computed again, and their reminders with
/// them. What a due time was before is kept.
pub async fn calendar_changed(counter: &Counter) -> Result<(), Error> {
    let counter = &counter.fresh();
    let mut last = TaskId(0);
    loop {
        let tasks = counter.db.open_tasks_after(last, AT_ONCE).await?;
        let Some(end) = tasks.last() else {
            return Ok(());
        };
        last = end.id;
        let mut tx = counter.db.begin().await?;
        for task in &tasks {
            time_again(counter, &mut tx, task).await?;
        }
        tx.commit().await?;
    }
}

async fn time_again(counter: &Counter, tx: &mut Tx, task: &Task) -> Result<(), Error> {
    // Somebody may have settled it meanwhile.
    let Some(open) = tx.lock_task(task.id).await? else {
        return Ok(());
    };
    if open.task.closed_at.is_some() {
        return Ok(());
    }
    ends::plan_again(counter, tx, &open).await?;
    let moved = tx.time_again(&counter.office, &open.task).await?;
    let task = tx.task(task.id).await?.unwrap_or(open.task);
    for stage in [Stage::First, Stage::Second] {
        let wake = Wake::Remind {
            task: task.id,
            stage,
        };
        if tx.is_planned(&wake).await? {
            tx.plan_reminder(&counter.office, &task, stage).await?;
        }
    }
    silence::time_again(counter, tx, &task).await?;
    if moved {
        tx.redraw_cards_of(task.request, task.id).await?;
    }
    Ok(())
}

/// Open tasks from before there were reminders get theirs; without effect where they have them.
pub async fn wind_up(counter: &Counter) -> Result<(), Error> {
    let mut last = TaskId(0);
    loop {
        let tasks = counter.db.open_tasks_after(last, AT_ONCE).await?;
        let Some(end) = tasks.last() else { break };
        last = end.id;
        let tx = counter.db.begin().await?;
        for task in &tasks {
            let request = tx.request(task.request).await?;
            match request {
                Some(request) if task.assigned == Some(request.applicant) => {
                    tx.plan_silence(&counter.office, task, 0).await?;
                }
                Some(_) => {
                    tx.plan_reminder(&counter.office, task, Stage::First)
                        .await?;
                }
                None => {}
            }
        }
        tx.commit().await?;
    }
    let tx = counter.db.begin().await?;
    tx.note_wound_up().await?;
    tx.commit().await
}
