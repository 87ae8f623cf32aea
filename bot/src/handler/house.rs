//! Forms about the house itself: people, days, numbers.

use domain::{
    command,
    house::{Chosen, House},
    person::Person,
};

use super::{Said, Visit, visit::Tap};
use crate::text;

/// Takes up a form of the house in the place of what was tapped.
pub(super) async fn begin(
    visit: &Visit,
    person: &Person,
    tap: &Tap,
    house: House,
    chosen: Chosen,
) -> Said {
    let counter = &visit.counter;
    let page = command::begin_house(counter, person, house, &chosen).await?;
    let screen = text::form::form(&visit.speech, counter, &page);
    Ok(vec![tap.quiet(), tap.turn(screen, true)])
}
