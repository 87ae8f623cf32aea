//! When the office works. Pure.

use chrono::{DateTime, Datelike, Days, TimeDelta, TimeZone, Utc, Weekday};

use super::Office;
use crate::procedure::StandardTime;

impl Office {
    /// When a step that was opened then should be done; none where the SOP leaves the time open.
    pub fn due(&self, from: DateTime<Utc>, time: StandardTime) -> Option<DateTime<Utc>> {
        match time {
            StandardTime::Minutes(minutes) => Some(from + TimeDelta::minutes(minutes.into())),
            StandardTime::Hours(hours) => Some(from + TimeDelta::hours(hours.into())),
            StandardTime::Days(days) => Some(self.working_days_after(from, days)),
            StandardTime::Tentative => None,
        }
    }

    /// The same clock time so many working days later. Saturdays and Sundays are none.
    pub fn working_days_after(&self, from: DateTime<Utc>, days: u32) -> DateTime<Utc> {
        let local = from.with_timezone(&self.zone).naive_local();
        let mut date = local.date();
        let mut left = days;
        while left > 0 {
            // The calendar's last day is 262143 years away.
            let Some(next) = date.checked_add_days(Days::new(1)) else {
                break;
            };
            date = next;
            left -= u32::from(!matches!(date.weekday(), Weekday::Sat | Weekday::Sun));
        }
        let there = self.zone.from_local_datetime(&date.and_time(local.time()));
        // A zone with summer time has hours that never are; the day counts.
        there.earliest().map_or(from, |moment| moment.to_utc())
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeZone, Utc};

    use super::Office;

    #[test]
    fn weekends_do_not_count() {
        let office = Office::built_in().unwrap();
        let check = |days, expected: (u32, u32)| {
            // Thursday, 26 November 2026, 15.50 in the office.
            let from = Utc.with_ymd_and_hms(2026, 11, 26, 8, 50, 0).unwrap();
            let (month, day) = expected;
            let then = Utc.with_ymd_and_hms(2026, month, day, 8, 50, 0).unwrap();
            assert_eq!(office.working_days_after(from, days), then, "{days}");
        };
        check(0, (11, 26));
        check(1, (11, 27));
        check(2, (11, 30));
        check(10, (12, 10));
    }
}
