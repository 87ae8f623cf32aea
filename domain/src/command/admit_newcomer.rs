//! Letting a newcomer in.

use super::{
    deal_cards::redeal,
    people::{end_links, find_waiting},
};
use crate::{
    Counter, Error, code::RoleCode, deed::Deed, id::PersonId, office::NEWCOMER,
    request::effects::Admitted, store::Tx,
};

/// A newcomer becomes what they asked to be. Whoever was let in another way meanwhile keeps what they
/// have.
pub(super) async fn admit_newcomer(
    counter: &Counter,
    tx: &mut Tx,
    by: PersonId,
    admitted: Admitted,
) -> Result<(), Error> {
    let Admitted {
        person: id,
        role,
        agency,
        name,
    } = admitted;
    let newcomer = RoleCode::new(NEWCOMER);
    let person = tx.person(id).await?;
    if !person.is_some_and(|person| person.holds(&newcomer)) {
        return Ok(());
    }
    tx.take_role(id, &newcomer).await?;
    tx.rename(id, &name, Some(&agency)).await?;
    tx.give_role(id, &role).await?;
    redeal(counter, tx, &role).await?;
    tx.note(by, Some(id), &Deed::Admitted { role, agency })
        .await?;
    find_waiting(counter, tx, by, id).await?;
    // As when a role is given: whoever rises by it is out of reach of the links of others.
    end_links(counter, tx, by).await
}
