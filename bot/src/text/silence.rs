//! What an applicant who does not answer is told, and what can be taken up again.

use domain::{Counter, office::Office, query::Dossier, request::Task, reservation::Thing};

use super::{
    Key, Screen, Speech,
    moment::{day, moment},
    request, told,
    words::t,
};
use crate::button::RequestPress;

/// The office waits for the applicant's answer: since when, for how long still, and what happens then.
pub fn reminder(s: &Speech, counter: &Counter, dossier: &Dossier, task: &Task, nth: u32) -> Screen {
    let (office, now) = (&counter.office, counter.now());
    let mut text = t!(s, "silent");
    text.line(request::place(s, dossier));
    text.line(t!(
        s,
        "silent-since",
        since = moment(s, office, task.opened_at)
    ));
    if let Some(at) = dossier.lapses_at {
        let calendar = &office.calendar;
        let on = calendar.day_of(at);
        let days = calendar.day_of(now).iter_days().skip(1);
        let left = days.take_while(|day| *day <= on);
        let left = left.filter(|day| calendar.is_working_day(*day)).count();
        text.line(t!(s, "silent-ends", n = left, day = day(s, on)));
        if task.silent_at(office, nth + 1).is_none() {
            text.line(t!(s, "silent-last"));
        }
    }
    told::opening(s, text, dossier)
}

/// A request that had ended by itself goes on; what of its reservations is another's now.
pub fn reopened(s: &Speech, office: &Office, dossier: &Dossier, lost: &[Thing]) -> Screen {
    let mut text = t!(
        s,
        "told-reopened",
        ticket = &dossier.request.ticket,
        procedure = s.text(&dossier.procedure.title),
        agency = s.text(&dossier.agency)
    );
    if !lost.is_empty() {
        text.gap().line(t!(s, "told-reopened-lost"));
        for thing in distinct(s, office, lost) {
            text.line(t!(s, "told-reopened-thing", thing = thing));
        }
        let marked = dossier.request.state.returned.as_ref();
        text.line(if marked.is_some_and(|it| !it.marked.is_empty()) {
            t!(s, "told-reopened-repair")
        } else {
            t!(s, "told-reopened-later")
        });
    }
    let mut screen = Screen::new(text);
    request::views(s, &mut screen, dossier);
    screen
}

/// Names as they are, and each resource once with all that was asked of it.
fn distinct(s: &Speech, office: &Office, lost: &[Thing]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for thing in lost {
        let words = match thing {
            Thing::Name(_, name) => name.clone(),
            Thing::Share(code) => {
                let resource = office.resource(code);
                resource.map_or(code.to_string(), |it| s.text(&it.title).to_owned())
            }
        };
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all
}

/// The button that takes up again what ended by itself, while that can be done.
pub fn reopening(s: &Speech, screen: &mut Screen, dossier: &Dossier) {
    if dossier.reopens_until.is_some() {
        screen.row(Key::new(
            t!(plain s, "button-reopen"),
            request::button(dossier, RequestPress::Reopen),
        ));
    }
}

/// In place of the message that told of the end: it goes on.
pub fn goes_on(s: &Speech, dossier: &Dossier) -> Screen {
    let ticket = &dossier.request.ticket;
    Screen::new(t!(s, "reopened", ticket = ticket))
}

/// In place of the message that told of the end: nothing can be done about it any more.
pub fn too_late(s: &Speech, dossier: &Dossier) -> Screen {
    let ticket = &dossier.request.ticket;
    Screen::new(t!(
        s,
        "reopen-too-late",
        ticket = ticket,
        status = request::status(s, dossier)
    ))
}
