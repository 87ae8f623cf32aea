//! Days and times of day behind keys, as TOML writes them: without quotes.

use chrono::{NaiveDate, NaiveTime};
use toml::{
    Spanned,
    de::DeValue,
    value::{Date, Datetime, Time},
};

use super::{super::sketch::KeySort, Keys};

/// A day of the calendar, or a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayOrTime {
    Day(NaiveDate),
    Time(NaiveTime),
}

impl Keys<'_> {
    /// Whether a key is a day or a time of day.
    pub(crate) fn is_day_or_time(&self, key: &'static str) -> bool {
        self.note(key, KeySort::DayOrTime);
        self.table.get(key).is_some_and(|it| written(it).is_some())
    }

    pub(crate) fn day_or_time(&self, key: &'static str) -> Option<DayOrTime> {
        let value = self.get(key)?;
        let found = written(value).and_then(|it| match (it.date, it.time, it.offset) {
            (Some(day), None, None) => day_of(day).map(DayOrTime::Day),
            (None, Some(time), None) => time_of(time).map(DayOrTime::Time),
            _ => None,
        });
        if found.is_none() {
            self.at(
                key,
                format!("`{key}` should be a day, such as 2027-01-31, or a time of day to the minute, such as 16:00:00."),
            );
        }
        found
    }
}

fn written<'v>(value: &'v Spanned<DeValue<'_>>) -> Option<&'v Datetime> {
    match value.get_ref() {
        DeValue::Datetime(written) => Some(written),
        _ => None,
    }
}

fn day_of(day: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into())
}

/// Nobody answers a question to the second.
fn time_of(time: Time) -> Option<NaiveTime> {
    let is_a_minute = time.second == 0 && time.nanosecond == 0;
    let found = NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), 0);
    found.filter(|_| is_a_minute)
}
