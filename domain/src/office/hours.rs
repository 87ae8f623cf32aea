//! When the office works and when it reminds people, as its file says.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::Reminders;
use crate::{
    calendar::{self, Calendar, DayOff, Hours, Week},
    procedure::read::{bounds, keys::Keys},
};

/// The hours of the whole country (Perpres 21/2023), where the file names none.
const NATIONAL: &str = "senin-kamis 07.30-12.00, 13.00-16.00; jumat 07.30-11.30, 13.00-16.30";

pub(super) fn calendar(keys: &Keys<'_>, zone: Tz) -> Calendar {
    let mut names = Vec::new();
    let mut hours: Vec<_> = keys
        .blocks("hours", "block of hours")
        .into_iter()
        .filter_map(|keys| hours_of(keys, &mut names))
        .collect();
    if hours.iter().all(|it| it.from.is_some()) {
        let week = NATIONAL.parse().unwrap_or_default();
        let name = "Jam kerja nasional".to_owned();
        let (from, until) = (None, None);
        hours.insert(
            0,
            Hours {
                name,
                from,
                until,
                week,
            },
        );
    }
    // The list is our own; a test reads it.
    Calendar::new(zone, hours, DayOff::indonesia().unwrap_or_default())
}

/// Hours are known by their name, so no two share one.
fn hours_of(keys: Keys<'_>, names: &mut Vec<String>) -> Option<Hours> {
    let name = keys.need_string("name", "what people call these hours, e.g. `Ramadan 2026`");
    if names.contains(&name) && !name.is_empty() {
        let what = format!("There are other hours `{name}` above; rename one.");
        keys.at("name", what);
    }
    names.push(name.clone());
    let from = day(&keys, "from");
    let until = day(&keys, "until");
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        keys.at(
            "until",
            "These hours end before they begin; change `until`.",
        );
    }
    let text = keys.need_string("week", "what is worked on which days");
    let week: Result<Week, _> = text.parse();
    if let Err(error) = &week
        && !text.is_empty()
    {
        let what = format!("{error}; write e.g. `{NATIONAL}`.");
        keys.at("week", what);
    }
    keys.finish();
    Some(Hours {
        name,
        from,
        until,
        week: week.ok()?,
    })
}

fn day(keys: &Keys<'_>, key: &'static str) -> Option<NaiveDate> {
    let text = keys.string(key)?;
    let day = text.parse().ok();
    let day = day.filter(|day: &NaiveDate| bounds::YEAR.contains(&day.year()));
    if day.is_none() {
        let (low, high) = bounds::YEAR.into_inner();
        let what =
            format!("`{text}` is no day of the years {low} to {high}; write e.g. `2026-02-19`.");
        keys.at(key, what);
    }
    day
}

/// When notices come that ask nothing.
const NEWS: [(&str, bool); 2] = [("daily", true), ("at-once", false)];

pub(super) fn reminders(keys: &Keys<'_>) -> Reminders {
    let usual = Reminders::default();
    let Some(keys) = keys.block("reminders", "table of reminders") else {
        return usual;
    };
    let days = |key, usual| keys.within(key, bounds::DAYS).unwrap_or(usual);
    let hold = keys.within::<u32>("hold-seconds", bounds::SECONDS);
    let minutes = keys.within::<u32>("first-minutes", bounds::MINUTES);
    let reminders = Reminders {
        first: minutes.map_or(usual.first, |it| TimeDelta::minutes(it.into())),
        second: days("second-days", usual.second),
        superior: days("superior-days", usual.superior),
        list_at: list_at(&keys).unwrap_or(usual.list_at),
        applicant: applicant(&keys).unwrap_or(usual.applicant),
        applicant_ends: days("applicant-ends-days", usual.applicant_ends),
        reopened: days("reopened-days", usual.reopened),
        hold: hold.map_or(usual.hold, |it| TimeDelta::seconds(it.into())),
        gathers: keys.word("news", &NEWS).unwrap_or(usual.gathers),
    };
    if !reminders.applicant.is_sorted()
        || reminders.applicant.last() >= Some(&reminders.applicant_ends)
    {
        keys.at(
            "applicant-days",
            "Applicants are reminded in this order and before their request ends; write e.g. `applicant-days = \"2, 5, 10\"` and `applicant-ends-days = 15`.",
        );
    }
    keys.finish();
    reminders
}

fn list_at(keys: &Keys<'_>) -> Option<NaiveTime> {
    let text = keys.string("list-at")?;
    let time = calendar::time(&text);
    if time.is_none() {
        keys.at(
            "list-at",
            format!("`{text}` is no clock time; write e.g. `08.30`."),
        );
    }
    time
}

fn applicant(keys: &Keys<'_>) -> Option<Vec<u32>> {
    let text = keys.string("applicant-days")?;
    let day = |part: &str| {
        let day: u32 = part.trim().parse().ok()?;
        bounds::DAYS.contains(&day.into()).then_some(day)
    };
    let days: Option<Vec<u32>> = text.split(',').map(day).collect();
    if days.is_none() {
        let (low, high) = bounds::DAYS.into_inner();
        let what = format!(
            "`{text}` lists no working days, each from {low} to {high}; write e.g. `2, 5, 10`."
        );
        keys.at("applicant-days", what);
    }
    days
}

/// The defaults of the domain notes, 4.2 and part 6, case 9.
impl Default for Reminders {
    fn default() -> Self {
        Reminders {
            first: TimeDelta::hours(2),
            second: 1,
            superior: 2,
            list_at: NaiveTime::from_hms_opt(8, 30, 0).unwrap_or_default(),
            applicant: vec![2, 5, 10],
            applicant_ends: 15,
            reopened: 30,
            hold: TimeDelta::seconds(20),
            gathers: true,
        }
    }
}
