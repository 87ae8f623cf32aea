//! Groups: chats of several people in which the bot shows what waits for a role. Nothing is decided there.

use super::{deal_cards::deal_to_groups, rest::do_rest};
use crate::{
    Counter, Error, Refusal,
    code::RoleCode,
    deed::Deed,
    id::{AccountId, PersonId, RequestId},
    notice::What,
    office,
    person::Person,
    query::groups::{may_bind, only_administrators},
    store::{Added, ChatGroup, Tx},
    wake::Wake,
};

/// Someone has added the bot to a group. Where an administrator did, they are asked what it is for;
/// `false` where it was anybody else, and the bot has no business there.
///
/// A group that is known already stays what it is. Where a group of the same name is known, the new one
/// may be where that group is just moving to, so nothing is said and nothing is kept: what moves is told
/// by [`moved`].
pub async fn added(counter: &Counter, by: Option<&Person>, new: &Added) -> Result<bool, Error> {
    let mut tx = counter.db.begin().await?;
    if let Some(known) = tx.group_of(new.account).await?
        && !known.ended
    {
        if known.topics != new.topics {
            tx.set_topics(known.id, new.topics).await?;
        }
        tx.commit().await?;
        return Ok(true);
    }
    if new.may_be_moving && tx.groups().await?.iter().any(|it| it.title == new.title) {
        return Ok(true);
    }
    let administrator = RoleCode::new(office::ADMINISTRATOR);
    let by = match by {
        Some(by) => Some(tx.actor(by).await?),
        None => None,
    };
    let Some(by) = by.filter(|by| by.holds(&administrator)) else {
        return Ok(false);
    };
    let group = tx.keep_group(new, by.language, by.id).await?;
    tx.tell(by.id, &What::GroupFound { group })?;
    tx.commit().await?;
    Ok(true)
}

/// From now on the group reads along with a role.
///
/// Refused with [`Refusal::GroupSettled`] where it is bound already or gone.
pub async fn bind(
    counter: &Counter,
    person: &Person,
    group: PersonId,
    role: &RoleCode,
) -> Result<ChatGroup, Error> {
    let mut tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    only_administrators(person)?;
    if !may_bind(counter, role) {
        return Err(Refusal::RoleUnknown { role: role.clone() }.into());
    }
    if !tx.bind_group(group, role, person.id).await? {
        return Err(Refusal::GroupSettled.into());
    }
    deal_to_groups(counter, &mut tx, role).await?;
    let deed = Deed::GroupBound { role: role.clone() };
    tx.note(person.id, Some(group), &deed).await?;
    let bound = tx.group(group).await?.ok_or(Error::Missing("group"))?;
    tx.commit().await?;
    do_rest(counter).await;
    Ok(bound)
}

/// The bot leaves a group, bound or not, because an administrator wants it.
pub async fn release(
    counter: &Counter,
    person: &Person,
    group: PersonId,
) -> Result<ChatGroup, Error> {
    let mut tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    only_administrators(person)?;
    let known = tx.group(group).await?.ok_or(Refusal::GroupSettled)?;
    if known.ended {
        return Err(Refusal::GroupSettled.into());
    }
    end(&mut tx, group, Some(person.id)).await?;
    tx.note(person.id, Some(group), &Deed::GroupReleased)
        .await?;
    tx.tell(group, &What::GroupReleased)?;
    tx.commit().await?;
    do_rest(counter).await;
    Ok(known)
}

/// The bot was taken out of a group, perhaps by someone the office knows. Whoever had added it is told.
pub async fn lost(
    counter: &Counter,
    account: AccountId,
    by: Option<PersonId>,
) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    if let Some(known) = tx.lock_group_of(account).await?
        && !known.ended
    {
        end(&mut tx, known.id, None).await?;
        if known.is_bound() {
            let by = match by {
                Some(by) => by,
                None => tx.office_clock().await?,
            };
            tx.note(by, Some(known.id), &Deed::GroupReleased).await?;
            let what = What::GroupLost { group: known.id };
            tx.tell(known.added_by, &what)?;
        }
    }
    tx.commit().await?;
    do_rest(counter).await;
    Ok(())
}

/// The group is ours no more. What it has read is forgotten a little at a time.
async fn end(tx: &mut Tx, group: PersonId, by: Option<PersonId>) -> Result<(), Error> {
    if let Some(until) = tx.end_group(group, by).await? {
        tx.plan_rest(&Wake::ClearGroup { group, until }).await?;
    }
    Ok(())
}

/// The chat service has given a group another account: everything goes on there. Told twice, it
/// happens once. Says whether we are there: from a group that was let go, nothing follows us.
pub async fn moved(counter: &Counter, from: AccountId, to: AccountId) -> Result<bool, Error> {
    let mut tx = counter.db.begin().await?;
    let goes_on = match tx.lock_group_of(from).await? {
        Some(known) if known.released => false,
        Some(known) => {
            tx.move_group(&known, to).await?;
            if let (true, Some(role)) = (known.ended, &known.role) {
                deal_to_groups(counter, &mut tx, role).await?;
            }
            true
        }
        None => tx.group_of(to).await?.is_some_and(|it| !it.ended),
    };
    tx.commit().await?;
    do_rest(counter).await;
    Ok(goes_on)
}

/// A group has another title.
pub async fn renamed(counter: &Counter, account: AccountId, title: &str) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    if let Some(known) = tx.lock_group_of(account).await? {
        tx.rename(known.id, title, None).await?;
    }
    tx.commit().await
}

/// The topic of a request was opened in a group.
pub async fn topic_opened(
    counter: &Counter,
    group: PersonId,
    request: RequestId,
    thread: i64,
) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.set_topic(group, request, thread).await?;
    tx.commit().await
}
