//! What is wanted with people: what is still to be chosen, what will follow, and what was done.

use domain::{
    Counter,
    code::RoleCode,
    command::people::{Act, Carried},
    office::{ADMINISTRATOR, Agency, Office, PIC},
    person::Person,
    query::{self, Page, PersonFile},
};

use super::{
    Html, Screen, Speech,
    html::shortened,
    people::{LABEL, back, key, line, wish},
    words::t,
};
use crate::button::{Button, PeoplePress, Verb, Wish};

/// Which roles there are to choose from for what is wanted.
pub fn roles(
    counter: &Counter,
    by: &Person,
    wish: &Wish,
    about: Option<&PersonFile>,
) -> Vec<RoleCode> {
    let offered = query::role_choices(counter, by);
    let held = |role: &RoleCode| about.is_some_and(|about| about.person.holds(role));
    match wish.verb {
        Verb::Take => offered.into_iter().filter(held).collect(),
        Verb::Give => offered.into_iter().filter(|role| !held(role)).collect(),
        Verb::Deputy => about.map_or_else(Vec::new, |about| about.deputy_for.clone()),
        Verb::Vacant => {
            let nobody = |role: &RoleCode| ![PIC, ADMINISTRATOR].contains(&role.as_str());
            offered.into_iter().filter(nobody).collect()
        }
        _ => offered,
    }
}

pub fn choose_role(s: &Speech, office: &Office, wanted: &Wish, roles: &[RoleCode]) -> Screen {
    let mut screen = Screen::new(if roles.is_empty() {
        t!(s, "people-no-choice")
    } else {
        t!(s, "people-which-role")
    });
    screen.options(roles.iter().map(|role| {
        let title = office.title(role);
        let next = Wish {
            role: Some(role.clone()),
            page: 0,
            ..wanted.clone()
        };
        wish(shortened(s.text(&title), LABEL), next)
    }));
    back(s, &mut screen);
    screen
}

pub fn choose_agency(s: &Speech, wanted: &Wish, agencies: &Page<Agency>) -> Screen {
    let mut screen = Screen::new(match (wanted.verb, wanted.other) {
        (Verb::Merge, Some(_)) => t!(s, "people-merge-into"),
        (Verb::Merge, None) => t!(s, "people-merge-which"),
        _ => t!(s, "people-which-agency"),
    });
    for agency in &agencies.items {
        let next = Wish {
            agency: Some(agency.code.clone()),
            page: 0,
            ..wanted.clone()
        };
        screen.row(wish(shortened(s.text(&agency.name), LABEL), next));
    }
    turns(&mut screen, agencies, wanted);
    back(s, &mut screen);
    screen
}

pub fn choose_deputy(s: &Speech, office: &Office, wanted: &Wish, staff: &Page<Person>) -> Screen {
    let mut screen = Screen::new(t!(s, "people-which-deputy"));
    let others = staff.items.iter().filter(|it| Some(it.id) != wanted.person);
    for person in others {
        let next = Wish {
            other: Some(person.id.0),
            page: 0,
            ..wanted.clone()
        };
        screen.row(wish(line(s, office, person), next));
    }
    turns(&mut screen, staff, wanted);
    back(s, &mut screen);
    screen
}

fn turns<T>(screen: &mut Screen, page: &Page<T>, wanted: &Wish) {
    screen.turns(page, |page| {
        let next = Wish {
            page,
            ..wanted.clone()
        };
        Button::People(PeoplePress::Wish(next))
    });
}

/// What will follow, before it is done.
pub fn confirm(s: &Speech, counter: &Counter, wanted: &Wish, about: Option<&PersonFile>) -> Screen {
    let office = &counter.office;
    let name = about.map_or("", |about| about.person.name.as_str());
    let (tasks, requests) = about.map_or((0, 0), |about| (about.tasks, about.requests));
    let role = wanted.role.as_ref().map(|role| office.title(role));
    let role = role.as_ref().map_or("", |role| s.text(role));
    let agency = wanted.agency.as_ref().map(|it| office.agency_name(it));
    let agency = agency.as_ref().map_or("", |agency| s.text(agency));
    let text = match wanted.verb {
        Verb::Give => t!(s, "confirm-give", name = name, role = role),
        Verb::Take => t!(s, "confirm-take", name = name, role = role),
        Verb::Move => t!(
            s,
            "confirm-move",
            name = name,
            agency = agency,
            requests = requests
        ),
        Verb::Leave => t!(
            s,
            "confirm-leave",
            name = name,
            tasks = tasks,
            requests = requests
        ),
        Verb::Renew => t!(s, "confirm-renew", name = name),
        _ => t!(s, "confirm-end", role = role),
    };
    sure(s, text, wanted)
}

pub fn confirm_merge(s: &Speech, counter: &Counter, wanted: &Wish, first: &Agency) -> Screen {
    let into = wanted
        .agency
        .as_ref()
        .map(|it| counter.office.agency_name(it));
    let into = into.as_ref().map_or("", |into| s.text(into));
    let text = t!(
        s,
        "confirm-merge",
        agency = s.text(&first.name),
        into = into
    );
    sure(s, text, wanted)
}

fn sure(s: &Speech, text: Html, wanted: &Wish) -> Screen {
    let mut screen = Screen::new(text);
    let yes = Wish {
        sure: true,
        ..wanted.clone()
    };
    let no = wanted.person.map_or(PeoplePress::Home, PeoplePress::File);
    screen.keys([
        wish(t!(plain s, "button-surely"), yes),
        key(t!(plain s, "button-not"), no),
    ]);
    screen
}

/// What was done.
pub fn done(s: &Speech, counter: &Counter, act: &Act, carried: &Carried) -> Screen {
    let mut text = t!(s, "people-done");
    if let Carried::HandedOver(requests) = carried
        && *requests > 0
    {
        text.line(t!(s, "people-handed-over", requests = *requests));
    }
    if let Act::NameDeputy(new) = act {
        let title = counter.office.title(&new.role);
        text.line(t!(s, "people-deputy-named", role = s.text(&title)));
    }
    let mut screen = Screen::new(text);
    back(s, &mut screen);
    screen
}

pub fn link_made(s: &Speech, counter: &Counter, act: &Act) -> Screen {
    let mut screen = Screen::new(match act {
        Act::Invite { role, name, .. } => {
            let title = counter.office.title(role);
            t!(s, "people-link-made", name = name, role = s.text(&title))
        }
        _ => t!(s, "people-link-renewed"),
    });
    back(s, &mut screen);
    screen
}

/// What the one who is invited reads beneath the picture; the link follows.
pub fn link_text(s: &Speech, counter: &Counter, act: &Act) -> String {
    let office = s.text(&counter.office.name);
    match act {
        Act::Invite { role, .. } => {
            let title = counter.office.title(role);
            t!(plain s, "link-invitation", office = office, role = s.text(&title))
        }
        _ => t!(plain s, "link-renewal", office = office),
    }
}
