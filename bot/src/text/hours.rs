//! The hours that hold, and those of a term such as Ramadan.

use chrono::{Datelike, NaiveDate, Weekday};
use domain::{
    calendar::{Calendar, Hours, TermTag, Week, WorkSpan},
    person::Person,
    query::calendar::keeps,
};

use super::{
    Html, Screen, Speech,
    calendar_keys::{LABEL, back, key},
    html::shortened,
    moment::{day as written, weekday},
    words::t,
};
use crate::button::CalendarPress;

/// The days of a week from Monday.
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// All hours but those that were over before this year, each on a button.
pub fn terms(s: &Speech, calendar: &Calendar, person: &Person, today: NaiveDate) -> Screen {
    let mut text = t!(s, "calendar-terms");
    let mut screen = Screen::default();
    let matters = |hours: &&Hours| hours.until.is_none_or(|it| it.year() >= today.year());
    for hours in calendar.hours.iter().filter(matters) {
        text.gap().line(Html::text(&hours.name).bold());
        about(s, hours, &mut text);
        let label = shortened(&hours.name, LABEL);
        screen.row(key(label, CalendarPress::Term(hours.tag())));
    }
    screen.text = text;
    if keeps(person) {
        screen.row(key(t!(plain s, "button-term-add"), CalendarPress::AddTerm));
    }
    back(s, &mut screen);
    screen
}

/// From when to when hours hold, and what they are.
fn about(s: &Speech, hours: &Hours, text: &mut Html) {
    let day = |day: NaiveDate| written(s, day);
    match (hours.from, hours.until) {
        (Some(from), Some(until)) => {
            text.line(t!(s, "calendar-term", from = day(from), until = day(until)));
        }
        (Some(from), None) => {
            text.line(t!(s, "calendar-term-from", from = day(from)));
        }
        (None, Some(until)) => {
            text.line(t!(s, "calendar-term-until", until = day(until)));
        }
        (None, None) => {}
    }
    for line in week(s, &hours.week) {
        text.line(line);
    }
}

/// Hours in full.
pub fn term(s: &Speech, person: &Person, hours: &Hours) -> Screen {
    let mut text = Html::text(&hours.name).bold();
    about(s, hours, &mut text);
    let mut screen = Screen::new(text);
    let tag = hours.tag();
    if keeps(person) {
        if hours.from.is_some() {
            let later = CalendarPress::BeginLater(tag.clone());
            screen.row(key(t!(plain s, "button-begin-later"), later));
        }
        if hours.until.is_some() {
            let later = CalendarPress::EndLater(tag.clone());
            screen.row(key(t!(plain s, "button-end-later"), later));
        }
        let change = CalendarPress::ChangeTerm(tag.clone());
        let mut keys = vec![key(t!(plain s, "button-calendar-change"), change)];
        if !hours.is_usual() {
            let remove = CalendarPress::RemoveTerm(tag);
            keys.push(key(t!(plain s, "button-remove"), remove));
        }
        screen.keys(keys);
    }
    screen.row(key(t!(plain s, "button-terms"), CalendarPress::Terms));
    screen
}

/// Hours were taken away, which can be taken back.
pub fn term_removed(s: &Speech, tag: TermTag, name: &str) -> Screen {
    let mut screen = Screen::new(t!(s, "calendar-term-removed", name = name));
    let restore = CalendarPress::RestoreTerm(tag);
    screen.row(key(t!(plain s, "button-restore"), restore));
    screen.row(key(t!(plain s, "button-terms"), CalendarPress::Terms));
    screen
}

pub(super) fn spans(spans: &[WorkSpan]) -> String {
    let spans: Vec<_> = spans
        .iter()
        .map(|span| span.to_string().replace('-', "–"))
        .collect();
    spans.join(", ")
}

/// The hours of a week, neighbouring days of the same hours on one line.
pub(super) fn week(s: &Speech, week: &Week) -> Vec<String> {
    let mut lines = Vec::new();
    let mut day = 0;
    while let Some(first) = WEEK.get(day) {
        let hours = week.on(*first);
        let same = WEEK[day..].iter().take_while(|it| week.on(**it) == hours);
        let last = day + same.count() - 1;
        if !hours.is_empty() {
            let mut days = weekday(s, *first).into_owned();
            if last > day {
                days = format!("{days}–{}", weekday(s, WEEK[last]));
            }
            lines.push(format!("{days} {}", spans(hours)));
        }
        day = last + 1;
    }
    lines
}
