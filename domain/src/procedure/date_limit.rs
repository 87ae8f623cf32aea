//! Limits of dates.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::read::bounds;

/// A limit of a date: counted from the day on which the question is answered, in the office's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// `today`, `today+30`, `today-7`.
    Today {
        plus: i64,
    },
    On(NaiveDate),
    /// The very moment (moments only).
    Now,
}

impl Day {
    /// Reads `today`, `today+30`, `today-7`, `2026-01-31`, `now`.
    pub fn parse(text: &str) -> Option<Day> {
        if text == "now" {
            return Some(Day::Now);
        }
        let Some(plus) = text.strip_prefix("today") else {
            let date = NaiveDate::parse_from_str(text, "%Y-%m-%d");
            let date = date.ok().filter(|it| bounds::YEAR.contains(&it.year()));
            return date.map(Day::On);
        };
        let plus = match plus {
            "" => 0,
            // `parse` takes the sign itself; without one, `today5` would pass.
            signed if signed.starts_with(['+', '-']) => signed.parse().ok()?,
            _ => return None,
        };
        bounds::FROM_TODAY
            .contains(&plus)
            .then_some(Day::Today { plus })
    }

    /// The date that it means today.
    pub fn on(self, today: NaiveDate) -> NaiveDate {
        match self {
            Day::On(date) => date,
            // A day has no moments in it: the day it is now.
            Day::Now => today,
            Day::Today { plus } => TimeDelta::try_days(plus)
                .and_then(|days| today.checked_add_signed(days))
                .unwrap_or(if plus < 0 {
                    NaiveDate::MIN
                } else {
                    NaiveDate::MAX
                }),
        }
    }

    /// Whether no day lies from this limit until another, as far as that is sure today.
    pub fn is_after(self, until: Day) -> bool {
        match (self, until) {
            (Day::Today { plus: from }, Day::Today { plus: until }) => from > until,
            (Day::On(from), Day::On(until)) => from > until,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, NaiveDate};

    #[test]
    fn days_are_counted_from_today_or_named() {
        assert_eq!(Day::parse("today"), Some(Day::Today { plus: 0 }));
        assert_eq!(Day::parse("today+30"), Some(Day::Today { plus: 30 }));
        assert_eq!(Day::parse("today-7"), Some(Day::Today { plus: -7 }));
        assert_eq!(
            Day::parse("2026-01-31"),
            NaiveDate::from_ymd_opt(2026, 1, 31).map(Day::On)
        );
        for wrong in [
            "today5",
            "today+",
            "tomorrow",
            "2026-02-30",
            "31-01-2026",
            "",
        ] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }
}
