//! People whom nothing reaches, and requests that wait where nobody can act.

use domain::{
    Counter,
    code::RoleCode,
    office::Office,
    person::Person,
    procedure::Reader,
    query::{Hindrance, Lost, Stranded, View, notice::AboutReach},
};

use super::super::{Html, Key, Screen, Speech, moment::moment, request, request_keys, words::t};
use crate::button::{OverviewPress, RequestPress};

pub(super) fn screen(s: &Speech, counter: &Counter, about: &AboutReach) -> Screen {
    let office = &counter.office;
    match about {
        AboutReach::Lost(person) => lost(s, counter, person),
        AboutReach::Back(person) => back(s, office, person),
        AboutReach::Stranded(request) => stranded(s, office, request),
        AboutReach::StrandedAt { role, waiting } => stranded_at(s, office, role, *waiting),
    }
}

/// Nothing reaches someone: who, since when, what waits for them, and what to do.
fn lost(s: &Speech, counter: &Counter, lost: &Lost) -> Screen {
    let office = &counter.office;
    let mut text = t!(
        s,
        "lost",
        name = &lost.person.name,
        roles = posts(s, office, &lost.person),
        since = moment(s, office, lost.since)
    );
    if lost.total == 0 {
        text.gap().line(t!(s, "lost-nothing"));
    } else {
        text.gap().line(t!(s, "lost-waiting", n = lost.total));
    }
    if lost.waiting.iter().any(|(_, alone)| *alone) {
        text.line(t!(s, "lost-alone"));
    }
    text.gap().line(t!(s, "lost-next"));
    let mut screen = Screen::new(text);
    for (dossier, alone) in &lost.waiting {
        let line = request::line(s, office, dossier, Reader::Office);
        let line = if *alone {
            format!("⚠️ {line}")
        } else {
            line
        };
        screen.row(Key::new(
            line,
            request_keys::button(dossier, RequestPress::Show),
        ));
    }
    if lost.total > lost.waiting.len() as u64 {
        let view = View::Holder(lost.person.id);
        screen.row(Key::new(
            t!(plain s, "button-lost-all", n = lost.total),
            OverviewPress::All { view, page: 0 },
        ));
    }
    screen
}

/// Someone can be reached again.
fn back(s: &Speech, office: &Office, person: &Person) -> Screen {
    Screen::new(t!(
        s,
        "back",
        name = &person.name,
        roles = posts(s, office, person)
    ))
}

/// A request waits where nobody can act.
fn stranded(s: &Speech, office: &Office, stranded: &Stranded) -> Screen {
    let dossier = &stranded.dossier;
    let mut text = t!(s, "stranded");
    text.line(request::heading(s, dossier));
    text.gap().line(why(s, office, stranded));
    let mut screen = Screen::new(text);
    screen.row(Key::new(
        t!(plain s, "button-show"),
        request_keys::button(dossier, RequestPress::Show),
    ));
    screen
}

/// Much waits where nobody can act.
fn stranded_at(s: &Speech, office: &Office, role: &RoleCode, waiting: u64) -> Screen {
    let role = office.title(role);
    let mut text = t!(s, "stranded-many");
    text.gap()
        .line(t!(s, "stranded-at", n = waiting, role = s.text(&role)));
    text.line(t!(s, "stranded-next"));
    let mut screen = Screen::new(text);
    screen.row(Key::new(
        t!(plain s, "button-stranded", n = waiting),
        OverviewPress::All {
            view: View::Stranded,
            page: 0,
        },
    ));
    screen
}

/// Why nobody can act, and what to do.
pub fn why(s: &Speech, office: &Office, stranded: &Stranded) -> Html {
    let applicants = stranded.dossier.is_with_applicant();
    let role = office.title(&stranded.role);
    let mut text = if applicants {
        t!(s, "stranded-applicant")
    } else {
        t!(s, "stranded-desk", role = s.text(&role))
    };
    if stranded.people.is_empty() {
        text.line(t!(s, "stranded-nobody"));
    }
    for (name, hindrance) in &stranded.people {
        text.line(match hindrance {
            Hindrance::Applicant => t!(s, "stranded-own", name = name),
            Hindrance::StandsIn => t!(s, "stranded-stands-in", name = name),
            Hindrance::Unreachable(since) => {
                let since = moment(s, office, *since);
                t!(s, "stranded-lost", name = name, since = since)
            }
            Hindrance::Spoke => t!(s, "stranded-spoke", name = name),
            Hindrance::Gone => t!(s, "stranded-gone", name = name),
        });
    }
    text.line(if applicants {
        t!(s, "stranded-next-applicant")
    } else {
        t!(s, "stranded-next")
    });
    text
}

fn posts(s: &Speech, office: &Office, person: &Person) -> String {
    let titles = person.roles.iter().map(|role| office.title(role));
    let mut posts: Vec<String> = titles.map(|title| s.text(&title).to_owned()).collect();
    if let Some(agency) = &person.agency {
        posts.push(s.text(&office.agency_name(agency)).to_owned());
    }
    posts.join(", ")
}
