//! Deciding a task.

use chrono::TimeDelta;

use super::{
    draft::{page, take_up},
    form_page::FormPage,
    hold::{HeldDecision, hold, standing},
    lost_places, record_change,
};
use crate::{
    Counter, Error, Refusal,
    code::{FieldCode, OutcomeCode},
    draft::Purpose,
    id::TaskId,
    person::Person,
    procedure::{Answer, Answers, Outcome, Procedure, Step},
    query::already_decided,
    request::Request,
    store::{OpenTask, Tx},
};

/// What choosing an outcome leads to.
#[derive(Debug)]
pub enum Decided {
    /// It is recorded.
    Recorded(Box<Request>),
    /// It is recorded when its time has come, unless it is taken back.
    Held(Box<HeldDecision>),
    /// Something must be answered or confirmed first.
    Asks(Box<FormPage>),
}

/// Chooses an outcome of a task: `which` of those of its step. Where nothing is to be asked, it is recorded, once the time in
/// which it can be taken back is over ([`super::take_back`]); otherwise a form is taken up, and [`super::send`] records it.
///
/// Refused unless the person holds the task's role today, or with who was faster.
pub async fn decide(
    counter: &Counter,
    person: &Person,
    task: TaskId,
    which: impl FnOnce(&Step) -> Option<&Outcome>,
) -> Result<Decided, Error> {
    let time = counter.office.reminders.hold_time();
    choose(
        counter,
        person,
        task,
        |step| Some((which(step)?, None)),
        time,
    )
    .await
}

/// Chooses an outcome of a task by the answer to its first question, which stands on the card: both by their places in
/// the file. As [`decide`] otherwise.
pub async fn decide_by(
    counter: &Counter,
    person: &Person,
    task: TaskId,
    (outcome, option): (usize, usize),
) -> Result<Decided, Error> {
    let time = counter.office.reminders.hold_time();
    choose(
        counter,
        person,
        task,
        |step| {
            let outcome = step.outcomes.get(outcome)?;
            let field = step.chosen_by(outcome)?;
            let way = field.kind.way();
            let option = way.options().get(option)?;
            let answer = Answer::Choice(option.code.clone());
            Some((outcome, Some((field.code.clone(), answer))))
        },
        time,
    )
    .await
}

/// What was chosen of a step, and what was answered with it.
pub(super) type ChosenOutcome<'s> = (&'s Outcome, Option<(FieldCode, Answer)>);

/// The same, where it can be taken back for a time, or is recorded at once.
pub(super) async fn choose(
    counter: &Counter,
    person: &Person,
    task: TaskId,
    which: impl FnOnce(&Step) -> Option<ChosenOutcome<'_>>,
    time: Option<TimeDelta>,
) -> Result<Decided, Error> {
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    let (open, procedure) = open_task(counter, &tx, person, task).await?;
    let not_here = || Refusal::NotAtThisStep {
        step: open.task.step.clone(),
    };
    let step = procedure.step(&open.task.step).ok_or_else(not_here)?;
    let (chosen, given) = which(step).ok_or_else(not_here)?;
    let outcome = &chosen.code;
    if !open.request.state.offers(step, chosen) {
        return Err(Refusal::NotOffered.into());
    }
    open.request.state.is_time(chosen, counter.now())?;
    let is_plain = open.request.is_plain(&procedure, step, chosen);
    // One tap that is recorded at once asks for nothing that was begun before.
    let begun = if is_plain && time.is_none() {
        Vec::new()
    } else {
        tx.drafts_of(task, person.id).await?
    };
    let (held, begun): (Vec<_>, Vec<_>) = begun.into_iter().partition(|it| it.held.is_some());
    // What was held by an office that records at once by now is recorded in its time; it is no form to go on with.
    if time.is_some()
        && let Some(draft) = standing(held.into_iter().next(), (outcome, 1))?
    {
        let request = open.request;
        return Ok(Decided::Held(Box::new(HeldDecision { draft, request })));
    }
    if is_plain {
        let about = open.request.id;
        let plainly = plainly(counter, tx, open, (&procedure, step), person, outcome, time);
        return match Box::pin(plainly).await {
            Ok(decided) => Ok(decided),
            Err(Error::Refused(refusal)) => {
                let with = (&*procedure, step);
                let refusal = lost_places::when_decided(counter, with, about, refusal);
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
    for mut draft in begun {
        if draft.purpose == purpose && draft.filling.is_begun() {
            if let Some((field, answer)) = given.clone() {
                draft.filling.take(field, answer);
            }
            let page = Box::pin(take_up(counter, &tx, draft)).await?;
            tx.commit().await?;
            return Ok(Decided::Asks(Box::new(page)));
        }
        if !draft.filling.is_begun() {
            tx.drop_draft(draft.id).await?;
        }
    }
    let at = (counter.now(), &*counter.office);
    let mut filling = open.request.filling(&procedure, (step, chosen), at);
    if let Some((field, answer)) = given {
        filling.take(field, answer);
    }
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

/// A decision to which nothing is to be entered.
async fn plainly(
    counter: &Counter,
    tx: Tx,
    open: OpenTask,
    (procedure, step): (&Procedure, &Step),
    person: &Person,
    outcome: &OutcomeCode,
    time: Option<TimeDelta>,
) -> Result<Decided, Error> {
    let nothing = Answers::new();
    let Some(time) = time else {
        let record = record(tx, open, procedure, person, outcome, nothing, counter);
        return Ok(Decided::Recorded(Box::new(Box::pin(record).await?)));
    };
    let (tx, open) = tried(counter, tx, open, procedure, person, (outcome, nothing)).await?;
    let held = hold(
        counter,
        tx,
        person,
        open,
        (procedure, step),
        (outcome, 1),
        time,
    )
    .await?;
    Ok(Decided::Held(Box::new(held)))
}

/// What would be refused when it is recorded is refused now: where something is to be reserved or given back, the
/// decision is written and undone. What others take meanwhile is refused then.
pub(super) async fn tried(
    counter: &Counter,
    mut tx: Tx,
    open: OpenTask,
    procedure: &Procedure,
    person: &Person,
    (outcome, answers): (&OutcomeCode, Answers),
) -> Result<(Tx, OpenTask), Error> {
    let (with, now) = ((procedure, &*counter.office), counter.now());
    let request = open.request.clone();
    let change = open
        .task
        .decide(request, with, person, outcome, answers, now)?;
    if change.effects.demands.is_empty() {
        return Ok((tx, open));
    }
    Box::pin(record_change::write(counter, &mut tx, procedure, change)).await?;
    drop(tx);
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    let (open, _) = open_task(counter, &tx, person, open.task.id).await?;
    Ok((tx, open))
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
