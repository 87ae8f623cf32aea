//! Choosing a language.

use crate::{Counter, Error, Language, person::Person};

/// From now on the person is spoken to in this language; what waits in their chat is drawn again in it.
pub async fn choose_language(
    counter: &Counter,
    person: &Person,
    language: Language,
) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    tx.set_language(person.id, language).await?;
    tx.redraw_cards(person.id).await?;
    tx.commit().await
}
