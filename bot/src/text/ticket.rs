//! What a typed ticket leads to, where that is not one request.

use domain::{
    office::Office,
    person::Person,
    query::{Dossier, LookedThrough},
};

use super::{Key, Screen, Speech, html::shortened, overview, request, request_keys, words::t};
use crate::button::{ListsPress, MenuPress, OverviewPress, RequestPress};

/// Longest ticket that is repeated.
const LONGEST: usize = 40;

/// Requests of several procedures have this number.
pub fn several(
    s: &Speech,
    office: &Office,
    to: &Person,
    (typed, found): (&str, &[Dossier]),
) -> Screen {
    let typed = shortened(typed.trim(), LONGEST);
    let mut screen = Screen::new(t!(s, "ticket-several", ticket = typed, n = found.len()));
    for dossier in found {
        screen.row(Key::new(
            request::line(s, office, dossier, dossier.reader(to)),
            request_keys::button(dossier, RequestPress::Show),
        ));
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// Where a ticket was looked for in vain, and what to do next. It is the same whether there is such a request that
/// someone may not see or none at all.
pub fn nowhere(s: &Speech, office: &Office, typed: &str, among: &LookedThrough) -> Screen {
    let ticket = shortened(typed.trim(), LONGEST);
    let mut text = match among {
        LookedThrough::All => t!(s, "ticket-not-among-all", ticket = ticket),
        LookedThrough::PartIn => t!(s, "ticket-not-among-part", ticket = ticket),
        LookedThrough::Agency(agency) => {
            let agency = office.agency_name(agency);
            let agency = s.text(&agency);
            t!(
                s,
                "ticket-not-among-agency",
                ticket = ticket,
                agency = agency
            )
        }
        LookedThrough::Own => t!(s, "ticket-not-among-own", ticket = ticket),
    };
    text.line(match among {
        LookedThrough::All => t!(s, "ticket-next-all"),
        _ => t!(s, "ticket-next"),
    });
    let mut screen = Screen::new(text);
    let menu = Key::new(t!(plain s, "button-menu"), MenuPress::Home);
    match among {
        LookedThrough::All => {
            let view = overview::FIRST;
            let all = OverviewPress::All { view, page: 0 };
            screen.keys([Key::new(t!(plain s, "button-all"), all), menu]);
        }
        LookedThrough::PartIn => {
            screen.row(menu);
        }
        LookedThrough::Agency(_) | LookedThrough::Own => {
            let mine = ListsPress::Mine(0);
            screen.keys([Key::new(t!(plain s, "button-mine"), mine), menu]);
        }
    }
    screen
}
