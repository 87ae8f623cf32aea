//! What lies before a person: their list, and what is open or left lying.

use chrono::NaiveDate;
use domain::{
    Counter,
    code::RegisterCode,
    office::Office,
    procedure::Reader,
    query::{
        AbandonedDraft, Dossier,
        notice::{AboutWork, LineTold},
        registers::Leaf,
    },
    register::LineNews,
};

use super::super::{
    Key, Screen, Speech, daily_list, gathered,
    moment::{day as written_day, last_day, moment},
    register, request, request_keys,
    words::t,
};
use crate::button::{OpeningPress, RequestPress};

pub(super) fn screen(s: &Speech, counter: &Counter, about: &AboutWork) -> Screen {
    let office = &counter.office;
    match about {
        AboutWork::Waiting { day, waiting } => daily_list::waiting(s, counter, *day, waiting),
        AboutWork::Gathered { day, requests } => gathered::gathered(s, *day, requests),
        AboutWork::Passed { day, passed: all } => passed(s, office, *day, all),
        AboutWork::StillOpen {
            register,
            day,
            leaf,
        } => still_open(s, counter, register, *day, leaf),
        AboutWork::DraftEnds(left) => draft(s, office, left),
        AboutWork::Line(told) => line(s, counter, told),
    }
}

/// What passed by itself on a day, each with the way to take it back.
fn passed(s: &Speech, office: &Office, day: NaiveDate, passed: &[Dossier]) -> Screen {
    let day = written_day(s, day);
    let text = t!(s, "told-passed", day = day, n = passed.len());
    let mut screen = Screen::new(text);
    for dossier in passed {
        let show = request_keys::button(dossier, RequestPress::Show);
        screen.row(Key::new(
            request::line(s, office, dossier, Reader::Office),
            show,
        ));
    }
    screen
}

/// What is still open in a register at the end of a day.
fn still_open(
    s: &Speech,
    counter: &Counter,
    register: &RegisterCode,
    day: NaiveDate,
    leaf: &Leaf,
) -> Screen {
    let text = t!(s, "ends-still-open", day = written_day(s, day));
    register::leaf(s, counter, register, true, leaf).after(text)
}

/// What became of a line, to those whose line it is.
fn line(s: &Speech, counter: &Counter, told: &LineTold) -> Screen {
    let (office, line) = (&counter.office, &told.line);
    let register = office.register(&line.register);
    let title = register.map_or(line.register.as_str(), |it| s.text(&it.title));
    let status = register.map_or("", |it| s.text(register::called(it, line, counter.now())));
    let until = line.expires_at.map(|until| last_day(s, office, until));
    let until = until.unwrap_or_default();
    let name = &line.name;
    let mut text = match told.news {
        LineNews::Soon => t!(
            s,
            "line-told-soon",
            name = name,
            register = title,
            until = until
        ),
        LineNews::Over => {
            t!(
                s,
                "line-told-over",
                name = name,
                register = title,
                status = status,
                until = until
            )
        }
        LineNews::Closed => t!(
            s,
            "line-told-closed",
            name = name,
            register = title,
            status = status
        ),
        LineNews::Amended if until.is_empty() => {
            t!(s, "line-told-amended", name = name, register = title)
        }
        LineNews::Amended => {
            t!(
                s,
                "line-told-renewed",
                name = name,
                register = title,
                until = until
            )
        }
    };
    if let Some(why) = &told.why {
        text.line(t!(s, "line-told-why", why = why));
    }
    if !told.renewals.is_empty() {
        text.line(t!(s, "line-told-renew"));
    }
    let mut screen = Screen::new(text);
    for (procedure, title) in &told.renewals {
        let open = OpeningPress::Open(procedure.clone());
        screen.row(Key::new(s.text(title), open));
    }
    screen
}

/// A half-filled form will be thrown away.
fn draft(s: &Speech, office: &Office, left: &AbandonedDraft) -> Screen {
    let mut screen = Screen::new(t!(
        s,
        "ends-draft",
        procedure = s.text(&left.title),
        until = moment(s, office, left.until)
    ));
    let draft = left.draft.token.clone();
    screen.row(Key::new(
        t!(plain s, "button-continue"),
        OpeningPress::Resume(draft),
    ));
    screen
}
