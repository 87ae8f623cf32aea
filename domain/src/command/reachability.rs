//! People whom nothing reaches any more, and who come back.

use crate::{Error, deed::Deed, id::PersonId, notice::What, person::Person, store::Tx};

/// Notes that nothing reaches a person. The first time, those who look after everyone are told.
pub(super) async fn lost(tx: &mut Tx, id: PersonId) -> Result<(), Error> {
    let since = Some(tx.now());
    if tx.set_unreachable(id, since).await? && is_missed(tx.person(id).await?) {
        let by = tx.office_clock().await?;
        tx.note(by, Some(id), &Deed::Unreachable).await?;
        let what = What::Unreachable { person: id };
        tx.tell_watchers(&what, Some(id)).await?;
    }
    Ok(())
}

/// Notes that a person can be reached again. They are told what they have missed and see again what
/// waits for them; those who were told that they are lost hear of it.
pub(super) async fn found(tx: &mut Tx, id: PersonId) -> Result<(), Error> {
    let before = tx.person(id).await?;
    let Some(since) = before.as_ref().and_then(|person| person.unreachable_since) else {
        return Ok(());
    };
    tx.set_unreachable(id, None).await?;
    tx.tell_missed(id, since).await?;
    tx.bring_back_cards(id).await?;
    if is_missed(before) {
        tx.note(id, Some(id), &Deed::Reachable).await?;
        tx.tell_watchers(&What::Reachable { person: id }, Some(id))
            .await?;
    }
    Ok(())
}

/// Whether the office counts on a person: someone with a post and a chat of their own. Groups have
/// numbers below zero, and whoever has left has none.
fn is_missed(person: Option<Person>) -> bool {
    person.is_some_and(|person| {
        !person.roles.is_empty() && person.account.is_some_and(|account| account.0 > 0)
    })
}
