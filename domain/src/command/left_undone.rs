//! What the program itself could not do: it stops nobody else, and administrators hear of it.

use crate::{
    Counter, Error,
    notice::{Undone, What},
    store::Tx,
};

/// Tells the administrators that something of this kind could not be done: the first time on a day of the office.
pub async fn left_undone(counter: &Counter, kind: Undone) -> Result<(), Error> {
    let mut tx = counter.db.beside().begin().await?;
    tell(counter, &mut tx, kind).await?;
    tx.commit().await
}

/// The same in a transaction in which something else is written.
pub(super) async fn tell(counter: &Counter, tx: &mut Tx, kind: Undone) -> Result<(), Error> {
    let calendar = &counter.office.calendar;
    let today = calendar.day_of(counter.now());
    let told = tx.left_undone(kind).await?;
    if told.is_some_and(|told| calendar.day_of(told) == today) {
        return Ok(());
    }
    tx.note_left_undone(kind).await?;
    tx.tell_administrators(&What::LeftUndone { kind }).await
}
