//! A decision that could not be recorded any more when its time had come.

use super::{
    super::{already_decided, dossier},
    AboutRequest, Message,
};
use crate::{Counter, Error, code::OutcomeCode, id::TaskId, person::Person};

/// Somebody was faster, or it is to be decided anew.
pub(super) async fn not_recorded(
    counter: &Counter,
    task: TaskId,
    outcome: &OutcomeCode,
    to: &Person,
) -> Result<Option<Message>, Error> {
    let Some(task) = counter.db.task(task).await? else {
        return Ok(None);
    };
    let request = counter.db.request(task.request).await?;
    let request = request.ok_or(Error::Missing("request of a task"))?;
    let dossier = Box::new(dossier(counter, request).await?);
    let step = dossier.procedure.step(&task.step);
    let Some(label) = step.and_then(|step| Some(step.outcome(outcome)?.label.clone())) else {
        return Ok(None);
    };
    let why = match task.closed_at {
        Some(_) => {
            let why = already_decided(&counter.db, &task, &dossier.procedure, to.id).await?;
            Some(Box::new(why))
        }
        None => None,
    };
    let about = AboutRequest::NotRecorded { label, why };
    Ok(Some(Message::Request(dossier, about)))
}
