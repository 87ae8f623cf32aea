//! What someone can do with a request that does not lie with them.

use super::{dossier::Dossier, recallable::recallable};
use crate::{Counter, Error, mandate::BehalfKind, person::Person};

/// What someone can do with a request that is not at their desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a button of its own, offered or not"
)]
pub struct RequestActions {
    /// A colleague of the applicant's: answer for it from now on.
    pub adopt: bool,
    /// Take its task over on the holder's behalf.
    pub take_over: bool,
    /// Take back what passed by itself.
    pub recall: bool,
    /// Open again what ended by itself.
    pub reopen: bool,
    /// Ask after it.
    pub nudge: bool,
}

/// What someone can do with a request that is not at their desk.
pub async fn request_actions(
    counter: &Counter,
    person: &Person,
    dossier: &Dossier,
) -> Result<RequestActions, Error> {
    let request = &dossier.request;
    let colleague = person.is_contact_of(&request.agency);
    if request.ended().is_some() {
        let own = colleague || request.applicant == person.id;
        return Ok(RequestActions {
            reopen: own && dossier.reopens_until.is_some(),
            ..RequestActions::default()
        });
    }
    let take_over = dossier.task.as_ref().is_some_and(|task| {
        let now = counter.now();
        let may = task.may_be_decided(request, &dossier.procedure, person, now);
        may.is_ok_and(|behalf| behalf.is_some_and(|it| it.kind == BehalfKind::TakenOver))
    });
    let passed = recallable(counter, &counter.db, request, person.id).await?;
    Ok(RequestActions {
        adopt: colleague && request.applicant != person.id,
        take_over,
        recall: passed.is_some(),
        reopen: false,
        nudge: request.may_be_nudged(person) && dossier.can_be_nudged(),
    })
}
