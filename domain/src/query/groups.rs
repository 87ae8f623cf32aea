//! The groups that read along with a role, as administrators see them.

use crate::{
    Counter, Error, Refusal,
    code::RoleCode,
    id::PersonId,
    office::{self, Role},
    person::Person,
    store::ChatGroup,
};

/// All groups in which the bot is.
pub async fn groups(counter: &Counter, person: &Person) -> Result<Vec<ChatGroup>, Error> {
    only_administrators(person)?;
    counter.db.groups().await
}

/// One group in which the bot is.
pub async fn group(counter: &Counter, person: &Person, id: PersonId) -> Result<ChatGroup, Error> {
    only_administrators(person)?;
    let found = counter.db.group(id).await?.filter(|group| !group.ended);
    Ok(found.ok_or(Refusal::GroupSettled)?)
}

/// The roles that a group can read along with: those who work in the office.
pub fn roles(counter: &Counter) -> impl Iterator<Item = &Role> {
    let roles = counter.office.roles.iter();
    roles.filter(|role| may_bind(counter, &role.code))
}

/// Whether a group can read along with a role.
pub(crate) fn may_bind(counter: &Counter, role: &RoleCode) -> bool {
    let outside = [office::PIC, office::NEWCOMER, office::ADMINISTRATOR];
    counter.office.role(role).is_some() && !outside.contains(&role.as_str())
}

/// Whether groups are a person's business.
pub fn reads(person: &Person) -> bool {
    only_administrators(person).is_ok()
}

/// Groups are the administrator's business.
pub(crate) fn only_administrators(person: &Person) -> Result<(), Refusal> {
    if person.holds(&RoleCode::new(office::ADMINISTRATOR)) {
        Ok(())
    } else {
        Err(Refusal::OnlyAdministrator)
    }
}
