//! Reminders.

use domain::{Counter, query::Dossier, request::Task};

use super::{Html, Key, Screen, Speech, moment::moment, request, words::t};
use crate::button::RequestPress;

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
