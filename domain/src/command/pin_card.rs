//! Choosing whether the card of one's newest request is pinned.

use crate::{Counter, Error, notice::What, person::Person};

/// From now on the card of the request that they sent last is pinned above their chat for as long as it is under way, or
/// none is.
pub async fn pin_card(counter: &Counter, person: &Person, wanted: bool) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    tx.set_pins_card(person.id, wanted).await?;
    tx.tell(person.id, &What::Pin)?;
    tx.commit().await
}
