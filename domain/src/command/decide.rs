//! Deciding a task.

use super::{
    already_decided::already_decided,
    draft::{page, take_up},
    form_page::FormPage,
    free_windows, record_change,
};
use crate::{
    Counter, Error, Refusal,
    code::OutcomeCode,
    draft::Purpose,
    id::TaskId,
    person::Person,
    procedure::{Answers, Outcome, Procedure, Step},
    request::Request,
    store::{OpenTask, Tx},
};

/// What choosing an outcome leads to.
#[derive(Debug)]
pub enum Decided {
    /// It is recorded.
    Recorded(Box<Request>),
    /// Something must be answered or confirmed first.
    Asks(Box<FormPage>),
}

/// Chooses an outcome of a task: `which` of those of its step. Where nothing is to be asked, it is recorded at once; otherwise a
/// form is taken up, and [`super::send`] records it.
///
/// Refused unless the person holds the task's role today, or with who was faster.
pub async fn decide(
    counter: &Counter,
    person: &Person,
    task: TaskId,
    which: impl FnOnce(&Step) -> Option<&Outcome>,
) -> Result<Decided, Error> {
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    let (open, procedure) = open_task(counter, &tx, person, task).await?;
    let not_here = || Refusal::NotAtThisStep {
        step: open.task.step.clone(),
    };
    let step = procedure.step(&open.task.step).ok_or_else(not_here)?;
    let chosen = which(step).ok_or_else(not_here)?;
    let outcome = &chosen.code;
    if !open.request.state.offers(step, chosen) {
        return Err(Refusal::NotOffered.into());
    }
    open.request.state.is_time(chosen, counter.now())?;
    if open.request.is_plain(&procedure, step, chosen) {
        let ticket = open.request.ticket.clone();
        let record = record(
            tx,
            open,
            &procedure,
            person,
            outcome,
            Answers::new(),
            counter,
        );
        return match Box::pin(record).await {
            Ok(request) => Ok(Decided::Recorded(Box::new(request))),
            Err(Error::Refused(refusal)) => {
                let with = (&*procedure, step);
                let refusal = free_windows::whose(counter, with, &ticket, refusal);
                Err(Box::pin(refusal).await?.into())
            }
            Err(error) => Err(error),
        };
    }
    let purpose = Purpose::Decide {
        task,
        outcome: outcome.clone(),
    };
    // What was begun goes on where it stood, and what was begun for another outcome is kept.
    for draft in tx.drafts_of(task, person.id).await? {
        if draft.purpose == purpose && draft.filling.is_begun() {
            let page = Box::pin(take_up(counter, &tx, draft)).await?;
            tx.commit().await?;
            return Ok(Decided::Asks(Box::new(page)));
        }
        if !draft.filling.is_begun() {
            tx.drop_draft(draft.id).await?;
        }
    }
    let filling = open.request.filling(&procedure, step, chosen);
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
        Some(_) => Err(already_decided(tx, &open.task, &procedure, person.id)
            .await?
            .into()),
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
    Box::pin(record_change::record(counter, tx, procedure, change)).await
}
