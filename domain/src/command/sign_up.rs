//! Asking to be let in.

use super::{draft::begin_in, form_page::FormPage};
use crate::{Counter, Error, Language, Refusal, id::AccountId, office::NEWCOMER, person::Person};

/// Someone whom the office does not know asks to be let in. From now on it knows an account, and nothing
/// else until they tell more; the form that they are asked is begun.
///
/// Refused with [`Refusal::Stranger`] where the office lets nobody in this way.
pub async fn sign_up(
    counter: &Counter,
    account: AccountId,
    language: Language,
) -> Result<(Person, FormPage), Error> {
    let procedure = counter.door().ok_or(Refusal::Stranger)?;
    let tx = counter.db.begin().await?;
    let known = tx.person_of(account).await?;
    let id = if let Some(known) = known {
        known.id
    } else {
        let id = tx.add_person(account, "", language).await?;
        tx.give_role(id, &NEWCOMER.into()).await?;
        id
    };
    let person = tx.person(id).await?;
    let person = person.ok_or(Error::Missing("person who has just come to the door"))?;
    let page = begin_in(counter, tx, &person, procedure, None).await?;
    Ok((person, page))
}
