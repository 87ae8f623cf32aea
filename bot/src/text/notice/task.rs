//! What is said of a task that is open: that it waits, for whom, and what becomes of it.

use chrono::{DateTime, Utc};
use domain::{
    Counter, Text,
    office::Office,
    query::{Dossier, notice::AboutTask},
    request::Task,
};

use super::{
    super::{
        Screen, Speech, milestone,
        moment::{day, moment},
        people::title,
        request,
        words::t,
    },
    opening,
};

pub(super) fn screen(
    s: &Speech,
    counter: &Counter,
    dossier: &Dossier,
    task: &Task,
    about: &AboutTask,
) -> Screen {
    let office = &counter.office;
    match about {
        AboutTask::Reminder => reminder(s, counter, dossier, task),
        AboutTask::Late { to_applicant } => late(s, counter, dossier, task, *to_applicant),
        AboutTask::Nudged => asked(s, counter, dossier, task),
        AboutTask::Silent { nth } => silent(s, counter, dossier, task, *nth),
        AboutTask::Announced { past, at } => announced(s, office, dossier, past, *at),
        AboutTask::Alarm { say, planned } => alarm(s, office, dossier, say, *planned),
    }
}

/// A task waits longer than it should.
fn reminder(s: &Speech, counter: &Counter, dossier: &Dossier, task: &Task) -> Screen {
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
    opening(s, text, dossier)
}

/// A task is late: to its applicant, with when they can expect it now; to those above it, with at whose desk it lies.
fn late(
    s: &Speech,
    counter: &Counter,
    dossier: &Dossier,
    task: &Task,
    to_applicant: bool,
) -> Screen {
    let office = &counter.office;
    let mut text = if to_applicant {
        t!(s, "late-sorry")
    } else {
        t!(s, "late")
    };
    text.line(request::heading(s, dossier));
    text.line(t!(
        s,
        "request-desk",
        role = title(s, office, &task.role, dossier.deputy.as_ref()),
        since = moment(s, office, task.opened_at)
    ));
    if to_applicant {
        text.line(milestone::expected(s, office, dossier).unwrap_or_default());
    } else if let Some(due) = request::due(s, office, task) {
        text.line(due);
    }
    opening(s, text, dossier)
}

/// To the holders: which request the agency asks after, and since when it waits.
fn asked(s: &Speech, counter: &Counter, dossier: &Dossier, task: &Task) -> Screen {
    let office = &counter.office;
    let mut text = t!(s, "nudge-asked");
    text.line(request::place(s, dossier));
    text.line(t!(
        s,
        "reminder-since",
        since = moment(s, office, task.opened_at)
    ));
    if let Some(due) = request::due(s, office, task) {
        text.line(due);
    }
    opening(s, text, dossier)
}

/// The office waits for the applicant's answer: since when, for how long still, and what happens then.
fn silent(s: &Speech, counter: &Counter, dossier: &Dossier, task: &Task, nth: u32) -> Screen {
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
    opening(s, text, dossier)
}

/// A step will go on by itself.
fn announced(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    past: &Text,
    at: DateTime<Utc>,
) -> Screen {
    let mut text = request::place(s, dossier);
    text.gap().line(t!(
        s,
        "ends-announced",
        at = moment(s, office, at),
        past = s.text(past)
    ));
    opening(s, text, dossier)
}

/// A planned moment has passed.
fn alarm(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    say: &Text,
    planned: DateTime<Utc>,
) -> Screen {
    let mut text = t!(s, "ends-alarm", say = s.text(say));
    text.line(request::heading(s, dossier));
    let planned = moment(s, office, planned);
    text.line(t!(s, "ends-alarm-planned", planned = planned));
    opening(s, text, dossier)
}
