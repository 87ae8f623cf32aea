//! When the office works: weekly hours with breaks, other hours for a term such as Ramadan, and days
//! off. Pure.
//!
//! Times are moments in UTC, as everywhere; the calendar knows the office's zone.
//! Source: Perpres 21/2023 (hours), the joint decree of three ministers for each year (days off).

mod change;
mod day_off;
pub mod import;
#[cfg(test)]
mod laws;
mod overlay;
mod week;

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

pub use change::{CalendarAct, Changed, Entries};
pub use day_off::{DayKind, DayOff};
pub use overlay::{DayEntry, Overlay, TermEntry, TermTag};
pub use week::{Week, WeekError, WorkSpan, time};

use crate::{
    clock::{days_later, later},
    procedure::StandardTime,
};

/// Beyond so many days without any working time, a calendar is no use and time is counted plainly.
const LONGEST_CLOSURE: u64 = 1000;
/// When people may be written to on a working day.
const POLITE: WorkSpan = WorkSpan {
    from: clock(7, 0),
    until: clock(17, 0),
};
/// The prayer on Friday.
const FRIDAY_BREAK: WorkSpan = WorkSpan {
    from: clock(11, 30),
    until: clock(13, 0),
};

const fn clock(hour: u32, minute: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, minute, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// The hours of a term; without `from` and `until` they hold always.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    pub name: String,
    /// The first day of the term.
    pub from: Option<NaiveDate>,
    /// The last day of the term.
    pub until: Option<NaiveDate>,
    pub week: Week,
}

/// When the office works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub zone: Tz,
    /// Where several terms hold on a day, the last of them counts.
    pub hours: Vec<Hours>,
    pub days_off: BTreeMap<NaiveDate, DayOff>,
    /// Which version of it this is: 0 as the files have it, and more with every change.
    pub revision: i64,
}

impl Calendar {
    pub fn new(
        zone: Tz,
        hours: Vec<Hours>,
        days_off: impl IntoIterator<Item = DayOff>,
    ) -> Calendar {
        let days_off = days_off.into_iter().map(|off| (off.day, off)).collect();
        Calendar {
            zone,
            hours,
            days_off,
            revision: 0,
        }
    }

    /// The hours that hold on a day.
    pub fn hours_on(&self, day: NaiveDate) -> Option<&Hours> {
        let holds = |hours: &&Hours| {
            hours.from.is_none_or(|from| from <= day)
                && hours.until.is_none_or(|until| day <= until)
        };
        self.hours.iter().rev().find(holds)
    }

    /// The working time of a day, in order; none on a day off.
    pub fn spans(&self, day: NaiveDate) -> &[WorkSpan] {
        if self.days_off.contains_key(&day) {
            return &[];
        }
        self.hours_on(day)
            .map_or(&[], |hours| hours.week.on(day.weekday()))
    }

    /// How much is worked on a day of that week, whichever it is: the week's hours shared evenly among its
    /// working days. Longer times are told in such days.
    pub fn usual_day(&self, day: NaiveDate) -> Option<TimeDelta> {
        let week = &self.hours_on(day)?.week;
        Some(week.worked() / week.days()).filter(|time| !time.is_zero())
    }

    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !self.spans(day).is_empty()
    }

    /// Whether the office works at that moment.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        let day = self.day_of(at);
        self.pieces(day)
            .any(|(from, until)| from <= at && at < until)
    }

    /// The moment itself where the office works, or else when it works next.
    pub fn next_opening(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.add(at, TimeDelta::zero())
    }

    /// When so much working time will have passed. Exactly at the end of a day is still that day.
    pub fn add(&self, from: DateTime<Utc>, time: TimeDelta) -> DateTime<Utc> {
        let mut left = time.max(TimeDelta::zero());
        for day in self.days_from(from) {
            for (opens, closes) in self.pieces(day) {
                let start = opens.max(from);
                if start >= closes {
                    continue;
                }
                if left <= closes - start {
                    return start + left;
                }
                left -= closes - start;
            }
        }
        later(from, left)
    }

    /// How much working time lies between two moments; none where the second is not later.
    pub fn between(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> TimeDelta {
        let last = self.day_of(until);
        let days = self.day_of(from).iter_days();
        days.take_while(|day| *day <= last)
            .flat_map(|day| self.pieces(day))
            .map(|(opens, closes)| closes.min(until) - opens.max(from))
            .filter(|worked| *worked > TimeDelta::zero())
            .sum()
    }

    /// The same clock time so many working days later.
    pub fn days_after(&self, from: DateTime<Utc>, days: u32) -> DateTime<Utc> {
        let local = from.with_timezone(&self.zone).naive_local();
        if days == 0 {
            return from;
        }
        let mut left = days;
        for day in self.days_from(from).skip(1) {
            left -= u32::from(self.is_working_day(day));
            if left == 0 {
                return self.moment(day, local.time());
            }
        }
        days_later(from, days)
    }

    /// When a step should be done that came at a moment; none where the SOP leaves the time open. Time
    /// begins to count when the office works; `1 hari kerja` is the same clock time on the next working day.
    pub fn due(&self, from: DateTime<Utc>, time: StandardTime) -> Option<DateTime<Utc>> {
        match time {
            StandardTime::Minutes(minutes) => {
                Some(self.add(from, TimeDelta::minutes(minutes.into())))
            }
            StandardTime::Hours(hours) => Some(self.add(from, TimeDelta::hours(hours.into()))),
            StandardTime::Days(days) => Some(self.days_after(self.next_opening(from), days)),
            StandardTime::Tentative => None,
        }
    }

    /// Whether people may be written to about something that can wait: on working days from 07.00 to
    /// 17.00, but not in Friday's break.
    pub fn is_polite(&self, at: DateTime<Utc>) -> bool {
        let local = at.with_timezone(&self.zone).naive_local();
        let within = |span: WorkSpan| span.from <= local.time() && local.time() < span.until;
        let prayer = local.weekday() == Weekday::Fri && within(FRIDAY_BREAK);
        self.is_working_day(local.date()) && within(POLITE) && !prayer
    }

    /// The moment itself where people may be written to, or else when they may be next.
    pub fn next_polite(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        if self.is_polite(at) {
            return at;
        }
        let starts = self
            .days_from(at)
            .flat_map(|day| [POLITE.from, FRIDAY_BREAK.until].map(|time| self.moment(day, time)));
        let mut starts = starts.filter(|start| *start >= at);
        starts.find(|start| self.is_polite(*start)).unwrap_or(at)
    }

    /// When a clock time is on the first working day at which it is still to come.
    pub fn next_at(&self, at: DateTime<Utc>, time: NaiveTime) -> DateTime<Utc> {
        let days = self.days_from(at).filter(|day| self.is_working_day(*day));
        let mut moments = days.map(|day| self.moment(day, time));
        moments
            .find(|moment| *moment > at)
            .unwrap_or(at + TimeDelta::days(1))
    }

    /// The day it is in the office.
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// A clock time of a day, as a moment.
    pub fn moment(&self, day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        let local = day.and_time(time);
        // A zone with summer time has hours that never are; the one after it is as good.
        [local, local + TimeDelta::hours(1)]
            .iter()
            .find_map(|local| self.zone.from_local_datetime(local).earliest())
            .map_or_else(|| local.and_utc(), |moment| moment.to_utc())
    }

    /// The working time of a day as moments.
    fn pieces(&self, day: NaiveDate) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> {
        self.spans(day)
            .iter()
            .map(move |span| (self.moment(day, span.from), self.moment(day, span.until)))
    }

    fn days_from(&self, at: DateTime<Utc>) -> impl Iterator<Item = NaiveDate> {
        let first = self.day_of(at);
        (0..=LONGEST_CLOSURE).map_while(move |days| first.checked_add_days(Days::new(days)))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

    use super::Calendar;
    use crate::{office::Office, procedure::StandardTime};

    fn calendar() -> Calendar {
        Office::built_in().unwrap().calendar
    }

    fn at(calendar: &Calendar, text: &str) -> DateTime<Utc> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H.%M").unwrap();
        calendar.moment(local.date(), local.time())
    }

    /// Domain notes, 4.1: the national hours, with 24 and 25 December 2026 off.
    #[test]
    fn minutes_count_while_the_office_works() {
        let calendar = calendar();
        let check = |from: &str, minutes: i64, expected: &str| {
            let until = calendar.add(at(&calendar, from), TimeDelta::minutes(minutes));
            assert_eq!(until, at(&calendar, expected), "{from} + {minutes}");
        };
        check("2026-11-24 11.50", 15, "2026-11-24 13.05");
        check("2026-11-24 15.50", 60, "2026-11-25 08.20");
        check("2026-11-27 11.20", 30, "2026-11-27 13.20");
        check("2026-11-27 16.20", 15, "2026-11-30 07.35");
        check("2026-12-23 15.55", 15, "2026-12-28 07.40");
        check("2026-11-21 10.00", 3, "2026-11-23 07.33");
        // Ramadan 2026, by the national hours of that month.
        check("2026-02-27 11.20", 30, "2026-02-27 12.50");
    }

    #[test]
    fn a_working_day_is_the_same_clock_time_on_the_next_one() {
        let calendar = calendar();
        let check = |from: &str, days: u32, expected: &str| {
            let due = calendar.due(at(&calendar, from), StandardTime::Days(days));
            assert_eq!(due, Some(at(&calendar, expected)), "{from} + {days}");
        };
        check("2026-11-26 15.50", 1, "2026-11-27 15.50");
        check("2026-11-27 15.50", 1, "2026-11-30 15.50");
        check("2026-12-23 09.00", 1, "2026-12-28 09.00");
        check("2026-11-26 15.50", 10, "2026-12-10 15.50");
        // What comes outside the hours counts from the next opening.
        check("2026-11-21 10.00", 1, "2026-11-24 07.30");
        check("2026-11-24 19.00", 1, "2026-11-26 07.30");
    }

    #[test]
    fn nobody_is_written_to_at_night_on_days_off_or_in_the_friday_break() {
        let calendar = calendar();
        let check = |from: &str, expected: &str| {
            let polite = calendar.next_polite(at(&calendar, from));
            assert_eq!(polite, at(&calendar, expected), "{from}");
        };
        check("2026-11-24 09.00", "2026-11-24 09.00");
        check("2026-11-24 06.59", "2026-11-24 07.00");
        check("2026-11-24 17.00", "2026-11-25 07.00");
        check("2026-11-27 11.30", "2026-11-27 13.00");
        check("2026-11-27 17.30", "2026-11-30 07.00");
        check("2026-12-23 18.00", "2026-12-28 07.00");
    }

    #[test]
    fn a_calendar_without_hours_counts_plainly() {
        let mut calendar = calendar();
        calendar.hours.clear();
        let from = at(&calendar, "2026-11-24 09.00");
        let hour = TimeDelta::hours(1);
        assert_eq!(calendar.add(from, hour), from + hour);
        assert_eq!(calendar.days_after(from, 2), from + TimeDelta::days(2));
    }
}
