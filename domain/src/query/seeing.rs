//! Who may look at a request.

use chrono::{DateTime, Utc};

use crate::{
    Counter, Error, office::Office, person::Person, procedure::Procedure, request::Request,
    store::Conn,
};

/// Whether a person may see a request: by what they are today, or because they have decided on it. This is the one
/// place that says so.
pub(crate) async fn may_see_request(
    counter: &Counter,
    conn: &Conn,
    person: &Person,
    request: &Request,
    procedure: &Procedure,
) -> Result<bool, Error> {
    if sees_request(counter, person, request, procedure) {
        return Ok(true);
    }
    // Whoever decides on what was begun from it reads what that is about.
    if request.ended().is_some()
        && person.is_staff()
        && let Some(begun) = conn.begun_from(request.id).await?
    {
        let its = counter.shown_procedure_of(&begun).await?;
        if sees_request(counter, person, &begun, &its) {
            return Ok(true);
        }
    }
    // What they decided they may read again, whatever their post is by now.
    Ok(person.is_staff() && conn.has_decided(person.id, request.id).await?)
}

/// Whether someone may see a request by what they are today.
pub(super) fn sees_request(
    counter: &Counter,
    person: &Person,
    request: &Request,
    procedure: &Procedure,
) -> bool {
    let now = counter.now();
    let colleague = person.is_contact_of(&request.agency);
    let mut informs = procedure.informed_roles();
    let informed = informs.any(|role| person.acts_as(role, now))
        || procedure.informs_by_name(person.id, &request.state.answers);
    let works = works_with(&counter.office, person, procedure, now);
    request.applicant == person.id || colleague || informed || works
}

/// Whether someone does more with the requests of a procedure than hear of them: sits at a desk of it, may take one
/// over, reads a register that it fills, or looks at every request.
pub(super) fn works_with(
    office: &Office,
    person: &Person,
    procedure: &Procedure,
    now: DateTime<Utc>,
) -> bool {
    let performs = procedure.steps.iter().any(|step| {
        !procedure.is_applicants(step)
            && (person.acts_as(&step.performer, now)
                || step.takeover.iter().any(|role| person.holds(role)))
    });
    // Whoever reads a register may look up what its lines rest on.
    let mut registers = procedure.registers.iter();
    let reads = registers.any(|entry| {
        let register = office.register(&entry.register);
        register.is_some_and(|register| register.is_read_by(person))
    });
    performs || reads || office.sees_all(person, now)
}
