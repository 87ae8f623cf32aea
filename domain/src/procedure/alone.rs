//! What happens at a step where nobody acts in time: it goes on by itself, or someone is told. Pure.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    Answer, Answers, StandardTime,
    date_limit::{LimitMeant, LimitShift},
};
use crate::{
    Text,
    calendar::Calendar,
    code::{FieldCode, OutcomeCode, RoleCode},
};

/// How long after the planned moment, and how long before the end, it is said that a step will go on by
/// itself.
pub const SOON: TimeDelta = TimeDelta::minutes(30);

/// What is over sooner than this after a planned moment is announced before it, and happens to the minute.
pub const SHORT: TimeDelta = TimeDelta::minutes(60);

/// A step that goes on by itself where nobody acts.
#[derive(Debug, Clone, PartialEq)]
pub struct Alone {
    /// Working days from the opening of the step, or from the moment until which it rests; plain time from a moment that was
    /// answered.
    pub after: StandardTime,
    /// It counts from the first of these that has an answer, and without one not at all; from the opening
    /// where none is named.
    pub from: Vec<FieldCode>,
    pub outcome: OutcomeCode,
    /// At any hour and to the minute; otherwise only when people may be written to.
    pub exact: bool,
    /// What stands as the reason, where the outcome needs one.
    pub reason: Option<Text>,
    pub line: usize,
}

/// For how long a step waits until it goes on by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// So many working days.
    Days(u32),
    /// So long while the office works.
    Hours(TimeDelta),
    /// So long beyond a moment, whether the office works or not.
    Beyond {
        planned: DateTime<Utc>,
        after: TimeDelta,
        exact: bool,
    },
}

/// Someone is told that a planned moment has passed, or that it comes.
#[derive(Debug, Clone, PartialEq)]
pub struct Alarm {
    /// The day or the moment: the first of these that has an answer.
    pub from: Vec<FieldCode>,
    /// How long after it, or before it. What is counted in days is told when people may be written to, and the rest at
    /// any hour.
    pub shift: LimitShift,
    /// Holders of these roles are told.
    pub tell: Vec<RoleCode>,
    /// … and the applicant.
    pub tell_applicant: bool,
    /// … this.
    pub say: Text,
    pub line: usize,
}

/// An alarm whose moment is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedAlarm {
    /// Which alarm of the step.
    pub nth: usize,
    pub planned: LimitMeant,
    pub shift: LimitShift,
}

/// When an alarm rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlarmTime {
    /// Which alarm of the step.
    pub nth: usize,
    /// The moment about which it rings.
    pub planned: DateTime<Utc>,
    pub at: DateTime<Utc>,
    /// It waits until people may be written to.
    pub polite: bool,
}

/// An outcome that moves a planned moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prolongs {
    /// The question whose answer the new moment is.
    pub field: FieldCode,
    /// The old moment: the first of these that has an answer.
    pub from: Vec<FieldCode>,
    pub by: TimeDelta,
}

/// The first of some questions that was answered with a moment.
pub fn moment(answers: &Answers, from: &[FieldCode]) -> Option<DateTime<Utc>> {
    moment_where(|field| answers.get(field), from)
}

/// The same, given where an answer is to be found.
pub fn moment_where<'a>(
    answer: impl Fn(&FieldCode) -> Option<&'a Answer>,
    from: &[FieldCode],
) -> Option<DateTime<Utc>> {
    from.iter().find_map(|field| match answer(field) {
        Some(Answer::Moment(moment)) => Some(*moment),
        _ => None,
    })
}

/// The first of some questions that was answered with a day or a moment.
pub fn day_or_moment(answers: &Answers, from: &[FieldCode]) -> Option<LimitMeant> {
    from.iter().find_map(|field| match answers.get(field) {
        Some(Answer::Moment(moment)) => Some(LimitMeant::Moment(*moment)),
        Some(Answer::Date(day)) => Some(LimitMeant::Day(*day)),
        _ => None,
    })
}

/// Plain time: `0 menit`, `30 menit`, `2 jam`.
pub fn plain_time(text: &str) -> Option<TimeDelta> {
    if text.trim() == "0 menit" {
        return Some(TimeDelta::zero());
    }
    StandardTime::parse(text).and_then(plain)
}

/// Time that passes whether or not the office works; none where it is counted in working days.
fn plain(time: StandardTime) -> Option<TimeDelta> {
    match time {
        StandardTime::Minutes(minutes) => Some(TimeDelta::minutes(minutes.into())),
        StandardTime::Hours(hours) => Some(TimeDelta::hours(hours.into())),
        StandardTime::Days(_) | StandardTime::Tentative => None,
    }
}

impl Alone {
    /// For how long the step waits; for ever where what it counts from was not answered.
    pub fn waits(&self, answers: &Answers) -> Option<Waits> {
        match self.after {
            StandardTime::Days(days) if self.from.is_empty() => Some(Waits::Days(days)),
            hours if self.from.is_empty() => plain(hours).map(Waits::Hours),
            after => Some(Waits::Beyond {
                planned: moment(answers, &self.from)?,
                after: plain(after)?,
                exact: self.exact,
            }),
        }
    }
}

impl Waits {
    /// Whether it goes on at any hour; otherwise only when people may be written to.
    pub fn is_plain(&self) -> bool {
        matches!(self, Waits::Beyond { exact: true, .. })
    }

    /// When it is said that the step will go on by itself.
    pub fn announced_at(&self, calendar: &Calendar, opened: DateTime<Utc>) -> DateTime<Utc> {
        match self {
            Waits::Days(days) => {
                calendar.days_after(calendar.next_opening(opened), days.saturating_sub(1))
            }
            Waits::Hours(time) => calendar.add(opened, *time / 2),
            // What is over so soon after the moment is said before it.
            Waits::Beyond { planned, after, .. } if *after < SHORT => {
                opened.max(*planned + *after - SOON)
            }
            Waits::Beyond { planned, .. } => opened.max(*planned) + SOON,
        }
    }

    /// When it goes on by itself: never before people had a working day, or where hours are counted half of them, or at
    /// a planned moment half an hour, to do something about it.
    pub fn ends_at(
        &self,
        calendar: &Calendar,
        opened: DateTime<Utc>,
        announced: DateTime<Utc>,
    ) -> DateTime<Utc> {
        match self {
            Waits::Days(days) => {
                let planned = calendar.days_after(calendar.next_opening(opened), *days);
                planned.max(calendar.days_after(calendar.next_opening(announced), 1))
            }
            // Half of it is left to whoever is told, however late that is.
            Waits::Hours(time) => {
                let planned = calendar.add(opened, *time);
                planned.max(calendar.add(announced, *time / 2))
            }
            // To the minute, where people could be told before.
            Waits::Beyond { planned, after, .. } if *after < SHORT => {
                let end = *planned + *after;
                if announced < end {
                    end
                } else {
                    announced + SOON
                }
            }
            Waits::Beyond { planned, after, .. } => {
                (opened.max(*planned) + *after).max(announced + SOON)
            }
        }
    }
}

impl Alarm {
    /// The moment about which it rings, given the answers; none where nothing was planned.
    pub fn planned(&self, nth: usize, answers: &Answers) -> Option<PlannedAlarm> {
        Some(PlannedAlarm {
            nth,
            planned: day_or_moment(answers, &self.from)?,
            shift: self.shift,
        })
    }
}

impl PlannedAlarm {
    /// When it rings; never where that is beyond all calendars.
    pub fn time(&self, calendar: &Calendar) -> Option<AlarmTime> {
        let at = self.planned.shifted(self.shift, calendar)?.moment(calendar);
        let polite = self.shift.is_in_days() && !matches!(self.shift, LimitShift::Days(0))
            || matches!(self.planned, LimitMeant::Day(_));
        Some(AlarmTime {
            nth: self.nth,
            planned: self.planned.moment(calendar),
            at,
            polite,
        })
    }
}

impl Prolongs {
    /// The new moment: so much later than the old one, or than now where that has passed. None where
    /// nothing was planned.
    pub fn until(&self, answers: &Answers, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        Some(moment(answers, &self.from)?.max(now) + self.by)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

    use super::{LimitMeant, LimitShift, PlannedAlarm, Waits, plain_time};
    use crate::{calendar::Calendar, office::Office};

    fn at(calendar: &Calendar, text: &str) -> DateTime<Utc> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H.%M").unwrap();
        calendar.moment(local.date(), local.time())
    }

    #[test]
    fn working_days_are_announced_a_working_day_before() {
        let calendar = Office::built_in().unwrap().calendar;
        let check = |opened: &str, announced: &str, ends: &str| {
            let (opened, waits) = (at(&calendar, opened), Waits::Days(3));
            let announced = at(&calendar, announced);
            assert_eq!(waits.announced_at(&calendar, opened), announced);
            let end = waits.ends_at(&calendar, opened, announced);
            assert_eq!(end, at(&calendar, ends));
        };
        check("2026-11-24 10.00", "2026-11-26 10.00", "2026-11-27 10.00");
        // Over a weekend, and what comes on a Saturday.
        check("2026-11-26 10.00", "2026-11-30 10.00", "2026-12-01 10.00");
        check("2026-11-28 20.00", "2026-12-02 07.30", "2026-12-03 07.30");
    }

    #[test]
    fn working_hours_are_announced_when_half_of_them_is_left() {
        let calendar = Office::built_in().unwrap().calendar;
        let check = |opened: &str, announced: &str, ends: &str| {
            let (opened, waits) = (at(&calendar, opened), Waits::Hours(TimeDelta::hours(2)));
            let announced = at(&calendar, announced);
            assert_eq!(waits.announced_at(&calendar, opened), announced);
            let end = waits.ends_at(&calendar, opened, announced);
            assert_eq!(end, at(&calendar, ends));
        };
        check("2026-11-24 09.00", "2026-11-24 10.00", "2026-11-24 11.00");
        // On a Saturday nobody works.
        check("2026-11-28 20.00", "2026-11-30 08.30", "2026-11-30 09.30");
        let (opened, late) = (
            at(&calendar, "2026-11-24 09.00"),
            at(&calendar, "2026-11-24 11.00"),
        );
        let end = Waits::Hours(TimeDelta::hours(2)).ends_at(&calendar, opened, late);
        assert_eq!(
            end,
            at(&calendar, "2026-11-24 12.00"),
            "whoever was told late has an hour"
        );
    }

    #[test]
    fn what_was_announced_late_ends_later() {
        let calendar = Office::built_in().unwrap().calendar;
        let opened = at(&calendar, "2026-11-24 10.00");
        let late = at(&calendar, "2026-12-04 08.00");
        let end = Waits::Days(3).ends_at(&calendar, opened, late);
        assert_eq!(end, at(&calendar, "2026-12-07 08.00"));

        let planned = at(&calendar, "2026-11-28 18.00");
        let waits = Waits::Beyond {
            planned,
            after: TimeDelta::hours(2),
            exact: true,
        };
        let announced = waits.announced_at(&calendar, opened);
        assert_eq!(announced, at(&calendar, "2026-11-28 18.30"));
        let end = waits.ends_at(&calendar, opened, announced);
        assert_eq!(end, at(&calendar, "2026-11-28 20.00"));
        let late = at(&calendar, "2026-11-28 23.00");
        let end = waits.ends_at(&calendar, opened, late);
        assert_eq!(end, at(&calendar, "2026-11-28 23.30"));
    }

    #[test]
    fn what_is_over_at_a_moment_is_over_then() {
        let calendar = Office::built_in().unwrap().calendar;
        let planned = at(&calendar, "2026-11-24 18.00");
        let waits = Waits::Beyond {
            planned,
            after: TimeDelta::zero(),
            exact: true,
        };
        let check = |opened: &str, announced: &str, ends: &str| {
            let opened = at(&calendar, opened);
            let announced = at(&calendar, announced);
            assert_eq!(waits.announced_at(&calendar, opened), announced);
            let end = waits.ends_at(&calendar, opened, announced);
            assert_eq!(end, at(&calendar, ends));
        };
        check("2026-11-20 10.00", "2026-11-24 17.30", "2026-11-24 18.00");
        check("2026-11-24 17.50", "2026-11-24 17.50", "2026-11-24 18.00");
        // Nobody was told before: they are, and have half an hour.
        check("2026-11-24 19.00", "2026-11-24 19.00", "2026-11-24 19.30");
    }

    #[test]
    fn an_alarm_before_a_day_waits_for_people_and_one_at_an_hour_does_not() {
        let calendar = Office::built_in().unwrap().calendar;
        let day = at(&calendar, "2026-12-10 00.00");
        let ends = LimitMeant::Day(calendar.day_of(day));
        let check = |planned, shift, expected: &str, polite| {
            let alarm = PlannedAlarm {
                nth: 0,
                planned,
                shift,
            };
            let time = alarm.time(&calendar).unwrap();
            assert_eq!((time.at, time.polite), (at(&calendar, expected), polite));
        };
        check(ends, LimitShift::Days(-10), "2026-11-30 00.00", true);
        check(ends, LimitShift::WorkingDays(-3), "2026-12-07 00.00", true);
        let hour = LimitMeant::Moment(at(&calendar, "2026-12-10 18.00"));
        check(hour, LimitShift::Minutes(-90), "2026-12-10 16.30", false);
        check(hour, LimitShift::Days(-1), "2026-12-09 18.00", true);
        check(hour, LimitShift::Minutes(0), "2026-12-10 18.00", false);
    }

    #[test]
    fn plain_time_is_minutes_or_hours() {
        assert_eq!(plain_time("0 menit"), Some(TimeDelta::zero()));
        assert_eq!(plain_time("30 menit"), Some(TimeDelta::minutes(30)));
        assert_eq!(plain_time("2 jam"), Some(TimeDelta::hours(2)));
        assert_eq!(plain_time("1 hari kerja"), None);
        assert_eq!(plain_time("0 jam"), None);
    }
}
