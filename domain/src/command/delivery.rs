//! What the courier reports back.

use super::{left_undone, reachability};
use crate::{
    Counter, Error,
    id::{AccountId, CardId, MessageId, NoticeId, PersonId},
    notice::{Notice, Undone, What},
};

/// What is known of a chat once something was told there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learnt {
    Nothing,
    /// A card was sent for the first time, and lies there; it may be one that its reader wants pinned.
    CardLies {
        card: CardId,
        message: MessageId,
        pin: bool,
    },
    /// This is pinned above it now.
    Pinned {
        chat: AccountId,
        message: Option<MessageId>,
    },
}

/// The notice has been told, and `with` it those about the same card that were there before it was drawn.
pub async fn delivered(
    counter: &Counter,
    notice: &Notice,
    with: &[NoticeId],
    learnt: Learnt,
) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    match learnt {
        Learnt::Nothing => {}
        Learnt::CardLies { card, message, pin } => {
            tx.place_card(card, message).await?;
            if pin {
                tx.tell(notice.to, &What::Pin)?;
            }
        }
        Learnt::Pinned { chat, message } => tx.note_pinned(chat, message).await?,
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
