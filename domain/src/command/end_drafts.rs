//! What someone has begun to write ends with the right to send it.

use super::hold::tell_not_recorded;
use crate::{
    Counter, Error,
    draft::{Draft, Purpose},
    house::{Chosen, House},
    id::{PersonId, TaskId},
    person::Person,
    query::{may_fill, may_see_request},
    store::{Hope, Tx},
};

/// Throws away what someone has begun to write and may not send any more, now that their standing is another.
/// Whoever had decided something that is not recorded yet is told that it will not be.
pub(super) async fn end_drafts(
    counter: &Counter,
    tx: &mut Tx,
    person: PersonId,
) -> Result<(), Error> {
    let Some(person) = tx.person(person).await? else {
        return Ok(());
    };
    for draft in readable(tx.drafts(person.id).await)? {
        let may = match may_send(counter, tx, &person, &draft).await {
            // Nor what is about something that does not read: it holds up nobody's rights.
            Err(error) if error.hope() == Hope::None => {
                tracing::error!(%error, "what a draft is about does not read");
                false
            }
            may => may?,
        };
        if !may {
            end(tx, &draft).await?;
        }
    }
    Ok(())
}

/// Throws one away, and tells where it had been decided: one that is recorded at this moment is gone by then, and counts.
async fn end(tx: &mut Tx, draft: &Draft) -> Result<(), Error> {
    if tx.throw_away(draft).await? && draft.held.is_some() {
        tell_not_recorded(tx, draft).await?;
    }
    Ok(())
}

/// Throws away everything that someone has begun to write. Whoever had decided something is told as in [`end_drafts`].
pub(super) async fn end_all_drafts(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    for held in readable(tx.held_by(person).await)? {
        end(tx, &held).await?;
    }
    tx.drop_all_drafts(person).await
}

/// Throws away what someone has begun to write about a task that is not theirs any more. Whoever had decided it is told as
/// in [`end_drafts`].
pub(super) async fn end_drafts_of(
    tx: &mut Tx,
    task: TaskId,
    person: PersonId,
) -> Result<(), Error> {
    if let Some(held) = readable(tx.held_of(task, person).await)? {
        end(tx, &held).await?;
    }
    tx.drop_drafts_of(task, person).await
}

/// Drafts; none where they do not read, because such can be sent by nobody.
fn readable<T: Default>(drafts: Result<T, Error>) -> Result<T, Error> {
    match drafts {
        Err(error) if error.hope() == Hope::None => {
            tracing::error!(%error, "what somebody has begun to write does not read");
            Ok(T::default())
        }
        drafts => drafts,
    }
}

async fn may_send(
    counter: &Counter,
    tx: &Tx,
    person: &Person,
    draft: &Draft,
) -> Result<bool, Error> {
    match draft.purpose {
        Purpose::Open => Ok(match counter.open_procedure(&draft.procedure) {
            Ok(procedure) => counter.may_open(person, procedure).is_ok(),
            // Whoever goes on with it is told that it is not offered any more.
            Err(_) => true,
        }),
        Purpose::Decide { task, .. } => {
            let open = tx.task(task).await?.filter(|it| it.closed_at.is_none());
            // Whoever goes on with one that is settled is told who did it.
            let Some(task) = open else {
                return Ok(true);
            };
            let request = tx.request(task.request).await?;
            let request = request.ok_or(Error::Missing("request of a task"))?;
            let procedure = counter.shown_procedure_of(&request).await?;
            let may = task.may_be_decided(&request, &procedure, person, tx.now());
            Ok(may.is_ok())
        }
        Purpose::House(House::Word) => {
            let Some(request) = Chosen::of(&draft.filling.old).request else {
                return Ok(true);
            };
            let request = tx.request(request).await?.filter(|it| it.ended().is_none());
            // Whoever goes on with a word to a request that has ended is told so.
            let Some(request) = request else {
                return Ok(true);
            };
            let procedure = counter.shown_procedure_of(&request).await?;
            may_see_request(counter, tx, person, &request, &procedure).await
        }
        Purpose::House(house) => {
            let chosen = Chosen::of(&draft.filling.old);
            may_fill(counter, tx, person, house, &chosen).await
        }
    }
}
