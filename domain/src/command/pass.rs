//! Steps that pass by themselves, and steps that one person takes in one go. Each is recorded as a
//! row of its own.

use super::{admit::admit, decide::open_task, draft::form_of};
use crate::{
    Counter, Error, Refusal,
    code::{OutcomeCode, StepCode},
    id::{PersonId, TaskId},
    mandate::BehalfKind,
    person::Person,
    procedure::{Answers, Outcome, Procedure, Step, Tone},
    request::{Change, Event, Request, Task, advance::can_recall, change::Desk},
    store::{Conn, Tx},
};
use chrono::{DateTime, Utc};

/// As [`write()`], then commits.
pub(super) async fn record(
    counter: &Counter,
    mut tx: Tx,
    procedure: &Procedure,
    change: Change,
) -> Result<Request, Error> {
    let request = write(counter, &mut tx, procedure, change).await?;
    tx.commit().await?;
    Ok(request)
}

/// Writes a change, and lets pass what a standing delegation lets pass.
pub(super) async fn write(
    counter: &Counter,
    tx: &mut Tx,
    procedure: &Procedure,
    change: Change,
) -> Result<Request, Error> {
    let (by, admitted) = (change.by, change.effects.admits.clone());
    let (mut request, mut waits) = Box::pin(tx.write(&counter.office, change)).await?;
    if let Some(admitted) = admitted {
        admit(counter, tx, by, admitted).await?;
    }
    while let Some(task) = waits.take() {
        let Some(next) = passing(counter, tx, procedure, &request, &task).await? else {
            break;
        };
        (request, waits) = Box::pin(tx.write(&counter.office, next)).await?;
    }
    Ok(request)
}

/// The decision that the office's clock takes at a step whose holder lets it pass.
async fn passing(
    counter: &Counter,
    tx: &Tx,
    procedure: &Procedure,
    request: &Request,
    task: &Task,
) -> Result<Option<Change>, Error> {
    let Some(step) = procedure.step(&task.step).filter(|step| step.passes) else {
        return Ok(None);
    };
    let Some(outcome) = plain_way(procedure, request, step) else {
        return Ok(None);
    };
    let clock = tx.office_clock().await?;
    let clock = tx.person(clock).await?.ok_or(Refusal::NoSuchPerson)?;
    let (with, now) = ((procedure, &*counter.office), tx.now());
    let (request, outcome) = (request.clone(), &outcome.code);
    let decided = task.decide(request, with, &clock, outcome, Answers::new(), now);
    // Without a delegation the clock may decide nothing.
    Ok(decided.ok())
}

/// The way on that asks nothing: one tap.
fn plain_way<'p>(procedure: &Procedure, request: &Request, step: &'p Step) -> Option<&'p Outcome> {
    let mut offered = step
        .outcomes
        .iter()
        .filter(|it| request.state.offers(step, it));
    offered.find(|outcome| {
        let form = form_of(procedure, request, step, outcome);
        outcome.tone == Tone::Yes && outcome.is_one_tap() && form.fields().is_empty()
    })
}

/// What someone would confirm in one go at their desk: the way on here, and at each step after it that
/// is theirs as well. Fewer than two are nothing to be confirmed together.
pub fn in_a_row(
    counter: &Counter,
    procedure: &Procedure,
    request: &Request,
    task: &Task,
    by: &Person,
) -> Vec<(StepCode, OutcomeCode)> {
    let mut steps: Vec<(StepCode, OutcomeCode)> = Vec::new();
    let (mut request, mut task) = (request.clone(), task.clone());
    let now = counter.now();
    // The applicant's own steps are never confirmed for them.
    while let Some(step) = procedure
        .step(&task.step)
        .filter(|it| it.performer != procedure.opens)
        && let Some(outcome) = plain_way(procedure, &request, step)
        && !steps.iter().any(|(seen, _)| *seen == step.code)
    {
        let with = (procedure, &*counter.office);
        let own = task.may_be_decided(&request, procedure, by, now);
        if !own.is_ok_and(|behalf| behalf.is_none_or(|it| it.kind != BehalfKind::TakenOver)) {
            break;
        }
        let decided = task.decide(request, with, by, &outcome.code, Answers::new(), now);
        let Ok(change) = decided else { break };
        steps.push((step.code.clone(), outcome.code.clone()));
        let Some(desk) = change.opens else { break };
        request = change.request;
        task = waiting(desk, &request, now);
    }
    steps
}

fn waiting(desk: Desk, request: &Request, now: DateTime<Utc>) -> Task {
    Task {
        id: TaskId(0),
        request: request.id,
        step: desk.step,
        role: desk.role,
        assigned: desk.assigned,
        opened_at: now,
        opened_seq: request.version,
        due_at: None,
        timing: crate::request::Timing::default(),
        closed_at: None,
        closed_seq: None,
    }
}

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
    let (open, procedure) = open_task(counter, &tx, person, task).await?;
    let row = in_a_row(counter, &procedure, &open.request, &open.task, person);
    if row.len() != steps || steps < 2 {
        return Err(Refusal::NotOffered.into());
    }
    tx.drop_drafts_of(task, person.id).await?;
    let (mut request, mut waits) = (open.request, Some(open.task));
    for (_, outcome) in row {
        let task = waits.take().ok_or(Refusal::NotOffered)?;
        let with = (&*procedure, &*counter.office);
        let now = counter.now();
        let change = task.decide(request, with, person, &outcome, Answers::new(), now)?;
        (request, waits) = Box::pin(tx.write(&counter.office, change)).await?;
    }
    tx.commit().await?;
    Ok(request)
}

/// A step that passed by itself in someone's name, and until when they can take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    pub step: StepCode,
    pub at: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// What passed by itself last in the history of a request, where its holder can still take it back.
pub async fn recallable(
    counter: &Counter,
    conn: &Conn,
    request: &Request,
    by: PersonId,
) -> Result<Option<Passed>, Error> {
    if !can_recall(&request.state) {
        return Ok(None);
    }
    let mut last = None;
    for recorded in conn.history(request.id).await? {
        match recorded.event {
            Event::Decided(decision) => {
                let standing = decision
                    .behalf
                    .is_some_and(|it| it.kind == BehalfKind::Standing && it.of == Some(by));
                if standing {
                    last = Some((decision.step, recorded.at));
                }
            }
            Event::Recalled { .. } => last = None,
            _ => {}
        }
    }
    let passed = last.map(|(step, at)| Passed {
        step,
        at,
        until: counter.office.working_days_after(at, 1),
    });
    Ok(passed.filter(|passed| counter.now() < passed.until))
}

/// Takes back what passed by itself: the request waits at the holder's desk again.
///
/// Refused with [`Refusal::TooLateToRecall`] after one working day, or once work has started.
pub async fn recall(counter: &Counter, by: &Person, token: &str) -> Result<Request, Error> {
    let mut tx = counter.db.begin().await?;
    let seen = tx
        .request_by_token(token)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    let task = tx.open_task_of(seen.id).await?.ok_or(Refusal::Ended)?;
    let open = tx.lock_task(task.id).await?.ok_or(Refusal::Ended)?;
    let passed = recallable(counter, &tx, &open.request, by.id).await?;
    let passed = passed.ok_or(Refusal::TooLateToRecall)?;
    let procedure = counter.procedure_of(&seen).await?;
    let (now, task) = (counter.now(), Some(open.task.id));
    let change = Change::recalled(&procedure, open.request, by.id, &passed.step, now, task)?;
    let (request, _) = Box::pin(tx.write(&counter.office, change)).await?;
    tx.commit().await?;
    Ok(request)
}
