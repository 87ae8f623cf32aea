//! Days and times as the office writes them: "Selasa, 24 November 2026, 09.30 WIB".

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc, Weekday};
use domain::{Language, office::Office};

use super::Speech;

const DAYS: [[&str; 7]; 2] = [
    [
        "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
    ],
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
];
const MONTHS: [[&str; 12]; 2] = [
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// A day with its name.
pub fn day(speech: &Speech, day: NaiveDate) -> String {
    let language = usize::from(speech.language == Language::En);
    let name = DAYS[language][day.weekday().num_days_from_monday() as usize % 7];
    let month = MONTHS[language][day.month0() as usize % 12];
    format!("{name}, {} {month} {}", day.day(), day.year())
}

/// The name of a weekday.
pub fn weekday(speech: &Speech, day: Weekday) -> &'static str {
    let language = usize::from(speech.language == Language::En);
    DAYS[language][day.num_days_from_monday() as usize % 7]
}

/// A month with its year: "November 2026".
pub fn month(speech: &Speech, day: NaiveDate) -> String {
    let language = usize::from(speech.language == Language::En);
    let month = MONTHS[language][day.month0() as usize % 12];
    format!("{month} {}", day.year())
}

/// A moment in the office's zone.
pub fn moment(speech: &Speech, office: &Office, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&office.zone);
    let mark = match speech.language {
        Language::Id => '.',
        Language::En => ':',
    };
    format!(
        "{}, {:02}{mark}{:02} {}",
        day(speech, local.date_naive()),
        local.hour(),
        local.minute(),
        office.zone_name
    )
}

/// The last day of a term: a term that is over as a day begins lasts until the day before.
pub fn last_day(speech: &Speech, office: &Office, until: DateTime<Utc>) -> String {
    let within = until - TimeDelta::seconds(1);
    day(speech, within.with_timezone(&office.zone).date_naive())
}

/// A moment in few characters, for lists: `24-11 09.30`.
pub fn brief(office: &Office, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&office.zone);
    format!(
        "{:02}-{:02} {:02}.{:02}",
        local.day(),
        local.month(),
        local.hour(),
        local.minute()
    )
}
