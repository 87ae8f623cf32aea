//! Consecutive steps of one person, confirmed in one go.

use super::decide::open_task;
use crate::{
    Counter, Error, Refusal, id::TaskId, person::Person, procedure::Answers, request::Request,
};

/// Confirms consecutive steps of one person in one go: `steps` of them, as they were shown. Each is
/// recorded as a row of its own.
///
/// Refused as a decision is, and where the steps are not the ones that were shown any more.
pub async fn decide_in_a_row(
    counter: &Counter,
    person: &Person,
    task: TaskId,
    steps: usize,
) -> Result<Request, Error> {
    let mut tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    let (open, procedure) = open_task(counter, &tx, person, task).await?;
    let with = (&*procedure, &*counter.office);
    let row = open
        .task
        .in_a_row(&open.request, with, person, counter.now());
    if row.len() != steps || steps < 2 {
        return Err(Refusal::NotOffered.into());
    }
    tx.drop_drafts_of(task, person.id).await?;
    let (mut request, mut waits) = (open.request, Some(open.task));
    for (_, outcome) in row {
        let task = waits.take().ok_or(Refusal::NotOffered)?;
        let now = counter.now();
        let change = task.decide(request, with, person, &outcome, Answers::new(), now)?;
        (request, waits) = Box::pin(tx.write(&counter.office, change)).await?;
    }
    tx.commit().await?;
    Ok(request)
}
