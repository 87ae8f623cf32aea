//! Reminders, and the list of what waits.

use chrono::NaiveDate;
use domain::{
    Counter,
    query::{Dossier, Waiting, waiting::Line},
    request::Task,
};

use super::{
    Html, Key, Screen, Speech,
    html::shortened,
    moment::{brief, day as written_day, moment},
    request,
    words::t,
};
use crate::button::RequestPress;

/// How many tasks of a list have a button of their own.
const BUTTONS: usize = 8;

/// A task waits longer than it should.
pub fn reminder(s: &Speech, counter: &Counter, dossier: &Dossier, task: &Task) -> Screen {
    let office = &counter.office;
    let mut text = t!(s, "reminder");
    text.line(request::heading(s, dossier));
    if let Some(step) = dossier.step() {
        text.line(Html::text(s.text(&step.title)).bold());
    }
    let since = moment(s, office, task.opened_at);
    text.line(match task.due_at {
        Some(due) => {
            let due = moment(s, office, due);
            t!(s, "reminder-due", since = since, due = due)
        }
        None => t!(s, "reminder-since", since = since),
    });
    let mut screen = Screen::new(text);
    screen.row(Key::new(
        t!(plain s, "button-open-task"),
        request::button(dossier, RequestPress::Show),
    ));
    screen
}

/// What waits for a person, by when it should be done, and what waits too long beneath them.
pub fn waiting(s: &Speech, counter: &Counter, day: NaiveDate, waiting: &Waiting) -> Screen {
    let mut text = t!(s, "waiting", day = written_day(s, day));
    for line in &waiting.own {
        text.line(own(s, counter, line));
    }
    if !waiting.beneath.is_empty() {
        text.gap().line(t!(s, "waiting-beneath"));
        for line in &waiting.beneath {
            text.line(beneath(s, counter, line));
        }
    }
    let mut screen = Screen::new(text);
    for line in waiting.own.iter().take(BUTTONS) {
        let dossier = &line.dossier;
        let label = request::line(s, &counter.office, dossier);
        screen.row(Key::new(
            label,
            request::button(dossier, RequestPress::Show),
        ));
    }
    screen
}

fn own(s: &Speech, counter: &Counter, line: &Line) -> Html {
    let title = line.dossier.step().map(|step| s.text(&step.title));
    let title = shortened(title.unwrap_or_default(), 40);
    let ticket = &line.dossier.request.ticket;
    let Some(due) = line.task.due_at else {
        return t!(s, "waiting-line-open", ticket = ticket, step = title);
    };
    let mark = if due < counter.now() { "⏰ " } else { "" };
    let due = brief(&counter.office, due);
    t!(
        s,
        "waiting-line",
        mark = mark,
        ticket = ticket,
        step = title,
        due = due
    )
}

fn beneath(s: &Speech, counter: &Counter, line: &Line) -> Html {
    let office = &counter.office;
    t!(
        s,
        "waiting-beneath-line",
        ticket = &line.dossier.request.ticket,
        role = s.text(&office.title(&line.task.role)),
        since = brief(office, line.task.opened_at)
    )
}
