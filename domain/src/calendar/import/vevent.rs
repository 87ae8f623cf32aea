//! Days off in an iCalendar file (RFC 5545): every event of whole days.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use icalendar::{
    CalendarDateTime, DatePerhapsTime,
    parser::{Component, read_components},
};

use super::{ImportFault, Reading, Why, named, sensible};
use crate::calendar::{DayKind, DayOff};

const BEGIN: &str = "BEGIN:VEVENT";
const END: &str = "END:VEVENT";
/// An event holds alarms, as many as people like, and they hold nothing. The reader of the crate goes down as deep
/// as a file goes, so what goes deeper is not given to it.
const DEEPEST: usize = 2;
const LONGEST: TimeDelta = TimeDelta::days(31);
/// With these words alone in the first line of what they say of it, the public calendars of a large provider list a day
/// that is kept, and worked on.
const OBSERVED: [&str; 2] = ["observance", "perayaan"];

/// Each event is read by itself, so that one which is broken spoils no other, and its line is known.
pub(super) fn read(bytes: &[u8], reading: &mut Reading) -> Result<(), ImportFault> {
    let mut event: Option<(u64, String)> = None;
    let mut found = false;
    for (place, line) in unfolded(bytes)? {
        let marker = line.trim().to_ascii_uppercase();
        if marker == BEGIN {
            if let Some((begun, _)) = event.take() {
                reading.pass_over(begun, Why::Format)?;
            }
            found = true;
            event = Some((place, String::new()));
        }
        if let Some((_, lines)) = &mut event {
            lines.push_str(&in_capitals(&line));
            lines.push('\n');
        }
        if marker == END
            && let Some((begun, lines)) = event.take()
        {
            match days(&lines) {
                Ok(days) => {
                    for off in days {
                        // That it is a joint leave stands in its name; nothing else tells the kind of an event.
                        if off.kind == DayKind::Holiday {
                            reading.take_kindless(begun, off)?;
                        } else {
                            reading.take(begun, off)?;
                        }
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

/// The lines as they were before they were folded, each with the number of its first. A long line is folded after so
/// many bytes, which may be in the middle of a letter (RFC 5545 3.1), so it is read as text only once it is whole.
fn unfolded(bytes: &[u8]) -> Result<Vec<(u64, String)>, ImportFault> {
    let mut lines: Vec<(u64, Vec<u8>)> = Vec::new();
    for (line, place) in bytes.split(|byte| *byte == b'\n').zip(1..) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line, lines.last_mut()) {
            ([b' ' | b'\t', rest @ ..], Some((_, whole))) => whole.extend_from_slice(rest),
            _ => lines.push((place, line.to_vec())),
        }
    }
    let lines = lines.into_iter().map(|(place, line)| {
        let line = String::from_utf8(line).map_err(|_| ImportFault::NotText)?;
        Ok((place, line))
    });
    lines.collect()
}

/// A line with its name, and those of its parameters, in capitals: how they are written does not matter (RFC 5545
/// 2), and the reader of the crate knows them in capitals only. What it says stays as it is.
fn in_capitals(line: &str) -> String {
    let (mut capitals, mut is_name, mut is_quoted) =
        (String::with_capacity(line.len()), true, false);
    let mut signs = line.chars();
    for sign in signs.by_ref() {
        match sign {
            '"' => is_quoted = !is_quoted,
            ':' if !is_quoted => {
                capitals.push(sign);
                break;
            }
            ';' if !is_quoted => is_name = true,
            '=' if !is_quoted => is_name = capitals.ends_with(";VALUE"),
            _ => {}
        }
        capitals.push(if is_name {
            sign.to_ascii_uppercase()
        } else {
            sign
        });
    }
    capitals + signs.as_str()
}

/// The days of one event.
fn days(lines: &str) -> Result<Vec<DayOff>, Why> {
    if depth(lines) > DEEPEST {
        return Err(Why::Format);
    }
    let parts = read_components(lines).map_err(|_| Why::Format)?;
    let event = parts.first().ok_or(Why::Format)?;
    let says = |property| event.find_prop(property).map_or("", |it| it.val.as_str());
    let status = says("STATUS").trim();
    if status.eq_ignore_ascii_case("CANCELLED") {
        return Err(Why::Cancelled);
    }
    let first_line = says("DESCRIPTION").lines().next().unwrap_or_default();
    if OBSERVED.contains(&first_line.trim().to_lowercase().as_str()) {
        return Err(Why::Observed);
    }
    if event.find_prop("RRULE").is_some() || event.find_prop("RDATE").is_some() {
        return Err(Why::Recurring);
    }
    let (first, is_day) = date(event, "DTSTART")?.ok_or(Why::Day)?;
    let after = date(event, "DTEND")?.map(|(day, _)| day);
    let lasts = match event.find_prop("DURATION") {
        Some(duration) => whole_days(duration.val.as_str())?,
        // A moment without an end ends at once.
        None if after.is_none() && !is_day => return Err(Why::NotWholeDays),
        None => 1,
    };
    // The day after the last; without it, the event lasts as long as it says, or one day.
    let after = after.or(first.checked_add_days(Days::new(lasts)));
    let after = after
        .ok_or(Why::Day)?
        .max(first.succ_opt().ok_or(Why::Day)?);
    if after - first > LONGEST {
        return Err(Why::NotWholeDays);
    }
    let (name, is_guessed) = named(says("SUMMARY")).ok_or(Why::Name)?;
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
        expected: is_guessed || status.eq_ignore_ascii_case("TENTATIVE"),
    };
    let lasts = (after - first).num_days().unsigned_abs();
    let days = (0..lasts).filter_map(|days| first.checked_add_days(Days::new(days)));
    Ok(days.map(off).collect())
}

/// How deep parts lie within parts.
fn depth(lines: &str) -> usize {
    let mut deep: usize = 0;
    let depths = lines.lines().map(|line| {
        let begins = |marker: &str| line.get(..marker.len()).is_some_and(|it| it == marker);
        if begins("BEGIN:") {
            deep += 1;
        } else if begins("END:") {
            deep = deep.saturating_sub(1);
        }
        deep
    });
    depths.max().unwrap_or_default()
}

/// A whole day, and whether it is written as one; otherwise it is the midnight with which it begins where the
/// calendar is kept.
fn date(event: &Component<'_>, property: &str) -> Result<Option<(NaiveDate, bool)>, Why> {
    let Some(property) = event.find_prop(property) else {
        return Ok(None);
    };
    let (moment, is_day) = match DatePerhapsTime::from_property(&property.clone().into()) {
        Some(DatePerhapsTime::Date(day)) => (day.and_time(NaiveTime::MIN), true),
        Some(DatePerhapsTime::DateTime(
            CalendarDateTime::Floating(moment)
            | CalendarDateTime::WithTimezone {
                date_time: moment, ..
            },
        )) => (moment, false),
        Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(_))) => return Err(Why::NotWholeDays),
        None => return Err(Why::Day),
    };
    if moment.time() != NaiveTime::MIN {
        return Err(Why::NotWholeDays);
    }
    let day = sensible(moment.date()).ok_or(Why::Day)?;
    Ok(Some((day, is_day)))
}

/// How many days a duration lasts, "P3D" or "P1W" (RFC 5545 3.3.6).
fn whole_days(duration: &str) -> Result<u64, Why> {
    let duration = duration.trim().trim_start_matches('+').to_ascii_uppercase();
    let (days, time) = match duration.split_once('T') {
        Some((days, time)) => (days, time),
        None => (&*duration, ""),
    };
    let number = |text: &str| text.parse::<u64>().map_err(|_| Why::Format);
    let days = days.strip_prefix('P').ok_or(Why::Format)?;
    let days = match (days.strip_suffix('W'), days.strip_suffix('D')) {
        (Some(weeks), _) => number(weeks)?.saturating_mul(7),
        (_, Some(days)) => number(days)?,
        _ => return Err(Why::NotWholeDays),
    };
    // "P1DT0H" is a day.
    let is_whole = !time.contains(|sign: char| ('1'..='9').contains(&sign));
    is_whole.then_some(days).ok_or(Why::NotWholeDays)
}
