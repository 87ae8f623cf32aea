//! Days off in an iCalendar file (RFC 5545): every event of whole days.

use chrono::{Days, NaiveDate, TimeDelta};
use icalendar::{
    DatePerhapsTime,
    parser::{Component, read_components, unfold},
};

use super::{ImportFault, Reading, Why, name, sensible};
use crate::calendar::{DayKind, DayOff};

const BEGIN: &str = "BEGIN:VEVENT";
const END: &str = "END:VEVENT";
/// An event holds at most an alarm. The reader of the crate goes down as deep as a file goes, so
/// what goes deeper is not given to it.
const DEEPEST: usize = 2;
const LONGEST: TimeDelta = TimeDelta::days(31);

/// Each event is read by itself, so that one which is broken spoils no other, and its line is known.
pub(super) fn read(text: &str, reading: &mut Reading) -> Result<(), ImportFault> {
    let mut event: Option<(u64, String)> = None;
    let mut found = false;
    for (line, place) in text.lines().zip(1..) {
        let marker = line.trim().to_ascii_uppercase();
        if marker == BEGIN {
            if let Some((begun, _)) = event.take() {
                reading.pass_over(begun, Why::Format)?;
            }
            found = true;
            event = Some((place, String::new()));
        }
        if let Some((_, lines)) = &mut event {
            lines.push_str(line);
            lines.push('\n');
        }
        if marker == END
            && let Some((begun, lines)) = event.take()
        {
            match days(&lines) {
                Ok(days) => {
                    for off in days {
                        reading.take(begun, off)?;
                    }
                }
                Err(why) => reading.pass_over(begun, why)?,
            }
        }
    }
    if let Some((begun, _)) = event {
        reading.pass_over(begun, Why::Format)?;
    }
    found.then_some(()).ok_or(ImportFault::NoCalendar)
}

/// The days of one event.
fn days(lines: &str) -> Result<Vec<DayOff>, Why> {
    let nested = lines.lines().filter(|line| {
        let line = line.trim_start();
        line.get(..6)
            .is_some_and(|it| it.eq_ignore_ascii_case("BEGIN:"))
    });
    if nested.count() > DEEPEST {
        return Err(Why::Format);
    }
    let lines = unfold(lines);
    let parts = read_components(&lines).map_err(|_| Why::Format)?;
    let event = parts.first().ok_or(Why::Format)?;
    if event.find_prop("RRULE").is_some() || event.find_prop("RDATE").is_some() {
        return Err(Why::Recurring);
    }
    let first = date(event, "DTSTART")?.ok_or(Why::Day)?;
    // The day after the last; without it, the event is one day.
    let after = date(event, "DTEND")?.or(first.succ_opt()).ok_or(Why::Day)?;
    let after = after.max(first.succ_opt().ok_or(Why::Day)?);
    if after - first > LONGEST {
        return Err(Why::NotWholeDays);
    }
    let summary = event.find_prop("SUMMARY").map(|it| plain(it.val.as_str()));
    let name = summary.as_deref().and_then(name).ok_or(Why::Name)?;
    let status = event.find_prop("STATUS").map(|it| it.val.as_str());
    let kind = if name.to_lowercase().contains("cuti bersama") {
        DayKind::JointLeave
    } else {
        DayKind::Holiday
    };
    let off = |day| DayOff {
        day,
        name: name.clone(),
        kind,
        source: String::new(),
        expected: status.is_some_and(|it| it.eq_ignore_ascii_case("TENTATIVE")),
    };
    let lasts = (after - first).num_days().unsigned_abs();
    let days = (0..lasts).filter_map(|days| first.checked_add_days(Days::new(days)));
    Ok(days.map(off).collect())
}

/// A whole day; what has a time is no day off.
fn date(event: &Component<'_>, property: &str) -> Result<Option<NaiveDate>, Why> {
    let Some(property) = event.find_prop(property) else {
        return Ok(None);
    };
    match DatePerhapsTime::from_property(&property.clone().into()) {
        Some(DatePerhapsTime::Date(day)) => sensible(day).map(Some).ok_or(Why::Day),
        Some(DatePerhapsTime::DateTime(_)) => Err(Why::NotWholeDays),
        None => Err(Why::Day),
    }
}

/// Text without the marks by which a calendar keeps it on one line.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') | None => plain.push(' '),
                Some(sign) => plain.push(sign),
            },
            sign => plain.push(sign),
        }
    }
    plain
}
