//! The first screen, help, languages, and the choice of a procedure.

use domain::{
    Counter, Language,
    draft::Draft,
    house::Chosen,
    office::Office,
    person::Person,
    procedure::Procedure,
    query::{self, BegunAbout, HalfFilled, Home},
};

use super::{Html, Key, Screen, Speech, contact::contact, newcomer, words::t};
use crate::{
    button::{
        Button, CalendarPress, GroupsPress, ListsPress, MenuPress, OpeningPress, OverviewPress,
        PeoplePress, RegistersPress, SchedulePress, StandardPress,
    },
    telegram::Introduction,
};

/// What stands in the chat, and on the profile, before anybody has pressed Start.
pub fn introduction(s: &Speech, office: &Office) -> Introduction {
    let office = s.text(&office.name);
    Introduction {
        text: t!(plain s, "introduction", office = office),
        short: t!(plain s, "introduction-short", office = office),
    }
}

/// What a person can do here.
pub fn home(s: &Speech, counter: &Counter, person: &Person, home: &Home) -> Screen {
    if person.is_newcomer() {
        return newcomer::home(s, counter, home);
    }
    let mut text = t!(s, "home-greeting", office = s.text(&counter.office.name));
    let roles: Vec<_> = person
        .roles
        .iter()
        .map(|role| s.text(&counter.office.title(role)).to_owned())
        .collect();
    let who = match &person.agency {
        Some(agency) => {
            let agency = counter.office.agency_name(agency);
            t!(
                s,
                "home-who-of",
                name = &person.name,
                roles = roles.join(", "),
                agency = s.text(&agency)
            )
        }
        None => t!(s, "home-who", name = &person.name, roles = roles.join(", ")),
    };
    text.line(who);
    let mut screen = Screen::new(text);
    if person.is_staff() || home.tasks > 0 {
        screen.row(Key::new(
            t!(plain s, "button-tasks", n = home.tasks),
            ListsPress::Tasks(0),
        ));
    }
    if home.stranded > 0 {
        let view = query::View::Stranded;
        screen.row(Key::new(
            t!(plain s, "button-stranded", n = home.stranded),
            OverviewPress::All { view, page: 0 },
        ));
    }
    if home.sees_all {
        let view = super::overview::FIRST;
        screen.keys([
            Key::new(
                t!(plain s, "button-all"),
                OverviewPress::All { view, page: 0 },
            ),
            Key::new(t!(plain s, "button-figures"), super::figures::FIRST),
        ]);
    }
    newest_drafts(s, &counter.office, &home.drafts, &mut screen);
    if !home.procedures.is_empty() {
        screen.keys([
            Key::new(t!(plain s, "button-new"), MenuPress::New),
            Key::new(t!(plain s, "button-mine"), ListsPress::Mine(0)),
        ]);
    }
    if !query::registers(counter, person).is_empty() {
        screen.row(Key::new(
            t!(plain s, "button-registers"),
            RegistersPress::All,
        ));
    }
    if !query::schedules(counter, person).is_empty() {
        screen.row(Key::new(
            t!(plain s, "button-schedules"),
            SchedulePress::All,
        ));
    }
    if query::groups::reads(person) {
        screen.keys([
            Key::new(t!(plain s, "button-groups"), GroupsPress::All),
            Key::new(t!(plain s, "button-state"), MenuPress::State),
        ]);
    }
    if person.is_staff() {
        let people = PeoplePress::Home;
        screen.row(Key::new(t!(plain s, "button-people"), people));
    }
    if query::calendar::reads(person) {
        let calendar = CalendarPress::Home;
        screen.row(Key::new(t!(plain s, "button-calendar"), calendar));
    }
    screen.keys([
        Key::new(t!(plain s, "button-help"), MenuPress::Help),
        Key::new(t!(plain s, "button-languages"), MenuPress::Languages),
    ]);
    screen
}

/// So many half-filled forms stand in the menu; all of them stand beneath what waits for one.
const MOST_DRAFTS: usize = 5;

/// The newest of what was begun, and the way to the rest.
fn newest_drafts(s: &Speech, office: &Office, all: &[HalfFilled], screen: &mut Screen) {
    drafts(s, office, &all[..all.len().min(MOST_DRAFTS)], screen);
    let rest = all.len().saturating_sub(MOST_DRAFTS);
    if rest > 0 {
        let more = t!(plain s, "button-resume-more", n = rest);
        screen.row(Key::new(more, ListsPress::Tasks(0)));
    }
}

/// What one of the office's own forms is about: an agency, a person, a post or a day.
pub(super) fn subject(
    s: &Speech,
    office: &Office,
    chosen: &Chosen,
    person: Option<&str>,
) -> Option<String> {
    let agency = chosen.agency.as_ref().map(|it| office.agency_name(it));
    let role = chosen.role.as_ref().map(|it| office.title(it));
    let named = agency.or(role).map(|it| s.text(&it).to_owned());
    let person = person.map(str::to_owned);
    person
        .or(named)
        .or_else(|| chosen.day.map(|day| super::moment::day(s, day)))
}

/// What was begun and can be gone on with.
pub fn drafts(s: &Speech, office: &Office, drafts: &[HalfFilled], screen: &mut Screen) {
    for half in drafts {
        let title = s.text(&half.procedure.title);
        let label = match &half.about {
            BegunAbout::New => t!(plain s, "button-resume", procedure = title),
            BegunAbout::Word { ticket } => t!(plain s, "button-resume-word", ticket = ticket),
            BegunAbout::Decision { ticket, outcome } => {
                let outcome = s.text(outcome);
                t!(plain s, "button-resume-decision", ticket = ticket, outcome = outcome)
            }
            BegunAbout::House { chosen, person } => {
                match subject(s, office, chosen, person.as_deref()) {
                    Some(about) => {
                        t!(plain s, "button-resume-house", form = title, about = about)
                    }
                    None => t!(plain s, "button-resume-form", form = title),
                }
            }
        };
        screen.row(Key::new(
            super::html::shortened(&label, 60),
            OpeningPress::Resume(half.draft.token.clone()),
        ));
    }
}

/// Which procedures a person may open.
pub fn procedures(s: &Speech, home: &Home) -> Screen {
    let mut text = t!(s, "new-title");
    // What the buttons do not say is a tap away.
    let mut about = Html::new();
    for procedure in &home.procedures {
        about
            .gap()
            .line(Html::text(s.text(&procedure.title)).bold())
            .line(s.text(&procedure.about));
    }
    text.gap().line(about.quoted(true));
    if home.procedures.is_empty() {
        text = t!(s, "new-none");
    }
    let mut screen = Screen::new(text);
    for procedure in &home.procedures {
        screen.row(Key::new(
            s.text(&procedure.title),
            OpeningPress::Open(procedure.code.clone()),
        ));
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// An older draft of the same procedure: go on with it, or begin again?
pub fn older_draft(
    s: &Speech,
    when: &str,
    (draft, procedure): (&Draft, &Procedure),
    fresh: impl Into<Button>,
) -> Screen {
    let text = t!(
        s,
        "draft-older",
        procedure = s.text(&procedure.title),
        at = when
    );
    let mut screen = Screen::new(text);
    screen.row(Key::new(
        t!(plain s, "button-continue"),
        OpeningPress::Resume(draft.token.clone()),
    ));
    screen.row(Key::new(t!(plain s, "button-fresh"), fresh));
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

pub fn help(s: &Speech, counter: &Counter, person: &Person, home: &Home) -> Screen {
    let mut text = t!(s, "help-title");
    if !home.procedures.is_empty() {
        text.gap().line(t!(s, "help-applicant"));
    }
    if person.is_staff() {
        text.gap().line(t!(s, "help-staff"));
    }
    text.gap().line(t!(s, "help-ticket"));
    text.gap().line(contact(s, counter));
    text.gap().line(t!(s, "help-privacy"));
    let mut screen = Screen::new(text);
    screen.row(Key::new(
        t!(plain s, "button-standards"),
        StandardPress::All,
    ));
    screen.row(Key::new(t!(plain s, "button-data"), MenuPress::Data));
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// Each language under its own name; and whether the card of the newest request is pinned, where that is theirs to say.
pub fn languages(s: &Speech, pins: Option<bool>) -> Screen {
    let mut text = t!(s, "languages-title");
    if pins.is_some() {
        text.gap().line(t!(s, "pin-about"));
    }
    let mut screen = Screen::new(text);
    let name = |language| t!(plain s.switch(language), "language-name");
    for pair in Language::ALL.chunks(2) {
        let pair = pair.iter();
        screen.keys(pair.map(|it| Key::new(name(*it), MenuPress::Language(*it))));
    }
    if let Some(pins) = pins {
        screen.row(if pins {
            Key::new(t!(plain s, "button-pin-not"), MenuPress::PinNot)
        } else {
            Key::new(t!(plain s, "button-pin"), MenuPress::Pin)
        });
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}
