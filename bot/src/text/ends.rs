//! Things that end by themselves: said before, and afterwards.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Counter,
    code::RegisterCode,
    mandate::BehalfKind,
    office::Office,
    procedure::{Alarm, Outcome, Step},
    query::{Dossier, LeftLying, people::Term, registers::Leaf},
    store::Invitation,
};

use super::{
    Html, Key, Screen, Speech,
    moment::{day as written_day, last_day, moment},
    register, request, told,
    words::t,
};
use crate::button::{Button, PeoplePress, Verb, Wish};

/// A step will go on by itself.
pub fn announced(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    (step, outcome): (&Step, &Outcome),
    at: DateTime<Utc>,
) -> Screen {
    let mut text = request::heading(s, dossier);
    text.line(Html::text(s.text(&step.title)).bold());
    text.gap().line(t!(
        s,
        "ends-announced",
        at = moment(s, office, at),
        past = s.text(&outcome.past)
    ));
    told::opening(s, text, dossier)
}

/// A planned moment has passed.
pub fn alarm(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    alarm: &Alarm,
    planned: DateTime<Utc>,
) -> Screen {
    let mut text = t!(s, "ends-alarm", say = s.text(&alarm.say));
    text.line(request::heading(s, dossier));
    let planned = moment(s, office, planned);
    text.line(t!(s, "ends-alarm-planned", planned = planned));
    told::opening(s, text, dossier)
}

/// What is still open in a register at the end of a day.
pub fn still_open(
    s: &Speech,
    counter: &Counter,
    register: &RegisterCode,
    day: NaiveDate,
    leaf: &Leaf,
) -> Screen {
    let text = t!(s, "ends-still-open", day = written_day(s, day));
    register::leaf(s, counter, register, true, leaf).after(text)
}

/// The term of a deputy ends.
pub fn deputy(s: &Speech, office: &Office, term: &Term) -> Screen {
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
pub fn link(s: &Speech, office: &Office, link: &Invitation, over: bool) -> Screen {
    let title = office.title(&link.role);
    let (name, role) = (link.name.as_str(), s.text(&title));
    if !over {
        let until = moment(s, office, link.expires_at);
        return Screen::new(t!(s, "ends-link", name = name, role = role, until = until));
    }
    let mut screen = Screen::new(t!(s, "ends-link-over", name = name, role = role));
    let wish = match link.person {
        Some(person) => Wish::about(Verb::Renew, person),
        None => Wish {
            role: Some(link.role.clone()),
            agency: link.agency.clone(),
            ..Wish::new(Verb::Invite)
        },
    };
    let again = Button::People(PeoplePress::Wish(wish));
    // Where role and agency have long names, both are chosen anew.
    let again = if again.fits() {
        again
    } else {
        Button::People(PeoplePress::Wish(Wish::new(Verb::Invite)))
    };
    screen.row(Key::new(t!(plain s, "button-link-again"), again));
    screen
}

/// A half-filled form will be thrown away.
pub fn draft(s: &Speech, office: &Office, left: &LeftLying) -> Screen {
    let mut screen = Screen::new(t!(
        s,
        "ends-draft",
        procedure = s.text(&left.title),
        until = moment(s, office, left.until)
    ));
    let draft = left.draft.token.clone();
    screen.row(Key::new(
        t!(plain s, "button-continue"),
        Button::Resume { draft },
    ));
    screen
}
