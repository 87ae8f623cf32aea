//! How the time of a step counts: the SOP's standard time, what was used of it, and when its holder is
//! reminded. Pure.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{calendar::Calendar, office::Reminders, procedure::StandardTime};

/// By what a task's due time was computed, and how long it took. All in working time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timing {
    /// When its time began to count: when the task was opened, or at a planned moment.
    pub from: DateTime<Utc>,
    /// The SOP's time for the step; none where it sets none, and where the applicant is to act.
    pub standard: Option<StandardTime>,
    /// What that allows.
    pub allowed: Option<TimeDelta>,
    /// What was used at this step before the applicant was asked: the clock goes on with what is left.
    pub used: TimeDelta,
    /// For how long the clock stood still while the applicant was asked.
    pub paused: TimeDelta,
    /// From opening to settling; none while it is open.
    pub took: Option<TimeDelta>,
    /// Which calendar it was computed from.
    pub revision: i64,
}

/// When the holder of a task is reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stages {
    pub first: DateTime<Utc>,
    /// From the next day on it stands in their daily list.
    pub second: DateTime<Utc>,
    /// From then on it stands in the list of the post above; never where the SOP leaves the time open.
    pub superior: Option<DateTime<Utc>>,
}

impl Timing {
    /// The clock of a task that begins to count at a moment, going on from an earlier stay at the same step if there is one.
    pub fn begins(
        calendar: &Calendar,
        at: DateTime<Utc>,
        standard: Option<StandardTime>,
        earlier: Option<Timing>,
    ) -> Timing {
        let full = || {
            let due = calendar.due(at, standard?)?;
            Some(calendar.between(at, due))
        };
        let earlier = earlier.unwrap_or_default();
        Timing {
            from: at,
            standard,
            // What was answered meanwhile may have made it another case.
            allowed: match earlier.allowed {
                Some(allowed) if earlier.standard == standard => Some(allowed),
                _ => full(),
            },
            used: earlier.used + earlier.took.unwrap_or_default(),
            paused: earlier.paused,
            took: None,
            revision: calendar.revision,
        }
    }

    /// The same by another calendar. What a task has left of an earlier stay stays as it is.
    #[must_use]
    pub fn again(&self, calendar: &Calendar) -> Timing {
        let fresh = Timing::begins(calendar, self.from, self.standard, None);
        Timing {
            allowed: if self.used.is_zero() {
                fresh.allowed
            } else {
                self.allowed
            },
            revision: calendar.revision,
            ..self.clone()
        }
    }

    /// When the task should be done.
    pub fn due(&self, calendar: &Calendar) -> Option<DateTime<Utc>> {
        if self.used.is_zero() {
            return calendar.due(self.from, self.standard?);
        }
        Some(calendar.add(self.from, self.allowed? - self.used))
    }

    /// When its holder is reminded: first at the standard time, but never earlier than the office wants.
    pub fn stages(&self, (calendar, reminders): (&Calendar, &Reminders)) -> Stages {
        let start = calendar.next_opening(self.from);
        let days = |from, days| {
            let then = calendar.days_after(from, days);
            if self.used.is_zero() {
                then
            } else {
                calendar.add(self.from, calendar.between(self.from, then) - self.used)
            }
        };
        let Some(allowed) = self.allowed else {
            let second = days(start, reminders.second);
            return Stages {
                first: second,
                second,
                superior: None,
            };
        };
        let first = if allowed > reminders.first {
            self.due(calendar)
        } else {
            None
        };
        let first = first.unwrap_or_else(|| calendar.add(self.from, reminders.first - self.used));
        let mut second = days(start, reminders.second);
        let mut superior = days(start, reminders.superior);
        // What is allowed to take days is late only after them.
        if first >= second {
            second = calendar.days_after(first, reminders.second);
            superior = calendar.days_after(first, reminders.superior);
        }
        Stages {
            first,
            second,
            superior: Some(superior),
        }
    }

    /// Working time at the step without what the applicant took.
    pub fn net(&self) -> Option<TimeDelta> {
        Some(self.used + self.took?)
    }

    /// The same with it.
    pub fn gross(&self) -> Option<TimeDelta> {
        Some(self.net()? + self.paused)
    }

    /// Whether the standard time was kept; none where there is none, and while the task is open.
    pub fn is_kept(&self) -> Option<bool> {
        Some(self.net()? <= self.allowed?)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

    use super::{Stages, Timing};
    use crate::{office::Office, procedure::StandardTime};

    fn at(office: &Office, text: &str) -> DateTime<Utc> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H.%M").unwrap();
        office.calendar.moment(local.date(), local.time())
    }

    #[test]
    fn the_clock_goes_on_with_what_was_left() {
        let office = Office::built_in().unwrap();
        let standard = Some(StandardTime::Minutes(60));
        let opened = at(&office, "2026-11-24 09.00");
        let mut first = Timing::begins(&office.calendar, opened, standard, None);
        assert_eq!(
            first.due(&office.calendar),
            Some(at(&office, "2026-11-24 10.00"))
        );

        // Returned after 20 minutes, answered a day later.
        first.took = Some(TimeDelta::minutes(20));
        first.paused = TimeDelta::minutes(450);
        let again = at(&office, "2026-11-25 15.30");
        let mut second = Timing::begins(&office.calendar, again, standard, Some(first));
        assert_eq!(
            second.due(&office.calendar),
            Some(at(&office, "2026-11-26 07.40"))
        );

        second.took = Some(TimeDelta::minutes(30));
        assert_eq!(second.net(), Some(TimeDelta::minutes(50)));
        assert_eq!(second.gross(), Some(TimeDelta::minutes(500)));
        assert_eq!(second.is_kept(), Some(true));
        second.took = Some(TimeDelta::minutes(41));
        assert_eq!(second.is_kept(), Some(false));
    }

    #[test]
    fn reminders_come_later_than_the_standard_time() {
        let office = Office::built_in().unwrap();
        let opened = at(&office, "2026-11-24 09.00");
        let check = |standard, expected: [&str; 3]| {
            let timing = Timing::begins(&office.calendar, opened, standard, None);
            let stages = timing.stages((&office.calendar, &office.reminders));
            let superior = Some(expected[2]).filter(|text| !text.is_empty());
            let expected = Stages {
                first: at(&office, expected[0]),
                second: at(&office, expected[1]),
                superior: superior.map(|text| at(&office, text)),
            };
            assert_eq!(stages, expected, "{standard:?}");
        };
        check(
            Some(StandardTime::Minutes(15)),
            ["2026-11-24 11.00", "2026-11-25 09.00", "2026-11-26 09.00"],
        );
        check(
            Some(StandardTime::Hours(4)),
            ["2026-11-24 14.00", "2026-11-25 09.00", "2026-11-26 09.00"],
        );
        check(
            Some(StandardTime::Days(3)),
            ["2026-11-27 09.00", "2026-11-30 09.00", "2026-12-01 09.00"],
        );
        check(
            Some(StandardTime::Tentative),
            ["2026-11-25 09.00", "2026-11-25 09.00", ""],
        );
        check(None, ["2026-11-25 09.00", "2026-11-25 09.00", ""]);
    }
}
