//! Asking once more for what ended without being done.

use super::{answer_again::answered_again, draft::begin_in, form_page::FormPage};
use crate::{Counter, Error, Refusal, person::Person, procedure::EndKind};

/// Begins a form with what still holds of the answers to a request that ended without being done. Another draft of the
/// same procedure is thrown away.
///
/// Refused unless the person sent it, or speaks for its agency, and may open such a request today.
pub async fn begin_again(
    counter: &Counter,
    person: &Person,
    token: &str,
) -> Result<FormPage, Error> {
    let request = counter.db.request_by_token(token).await?;
    let request = request.ok_or(Refusal::NoSuchButton)?;
    let was = counter.shown_procedure_of(&request).await?;
    let end = request.ended().and_then(|end| was.end(end));
    let is_over = end.is_some_and(|end| end.kind != EndKind::Done);
    let speaks =
        |person: &Person| request.applicant == person.id || person.is_contact_of(&request.agency);
    if !speaks(person) {
        return Err(Refusal::NotApplicant.into());
    }
    if !is_over {
        return Err(Refusal::NotOffered.into());
    }
    let procedure = counter.open_procedure(&request.procedure)?.clone();
    if procedure.follows.is_some() {
        return Err(Refusal::NotOffered.into());
    }
    let old = &request.state.answers;
    let begun = Box::pin(answered_again(counter, person, &procedure, old)).await?;
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    if !speaks(person) {
        return Err(Refusal::NotApplicant.into());
    }
    begin_in(counter, tx, person, &procedure, Some(begun)).await
}
