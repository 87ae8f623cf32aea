//! What the courier reports back.

use super::{left_undone, reachability};
use crate::{
    Counter, Error,
    id::{CardId, MessageId, NoticeId, PersonId},
    notice::{Notice, Undone, What},
};

/// The notice has been told, and `with` it those about the same card that were there before it was drawn. A card that
/// was sent for the first time lies at `placed` now.
pub async fn delivered(
    counter: &Counter,
    notice: &Notice,
    with: &[NoticeId],
    placed: Option<(CardId, MessageId)>,
) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    if let Some((card, message)) = placed {
        tx.place_card(card, message).await?;
    }
    tx.settle(notice, with, None).await?;
    tx.commit().await
}

/// The notice cannot be told; `why` is kept. Where nothing reaches the person, that is noted; otherwise the fault is
/// ours, and administrators are told.
pub async fn given_up(
    counter: &Counter,
    notice: &Notice,
    why: &str,
    unreachable: bool,
) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    tx.settle(notice, &[], Some(why)).await?;
    if !unreachable {
        left_undone::tell(counter, &mut tx, Undone::Notice).await?;
    } else if notice.elsewhere.is_none() {
        reachability::lost(&mut tx, notice.to).await?;
    }
    tx.commit().await
}

/// The notice could not be told now, and is tried again.
pub async fn tried(counter: &Counter, notice: NoticeId, attempts: u32) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.count_try(notice, attempts).await?;
    tx.commit().await
}

/// The notice cannot be read or drawn, however often it is tried; `why` is kept, and the ones behind it go
/// on. Administrators are told.
pub async fn set_aside(counter: &Counter, notice: NoticeId, why: &str) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    tx.set_aside(notice, why).await?;
    left_undone::tell(counter, &mut tx, Undone::Notice).await?;
    tx.commit().await
}

/// The person has made themselves reachable, or unreachable, and the chat service told us. Whoever
/// comes back is told what they have missed, and sees again what waits for them.
pub async fn reachable(counter: &Counter, person: PersonId, yes: bool) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    if yes {
        reachability::found(&mut tx, person).await?;
    } else {
        reachability::lost(&mut tx, person).await?;
    }
    tx.commit().await
}

/// The person has written, so they can be reached, also where the chat service did not say that they
/// are back. That is not yet the effect of what they wrote.
pub async fn wrote(counter: &Counter, person: PersonId) -> Result<(), Error> {
    let mut tx = counter.db.beside().begin().await?;
    reachability::found(&mut tx, person).await?;
    tx.commit().await
}

/// Draws a card anew where it lies.
pub async fn redraw(counter: &Counter, person: PersonId, card: CardId) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    tx.tell(person, &What::Card { card })?;
    tx.commit().await
}

/// Draws a person's own card anew at the end of their chat.
pub async fn lift(counter: &Counter, card: CardId) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    tx.lift_card(card).await?;
    tx.commit().await
}
