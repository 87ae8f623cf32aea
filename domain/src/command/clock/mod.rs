//! What happens by itself: reminders and lists, and whatever else has been planned for a moment.
//!
//! Each thing is a row. It is claimed and done in one transaction, so it happens once, however many
//! processes look; and it happens late rather than never, if nobody was there at its time. After such a
//! gap people get one list instead of many reminders.

mod ageing;
mod daily_lists;
pub(super) mod expirations;
mod planned_moments;
mod remind;
mod silence;

use chrono::{DateTime, TimeDelta, Utc};

use super::{follow_up, left_undone, nudge, rest, send_later, survey, trust::may_end};
use crate::{
    Counter, Error,
    id::TaskId,
    notice::Undone,
    request::Task,
    store::{Hope, OpenTask, Tx},
    unharmed::attempt_again,
    wake::{DueWake, Stage, Wake},
};

/// What is later than this was missed: nobody was there to do it.
const GAP: TimeDelta = TimeDelta::hours(1);
/// After what time it is tried again where something could not be done.
const TRIED_AGAIN_AFTER: TimeDelta = TimeDelta::minutes(5);
/// … and where the rules by which it would be done no longer read.
const LOST_TRIED_AGAIN_AFTER: TimeDelta = TimeDelta::hours(6);
/// How many open tasks are timed again in one transaction.
const AT_ONCE: u64 = 25;

/// Does everything whose time has come, in its order. Says when something is due next.
///
/// What cannot be done is logged and tried again later; everything else goes on.
pub async fn tick(counter: &Counter) -> Result<Option<DateTime<Utc>>, Error> {
    // What an act has left over waits for no date.
    rest::do_rest(counter).await;
    // Nor does what somebody has decided.
    let held = Box::pin(send_later::send_due(counter)).await?;
    // What would be moved by a date that is wrong might come years too late.
    if !may_end(counter).await? {
        return Ok(held);
    }
    if let Err(error) = daily_lists::keep_planned(counter).await {
        tracing::error!(%error, "the daily lists could not be planned");
    }
    if let Err(error) = planned_moments::keep_evening_planned(counter).await {
        tracing::error!(%error, "the evening could not be planned");
    }
    while let Some(due) = counter.db.next_due().await? {
        if due.at > counter.now() {
            return Ok(Some(held.map_or(due.at, |held| held.min(due.at))));
        }
        if let Err(error) = do_one(counter, &due).await {
            let after = if let Error::ProcedureLost { .. } = error {
                // That was logged at the start, and will be so until another program reads it.
                LOST_TRIED_AGAIN_AFTER
            } else {
                tracing::error!(timer.id = %due.id, %error, "what was due could not be done yet");
                TRIED_AGAIN_AFTER
            };
            let mut tx = counter.db.begin().await?;
            let later = counter.now() + after;
            tx.try_later(due.id, later).await?;
            if error.hope() == Hope::None {
                left_undone::tell(counter, &mut tx, Undone::Timer).await?;
            }
            tx.commit().await?;
        }
    }
    Ok(held)
}

async fn do_one(counter: &Counter, due: &DueWake) -> Result<(), Error> {
    match attempt_again(|| try_one(counter, due)).await {
        // What may not be done by itself any more, because the line that it closes is closed for instance,
        // somebody has to decide after all.
        Err(Error::Refused(refusal)) if matches!(due.wake(), Ok(Wake::Alone { .. })) => {
            tracing::warn!(timer.id = %due.id, %refusal, "a step cannot go on by itself");
            let tx = counter.db.begin().await?;
            tx.claim(due.id, counter.now()).await?;
            tx.commit().await
        }
        done => done,
    }
}

async fn try_one(counter: &Counter, due: &DueWake) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    claim(counter, &mut tx, due).await?;
    tx.commit().await
}

/// Makes a due row ours and carries it out. The task that it is about is locked first, in the order in
/// which decisions do it; otherwise each would wait for what the other holds.
async fn claim(counter: &Counter, tx: &mut Tx, due: &DueWake) -> Result<(), Error> {
    let wake = due.wake()?;
    let open = match wake.task() {
        Some(task) => tx.lock_open_task(task).await?,
        None => None,
    };
    if tx.claim(due.id, counter.now()).await? {
        Box::pin(carry_out(counter, tx, due, wake, open)).await?;
    }
    // Otherwise somebody else has done it, or moved it, while we waited for them.
    Ok(())
}

/// `open` is the task that it is about, locked; what was settled meanwhile needs nothing more.
async fn carry_out(
    counter: &Counter,
    tx: &mut Tx,
    due: &DueWake,
    wake: Wake,
    open: Option<OpenTask>,
) -> Result<(), Error> {
    let now = counter.now();
    let calendar = &counter.office.calendar;
    if wake.can_wait() && !calendar.is_polite(now) {
        return tx.put_off(due.id, calendar.next_polite(now)).await;
    }
    let missed = now - due.planned_at > GAP;
    match (wake, open) {
        (Wake::Remind { stage, .. }, Some(open)) => {
            remind::remind(counter, tx, &open, stage, missed).await
        }
        (Wake::Late { .. }, Some(open)) => remind::late(counter, tx, &open, missed).await,
        (Wake::Silent { nth, .. }, Some(open)) => silence::remind(counter, tx, &open, nth).await,
        (Wake::Lapse { .. }, Some(open)) => silence::end(counter, tx, open, due.id).await,
        (Wake::Nudge { task, .. }, Some(_)) => nudge::tell(tx, task).await,
        (Wake::Announce { .. }, Some(open)) => planned_moments::announce(counter, tx, &open).await,
        (Wake::Alone { .. }, Some(open)) => {
            Box::pin(planned_moments::go_on(counter, tx, open)).await
        }
        (Wake::Alarm { nth, planned, .. }, Some(open)) => {
            planned_moments::ring(counter, tx, &open, nth, planned).await
        }
        (Wake::Lists { day }, _) => daily_lists::begin(counter, tx, day).await,
        (Wake::List { person, day, gap }, _) => {
            daily_lists::tell(counter, tx, person, day, gap).await
        }
        (Wake::Surveys { day }, _) => survey::ask(counter, tx, day).await,
        (Wake::Closed { request }, _) => silence::close(tx, request).await,
        (
            Wake::OfferEnds {
                request,
                person,
                message,
            },
            _,
        ) => follow_up::offer_ends(tx, request, Some((person, message))).await,
        (Wake::Askable { request, .. }, _) => tx.redraw_status(request).await,
        (
            Wake::Line {
                line,
                expires,
                stage,
            },
            _,
        ) => ageing::ages(counter, tx, line, (expires, stage)).await,
        (Wake::Evening { day }, _) => planned_moments::look_through(counter, tx, day).await,
        (Wake::DeputyEnds { mandate }, _) => expirations::deputy_ends(counter, tx, mandate).await,
        (Wake::LinkEnds { link, over }, _) => expirations::link_ends(counter, tx, link, over).await,
        (Wake::DraftEnds { draft, since }, _) => expirations::draft_ends(tx, draft, since).await,
        (Wake::Redeal { .. } | Wake::PassOn { .. } | Wake::ClearGroup { .. }, _) => {
            rest::slice(counter, tx, due.id).await
        }
        (
            Wake::Remind { .. }
            | Wake::Silent { .. }
            | Wake::Lapse { .. }
            | Wake::Late { .. }
            | Wake::Nudge { .. }
            | Wake::Announce { .. }
            | Wake::Alone { .. }
            | Wake::Alarm { .. },
            None,
        ) => Ok(()),
    }
}

/// The calendar has changed: the due times of open tasks are computed again, and their reminders with
/// them. What a due time was before is kept. The many cards that are drawn again by it wait behind what people do.
pub async fn calendar_changed(counter: &Counter) -> Result<(), Error> {
    let counter = &counter.beside();
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
    let Some(open) = tx.lock_open_task(task.id).await? else {
        return Ok(());
    };
    planned_moments::plan_again(counter, tx, &open).await?;
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
    tx.move_late(&counter.office, &task).await?;
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
