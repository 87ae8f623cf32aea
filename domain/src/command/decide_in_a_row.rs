//! Consecutive steps of one person, confirmed in one go.

use super::{
    decide::{Decided, open_task},
    hold::{HeldDecision, hold, standing},
};
use crate::{
    Counter, Error, Refusal,
    code::{OutcomeCode, StepCode},
    id::TaskId,
    person::Person,
    procedure::{Answers, Procedure},
    request::Request,
    store::{OpenTask, Tx},
};

/// Confirms consecutive steps of one person in one go: `steps` of them, as they were shown. Each is
/// recorded as a row of its own, once the time in which all of them can be taken back is over.
///
/// Refused as a decision is, and where the steps are not the ones that were shown any more.
pub async fn decide_in_a_row(
    counter: &Counter,
    person: &Person,
    task: TaskId,
    steps: usize,
) -> Result<Decided, Error> {
    let mut tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    let (open, procedure) = open_task(counter, &tx, person, task).await?;
    let Some(time) = counter.office.reminders.hold_time() else {
        let request = write_row(counter, &mut tx, open, &procedure, (person, steps)).await?;
        tx.commit().await?;
        return Ok(Decided::Recorded(Box::new(request)));
    };
    let row = row(counter, &open, &procedure, (person, steps))?;
    let (first, outcome) = row.first().ok_or(Refusal::NotOffered)?;
    let step = procedure.step(first).ok_or(Refusal::NotOffered)?;
    let held = tx.held_of(task, person.id).await?;
    if let Some(draft) = standing(held, (outcome, steps))? {
        let request = open.request;
        return Ok(Decided::Held(Box::new(HeldDecision { draft, request })));
    }
    let held = hold(
        counter,
        tx,
        person,
        open,
        (&procedure, step),
        (outcome, steps),
        time,
    )
    .await?;
    Ok(Decided::Held(Box::new(held)))
}

/// The steps of theirs that follow each other, as many as were shown.
fn row(
    counter: &Counter,
    open: &OpenTask,
    procedure: &Procedure,
    (person, steps): (&Person, usize),
) -> Result<Vec<(StepCode, OutcomeCode)>, Refusal> {
    let with = (procedure, &*counter.office);
    let row = open
        .task
        .in_a_row(&open.request, with, person, counter.now());
    if row.len() == steps && steps > 1 {
        Ok(row)
    } else {
        Err(Refusal::NotOffered)
    }
}

/// Writes them, as many as were shown.
pub(super) async fn write_row(
    counter: &Counter,
    tx: &mut Tx,
    open: OpenTask,
    procedure: &Procedure,
    (person, steps): (&Person, usize),
) -> Result<Request, Error> {
    let row = row(counter, &open, procedure, (person, steps))?;
    let with = (procedure, &*counter.office);
    tx.drop_drafts_of(open.task.id, person.id).await?;
    let (mut request, mut waits) = (open.request, Some(open.task));
    for (_, outcome) in row {
        let task = waits.take().ok_or(Refusal::NotOffered)?;
        let now = counter.now();
        let change = task.decide(request, with, person, &outcome, Answers::new(), now)?;
        (request, waits) = Box::pin(tx.write(&counter.office, change)).await?;
    }
    Ok(request)
}
