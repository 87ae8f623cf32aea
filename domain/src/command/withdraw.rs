//! Taking a request back.

use crate::{
    Counter, Error, Refusal,
    person::Person,
    request::{Change, Request},
};

/// The applicant takes a request back. Possible until the work starts.
pub async fn withdraw(counter: &Counter, person: &Person, token: &str) -> Result<Request, Error> {
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    let seen = tx
        .request_by_token(token)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    let procedure = counter.procedure_of(&seen).await?;
    if !seen.is_spoken_for_by(&procedure, person) {
        return Err(Refusal::NotApplicant.into());
    }
    // Locked like a decision, so that one of the two is told of the other. Where a decision was
    // faster, the request waits at another desk now, and is taken back from there.
    let open = loop {
        let task = tx.open_task_of(seen.id).await?.ok_or(Refusal::Ended)?;
        let locked = tx.lock_task(task.id).await?.ok_or(Refusal::Ended)?;
        if locked.task.closed_at.is_none() {
            break locked;
        }
    };
    let (task, now) = (open.task.id, counter.now());
    let change = Change::withdrawn(&procedure, open.request, None, now, Some(open.task))?;
    tx.drop_drafts_of(task, person.id).await?;
    tx.record(&counter.office, change).await
}
