//! A decision that its maker can still take back. Until its moment has come it is a form that is complete and a moment
//! at which it is sent (`OnHold`): nothing has happened, so nobody is told, and taking it back undoes nothing.

use chrono::TimeDelta;

use crate::{
    Counter, Error, Refusal,
    code::OutcomeCode,
    draft::{Draft, OnHold, Purpose},
    id::TaskId,
    notice::What,
    person::Person,
    procedure::{Procedure, Step},
    query::already_decided,
    request::Request,
    store::{OpenTask, Tx},
};

/// A decision that is recorded at a moment, unless it is taken back.
#[derive(Debug, Clone)]
pub struct HeldDecision {
    pub draft: Draft,
    pub request: Request,
}

/// The same decision as what is held, where it was tapped before and can still be taken back.
///
/// Refused where another one was: it has to be taken back first.
pub(super) fn standing(
    held: Option<Draft>,
    (outcome, steps): (&OutcomeCode, usize),
) -> Result<Option<Draft>, Refusal> {
    let is_same = |draft: &Draft| {
        let decides = draft.purpose.decides().map(|(_, outcome)| outcome);
        decides == Some(outcome) && draft.held.is_some_and(|held| held.steps == steps)
    };
    match held {
        Some(draft) if !is_same(&draft) => Err(Refusal::Held),
        held => Ok(held),
    }
}

/// Keeps a decision to which nothing is to be entered, to be recorded when its time has come.
pub(super) async fn hold(
    counter: &Counter,
    mut tx: Tx,
    person: &Person,
    open: OpenTask,
    (procedure, step): (&Procedure, &Step),
    (outcome, steps): (&OutcomeCode, usize),
    time: TimeDelta,
) -> Result<HeldDecision, Error> {
    let OpenTask { task, request } = open;
    let chosen = step.outcome(outcome).ok_or(Refusal::NotOffered)?;
    let at = (tx.now(), &*counter.office);
    let filling = request.filling(procedure, (step, chosen), at);
    let purpose = Purpose::Decide {
        task: task.id,
        outcome: outcome.clone(),
    };
    let key = (&procedure.code, procedure.version);
    let until = tx.now() + time;
    let draft = tx
        .hold_decision(person.id, key, &purpose, &filling, OnHold { until, steps })
        .await?;
    tx.redraw_task(task.id, Some(person.id)).await?;
    tx.commit().await?;
    Ok(HeldDecision { draft, request })
}

/// Takes a decision back that is not recorded yet. Whoever taps twice has taken it back.
///
/// Refused where it is recorded, or somebody was faster, with what stands.
pub async fn take_back(counter: &Counter, person: &Person, task: TaskId) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    take_back_in(counter, tx, person, task).await
}

/// The same in a transaction that has begun.
pub(super) async fn take_back_in(
    counter: &Counter,
    mut tx: Tx,
    person: &Person,
    task: TaskId,
) -> Result<(), Error> {
    if let Some(draft) = tx.held_of(task, person.id).await?
        && tx.throw_away(&draft).await?
    {
        tx.redraw_task(task, Some(person.id)).await?;
        return tx.commit().await;
    }
    let task = tx.task(task).await?.ok_or(Refusal::NoSuchButton)?;
    let request = tx.request(task.request).await?;
    let request = request.ok_or(Error::Missing("request of a task"))?;
    if task.closed_at.is_none() {
        // Where several must agree, it goes on waiting after their voice is recorded.
        let has_spoken = request.state.spoken().contains(&person.id);
        return if has_spoken {
            Err(Refusal::HasSpoken.into())
        } else {
            Ok(())
        };
    }
    let procedure = counter.procedure_of(&request).await?;
    Err(already_decided(&tx, &task, &procedure, person.id)
        .await?
        .into())
}

/// A decision ended before it was recorded, and not because its maker took it back: they are told, and their card is as
/// it was before.
pub(super) async fn tell_not_recorded(tx: &mut Tx, held: &Draft) -> Result<(), Error> {
    let Some((task, outcome)) = held.purpose.decides() else {
        return Ok(());
    };
    tx.redraw_task(task, Some(held.person)).await?;
    let outcome = outcome.clone();
    tx.tell(held.person, &What::NotRecorded { task, outcome })
}
