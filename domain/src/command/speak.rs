//! Choosing a language.

use crate::{Counter, Error, Language, person::Person};

/// From now on the person is spoken to in this language.
pub async fn speak(counter: &Counter, person: &Person, language: Language) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.set_language(person.id, language).await?;
    tx.commit().await
}
