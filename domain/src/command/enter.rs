//! Coming in by a start link.

use super::guess;
use crate::{
    Counter, Error, Language, Refusal, archive::fingerprint, id::AccountId, person::Person,
};

/// Binds an account to the name, role and agency of a start link. Someone the office knows already
/// gains the role; open tasks of the role get a card in their chat.
///
/// Refused with [`Refusal::LinkUnknown`], [`Refusal::LinkUsed`] or [`Refusal::LinkExpired`]; after
/// too many unknown ones with [`Refusal::LinksBarred`], whatever the link.
pub async fn enter(
    counter: &Counter,
    account: AccountId,
    link: &str,
    language: Language,
) -> Result<Person, Error> {
    let hash = fingerprint(link.as_bytes());
    let mut tx = counter.db.begin().await?;
    guess::not_barred(&tx, account).await?;
    let Some(invitation) = tx.invitation(&hash).await? else {
        guess::guessed(&mut tx, account).await?;
        tx.commit().await?;
        return Err(Refusal::LinkUnknown.into());
    };
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
    tx.give_role(id, &invitation.role).await?;
    for (task, applicant) in tx.open_tasks_of_role(&invitation.role).await? {
        if applicant != id {
            tx.deal_card(id, task.request, task.id).await?;
        }
    }
    let person = tx
        .person(id)
        .await?
        .ok_or(Error::Missing("person who has just come in"))?;
    tx.commit().await?;
    Ok(person)
}
