//! What lies before a person: their list, and what is open or left lying.

use chrono::NaiveDate;
use domain::{
    Counter,
    code::RegisterCode,
    office::Office,
    procedure::Reader,
    query::{AbandonedDraft, Dossier, notice::AboutWork, registers::Leaf},
};

use super::super::{
    Key, Screen, Speech, daily_list,
    moment::{day as written_day, moment},
    register, request, request_keys,
    words::t,
};
use crate::button::{OpeningPress, RequestPress};

pub(super) fn screen(s: &Speech, counter: &Counter, about: &AboutWork) -> Screen {
    let office = &counter.office;
    match about {
        AboutWork::Waiting { day, waiting } => daily_list::waiting(s, counter, *day, waiting),
        AboutWork::Passed { day, passed: all } => passed(s, office, *day, all),
        AboutWork::StillOpen {
            register,
            day,
            leaf,
        } => still_open(s, counter, register, *day, leaf),
        AboutWork::DraftEnds(left) => draft(s, office, left),
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
