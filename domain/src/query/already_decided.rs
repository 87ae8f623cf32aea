//! Being told that somebody was faster.

use crate::{
    Error, Refusal,
    id::PersonId,
    procedure::Procedure,
    request::{Event, Task},
    store::Conn,
};

/// Who was faster, when, and with what.
pub(crate) async fn already_decided(
    conn: &Conn,
    task: &Task,
    procedure: &Procedure,
    person: PersonId,
) -> Result<Refusal, Error> {
    let seq = task
        .closed_seq
        .ok_or(Error::Missing("event of a settled task"))?;
    let event = conn
        .event(task.request, seq)
        .await?
        .ok_or(Error::Missing("event of a settled task"))?;
    let at = event.at;
    let Event::Decided(decision) = event.event else {
        return Ok(Refusal::WithdrawnMeanwhile { at });
    };
    let by = conn
        .person(event.by)
        .await?
        .map(|person| person.name)
        .unwrap_or_default();
    let past = procedure
        .step(&decision.step)
        .and_then(|step| step.outcome(&decision.outcome))
        .map(|outcome| outcome.past.clone())
        .unwrap_or_default();
    Ok(Refusal::AlreadyDecided {
        by,
        role: decision.role,
        at,
        past,
        by_you: event.by == person,
    })
}
