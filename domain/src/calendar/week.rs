//! The hours of a week: what is worked on each weekday, with breaks between.

use std::{fmt, str::FromStr};

use chrono::{NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};

/// A piece of working time within one day, from a minute to a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkSpan {
    pub from: NaiveTime,
    pub until: NaiveTime,
}

/// What is worked on each weekday. A break is what lies between two spans.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Week([Vec<WorkSpan>; 7]);

/// Why a text is no week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "fault", content = "at", rename_all = "kebab-case")]
pub enum WeekError {
    #[error("`{0}` is no weekday or range of weekdays")]
    Days(String),
    #[error("`{0}` is no time from an hour to a later one, such as 07.30-12.00")]
    Hours(String),
    /// Two spans of one day touch or overlap.
    #[error("the hours of one day overlap at `{0}`")]
    Overlap(String),
    #[error("nothing is worked in this week")]
    Empty,
}

/// Weekdays as people write them, Monday first.
const NAMES: [[&str; 3]; 7] = [
    ["senin", "monday", "mon"],
    ["selasa", "tuesday", "tue"],
    ["rabu", "wednesday", "wed"],
    ["kamis", "thursday", "thu"],
    ["jumat", "friday", "fri"],
    ["sabtu", "saturday", "sat"],
    ["minggu", "sunday", "sun"],
];

impl Week {
    pub fn on(&self, day: Weekday) -> &[WorkSpan] {
        &self.0[day.num_days_from_monday() as usize]
    }

    /// On how many days something is worked; at least one.
    pub fn days(&self) -> i32 {
        let worked = self.0.iter().filter(|spans| !spans.is_empty());
        i32::try_from(worked.count()).unwrap_or(7).max(1)
    }

    /// How much is worked in it.
    pub fn worked(&self) -> chrono::TimeDelta {
        self.0
            .iter()
            .flatten()
            .map(|span| span.until - span.from)
            .sum()
    }
}

/// Reads `senin-kamis 07.30-12.00, 13.00-16.00; jumat 07.30-11.30, 13.00-16.30`. Days may be named in
/// Indonesian or English; days that are not named are free.
impl FromStr for Week {
    type Err = WeekError;

    fn from_str(text: &str) -> Result<Week, WeekError> {
        let text = text.to_lowercase().replace(['–', '—'], "-");
        let mut week = Week::default();
        let parts = text.split([';', '\n']).map(str::trim);
        for part in parts.filter(|part| !part.is_empty()) {
            let cut = part.find(|c: char| c.is_ascii_digit());
            let (days, hours) = part.split_at(cut.unwrap_or(part.len()));
            let days = days.trim_end_matches([' ', ':', ',']);
            let spans = spans(hours)?;
            for day in read_days(days).ok_or_else(|| WeekError::Days(days.to_owned()))? {
                week.0[day].extend(spans.iter().copied());
                week.0[day].sort();
                if let Some(pair) = week.0[day]
                    .windows(2)
                    .find(|pair| pair[0].until >= pair[1].from)
                {
                    return Err(WeekError::Overlap(pair[1].to_string()));
                }
            }
        }
        if week == Week::default() {
            return Err(WeekError::Empty);
        }
        Ok(week)
    }
}

/// `07.30-12.00, 13.00-16.00`.
fn spans(text: &str) -> Result<Vec<WorkSpan>, WeekError> {
    let read = |part: &str| {
        let (from, until) = part.split_once('-')?;
        let (from, until) = (time(from)?, time(until)?);
        (from < until).then_some(WorkSpan { from, until })
    };
    text.split(',')
        .map(str::trim)
        .map(|part| read(part).ok_or_else(|| WeekError::Hours(part.to_owned())))
        .collect()
}

/// `7.30`, `07:30` or `16`.
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let (hour, minute) = text.split_once(['.', ':']).unwrap_or((text, "0"));
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// `senin-kamis`, `sabtu`, `mon-fri`: the places of the days, Monday being 0.
fn read_days(text: &str) -> Option<Vec<usize>> {
    let place = |name: &str| NAMES.iter().position(|names| names.contains(&name.trim()));
    let mut days = Vec::new();
    for part in text.split(',') {
        match part.split_once('-') {
            None => days.push(place(part)?),
            Some((from, until)) => {
                let (from, until) = (place(from)?, place(until)?);
                if from > until {
                    return None;
                }
                days.extend(from..=until);
            }
        }
    }
    Some(days)
}

impl fmt::Display for WorkSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = |time: NaiveTime| format!("{:02}.{:02}", time.hour(), time.minute());
        write!(f, "{}-{}", time(self.from), time(self.until))
    }
}

/// As it is read again: in Indonesian, neighbouring days of the same hours together.
impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut day = 0;
        let mut first = true;
        while day < 7 {
            let spans = &self.0[day];
            let last = (day..7).take_while(|next| self.0[*next] == *spans).last();
            let last = last.unwrap_or(day);
            if !spans.is_empty() {
                if !first {
                    f.write_str("; ")?;
                }
                first = false;
                f.write_str(NAMES[day][0])?;
                if last > day {
                    write!(f, "-{}", NAMES[last][0])?;
                }
                let spans: Vec<_> = spans.iter().map(WorkSpan::to_string).collect();
                write!(f, " {}", spans.join(", "))?;
            }
            day = last + 1;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, Weekday};

    use super::{Week, WeekError};

    #[test]
    fn a_week_is_read_and_written_back() {
        let text = "senin-kamis 07.30-12.00, 13.00-16.00; jumat 07.30-11.30, 13.00-16.30";
        let week: Week = text.parse().unwrap();
        assert_eq!(week.to_string(), text);
        assert_eq!(week.worked(), TimeDelta::minutes(37 * 60 + 30));
        assert_eq!(week.worked() / week.days(), TimeDelta::minutes(7 * 60 + 30));
        assert!(week.on(Weekday::Sat).is_empty());
    }

    #[test]
    fn people_write_weeks_in_many_ways() {
        let check = |text: &str, expected: &str| {
            let week = text.parse::<Week>().map(|week| week.to_string());
            assert_eq!(week.as_deref(), Ok(expected), "{text}");
        };
        check(
            "Senin – Jumat: 8-12, 13-16",
            "senin-jumat 08.00-12.00, 13.00-16.00",
        );
        check(
            "mon-thu 7:15-13:15\nSat 07.15-13.15",
            "senin-kamis 07.15-13.15; sabtu 07.15-13.15",
        );
        check(
            "senin, rabu 08.00-09.00",
            "senin 08.00-09.00; rabu 08.00-09.00",
        );
        check(
            "senin 13.00-16.00; senin 07.30-12.00",
            "senin 07.30-12.00, 13.00-16.00",
        );
    }

    #[test]
    fn what_is_no_week_is_said() {
        let check = |text: &str, expected: WeekError| {
            assert_eq!(text.parse::<Week>(), Err(expected), "{text}");
        };
        check("", WeekError::Empty);
        check("besok 08.00-09.00", WeekError::Days("besok".into()));
        check(
            "jumat-senin 08.00-09.00",
            WeekError::Days("jumat-senin".into()),
        );
        check("senin 08.00", WeekError::Hours("08.00".into()));
        check("senin 16.00-08.00", WeekError::Hours("16.00-08.00".into()));
        check("senin 08.00-25.00", WeekError::Hours("08.00-25.00".into()));
        check(
            "senin 08.00-12.00, 11.00-13.00",
            WeekError::Overlap("11.00-13.00".into()),
        );
    }
}
