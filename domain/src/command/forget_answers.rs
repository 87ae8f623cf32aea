//! Forgetting what is remembered for someone's convenience.

use crate::{Counter, Error, person::Person};

/// Forgets the answers that are offered to a person again. What they sent stays as it is.
pub async fn forget_answers(counter: &Counter, person: &Person) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.forget_person(person.id).await?;
    tx.commit().await
}
