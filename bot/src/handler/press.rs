//! A tap: every button finds its handler here.

use domain::{Refusal, person::Person};
use teloxide::types::CallbackQuery;

use super::{
    Said, Visit, calendar, card, figures, form, group, groups, home, invitation, lists, newcomer,
    overview, people, refused, registers, report, request, schedule, standard, survey,
    visit::{Tap, is_in_group},
};
use crate::button::{Button, DoorPress};

/// A tap on a button. What is refused is said over the message that was tapped.
pub async fn tap(visit: Visit, query: CallbackQuery) -> Said {
    let tap = Tap::of(&query);
    let said = if is_in_group(&query) {
        group::tap(&visit, &tap)
    } else {
        let button = query.data.as_deref().and_then(Button::decode);
        match (&visit.person, button) {
            (person, Some(Button::Door(DoorPress::Join))) => {
                newcomer::joins(&visit, person.as_ref(), &tap).await
            }
            (None, Some(Button::Standard(press))) => standard::press(&visit, &tap, press),
            (None, _) => invitation::stranger_taps(&visit, &tap),
            // A button that this program does not make, or no longer makes.
            (Some(_), None) => Err(Refusal::NoSuchButton.into()),
            (Some(person), Some(button)) => Box::pin(press(&visit, person, &tap, button)).await,
        }
    };
    refused(said, |refusal| vec![tap.alert(visit.refusal(refusal))])
}

/// Leads a button to what it does.
pub(super) async fn press(visit: &Visit, person: &Person, tap: &Tap, button: Button) -> Said {
    match button {
        Button::Door(DoorPress::Join) => newcomer::joins(visit, Some(person), tap).await,
        Button::Menu(press) => home::press(visit, person, tap, press).await,
        Button::Opening(press) => form::opens(visit, person, tap, press).await,
        Button::Lists(press) => lists::press(visit, person, tap, press).await,
        Button::Form {
            draft,
            revision,
            press,
        } => Box::pin(form::press(visit, person, tap, &draft, revision, press)).await,
        Button::Card { card, press } => card::press(visit, person, tap, &card, press).await,
        Button::Request { request, press } => {
            Box::pin(request::press(visit, person, tap, &request, press)).await
        }
        Button::Overview(press) => overview::press(visit, person, tap, press).await,
        Button::Registers(press) => registers::press(visit, person, tap, press).await,
        Button::Schedule(press) => schedule::press(visit, person, tap, press).await,
        Button::Groups(press) => groups::press(visit, person, tap, press).await,
        Button::Calendar(press) => calendar::press(visit, person, tap, press).await,
        Button::People(press) => people::press(visit, person, tap, press).await,
        Button::Figures(press) => figures::press(visit, person, tap, press).await,
        Button::Report(press) => report::press(visit, person, tap, press),
        Button::Standard(press) => standard::press(visit, tap, press),
        Button::Survey(press) => survey::press(visit, person, tap, press).await,
    }
}
