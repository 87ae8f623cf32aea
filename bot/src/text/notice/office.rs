//! What concerns the office as a whole.

use chrono::{DateTime, Utc};
use domain::{
    Counter, notice::Undone, office::Office, procedure::Paper, query::notice::AboutOffice,
};

use super::super::{
    Html, Screen, Speech, calendar, date,
    moment::{day, moment},
    own_data,
    words::t,
};

pub(super) fn screen(s: &Speech, counter: &Counter, about: &AboutOffice) -> Screen {
    match about {
        AboutOffice::CalendarEmpty { year } => {
            calendar::reminder(s, &counter.office.calendar, *year)
        }
        AboutOffice::Guessing { tries } => own_data::guessing(s, *tries),
        AboutOffice::Anchor { day: of, anchor } => {
            Screen::new(t!(s, "anchor", day = day(s, *of), anchor = anchor))
        }
        AboutOffice::LeftUndone(kind) => Screen::new(left_undone(s, *kind)),
        AboutOffice::Restored {
            copied_at,
            left_out,
        } => Screen::new(restored(s, &counter.office, *copied_at, *left_out)),
        AboutOffice::DateAsked { day, since } => date::asked(s, &counter.office, *day, *since),
        AboutOffice::PaperLost {
            paper,
            ticket,
            altered,
        } => Screen::new(paper_lost(s, paper, ticket.as_deref(), *altered)),
    }
}

/// Up to when everything is there again, and what that means for numbers and for what people did since.
fn restored(s: &Speech, office: &Office, copied_at: DateTime<Utc>, left_out: u32) -> Html {
    let mut text = t!(s, "restored", at = moment(s, office, copied_at));
    if left_out > 0 {
        text.gap().line(t!(s, "restored-since"));
        text.gap().line(t!(s, "restored-numbers", count = left_out));
        text.gap().line(t!(s, "restored-anchors"));
    }
    text
}

/// What could not be done, and whom to ask about it.
fn left_undone(s: &Speech, kind: Undone) -> Html {
    let mut text = match kind {
        Undone::Notice => t!(s, "undone-notice"),
        Undone::Update => t!(s, "undone-update"),
        Undone::Timer => t!(s, "undone-timer"),
        Undone::Paper => t!(s, "undone-paper"),
        Undone::Behind => t!(s, "undone-behind"),
        Undone::Backup => t!(s, "undone-backup"),
    };
    text.gap().line(t!(s, "undone-next"));
    text
}

/// Which paper the archive lacks, where its file belongs, and what to do.
fn paper_lost(s: &Speech, paper: &Paper, ticket: Option<&str>, altered: bool) -> Html {
    let name = &paper.name;
    let mut text = if altered {
        t!(s, "told-paper-altered", name = name)
    } else {
        t!(s, "told-paper-missing", name = name)
    };
    if let Some(ticket) = ticket {
        text.line(t!(s, "told-paper-ticket", ticket = ticket));
    }
    let (folder, rest) = paper.sha256.split_at_checked(2).unwrap_or_default();
    text.gap()
        .line(t!(s, "told-paper-next", file = format!("{folder}/{rest}")));
    text
}
