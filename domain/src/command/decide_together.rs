//! Deciding several tasks of one kind in one go. Each is a decision of its own.

use super::decide::{Decided, choose};
use crate::{
    Counter, Error, Refusal, id::TaskId, person::Person, procedure::Outcome, request::Request,
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
/// as if its own button had been tapped, in a transaction of its own, and recorded at once: it was shown what is decided
/// before. What cannot be decided any more is left out. If the process ends in between, the rest waits as before.
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
    if !found
        .iter()
        .all(|(other, its)| other.is_like(its, (task, request)))
    {
        return Err(Refusal::NotOffered.into());
    }
    let procedure = counter.procedure_of(request).await?;
    let outcome = task.together_with(&procedure).ok_or(Refusal::NotOffered)?;
    let mut done = DecidedTogether {
        outcome: outcome.clone(),
        decided: Vec::new(),
        left_out: Vec::new(),
    };
    for (task, request) in found {
        if !task.is_plain(&request, &procedure, outcome) {
            done.left_out.push((request, Refusal::NotOffered));
            continue;
        }
        match Box::pin(choose(
            counter,
            person,
            task.id,
            |step| Some((step.outcome(&outcome.code)?, None)),
            None,
        ))
        .await
        {
            Ok(Decided::Recorded(request)) => done.decided.push(*request),
            // It became a question meanwhile, which is asked on its own card.
            Ok(Decided::Asks(_) | Decided::Held(_)) => {
                done.left_out.push((request, Refusal::NotOffered));
            }
            Err(Error::Refused(refusal)) => done.left_out.push((request, refusal)),
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}
