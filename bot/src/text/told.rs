//! Messages that report what happened.

use chrono::NaiveDate;
use domain::{
    mandate::BehalfKind,
    office::Office,
    procedure::{Answers, EndKind, Outcome, Step},
    query::{Dossier, people::Term},
};

use super::{
    Html, Key, Screen, Speech,
    moment::{day as written_day, last_day, moment},
    request, silence,
    value::short,
    words::t,
};
use crate::button::RequestPress;

/// The request has ended: to those the SOP wants told, or to its applicant, with the words that came
/// with the last decision.
pub fn ended(s: &Speech, office: &Office, dossier: &Dossier, words: Option<&Answers>) -> Screen {
    let to_applicant = words.is_some();
    let at = moment(s, office, dossier.request.state.since);
    let ticket = dossier.request.ticket.as_str();
    let kind = dossier.end().map(|end| end.kind);
    let mut text = match (kind, to_applicant) {
        (Some(EndKind::Rejected), true) => t!(s, "told-rejected", ticket = ticket),
        (Some(EndKind::Withdrawn), true) => t!(s, "told-withdrawn", ticket = ticket),
        (Some(EndKind::Lapsed), true) if let Some(until) = dossier.reopens_until => t!(
            s,
            "told-lapsed-silent",
            ticket = ticket,
            status = request::status(s, dossier),
            day = written_day(s, office.calendar.day_of(until))
        ),
        (Some(EndKind::Lapsed), true) => t!(
            s,
            "told-lapsed",
            ticket = ticket,
            status = request::status(s, dossier)
        ),
        (_, true) => t!(
            s,
            "told-done",
            ticket = ticket,
            procedure = s.text(&dossier.procedure.title)
        ),
        (_, false) => t!(
            s,
            "told-ended",
            ticket = ticket,
            procedure = s.text(&dossier.procedure.title),
            agency = s.text(&dossier.agency),
            status = request::status(s, dossier),
            at = at
        ),
    };
    if let (Some(words), Some(EndKind::Rejected | EndKind::Lapsed)) =
        (&dossier.request.state.reason, kind)
    {
        text.line(request::reason(s, &dossier.procedure, words));
    }
    if let (Some(EndKind::Rejected), true) = (kind, to_applicant) {
        text.line(t!(s, "told-rejected-next"));
    }
    for (field, answer) in dossier.answers() {
        if words.is_some_and(|words| words.has(&field.code)) && !field.is_paper() {
            let shown = short(s, office, field, answer, 500);
            text.line(t!(s, "fact", label = s.text(&field.label), value = shown));
        }
    }
    let mut screen = Screen::new(text);
    request::views(s, &mut screen, dossier);
    if to_applicant {
        silence::reopening(s, &mut screen, dossier);
    }
    screen
}

/// What the request has reserved runs out soon: is it still needed?
pub fn expiring(s: &Speech, office: &Office, dossier: &Dossier) -> Screen {
    let until = dossier.reserved_until;
    let until = until.map_or_else(String::new, |until| moment(s, office, until));
    let mut text = t!(
        s,
        "told-expiring",
        ticket = &dossier.request.ticket,
        procedure = s.text(&dossier.procedure.title),
        until = until
    );
    let state = &dossier.request.state;
    let prolongs = dossier.step().is_some_and(|step| {
        let mut offered = step.outcomes.iter().filter(|it| state.offers(step, it));
        offered.any(|outcome| outcome.reserve.is_some())
    });
    text.line(if prolongs {
        t!(s, "told-expiring-next")
    } else {
        t!(s, "told-expiring-last")
    });
    let mut screen = Screen::new(text);
    let show = request::button(dossier, RequestPress::Show);
    screen.row(Key::new(t!(plain s, "button-show"), show));
    screen
}

/// A step that the SOP wants these people to hear of.
pub fn informed(s: &Speech, dossier: &Dossier, step: &Step, outcome: &Outcome) -> Screen {
    let mut text = t!(
        s,
        "told-informed",
        ticket = &dossier.request.ticket,
        procedure = s.text(&dossier.procedure.title),
        agency = s.text(&dossier.agency)
    );
    text.line(t!(
        s,
        "told-informed-step",
        step = s.text(&step.title),
        past = s.text(&outcome.past)
    ));
    let mut screen = Screen::new(text);
    request::views(s, &mut screen, dossier);
    screen
}

/// A deputy was named, has begun, or is over; or dispositions pass by themselves.
pub fn deputy(s: &Speech, office: &Office, term: &Term) -> Html {
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

/// What passed by itself on a day, each with the way to take it back.
pub fn passed(s: &Speech, office: &Office, day: NaiveDate, passed: &[Dossier]) -> Screen {
    let day = written_day(s, day);
    let text = t!(s, "told-passed", day = day, n = passed.len());
    let mut screen = Screen::new(text);
    for dossier in passed {
        let show = request::button(dossier, RequestPress::Show);
        screen.row(Key::new(request::line(s, office, dossier), show));
    }
    screen
}

/// What is said about a request, with the button that opens it.
pub fn opening(s: &Speech, text: Html, dossier: &Dossier) -> Screen {
    let mut screen = Screen::new(text);
    screen.row(Key::new(
        t!(plain s, "button-open-task"),
        request::button(dossier, RequestPress::Show),
    ));
    screen
}
