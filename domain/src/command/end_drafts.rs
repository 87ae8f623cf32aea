//! What someone has begun to write ends with the right to send it.

use crate::{
    Counter, Error,
    draft::{Draft, Purpose},
    house::{Chosen, House},
    id::PersonId,
    person::Person,
    query::{may_fill, may_see_request},
    store::{Hope, Tx},
};

/// Throws away what someone has begun to write and may not send any more, now that their standing is another.
pub(super) async fn end_drafts(counter: &Counter, tx: &Tx, person: PersonId) -> Result<(), Error> {
    let Some(person) = tx.person(person).await? else {
        return Ok(());
    };
    let drafts = match tx.drafts(person.id).await {
        // One that does not read cannot be sent by anybody.
        Err(error) if error.hope() == Hope::None => {
            tracing::error!(%error, "what somebody has begun to write does not read");
            return Ok(());
        }
        drafts => drafts?,
    };
    for draft in drafts {
        let may = match may_send(counter, tx, &person, &draft).await {
            // Nor what is about something that does not read: it holds up nobody's rights.
            Err(error) if error.hope() == Hope::None => {
                tracing::error!(%error, "what a draft is about does not read");
                false
            }
            may => may?,
        };
        if !may {
            tx.throw_away(&draft).await?;
        }
    }
    Ok(())
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
