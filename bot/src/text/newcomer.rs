//! What people read before the office has let them in, and when it has.

use domain::{
    Counter,
    person::Person,
    query::{Dossier, Home},
};

use super::{Html, Key, Screen, Speech, home, words::t};
use crate::button::{DoorPress, ListsPress, MenuPress, StandardPress};

/// The door: who this is, and how to come in.
pub fn door(s: &Speech, counter: &Counter) -> Screen {
    let mut text = t!(s, "stranger", office = s.text(&counter.office.name));
    let is_open = counter.door().is_some();
    if is_open {
        text.gap().line(t!(s, "stranger-join"));
    }
    let mut screen = Screen::new(text);
    if is_open {
        screen.row(Key::new(t!(plain s, "button-join"), DoorPress::Join));
    }
    let standards = t!(plain s, "button-standards");
    screen.row(Key::new(standards, StandardPress::All));
    screen
}

/// The first screen of someone who has asked to be let in, or may ask again.
pub(super) fn home(s: &Speech, counter: &Counter, home: &Home) -> Screen {
    let mut text = t!(s, "home-greeting", office = s.text(&counter.office.name));
    let waits = home.procedures.is_empty();
    text.line(if waits {
        t!(s, "newcomer-waits")
    } else {
        t!(s, "newcomer-may-join")
    });
    let mut screen = Screen::new(text);
    home::drafts(s, &counter.office, &home.drafts, &mut screen);
    if home.drafts.is_empty() && !waits {
        screen.row(Key::new(t!(plain s, "button-join"), DoorPress::Join));
    }
    screen.row(Key::new(t!(plain s, "button-mine"), ListsPress::Mine(0)));
    screen.keys([
        Key::new(t!(plain s, "button-help"), MenuPress::Help),
        Key::new(t!(plain s, "button-languages"), MenuPress::Languages),
    ]);
    screen
}

/// The applicant has been let in: what they are now, and what they can do.
pub fn admitted(
    s: &Speech,
    counter: &Counter,
    dossier: &Dossier,
    person: &Person,
    home: &Home,
) -> Screen {
    // Whoever came in by a link meanwhile may be of another agency than they had asked for.
    let agency = person.agency.as_ref();
    let agency = agency.map(|agency| counter.office.agency_name(agency));
    let text = t!(
        s,
        "told-admitted",
        ticket = &dossier.request.ticket,
        agency = s.text(agency.as_ref().unwrap_or(&dossier.agency))
    );
    home::home(s, counter, person, home).after(text)
}

/// Beneath the question for one's own phone number: the button below the message field.
pub fn share(s: &Speech) -> (Html, String) {
    (t!(s, "contact-share"), t!(plain s, "button-contact"))
}

/// That button is taken away: the number has been shared, or is not asked for any more.
pub fn shared(s: &Speech, number: Option<&str>) -> Html {
    match number {
        Some(number) => t!(s, "contact-shared", number = super::value::phone(number)),
        None => t!(s, "contact-not-shared"),
    }
}
