//! Taking a request back.

use crate::{
    Counter, Error, Refusal,
    person::Person,
    request::{Change, Request},
};

/// The applicant takes a request back. Possible until the work starts.
pub async fn withdraw(counter: &Counter, person: &Person, token: &str) -> Result<Request, Error> {
    let tx = counter.db.begin().await?;
    let seen = tx
        .request_by_token(token)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    if seen.applicant != person.id {
        return Err(Refusal::NotApplicant.into());
    }
    let task = tx.open_task_of(seen.id).await?.ok_or(Refusal::Ended)?;
    // Locked like a decision, so that one of the two is told of the other.
    let open = tx.lock_task(task.id).await?.ok_or(Refusal::Ended)?;
    if open.task.closed_at.is_some() {
        return Err(Refusal::QuestionPassed.into());
    }
    let procedure = counter
        .procedure(&seen.procedure, seen.procedure_version)
        .await?;
    let change = Change::withdrawn(&procedure, open.request, None, counter.now(), Some(task.id))?;
    tx.drop_drafts_of(task.id).await?;
    tx.record(change).await
}
