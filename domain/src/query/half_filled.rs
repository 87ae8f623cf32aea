//! What somebody has begun to write and not sent.

use std::sync::Arc;

use super::{groups::only_administrators, may_see_request};
use crate::{
    Counter, Error, Text,
    code::StepCode,
    draft::{Draft, Purpose},
    house::{Chosen, House},
    id::{RequestId, TaskId},
    person::Person,
    procedure::Procedure,
    request::Request,
    rights::{may, may_enter_numbers},
    store::Conn,
};

/// A form that waits to be gone on with.
#[derive(Debug, Clone)]
pub struct HalfFilled {
    pub draft: Draft,
    pub procedure: Arc<Procedure>,
    pub about: BegunAbout,
}

/// What a form is about that somebody has begun.
#[derive(Debug, Clone)]
pub enum BegunAbout {
    /// A new request.
    New,
    /// A word to the desk at which a request lies.
    Word { ticket: String },
    /// A decision, or what was sent back to its applicant.
    Decision { ticket: String, outcome: Text },
    /// One of the office's own forms: what was chosen before it began, and the name of whom it is about.
    House {
        chosen: Box<Chosen>,
        person: Option<String>,
    },
}

/// A person's half-filled forms, the newest first: requests, and of all others whatever has an answer and can still be
/// sent.
pub async fn half_filled(counter: &Counter, person: &Person) -> Result<Vec<HalfFilled>, Error> {
    let drafts = counter.db.drafts(person.id).await?;
    among(counter, person, drafts).await
}

/// The same among all that they have begun.
pub(super) async fn among(
    counter: &Counter,
    person: &Person,
    drafts: Vec<Draft>,
) -> Result<Vec<HalfFilled>, Error> {
    let mut found = Vec::new();
    for draft in drafts {
        // It is complete, and stands on its card.
        if draft.held.is_some() {
            continue;
        }
        let procedure = counter
            .shown_procedure(&draft.procedure, draft.procedure_version)
            .await?;
        if let Some(about) = about(counter, person, &draft, &procedure).await? {
            found.push(HalfFilled {
                draft,
                procedure,
                about,
            });
        }
    }
    Ok(found)
}

async fn about(
    counter: &Counter,
    person: &Person,
    draft: &Draft,
    procedure: &Procedure,
) -> Result<Option<BegunAbout>, Error> {
    let is_begun = draft.filling.is_begun();
    Ok(match &draft.purpose {
        Purpose::Open => Some(BegunAbout::New),
        Purpose::House(House::Word) if is_begun => match Chosen::of(&draft.filling.old).request {
            Some(request) => {
                let seen = running(counter, person, request).await?;
                seen.map(|ticket| BegunAbout::Word { ticket })
            }
            None => None,
        },
        Purpose::House(house) if has_more_than_was_known(counter, draft, *house) => {
            let chosen = Box::new(Chosen::of(&draft.filling.old));
            if !may_fill(counter, &counter.db, person, *house, &chosen).await? {
                return Ok(None);
            }
            let about = match chosen.person {
                Some(about) => counter.db.person(about).await?,
                None => None,
            };
            let person = about.map(|about| about.name);
            Some(BegunAbout::House { chosen, person })
        }
        Purpose::Decide { task, outcome } if is_begun => {
            let request = decidable(counter, person, *task, procedure).await?;
            let outcome = request.as_ref().and_then(|(_, step)| {
                let step = procedure.step(step)?;
                Some(step.outcome(outcome)?.label.clone())
            });
            request
                .zip(outcome)
                .map(|((request, _), outcome)| BegunAbout::Decision {
                    ticket: request.ticket,
                    outcome,
                })
        }
        Purpose::House(_) | Purpose::Decide { .. } => None,
    })
}

/// Whether somebody has answered anything in a form, so that it is worth going on with.
pub fn is_worth_keeping(counter: &Counter, draft: &Draft) -> bool {
    match draft.purpose {
        Purpose::House(House::Word) | Purpose::Open | Purpose::Decide { .. } => {
            draft.filling.is_begun()
        }
        Purpose::House(house) => has_more_than_was_known(counter, draft, house),
    }
}

/// Whether somebody has answered anything in one of the office's own forms: it can begin with what is to be changed.
pub(crate) fn has_more_than_was_known(counter: &Counter, draft: &Draft, house: House) -> bool {
    let chosen = Chosen::of(&draft.filling.old);
    let known = house.known(&counter.office.calendar, &chosen);
    draft.filling.is_begun() && draft.filling.answers != known
}

/// Whether someone may send one of the office's own forms, as far as what was chosen before it began decides that.
pub(crate) async fn may_fill(
    counter: &Counter,
    conn: &Conn,
    person: &Person,
    house: House,
    chosen: &Chosen,
) -> Result<bool, Error> {
    if matches!(house, House::Day | House::Term | House::Usual) {
        return Ok(only_administrators(person).is_ok());
    }
    if house == House::Number {
        return Ok(may_enter_numbers(person).is_ok());
    }
    let Some(act) = house.begun(chosen, counter.today()) else {
        return Ok(false);
    };
    let about = match chosen.person {
        Some(about) => conn.person(about).await?,
        None => None,
    };
    Ok(may(&counter.office, person, &act, about.as_ref()).is_ok())
}

/// The request whose task a person can still decide, and the step of it.
async fn decidable(
    counter: &Counter,
    person: &Person,
    task: TaskId,
    procedure: &Procedure,
) -> Result<Option<(Request, StepCode)>, Error> {
    let task = counter.db.task(task).await?;
    let Some(task) = task.filter(|task| task.closed_at.is_none()) else {
        return Ok(None);
    };
    let request = counter.db.request(task.request).await?;
    let now = counter.now();
    let may = |request: &Request| task.may_be_decided(request, procedure, person, now).is_ok();
    Ok(request.filter(may).map(|it| (it, task.step)))
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
