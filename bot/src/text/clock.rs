//! Reminders.

use domain::{Counter, query::Dossier, request::Task};

use super::{Screen, Speech, moment::moment, request, told, words::t};

/// A task waits longer than it should.
pub fn reminder(s: &Speech, counter: &Counter, dossier: &Dossier, task: &Task) -> Screen {
    let office = &counter.office;
    let mut text = t!(s, "reminder");
    text.line(request::place(s, dossier));
    let since = moment(s, office, task.opened_at);
    text.line(match task.due_at {
        Some(due) => {
            let due = moment(s, office, due);
            t!(s, "reminder-due", since = since, due = due)
        }
        None => t!(s, "reminder-since", since = since),
    });
    told::opening(s, text, dossier)
}
