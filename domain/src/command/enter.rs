//! Coming in by a start link.

use crate::{
    Counter, Error, Language, Refusal, archive::fingerprint, id::AccountId, office::NEWCOMER,
    person::Person,
};

/// Binds an account to the name, role and agency of a start link. Someone the office knows already
/// gains the role; open tasks of the role get a card in their chat.
///
/// Refused with [`Refusal::LinkUnknown`], [`Refusal::LinkUsed`] or [`Refusal::LinkExpired`].
pub async fn enter(
    counter: &Counter,
    account: AccountId,
    link: &str,
    language: Language,
) -> Result<Person, Error> {
    let hash = fingerprint(link.as_bytes());
    let mut tx = counter.db.begin().await?;
    let invitation = tx.invitation(&hash).await?.ok_or(Refusal::LinkUnknown)?;
    if invitation.used_at.is_some() {
        return Err(Refusal::LinkUsed.into());
    }
    if invitation.expires_at <= counter.now() {
        return Err(Refusal::LinkExpired.into());
    }
    let id = match tx.person_of(account).await? {
        Some(known) => known.id,
        None => tx.add_person(account, &invitation.name, language).await?,
    };
    if !tx.use_invitation(&hash, id).await? {
        return Err(Refusal::LinkUsed.into());
    }
    tx.rename(id, &invitation.name, invitation.agency.as_ref())
        .await?;
    // Whoever was invited need not ask to be let in any more.
    tx.take_role(id, &NEWCOMER.into()).await?;
    tx.take_up(id, &invitation.role).await?;
    let person = tx
        .person(id)
        .await?
        .ok_or(Error::Missing("person who has just come in"))?;
    tx.commit().await?;
    Ok(person)
}
