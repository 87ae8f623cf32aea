//! Who is who, in words.

use domain::{
    Counter,
    code::RoleCode,
    mandate::BehalfKind,
    office::{ADMINISTRATOR, Office, PIC},
    person::{Official, Person},
    query::{Acting, Page, PersonFile, people::Filled, people::manages},
};

use super::{
    Html, Key, Screen, Speech,
    html::shortened,
    moment::{brief, last_day, moment},
    words::t,
};
use crate::button::{Mark, MenuPress, PartialAct, PeoplePress};

/// Longest label of a choice.
pub(super) const LABEL: usize = 40;

/// A post as it was filled: "Plh. Kepala Bidang (mewakili Dewi)".
pub fn post(s: &Speech, office: &Office, role: &RoleCode, acting: Option<&Acting>) -> String {
    let title = office.title(role);
    let title = s.text(&title);
    let Some(acting) = acting else {
        return title.to_owned();
    };
    match (acting.kind, &acting.of, &acting.role) {
        (BehalfKind::Standing, _, _) => {
            t!(plain s, "post-standing", title = title, letter = &acting.letter)
        }
        (BehalfKind::Itself, _, _) => t!(plain s, "post-itself", title = title),
        (BehalfKind::TakenOver, _, Some(by)) => {
            let own = office.title(by);
            t!(plain s, "post-taken-over", own = s.text(&own), title = title)
        }
        (kind, Some(of), _) => {
            t!(plain s, "post-acting-for", kind = short(kind), title = title, of = of)
        }
        (kind, None, _) => t!(plain s, "post-acting", kind = short(kind), title = title),
    }
}

/// The title alone, as applicants see it: "Plh. Kepala Bidang".
pub fn title(s: &Speech, office: &Office, role: &RoleCode, acting: Option<&Acting>) -> String {
    let title = office.title(role);
    let title = s.text(&title);
    match acting {
        Some(acting) => t!(plain s, "post-acting", kind = short(acting.kind), title = title),
        None => title.to_owned(),
    }
}

pub(super) fn short(kind: BehalfKind) -> &'static str {
    match kind {
        BehalfKind::Plt => "Plt.",
        _ => "Plh.",
    }
}

/// Where people are managed, and where a holder finds their own deputy.
pub fn home(s: &Speech, counter: &Counter, person: &Person) -> Screen {
    let manager = manages(person);
    let mut screen = Screen::new(if manager {
        t!(s, "people-home")
    } else {
        t!(s, "people-home-staff")
    });
    if manager {
        let list = |staff| PeoplePress::List { staff, page: 0 };
        screen.row(Key::new(t!(plain s, "button-invite"), PartialAct::INVITE));
        screen.keys([
            Key::new(t!(plain s, "button-everyone"), list(false)),
            Key::new(t!(plain s, "button-staff"), list(true)),
        ]);
        screen.row(Key::new(t!(plain s, "button-vacant"), PartialAct::VACANT));
    }
    if person.is_staff() {
        let own = PeoplePress::File(person.id);
        screen.row(Key::new(t!(plain s, "button-own-file"), own));
    }
    let mut roles = counter.office.roles.iter();
    let above = roles.any(|role| role.superior.as_ref().is_some_and(|it| person.holds(it)));
    if above && !manager {
        let staff = PeoplePress::List {
            staff: true,
            page: 0,
        };
        screen.row(Key::new(t!(plain s, "button-staff"), staff));
    }
    if person.holds(&ADMINISTRATOR.into()) {
        screen.keys([
            Key::new(t!(plain s, "button-rename"), PartialAct::RENAME),
            Key::new(t!(plain s, "button-merge"), PartialAct::MERGE),
        ]);
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

pub(super) fn back(s: &Speech, screen: &mut Screen) {
    screen.row(Key::new(t!(plain s, "button-back"), PeoplePress::Home));
}

/// Everyone, or staff alone.
pub fn list(s: &Speech, office: &Office, people: &Page<Person>, staff: bool) -> Screen {
    let mut screen = Screen::new(t!(s, "people-list", n = people.total));
    for person in &people.items {
        screen.row(Key::new(
            line(s, office, person),
            PeoplePress::File(person.id),
        ));
    }
    screen.turns(people, |page| PeoplePress::List { staff, page });
    back(s, &mut screen);
    screen
}

/// Someone on a button.
pub(super) fn line(s: &Speech, office: &Office, person: &Person) -> String {
    let mark = match person.unreachable_since {
        Some(_) => "⚠️ ",
        None => "",
    };
    let roles = roles_of(s, office, person);
    shortened(&format!("{mark}{} · {roles}", person.name), LABEL)
}

fn roles_of(s: &Speech, office: &Office, person: &Person) -> String {
    let titles = person.roles.iter().map(|role| office.title(role));
    let titles: Vec<_> = titles.map(|title| s.text(&title).to_owned()).collect();
    match titles.as_slice() {
        [] => t!(plain s, "people-no-role"),
        titles => titles.join(", "),
    }
}

/// What stands beneath a name on papers, as far as it is known.
pub(super) fn official(s: &Speech, official: &Official) -> Html {
    let or_none = |it: &Option<String>| it.clone().unwrap_or_else(|| "–".to_owned());
    t!(
        s,
        "people-official",
        nip = or_none(&official.nip),
        rank = or_none(&official.rank)
    )
}

/// The file of someone, with what can be done.
pub fn file(s: &Speech, counter: &Counter, by: &Person, file: &PersonFile) -> Screen {
    let office = &counter.office;
    let person = &file.person;
    let mut text = Html::text(&person.name).bold();
    text.line(roles_of(s, office, person));
    if let Some(agency) = &person.agency {
        text.line(s.text(&office.agency_name(agency)));
    }
    if file.manages || person.id == by.id {
        text.line(official(s, &person.official));
    }
    if person.account.is_none() {
        text.line(t!(s, "people-has-left"));
    }
    if let Some(since) = person.unreachable_since {
        text.line(t!(
            s,
            "people-unreachable",
            since = moment(s, office, since)
        ));
    }
    text.line(t!(
        s,
        "people-in-hand",
        tasks = file.tasks,
        requests = file.requests
    ));
    for filled in &file.deputies {
        text.gap()
            .line(t!(s, "people-deputy", mandate = mandate(s, office, filled)));
    }
    for filled in &file.fills {
        text.gap()
            .line(t!(s, "people-fills", mandate = mandate(s, office, filled)));
    }
    if !file.deeds.is_empty() {
        text.gap().line(t!(s, "people-deeds"));
        for (recorded, by) in &file.deeds {
            text.line(format!(
                "{} · {} · {by}",
                brief(s, office, recorded.at),
                super::deed::deed(s, office, &recorded.deed)
            ));
        }
    }
    let mut screen = Screen::new(text);
    if person.account.is_some() {
        acts(s, counter, by, file, &mut screen);
    }
    back(s, &mut screen);
    screen
}

fn acts(s: &Speech, counter: &Counter, by: &Person, file: &PersonFile, screen: &mut Screen) {
    let of = &file.person;
    let person = of.id;
    let (role, sure, page) = (None, false, 0);
    if !file.deputy_for.is_empty() {
        let deputy = PartialAct::Deputy {
            principal: person,
            role,
            deputy: None,
            page,
        };
        screen.row(Key::new(t!(plain s, "button-deputy"), deputy));
    }
    for filled in &file.deputies {
        let end = PartialAct::End {
            person,
            mandate: filled.mandate,
            sure,
        };
        let label = match filled.acting.kind {
            BehalfKind::Standing => t!(plain s, "button-end-standing"),
            _ if person == by.id => t!(plain s, "button-end-own-deputy"),
            _ => t!(plain s, "button-end-deputy"),
        };
        screen.row(Key::new(label, end));
    }
    if person == by.id {
        for role in passing_roles(counter, of) {
            let role = Mark::of(&role);
            let standing = PartialAct::Standing { person, role };
            screen.row(Key::new(t!(plain s, "button-standing"), standing));
        }
    }
    if file.manages || (person == by.id && of.is_staff()) {
        let identify = PartialAct::Identify(person);
        screen.row(Key::new(t!(plain s, "button-identify"), identify));
    }
    if !file.manages {
        return;
    }
    let give = PartialAct::Give { person, role, sure };
    let take = PartialAct::Take { person, role, sure };
    screen.keys([
        Key::new(t!(plain s, "button-give"), give),
        Key::new(t!(plain s, "button-take"), take),
    ]);
    if of.holds(&PIC.into()) {
        let agency = None;
        let moves = PartialAct::Move {
            person,
            agency,
            page,
            sure,
        };
        screen.row(Key::new(t!(plain s, "button-move"), moves));
    }
    screen.keys([
        Key::new(
            t!(plain s, "button-renew"),
            PartialAct::Renew { person, sure },
        ),
        Key::new(
            t!(plain s, "button-leave"),
            PartialAct::Leave { person, sure },
        ),
    ]);
}

/// For which of their roles someone could let steps pass and does not yet.
fn passing_roles(counter: &Counter, person: &Person) -> Vec<RoleCode> {
    let standing = |role: &RoleCode| {
        let mut absences = person.absences.iter();
        absences.any(|it| it.role == *role && !it.replaces())
    };
    let passes = |role: &RoleCode| {
        let mut procedures = counter.catalogue.open(&counter.office);
        procedures.any(|procedure| {
            let mut steps = procedure.steps.iter();
            steps.any(|step| step.passes && step.performer == *role)
        })
    };
    let roles = person.roles.iter();
    roles
        .filter(|role| passes(role) && !standing(role))
        .cloned()
        .collect()
}

/// "Plh. Kepala Bidang: Rudi, 24–27 Nov, surat 800/…".
fn mandate(s: &Speech, office: &Office, filled: &Filled) -> String {
    let from = moment(s, office, filled.from);
    let deputy = filled.acting.deputy.clone().unwrap_or_default();
    let post = post(s, office, &filled.role, Some(&filled.acting));
    match filled.acting.until {
        Some(until) => {
            let until = last_day(s, office, until);
            t!(plain s, "mandate-until", post = post, deputy = deputy, from = from, until = until, letter = &filled.acting.letter)
        }
        None => {
            t!(plain s, "mandate-open", post = post, deputy = deputy, from = from, letter = &filled.acting.letter)
        }
    }
}
