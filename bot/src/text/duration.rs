//! How long something lasts, as people write it: `14 mnt`, `2 jam 5 mnt`, `1,5 hari kerja`.

use chrono::{NaiveDate, TimeDelta};
use domain::{office::Office, procedure::StandardTime};

use super::{Speech, value::decimal, words::t};

/// Says working time. What is shorter than a working day is said in hours and minutes, and everything
/// else in working days with one decimal; a working day is the hours of that week shared evenly among
/// its working days, for the national hours seven and a half hours.
pub struct DurationWords<'a> {
    s: &'a Speech,
    /// Minutes of a working day; none where the office has no hours.
    day: Option<i64>,
}

impl DurationWords<'_> {
    /// As it was worked in the week of a day.
    pub fn on<'a>(s: &'a Speech, office: &Office, day: NaiveDate) -> DurationWords<'a> {
        let day = office.calendar.usual_day(day);
        DurationWords {
            s,
            day: day.map(|day| day.num_minutes()).filter(|day| *day > 0),
        }
    }

    pub fn of(&self, time: TimeDelta) -> String {
        let s = self.s;
        let minutes = (time.num_seconds() + 30) / 60;
        if let Some(day) = self.day.filter(|day| minutes >= *day) {
            return self.days((minutes * 10 + day / 2) / day);
        }
        let (hours, minutes) = (minutes / 60, minutes % 60);
        match (hours, minutes) {
            (0, 0) => t!(plain s, "lasting-moment"),
            (0, minutes) => t!(plain s, "lasting-minutes", n = minutes),
            (hours, 0) => t!(plain s, "lasting-hours", n = hours),
            (hours, minutes) => {
                t!(plain s, "lasting-hours-minutes", hours = hours, minutes = minutes)
            }
        }
    }

    /// The SOP's time in its own unit.
    pub fn standard(&self, time: StandardTime) -> String {
        let s = self.s;
        match time {
            StandardTime::Minutes(n) => t!(plain s, "lasting-minutes", n = n),
            StandardTime::Hours(n) => t!(plain s, "lasting-hours", n = n),
            StandardTime::Days(n) => self.days(i64::from(n) * 10),
            StandardTime::Tentative => t!(plain s, "figures-open"),
        }
    }

    /// Tenths of working days.
    fn days(&self, tenths: i64) -> String {
        let s = self.s;
        match (tenths / 10, tenths % 10) {
            (1, 0) => t!(plain s, "lasting-day"),
            (days, 0) => t!(plain s, "lasting-days", n = days),
            (days, part) => {
                let days = decimal(s, &format!("{days}.{part}"));
                t!(plain s, "lasting-days", n = days)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, TimeDelta};
    use domain::{Language, office::Office, procedure::StandardTime};

    use super::DurationWords;
    use crate::text::Words;

    #[test]
    fn times_are_said_as_people_write_them() {
        let office = Office::built_in().unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let check = |seconds: i64, id: &str, en: &str| {
            for (language, expected) in [(Language::ID, id), (Language::EN, en)] {
                let s = Words::load().speech(language);
                let lasting = DurationWords::on(&s, &office, day);
                assert_eq!(lasting.of(TimeDelta::seconds(seconds)), expected);
            }
        };
        check(0, "< 1 mnt", "< 1 min");
        check(29, "< 1 mnt", "< 1 min");
        check(60, "1 mnt", "1 min");
        check(14 * 60 + 20, "14 mnt", "14 min");
        check(60 * 60, "1 jam", "1 h");
        check(125 * 60, "2 jam 5 mnt", "2 h 5 min");
        check(449 * 60, "7 jam 29 mnt", "7 h 29 min");
        check(450 * 60, "1 hari kerja", "1 working day");
        check(675 * 60, "1,5 hari kerja", "1.5 working days");
        check(45 * 60 * 60, "6 hari kerja", "6 working days");
    }

    #[test]
    fn the_sop_keeps_its_unit() {
        let office = Office::built_in().unwrap();
        let s = Words::load().speech(Language::ID);
        let lasting = DurationWords::on(&s, &office, NaiveDate::default());
        let check = |time, expected: &str| assert_eq!(lasting.standard(time), expected);
        check(StandardTime::Minutes(90), "90 mnt");
        check(StandardTime::Hours(24), "24 jam");
        check(StandardTime::Days(1), "1 hari kerja");
        check(StandardTime::Days(14), "14 hari kerja");
    }
}
