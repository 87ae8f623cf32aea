//! Acts on people: what is still to be chosen, what will follow, and what was done.

use domain::{
    Counter,
    code::{AgencyCode, RoleCode},
    command::people::{Carried, PeopleAct},
    id::PersonId,
    office::{Agency, Office},
    person::Person,
    query::{Page, PersonFile},
};

use super::{
    Html, Key, Screen, Speech,
    html::shortened,
    people::{LABEL, back, line},
    words::t,
};
use crate::button::{Mark, PartialAct, PeoplePress};

pub fn choose_role(
    s: &Speech,
    office: &Office,
    roles: &[RoleCode],
    next: impl Fn(Mark<RoleCode>) -> PartialAct,
) -> Screen {
    let mut screen = Screen::new(if roles.is_empty() {
        t!(s, "people-no-choice")
    } else {
        t!(s, "people-which-role")
    });
    screen.options(roles.iter().map(|role| {
        let title = office.title(role);
        Key::new(shortened(s.text(&title), LABEL), next(Mark::of(role)))
    }));
    back(s, &mut screen);
    screen
}

/// One page of agencies to choose from. What is wanted next has one of them, or shows another page.
pub fn choose_agency(
    s: &Speech,
    question: Html,
    agencies: &Page<Agency>,
    next: impl Fn(Option<Mark<AgencyCode>>, u64) -> PartialAct,
) -> Screen {
    let mut screen = Screen::new(question);
    for agency in &agencies.items {
        let chosen = next(Some(Mark::of(&agency.code)), 0);
        screen.row(Key::new(shortened(s.text(&agency.name), LABEL), chosen));
    }
    screen.turns(agencies, |page| next(None, page));
    back(s, &mut screen);
    screen
}

/// The same for who stands in; nobody does for themselves.
pub fn choose_deputy(
    s: &Speech,
    office: &Office,
    staff: &Page<Person>,
    principal: Option<PersonId>,
    next: impl Fn(Option<PersonId>, u64) -> PartialAct,
) -> Screen {
    let mut screen = Screen::new(t!(s, "people-which-deputy"));
    let others = staff.items.iter().filter(|it| Some(it.id) != principal);
    for person in others {
        screen.row(Key::new(line(s, office, person), next(Some(person.id), 0)));
    }
    screen.turns(staff, |page| next(None, page));
    back(s, &mut screen);
    screen
}

/// What will follow, before it is done. The button that says yes names the same.
pub fn confirm(s: &Speech, what: Html, yes: PartialAct, no: PeoplePress) -> Screen {
    let mut screen = Screen::new(what);
    screen.keys([
        Key::new(t!(plain s, "button-surely"), yes),
        Key::new(t!(plain s, "button-not"), no),
    ]);
    screen
}

pub fn gives(s: &Speech, office: &Office, to: &Person, role: &RoleCode) -> Html {
    let title = office.title(role);
    t!(s, "confirm-give", name = &to.name, role = s.text(&title))
}

pub fn takes(s: &Speech, office: &Office, from: &Person, role: &RoleCode) -> Html {
    let title = office.title(role);
    t!(s, "confirm-take", name = &from.name, role = s.text(&title))
}

pub fn moves(s: &Speech, office: &Office, file: &PersonFile, to: &AgencyCode) -> Html {
    let agency = office.agency_name(to);
    t!(
        s,
        "confirm-move",
        name = &file.person.name,
        agency = s.text(&agency),
        requests = file.requests
    )
}

pub fn leaves(s: &Speech, file: &PersonFile) -> Html {
    t!(
        s,
        "confirm-leave",
        name = &file.person.name,
        tasks = file.tasks,
        requests = file.requests
    )
}

pub fn renews(s: &Speech, link_of: &Person) -> Html {
    t!(s, "confirm-renew", name = &link_of.name)
}

pub fn ends(s: &Speech, office: &Office, role: &RoleCode) -> Html {
    let title = office.title(role);
    t!(s, "confirm-end", role = s.text(&title))
}

pub fn merges(s: &Speech, office: &Office, agency: &AgencyCode, into: &AgencyCode) -> Html {
    let (agency, into) = (office.agency_name(agency), office.agency_name(into));
    t!(
        s,
        "confirm-merge",
        agency = s.text(&agency),
        into = s.text(&into)
    )
}

/// What was done.
pub fn done(s: &Speech, counter: &Counter, act: &PeopleAct, carried: &Carried) -> Screen {
    let mut text = t!(s, "people-done");
    if let Carried::HandedOver(requests) = carried
        && *requests > 0
    {
        text.line(t!(s, "people-handed-over", requests = *requests));
    }
    if let PeopleAct::NameDeputy(new) = act {
        let title = counter.office.title(&new.role);
        text.line(t!(s, "people-deputy-named", role = s.text(&title)));
    }
    let mut screen = Screen::new(text);
    back(s, &mut screen);
    screen
}

pub fn link_made(s: &Speech, counter: &Counter, act: &PeopleAct) -> Screen {
    let mut screen = Screen::new(match act {
        PeopleAct::Invite { role, name, .. } => {
            let title = counter.office.title(role);
            t!(s, "people-link-made", name = name, role = s.text(&title))
        }
        _ => t!(s, "people-link-renewed"),
    });
    back(s, &mut screen);
    screen
}
