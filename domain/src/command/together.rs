//! Deciding several tasks of one kind in one go. Each is a decision of its own.

use super::{
    decide::{Decided, decide},
    draft::form_of,
};
use crate::{
    Counter, Error, Refusal,
    id::TaskId,
    mandate::BehalfKind,
    person::Person,
    procedure::{Outcome, Procedure},
    request::{Request, Task},
};

/// What became of tasks that were decided together.
#[derive(Debug)]
pub struct DecidedTogether {
    /// With what.
    pub outcome: Outcome,
    pub decided: Vec<Request>,
    /// Where it was too late or not theirs any more, and why.
    pub left_out: Vec<(Request, Refusal)>,
}

/// Decides tasks of one kind with the outcome that the file allows for several in one go. Each is decided
/// as if its own button had been tapped, in a transaction of its own; what cannot be decided any more is
/// left out. If the process ends in between, the rest waits as before.
///
/// Refused where they are not of one kind, or the kind is not decided together.
pub async fn decide_together(
    counter: &Counter,
    person: &Person,
    tasks: &[TaskId],
) -> Result<DecidedTogether, Error> {
    let mut found = Vec::new();
    for id in tasks {
        let task = counter.db.task(*id).await?.ok_or(Refusal::NoSuchButton)?;
        let request = counter.db.request(task.request).await?;
        found.push((task, request.ok_or(Error::Missing("request of a task"))?));
    }
    let (task, request) = found.first().ok_or(Refusal::NoSuchButton)?;
    if !found.iter().all(|other| is_same_kind(other, task, request)) {
        return Err(Refusal::NotOffered.into());
    }
    let procedure = counter.procedure_of(request).await?;
    let outcome = outcome(&procedure, task).ok_or(Refusal::NotOffered)?;
    let mut done = DecidedTogether {
        outcome: outcome.clone(),
        decided: Vec::new(),
        left_out: Vec::new(),
    };
    for (task, request) in found {
        if !is_plain(&procedure, &request, &task, outcome) {
            done.left_out.push((request, Refusal::NotOffered));
            continue;
        }
        match Box::pin(decide(counter, person, task.id, &outcome.code)).await {
            Ok(Decided::Recorded(request)) => done.decided.push(*request),
            // It became a question meanwhile, which is asked on its own card.
            Ok(Decided::Asks(_)) => done.left_out.push((request, Refusal::NotOffered)),
            Err(Error::Refused(refusal)) => done.left_out.push((request, refusal)),
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}

/// Whether a task is of the same kind as another: at the same step of the same version of a procedure.
pub(crate) fn is_same_kind(other: &(Task, Request), task: &Task, request: &Request) -> bool {
    let (other, its) = other;
    other.step == task.step
        && its.procedure == request.procedure
        && its.procedure_version == request.procedure_version
}

/// What several tasks at the same step are decided with in one go, where the file allows that.
pub(crate) fn outcome<'p>(procedure: &'p Procedure, task: &Task) -> Option<&'p Outcome> {
    let step = procedure.step(&task.step)?;
    step.outcomes.iter().find(|outcome| outcome.together)
}

/// Whether this person can decide a task with it now, at their own desk.
pub(crate) fn can_decide(
    counter: &Counter,
    person: &Person,
    procedure: &Procedure,
    (task, request): (&Task, &Request),
    outcome: &Outcome,
) -> bool {
    let may = task.may_be_decided(request, procedure, person, counter.now());
    task.closed_at.is_none()
        && may.is_ok_and(|behalf| behalf.is_none_or(|it| it.kind != BehalfKind::TakenOver))
        && is_plain(procedure, request, task, outcome)
}

/// Whether the outcome is offered and asks nothing.
fn is_plain(procedure: &Procedure, request: &Request, task: &Task, outcome: &Outcome) -> bool {
    procedure.step(&task.step).is_some_and(|step| {
        request.state.offers(step, outcome)
            && outcome.is_one_tap()
            && form_of(procedure, request, step, outcome)
                .fields()
                .is_empty()
    })
}
