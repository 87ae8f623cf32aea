//! What concerns a person's standing: what they can do here, deputies, start links.

use domain::{
    Counter,
    mandate::BehalfKind,
    office::Office,
    person::Person,
    query::{notice::AboutPerson, people::Term},
    store::Invitation,
};

use super::super::{
    Html, Key, Screen, Speech, home,
    moment::{last_day, moment},
    words::t,
};
use crate::button::{Mark, PartialAct};

pub(super) fn screen(s: &Speech, counter: &Counter, to: &Person, about: &AboutPerson) -> Screen {
    let office = &counter.office;
    match about {
        AboutPerson::Welcomed(home) => {
            home::home(s, counter, to, home).after(t!(s, "told-welcomed"))
        }
        AboutPerson::Farewell => Screen::new(t!(s, "told-farewell")),
        AboutPerson::Deputy(term) => Screen::new(deputy(s, office, term)),
        AboutPerson::DeputyEnds(term) => deputy_ends(s, office, term),
        AboutPerson::StartLink { link, .. } => Screen::new(start_link(s, office, link)),
        AboutPerson::LinkEnds { link, over } => link_ends(s, office, link, *over),
        AboutPerson::LinkOver { link } => {
            let title = office.title(&link.role);
            let (name, role) = (link.name.as_str(), s.text(&title));
            Screen::new(t!(s, "told-link-over", name = name, role = role))
        }
    }
}

/// A deputy was named, has begun, or is over; or dispositions pass by themselves.
fn deputy(s: &Speech, office: &Office, term: &Term) -> Html {
    let role = office.title(&term.role);
    let role = s.text(&role);
    let letter = &term.acting.letter;
    let deputy = term.acting.deputy.clone().unwrap_or_default();
    let kind = if term.acting.kind == BehalfKind::Plt {
        "Plt."
    } else {
        "Plh."
    };
    let from = moment(s, office, term.from);
    let until = term.acting.until.map(|until| last_day(s, office, until));
    let until = until.unwrap_or_default();
    match (term.acting.kind, term.ended, term.has_begun) {
        (BehalfKind::Standing, false, _) => {
            t!(s, "told-standing", role = role, letter = letter)
        }
        (BehalfKind::Standing, true, _) => {
            t!(s, "told-standing-over", role = role, letter = letter)
        }
        (_, true, _) => t!(
            s,
            "told-deputy-over",
            role = role,
            deputy = deputy,
            kind = kind
        ),
        (_, false, true) => t!(
            s,
            "told-deputy-now",
            role = role,
            deputy = deputy,
            kind = kind,
            until = until,
            letter = letter
        ),
        (_, false, false) => t!(
            s,
            "told-deputy-named",
            role = role,
            deputy = deputy,
            kind = kind,
            from = from,
            until = until,
            letter = letter
        ),
    }
}

/// What the one who is invited reads beneath the picture; the link follows.
fn start_link(s: &Speech, office: &Office, link: &Invitation) -> Html {
    let name = s.text(&office.name);
    if link.person.is_some() {
        return t!(s, "link-renewal", office = name);
    }
    let title = office.title(&link.role);
    t!(s, "link-invitation", office = name, role = s.text(&title))
}

/// The term of a deputy ends.
fn deputy_ends(s: &Speech, office: &Office, term: &Term) -> Screen {
    let acting = &term.acting;
    let kind = match acting.kind {
        BehalfKind::Plt => "Plt.",
        _ => "Plh.",
    };
    let until = acting.until.map(|until| last_day(s, office, until));
    Screen::new(t!(
        s,
        "ends-deputy",
        kind = kind,
        role = s.text(&office.title(&term.role)),
        deputy = acting.deputy.clone().unwrap_or_default(),
        until = until.unwrap_or_default()
    ))
}

/// A start link that nobody has used runs out, or has run out.
fn link_ends(s: &Speech, office: &Office, link: &Invitation, over: bool) -> Screen {
    let title = office.title(&link.role);
    let (name, role) = (link.name.as_str(), s.text(&title));
    if !over {
        let until = moment(s, office, link.expires_at);
        return Screen::new(t!(s, "ends-link", name = name, role = role, until = until));
    }
    let mut screen = Screen::new(t!(s, "ends-link-over", name = name, role = role));
    let act = match link.person {
        Some(person) => PartialAct::Renew {
            person,
            sure: false,
        },
        None => PartialAct::Invite {
            role: Some(Mark::of(&link.role)),
            agency: link.agency.as_ref().map(Mark::of),
            page: 0,
        },
    };
    screen.row(Key::new(t!(plain s, "button-link-again"), act));
    screen
}
