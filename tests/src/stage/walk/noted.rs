//! What is noted of a decision beside what was answered: whether anybody made it, and in which year.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use domain::{mandate::BehalfKind, office::Office, request::Event};

/// Whether nobody did it: it passed, or its time was over.
pub(super) fn by_clock(event: &Event) -> bool {
    match event {
        Event::Expired => true,
        Event::Decided(decision) => decision
            .behalf
            .as_ref()
            .is_some_and(|it| matches!(it.kind, BehalfKind::Standing | BehalfKind::Itself)),
        _ => false,
    }
}

/// When the office's year is over.
pub(super) fn new_year(office: &Office, at: DateTime<Utc>) -> DateTime<Utc> {
    let next = at.with_timezone(&office.zone).year() + 1;
    let day = NaiveDate::from_ymd_opt(next, 1, 1).expect("a year");
    office.calendar.moment(day, NaiveTime::MIN)
}
