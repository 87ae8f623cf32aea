//! When the things of a pool are reserved: a day of it, and a week.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    office::{Office, Pool},
    procedure::TimeSlot,
    query::{Schedule, Scheduled, ScheduledDay, schedule::WEEK},
};

use super::{
    Html, Key, Screen, Speech,
    moment::{brief_day, clock, day as full_day, moment},
    words::t,
};
use crate::button::{MenuPress, SchedulePress};

/// Which pools a person may read.
pub fn pools(s: &Speech, pools: &[&Pool], today: NaiveDate) -> Screen {
    let mut screen = Screen::new(t!(s, "schedule-title"));
    for pool in pools {
        let day = SchedulePress::Day {
            pool: pool.code.clone(),
            day: today,
        };
        screen.row(Key::new(s.text(&pool.title), day));
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// What is reserved on a day.
pub fn day(s: &Speech, office: &Office, schedule: &Schedule, day: NaiveDate) -> Screen {
    let mut screen = screen(s, office, schedule);
    turns(s, &mut screen, day, 1, |day| one_day_of(schedule, day));
    let week = Key::new(
        t!(plain s, "button-schedule-week"),
        one_week_of(schedule, day),
    );
    screen.keys([week, others(s)]);
    screen
}

/// And in a week.
pub fn week(s: &Speech, office: &Office, schedule: &Schedule, first: NaiveDate) -> Screen {
    let mut screen = screen(s, office, schedule);
    turns(s, &mut screen, first, WEEK, |day| {
        one_week_of(schedule, day)
    });
    let day = Key::new(
        t!(plain s, "button-schedule-day"),
        one_day_of(schedule, first),
    );
    screen.keys([day, others(s)]);
    screen
}

fn screen(s: &Speech, office: &Office, schedule: &Schedule) -> Screen {
    let mut text = Html::text(s.text(&schedule.title)).bold();
    for scheduled in &schedule.days {
        one_day(s, office, scheduled, &mut text);
    }
    Screen::new(text)
}

fn one_day_of(schedule: &Schedule, day: NaiveDate) -> SchedulePress {
    let pool = schedule.pool.clone();
    SchedulePress::Day { pool, day }
}

fn one_week_of(schedule: &Schedule, day: NaiveDate) -> SchedulePress {
    let pool = schedule.pool.clone();
    SchedulePress::Week { pool, day }
}

fn others(s: &Speech) -> Key {
    Key::new(t!(plain s, "button-schedules"), SchedulePress::All)
}

fn one_day(s: &Speech, office: &Office, scheduled: &ScheduledDay, text: &mut Html) {
    text.gap()
        .line(Html::text(&full_day(s, scheduled.day)).bold());
    if scheduled.entries.is_empty() {
        text.line(t!(s, "schedule-free"));
    }
    for entry in &scheduled.entries {
        text.line(line(s, office, scheduled.day, entry));
    }
}

fn line(s: &Speech, office: &Office, day: NaiveDate, entry: &Scheduled) -> Html {
    let agency = s.text(&entry.agency);
    match entry.slot {
        Some(slot) => t!(
            s,
            "schedule-entry",
            time = within(s, office, day, slot),
            item = entry.item.as_str(),
            ticket = entry.ticket.as_str(),
            agency = agency
        ),
        None => t!(
            s,
            "schedule-entry-always",
            item = entry.item.as_str(),
            ticket = entry.ticket.as_str(),
            agency = agency
        ),
    }
}

/// "08.00–12.00"; what begins or ends on another day is said with it.
fn within(s: &Speech, office: &Office, day: NaiveDate, slot: TimeSlot) -> String {
    let end = |at: DateTime<Utc>| {
        let local = at.with_timezone(&office.zone);
        let time = clock(s, local.time());
        if local.date_naive() == day {
            time
        } else {
            format!("{} {time}", brief_day(s, local.date_naive()))
        }
    };
    format!("{}–{}", end(slot.from), end(slot.until))
}

/// "Selasa, 24 November 2026, 08.00 WIB – …" where the day is not plain.
pub(super) fn slot(s: &Speech, office: &Office, slot: TimeSlot) -> String {
    let (from, until) = (
        slot.from.with_timezone(&office.zone),
        slot.until.with_timezone(&office.zone),
    );
    let ends = if from.date_naive() == until.date_naive() {
        clock(s, until.time())
    } else {
        moment(s, office, slot.until)
    };
    format!("{} – {ends}", moment(s, office, slot.from))
}

/// In few characters, for buttons: "Sel 24 Nov 13.00–15.00".
pub(super) fn brief_slot(s: &Speech, office: &Office, slot: TimeSlot) -> String {
    let day = slot.from.with_timezone(&office.zone).date_naive();
    format!("{} {}", brief_day(s, day), within(s, office, day, slot))
}

fn turns(
    s: &Speech,
    screen: &mut Screen,
    day: NaiveDate,
    by: u64,
    button: impl Fn(NaiveDate) -> SchedulePress,
) {
    let before = day.checked_sub_days(Days::new(by));
    let after = day.checked_add_days(Days::new(by));
    let before = before.map(|day| Key::new(format!("‹ {}", brief_day(s, day)), button(day)));
    let after = after.map(|day| Key::new(format!("{} ›", brief_day(s, day)), button(day)));
    screen.keys(before.into_iter().chain(after));
}
