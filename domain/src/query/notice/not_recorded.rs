//! A decision that could not be recorded any more when its time had come.

use super::{
    super::{already_decided, dossier::dossier_of},
    AboutRequest, Message,
};
use crate::{Counter, Error, code::OutcomeCode, id::TaskId, person::Person};

/// Somebody was faster, it is no longer theirs to decide, or it is to be decided anew.
pub(super) async fn not_recorded(
    counter: &Counter,
    task: TaskId,
    outcome: &OutcomeCode,
    to: &Person,
) -> Result<Option<Message>, Error> {
    let Some(task) = counter.db.task(task).await? else {
        return Ok(None);
    };
    let dossier = dossier_of(counter, task.request).await?;
    let step = dossier.procedure.step(&task.step);
    let Some(label) = step.and_then(|step| Some(step.outcome(outcome)?.label.clone())) else {
        return Ok(None);
    };
    let (request, procedure) = (&dossier.request, &dossier.procedure);
    let why = if task.closed_at.is_some() {
        Some(already_decided(&counter.db, &task, procedure, to.id).await?)
    } else {
        // Whoever lost the right has no card on which to decide anew.
        let may = task.may_be_decided(request, procedure, to, counter.now());
        may.err()
    };
    let why = why.map(Box::new);
    let about = AboutRequest::NotRecorded { label, why };
    Ok(Some(Message::Request(dossier, about)))
}
