//! What somebody has begun to write and not sent.

use std::sync::Arc;

use super::may_see_request;
use crate::{
    Counter, Error, Text,
    draft::{Draft, Purpose},
    house::{Chosen, House},
    id::RequestId,
    person::Person,
    procedure::Procedure,
    request::Request,
};

/// A form that waits to be gone on with.
#[derive(Debug, Clone)]
pub struct HalfFilled {
    pub draft: Draft,
    pub procedure: Arc<Procedure>,
    /// The request it is about, by its ticket, and what is decided with it.
    pub about: Option<(String, Option<Text>)>,
}

/// A person's half-filled forms, the newest first: requests, and of what is about a request whatever has an answer
/// and can still be sent.
pub async fn half_filled(counter: &Counter, person: &Person) -> Result<Vec<HalfFilled>, Error> {
    let mut found = Vec::new();
    for draft in counter.db.drafts(person.id).await? {
        let procedure = counter
            .shown_procedure(&draft.procedure, draft.procedure_version)
            .await?;
        let is_begun = draft.filling.is_begun();
        let about = match &draft.purpose {
            Purpose::House(House::Word) if is_begun => {
                match Chosen::of(&draft.filling.old).request {
                    Some(request) => {
                        let seen = running(counter, person, request).await?;
                        seen.map(|ticket| (ticket, None))
                    }
                    None => None,
                }
            }
            Purpose::Decide { task, outcome } if is_begun => {
                let task = counter.db.task(*task).await?;
                match task.filter(|task| task.closed_at.is_none()) {
                    Some(task) => {
                        let step = procedure.step(&task.step);
                        let label = step
                            .and_then(|it| it.outcome(outcome))
                            .map(|it| it.label.clone());
                        let request = counter.db.request(task.request).await?;
                        let (procedure, now) = (&procedure, counter.now());
                        let may = |request: &Request| {
                            task.may_be_decided(request, procedure, person, now).is_ok()
                        };
                        request.filter(may).map(|it| (it.ticket, label))
                    }
                    None => None,
                }
            }
            Purpose::Open | Purpose::House(_) | Purpose::Decide { .. } => None,
        };
        if draft.purpose == Purpose::Open || about.is_some() {
            found.push(HalfFilled {
                draft,
                procedure,
                about,
            });
        }
    }
    Ok(found)
}

/// The ticket of a request that has not ended, and that a person may see.
async fn running(
    counter: &Counter,
    person: &Person,
    request: RequestId,
) -> Result<Option<String>, Error> {
    let request = counter.db.request(request).await?;
    let Some(request) = request.filter(|request| request.ended().is_none()) else {
        return Ok(None);
    };
    let procedure = counter.shown_procedure_of(&request).await?;
    let may = may_see_request(counter, &counter.db, person, &request, &procedure).await?;
    Ok(may.then_some(request.ticket))
}
