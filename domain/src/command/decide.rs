//! Deciding a task.

use super::{
    draft::{Page, filling_for, form_of, page},
    pass,
};
use crate::{
    Counter, Error, Refusal,
    code::OutcomeCode,
    draft::Purpose,
    id::{PersonId, TaskId},
    person::Person,
    procedure::{Answers, Procedure},
    request::{Event, Request, Task},
    store::{Conn, OpenTask, Tx},
};

/// What choosing an outcome leads to.
#[derive(Debug)]
pub enum Decided {
    /// It is recorded.
    Recorded(Box<Request>),
    /// Something must be answered or confirmed first.
    Asks(Box<Page>),
}

/// Chooses an outcome of a task. Where nothing is to be asked, it is recorded at once; otherwise a
/// form is taken up, and [`super::send`] records it.
///
/// Refused unless the person holds the task's role today, or with who was faster.
pub async fn decide(
    counter: &Counter,
    person: &Person,
    task: TaskId,
    outcome: &OutcomeCode,
) -> Result<Decided, Error> {
    let tx = counter.db.begin().await?;
    let (open, procedure) = open_task(counter, &tx, person, task).await?;
    let not_here = || Refusal::NotAtThisStep {
        step: open.task.step.clone(),
    };
    let step = procedure.step(&open.task.step).ok_or_else(not_here)?;
    let chosen = step.outcome(outcome).ok_or_else(not_here)?;
    if !open.request.state.offers(step, chosen) {
        return Err(Refusal::NotOffered.into());
    }
    let asks = form_of(&procedure, &open.request, step, chosen)
        .fields()
        .is_empty();
    if asks && chosen.is_one_tap() {
        let request = record(
            tx,
            open,
            &procedure,
            person,
            outcome,
            Answers::new(),
            counter,
        )
        .await?;
        return Ok(Decided::Recorded(Box::new(request)));
    }
    tx.drop_drafts_of(task, person.id).await?;
    let purpose = Purpose::Decide {
        task,
        outcome: outcome.clone(),
    };
    let filling = filling_for(&procedure, &open.request, step, chosen);
    let draft = tx
        .add_draft(
            person.id,
            (&procedure.code, procedure.version),
            &purpose,
            &filling,
        )
        .await?;
    let page = page(counter, &tx, draft).await?;
    tx.commit().await?;
    Ok(Decided::Asks(Box::new(page)))
}

/// A task that this person may decide now, locked.
pub(super) async fn open_task(
    counter: &Counter,
    tx: &Tx,
    person: &Person,
    task: TaskId,
) -> Result<(OpenTask, std::sync::Arc<Procedure>), Error> {
    let open = tx.lock_task(task).await?.ok_or(Refusal::NoSuchButton)?;
    let procedure = counter.procedure_of(&open.request).await?;
    open.task
        .may_be_decided(&open.request, &procedure, person, counter.now())?;
    match open.task.closed_at {
        None => Ok((open, procedure)),
        Some(_) => Err(settled(tx, &open.task, &procedure, person.id).await?.into()),
    }
}

/// Writes a decision whose answers are complete.
pub(super) async fn record(
    tx: Tx,
    open: OpenTask,
    procedure: &Procedure,
    person: &Person,
    outcome: &OutcomeCode,
    answers: Answers,
    counter: &Counter,
) -> Result<Request, Error> {
    let change = open.task.decide(
        open.request,
        (procedure, &counter.office),
        person,
        outcome,
        answers,
        counter.now(),
    )?;
    // What others had begun to write about it stays until they touch it, so that they can be told why
    // it is of no use any more.
    tx.drop_drafts_of(open.task.id, person.id).await?;
    pass::record(counter, tx, procedure, change).await
}

/// Who was faster, when, and with what.
pub(super) async fn settled(
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
