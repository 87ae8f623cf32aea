//! Taking back what passed by itself.

use crate::{
    Counter, Error, Refusal,
    person::Person,
    query::recallable,
    request::{Change, Request},
};

/// Takes back what passed by itself: the request waits at the holder's desk again.
///
/// Refused with [`Refusal::TooLateToRecall`] after one working day, or once work has started.
pub async fn recall(counter: &Counter, by: &Person, token: &str) -> Result<Request, Error> {
    let mut tx = counter.db.begin().await?;
    let by = &tx.actor(by).await?;
    let seen = tx
        .request_by_token(token)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    let task = tx.open_task_of(seen.id).await?.ok_or(Refusal::Ended)?;
    let open = tx.lock_open_task(task.id).await?;
    let open = open.ok_or(Refusal::TooLateToRecall)?;
    let passed = recallable(counter, &tx, &open.request, by.id).await?;
    let passed = passed.ok_or(Refusal::TooLateToRecall)?;
    let procedure = counter.procedure_of(&seen).await?;
    let step = procedure.step(&passed.step).ok_or(Refusal::NoSuchButton)?;
    // It is theirs to take back as long as the post is.
    if !by.holds(&step.performer) {
        let role = step.performer.clone();
        return Err(Refusal::NotYours { role }.into());
    }
    let (now, task) = (counter.now(), Some(open.task));
    let change = Change::recalled(&procedure, open.request, by.id, &passed.step, now, task)?;
    let (request, _) = Box::pin(tx.write(&counter.office, change)).await?;
    tx.commit().await?;
    Ok(request)
}
