//! When the office works: everyone may know, the administrators may change it.

use super::groups::only_administrators;
use crate::{
    Counter, Error, Refusal,
    calendar::{
        Calendar,
        import::{Compared, Imported},
    },
    office::ADMINISTRATOR,
    person::Person,
};

/// Whether someone may look at the calendar: whoever has been let in.
pub fn reads(person: &Person) -> bool {
    !person.is_newcomer() && !person.roles.is_empty() && !person.is_group()
}

/// Whether someone may change it.
pub fn keeps(person: &Person) -> bool {
    person.holds(&ADMINISTRATOR.into())
}

/// The calendar of today.
pub fn calendar<'a>(counter: &'a Counter, person: &Person) -> Result<&'a Calendar, Refusal> {
    if reads(person) {
        Ok(&counter.office.calendar)
    } else {
        Err(Refusal::MayNotSee)
    }
}

/// A file that waits to be saved, held against the calendar as it is now.
pub async fn import(
    counter: &Counter,
    person: &Person,
    token: &str,
) -> Result<(Imported, Compared), Error> {
    only_administrators(person)?;
    let imported = counter.db.calendar_import(person.id, token).await?;
    let imported = imported.ok_or(Refusal::ImportGone)?;
    let compared = counter.office.calendar.compare(&imported.days);
    Ok((imported, compared))
}
