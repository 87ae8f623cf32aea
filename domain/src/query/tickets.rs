//! Finding a request by its ticket, however it is typed.

use super::dossier::{Dossier, dossier, may_see};
use crate::{
    Counter, Error,
    code::{AgencyCode, ProcedureCode},
    office::PIC,
    person::Person,
    request::TypedTicket,
};

/// Among which requests a ticket of someone's is looked for: all that they may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookedThrough {
    /// All of the office's.
    All,
    /// Their own and those of the services in which they have a part.
    PartIn,
    /// Their own and their agency's.
    Agency(AgencyCode),
    Own,
}

/// What someone typed, where it is a ticket.
pub fn read_ticket(counter: &Counter, typed: &str) -> Option<TypedTicket> {
    TypedTicket::read(typed, |prefix| {
        counter.catalogue.iter().any(|it| it.prefix == prefix)
    })
}

/// The requests that a ticket names, of those that a person may see: one of each procedure, where no year is said
/// the newest.
///
/// What they may not see is as if it were not there.
pub async fn of_ticket(
    counter: &Counter,
    person: &Person,
    typed: &TypedTicket,
) -> Result<Vec<Dossier>, Error> {
    let mut found: Vec<Dossier> = Vec::new();
    let of = |found: &[Dossier], code: &ProcedureCode| {
        found
            .iter()
            .any(|dossier| dossier.request.procedure == *code)
    };
    for request in counter.db.requests_of_ticket(typed).await? {
        if of(&found, &request.procedure) {
            continue;
        }
        let dossier = dossier(counter, request).await?;
        if may_see(counter, &counter.db, person, &dossier).await? {
            found.push(dossier);
        }
    }
    Ok(found)
}

/// Where a ticket of a person's is looked for.
pub fn looked_through(counter: &Counter, person: &Person) -> LookedThrough {
    match &person.agency {
        _ if counter.sees_all(person) => LookedThrough::All,
        _ if person.is_staff() || !person.mandates.is_empty() => LookedThrough::PartIn,
        Some(agency) if person.holds(&PIC.into()) => LookedThrough::Agency(agency.clone()),
        _ => LookedThrough::Own,
    }
}
