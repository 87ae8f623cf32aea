//! When the office works, in words.

use chrono::{Datelike, NaiveDate};
use domain::{
    Counter,
    calendar::{Calendar, DayKind, DayOff},
    office::Office,
    person::Person,
    query::calendar::keeps,
};

use super::{
    Html, Key, Screen, Speech,
    calendar_keys::{LABEL, back, key},
    hours::spans,
    html::shortened,
    moment::{day as written, month, weekday},
    words::t,
};
use crate::button::{CalendarPress, MenuPress, Month};

/// So many days off that come next are shown first.
const NEXT: usize = 3;
/// So many days of a year are listed; all of them stand in their months.
const LISTED: usize = 60;
/// Today, what comes next, and where to go from here.
pub fn home(s: &Speech, counter: &Counter, person: &Person) -> Screen {
    let Office {
        calendar,
        zone_name,
        ..
    } = &*counter.office;
    let today = counter.today();
    let mut text = t!(s, "calendar-title");
    text.line(on(s, calendar, zone_name, today));
    let next = calendar.days_off.range(today..).take(NEXT);
    let next: Vec<_> = next.map(|(_, off)| off).collect();
    if !next.is_empty() {
        text.gap().line(t!(s, "calendar-next"));
        for off in next {
            text.line(t!(
                s,
                "calendar-day-line",
                day = written(s, off.day),
                name = named(s, off)
            ));
        }
    }
    if keeps(person) {
        text.gap().line(t!(s, "calendar-keeper"));
    }
    let mut screen = Screen::new(text);
    screen.options([today.year(), today.year() + 1].map(|year| {
        let n = calendar.days_of(year).count();
        let label = t!(plain s, "button-calendar-year", year = year, n = n);
        key(label, CalendarPress::Year(year))
    }));
    screen.row(key(t!(plain s, "button-terms"), CalendarPress::Terms));
    if keeps(person) {
        screen.row(key(t!(plain s, "button-day-add"), CalendarPress::AddDay));
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// What is worked on a day.
pub(super) fn on(s: &Speech, calendar: &Calendar, zone: &str, day: NaiveDate) -> Html {
    let written = written(s, day);
    if let Some(off) = calendar.days_off.get(&day) {
        return t!(s, "calendar-today-off", day = written, name = named(s, off));
    }
    match calendar.hours_on(day) {
        Some(hours) if calendar.is_working_day(day) => {
            let spans = spans(calendar.spans(day));
            let name = &hours.name;
            t!(
                s,
                "calendar-today",
                day = written,
                hours = spans,
                zone = zone,
                name = name
            )
        }
        _ => t!(s, "calendar-today-free", day = written),
    }
}

/// The name of a day off, marked where nobody has confirmed it.
fn named(s: &Speech, off: &DayOff) -> String {
    if off.expected {
        t!(plain s, "calendar-expected", name = &off.name)
    } else {
        off.name.clone()
    }
}

/// All days off of a year, month by month.
pub fn year(s: &Speech, calendar: &Calendar, person: &Person, year: i32) -> Screen {
    let n = calendar.days_of(year).count();
    let mut text = t!(s, "calendar-year", year = year, n = n);
    let expected = calendar.days_of(year).filter(|off| off.expected).count();
    if n == 0 {
        text.line(t!(s, "calendar-year-empty"));
    } else if expected > 0 {
        text.line(t!(s, "calendar-year-expected", n = expected));
    }
    let mut months: Vec<(NaiveDate, usize)> = Vec::new();
    for (off, place) in calendar.days_of(year).zip(0..) {
        let first = off.day.with_day(1).unwrap_or(off.day);
        let listed = place < LISTED;
        match months.last_mut() {
            Some((month, days)) if *month == first => *days += 1,
            _ => {
                if listed {
                    text.gap().line(Html::text(&month(s, first)).bold());
                }
                months.push((first, 1));
            }
        }
        if listed {
            text.line(line(s, off));
        }
    }
    if n > LISTED {
        text.line(t!(s, "import-more", n = n - LISTED));
    }
    let mut screen = Screen::new(text);
    let months: Vec<_> = months
        .into_iter()
        .map(|(first, n)| {
            let label = month(s, first);
            let name = label.split(' ').next().unwrap_or_default();
            key(
                format!("{name} ({n})"),
                CalendarPress::Month(Month::of(first)),
            )
        })
        .collect();
    for row in months.chunks(2) {
        screen.keys(row.to_vec());
    }
    if keeps(person) {
        if expected > 0 {
            let label = t!(plain s, "button-year-confirm", n = expected);
            screen.row(key(label, CalendarPress::ConfirmYear(year)));
        }
        screen.row(key(t!(plain s, "button-day-add"), CalendarPress::AddDay));
    }
    back(s, &mut screen);
    screen
}

/// "24 Kamis: Cuti bersama Natal".
fn line(s: &Speech, off: &DayOff) -> String {
    let name = weekday(s, off.day.weekday());
    format!("{} {name}: {}", off.day.day(), self::named(s, off))
}

/// Every unconfirmed day of a year: surely?
pub fn confirm_year(s: &Speech, calendar: &Calendar, year: i32) -> Screen {
    let expected = calendar.days_of(year).filter(|off| off.expected);
    let text = t!(
        s,
        "calendar-confirm-year",
        year = year,
        n = expected.count()
    );
    let mut screen = Screen::new(text);
    let surely = CalendarPress::ConfirmYearSurely(year);
    screen.keys([
        key(t!(plain s, "button-surely"), surely),
        key(t!(plain s, "button-not"), CalendarPress::Year(year)),
    ]);
    screen
}

/// The days off of a month, each on a button.
pub fn of_month(s: &Speech, calendar: &Calendar, first: NaiveDate) -> Screen {
    let after = first.checked_add_months(chrono::Months::new(1));
    let before = first.checked_sub_months(chrono::Months::new(1));
    let days: Vec<_> = calendar
        .days_of(first.year())
        .filter(|off| off.day.month() == first.month())
        .collect();
    let mut screen = Screen::new(if days.is_empty() {
        t!(s, "calendar-month-none", month = month(s, first))
    } else {
        t!(s, "calendar-month", month = month(s, first))
    });
    for off in days {
        let label = shortened(&line(s, off), LABEL);
        screen.row(key(label, CalendarPress::Day(off.day)));
    }
    let turns = [("‹", before), ("›", after)].map(|(sign, to)| {
        to.map(|to| {
            let name = month(s, to);
            let label = match sign {
                "‹" => format!("‹ {name}"),
                _ => format!("{name} ›"),
            };
            key(label, CalendarPress::Month(Month::of(to)))
        })
    });
    screen.keys(turns.into_iter().flatten());
    screen.row(key(
        first.year().to_string(),
        CalendarPress::Year(first.year()),
    ));
    screen
}

/// A day off in full.
pub fn day(s: &Speech, calendar: &Calendar, person: &Person, off: &DayOff) -> Screen {
    let mut text = Html::text(&written(s, off.day)).bold();
    text.line(&off.name);
    let fact = |label, value: String| t!(s, "fact", label = label, value = value);
    text.line(fact(t!(plain s, "calendar-kind"), kind(s, off.kind)));
    if !off.source.is_empty() {
        text.line(fact(t!(plain s, "calendar-source"), off.source.clone()));
    }
    let status = if off.expected {
        t!(plain s, "calendar-status-expected")
    } else {
        t!(plain s, "calendar-status-firm")
    };
    text.line(fact(t!(plain s, "calendar-status"), status));
    if let Some(hours) = calendar.hours_on(off.day)
        && hours.week.on(off.day.weekday()).is_empty()
    {
        text.line(t!(s, "calendar-free-anyway"));
    }
    let mut screen = Screen::new(text);
    if keeps(person) {
        if off.expected {
            let confirm = CalendarPress::ConfirmDay(off.day);
            screen.row(key(t!(plain s, "button-day-confirm"), confirm));
        }
        screen.keys([
            key(
                t!(plain s, "button-calendar-change"),
                CalendarPress::ChangeDay(off.day),
            ),
            key(
                t!(plain s, "button-remove"),
                CalendarPress::RemoveDay(off.day),
            ),
        ]);
    }
    to_month(s, &mut screen, off.day);
    screen
}

pub(super) fn kind(s: &Speech, kind: DayKind) -> String {
    match kind {
        DayKind::Holiday => t!(plain s, "calendar-holiday"),
        DayKind::JointLeave => t!(plain s, "calendar-joint-leave"),
        DayKind::Local => t!(plain s, "calendar-local"),
    }
}

/// A day was taken away, which can be taken back.
pub fn day_removed(s: &Speech, day: NaiveDate, name: &str) -> Screen {
    let text = t!(
        s,
        "calendar-day-removed",
        day = written(s, day),
        name = name
    );
    let mut screen = Screen::new(text);
    let restore = CalendarPress::RestoreDay(day);
    screen.row(key(t!(plain s, "button-restore"), restore));
    to_month(s, &mut screen, day);
    screen
}

fn to_month(s: &Speech, screen: &mut Screen, day: NaiveDate) {
    let of = Month::of(day);
    screen.keys([
        key(month(s, of.first()), CalendarPress::Month(of)),
        key(t!(plain s, "button-calendar"), CalendarPress::Home),
    ]);
}

/// A year comes for which nobody has entered or confirmed days off.
pub fn reminder(s: &Speech, calendar: &Calendar, year: i32) -> Screen {
    let n = calendar.days_of(year).count();
    let mut screen = Screen::new(if n == 0 {
        t!(s, "told-calendar-empty", year = year)
    } else {
        t!(s, "told-calendar-expected", year = year, n = n)
    });
    let open = CalendarPress::Year(year);
    let label = t!(plain s, "button-calendar-year", year = year, n = n);
    screen.row(key(label, open));
    screen
}
