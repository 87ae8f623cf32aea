//! Days and times as the office writes them: "Selasa, 24 November 2026, 09.30 WIB".

use std::borrow::Cow;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc, Weekday};
use domain::office::Office;

use super::{Html, Speech, words::t};

/// The names of a week's days, from Monday.
const WEEKDAYS: [&str; 7] = [
    "weekday-monday",
    "weekday-tuesday",
    "weekday-wednesday",
    "weekday-thursday",
    "weekday-friday",
    "weekday-saturday",
    "weekday-sunday",
];
const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

/// A day with its name.
pub fn day(speech: &Speech, day: NaiveDate) -> String {
    t!(
        plain speech,
        "day",
        weekday = weekday(speech, day.weekday()),
        day = day.day(),
        month = name_of_month(speech, day),
        year = day.year()
    )
}

/// The name of a weekday.
pub fn weekday(speech: &Speech, day: Weekday) -> Cow<'_, str> {
    speech.word(WEEKDAYS[day.num_days_from_monday() as usize % 7])
}

fn name_of_month(speech: &Speech, day: NaiveDate) -> Cow<'_, str> {
    speech.word(MONTHS[day.month0() as usize % 12])
}

/// A month with its year: "November 2026".
pub fn month(speech: &Speech, day: NaiveDate) -> String {
    t!(
        plain speech,
        "month",
        month = name_of_month(speech, day),
        year = day.year()
    )
}

/// A day in few characters, for buttons: "Sel 1 Des".
pub fn brief_day(speech: &Speech, day: NaiveDate) -> String {
    let (weekday, month) = (weekday(speech, day.weekday()), name_of_month(speech, day));
    format!(
        "{} {} {}",
        brief_word(&weekday),
        day.day(),
        brief_word(&month)
    )
}

/// A time of day: "09.30".
pub fn clock(speech: &Speech, time: NaiveTime) -> String {
    let two = |number: u32| format!("{number:02}");
    t!(plain speech, "time-of-day", hour = two(time.hour()), minute = two(time.minute()))
}

/// A month in few characters: "Des 2026".
pub fn brief_month(speech: &Speech, day: NaiveDate) -> String {
    format!("{} {}", brief_word(&name_of_month(speech, day)), day.year())
}

/// Weekdays and months are known by their first three letters, in both languages.
fn brief_word(word: &str) -> String {
    word.chars().take(3).collect()
}

/// A moment in the office's zone.
pub fn moment(speech: &Speech, office: &Office, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&office.zone);
    t!(
        plain speech,
        "moment",
        day = day(speech, local.date_naive()),
        hour = format!("{:02}", local.hour()),
        minute = format!("{:02}", local.minute()),
        zone = &office.zone_name
    )
}

/// The last day of a term: a term that is over as a day begins lasts until the day before.
pub fn last_day(speech: &Speech, office: &Office, until: DateTime<Utc>) -> String {
    let within = until - TimeDelta::seconds(1);
    day(speech, within.with_timezone(&office.zone).date_naive())
}

/// Telegram: a date lies so many days ahead at most.
const DATES_END: TimeDelta = TimeDelta::days(1_098);

/// The same, which a phone shows in its own zone.
pub fn dated(speech: &Speech, office: &Office, at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
    let words = brief(speech, office, at);
    if at - now < DATES_END {
        Html::date(at.timestamp(), &words)
    } else {
        Html::text(&words)
    }
}

/// A moment in few characters, for cards and lists: `24 Nov 09.30`.
pub fn brief(speech: &Speech, office: &Office, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&office.zone);
    let month = name_of_month(speech, local.date_naive());
    let clock = clock(speech, local.time());
    format!("{} {} {clock}", local.day(), brief_word(&month))
}
