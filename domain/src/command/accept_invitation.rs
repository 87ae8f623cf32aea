//! Coming in by a start link.

use super::{
    deal_cards::{clear_table, redeal},
    lockout,
    people::{could_be_made, end_links, find_waiting},
    rest::do_rest,
};
use crate::{
    Counter, Error, Language, Refusal,
    deed::Deed,
    fingerprint::fingerprint,
    id::{AccountId, PersonId},
    notice::What,
    office::NEWCOMER,
    person::Person,
    store::Tx,
};

/// Binds an account to the name, role and agency of a start link. Someone the office knows already
/// gains the role; open tasks of the role get a card in their chat.
///
/// Refused with [`Refusal::LinkUnknown`], [`Refusal::LinkUsed`], [`Refusal::LinkExpired`], or
/// [`Refusal::OwnLink`] for whoever made it, [`Refusal::LinkOver`] where it could not be made any more, and
/// [`Refusal::AccountTaken`] where the account is another's; after too many unknown ones with [`Refusal::LinksBarred`], whatever the link.
pub async fn accept_invitation(
    counter: &Counter,
    account: AccountId,
    link: &str,
    language: Language,
) -> Result<Person, Error> {
    let hash = fingerprint(link.as_bytes());
    let mut tx = counter.db.begin().await?;
    lockout::not_barred(&tx, account).await?;
    let Some(invitation) = tx.invitation(&hash).await? else {
        lockout::guessed(&mut tx, account).await?;
        tx.commit().await?;
        return Err(Refusal::LinkUnknown.into());
    };
    if invitation.used_at.is_some() {
        return Err(Refusal::LinkUsed.into());
    }
    if invitation.expires_at <= counter.now() {
        return Err(Refusal::LinkExpired.into());
    }
    let known = tx.person_of(account).await?;
    if invitation.by.is_some() && invitation.by == known.as_ref().map(|known| known.id) {
        return Err(Refusal::OwnLink.into());
    }
    if invitation.ended {
        return Err(Refusal::LinkOver.into());
    }
    let maker = match invitation.by {
        Some(by) => Some(present(tx.present(by).await)?),
        None => None,
    };
    could_be_made(counter, &tx, &invitation, maker.as_ref()).await?;
    let id = match (invitation.person, known) {
        (Some(person), known) => {
            come_with(&mut tx, person, account, known.as_ref()).await?;
            person
        }
        (None, Some(known)) => known.id,
        (None, None) => tx.add_person(account, &invitation.name, language).await?,
    };
    if !tx.use_invitation(&hash, id).await? {
        return Err(Refusal::LinkUsed.into());
    }
    if invitation.person.is_none() {
        tx.rename(id, &invitation.name, invitation.agency.as_ref())
            .await?;
        // Whoever was invited need not ask to be let in any more.
        tx.take_role(id, &NEWCOMER.into()).await?;
        tx.give_role(id, &invitation.role).await?;
        let role = invitation.role.clone();
        tx.note(id, Some(id), &Deed::CameIn { role }).await?;
        redeal(counter, &mut tx, &invitation.role).await?;
        find_waiting(counter, &mut tx, id, id).await?;
        // Whoever rises by it is out of reach of the links of others.
        end_links(counter, &mut tx, id).await?;
    }
    let person = tx
        .person(id)
        .await?
        .ok_or(Error::Missing("person who has just come in"))?;
    tx.commit().await?;
    do_rest(counter).await;
    Ok(person)
}

/// Whoever made the link, if they are still there.
fn present(maker: Result<Person, Error>) -> Result<Person, Error> {
    match maker {
        Err(Error::Refused(_)) => Err(Refusal::LinkOver.into()),
        maker => maker,
    }
}

/// Someone known acts from another account from now on; the old one counts no more, and what lay in
/// its chat loses its buttons.
async fn come_with(
    tx: &mut Tx,
    person: PersonId,
    account: AccountId,
    known: Option<&Person>,
) -> Result<(), Error> {
    if known.is_some_and(|known| known.id != person) {
        return Err(Refusal::AccountTaken.into());
    }
    if known.is_none() {
        clear_table(tx, person).await?;
        // Whoever sits before the old account hears of it: it may not be what they wanted.
        let before = tx.person(person).await?.and_then(|before| before.account);
        if let Some(old) = before {
            tx.tell_at(person, old, &What::Farewell)?;
        }
        tx.set_account(person, Some(account)).await?;
        tx.note(person, Some(person), &Deed::AccountChanged).await?;
        tx.redraw_cards(person).await?;
    }
    Ok(())
}
