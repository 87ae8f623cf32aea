//! Days and hours as buttons. Each says words that could as well be typed.

use chrono::NaiveDate;
use domain::{
    command::FormPage,
    procedure::{CalendarChoices, Kind},
};

use super::{
    Html, Key, Screen, Speech,
    form_keys::key,
    moment::{brief_day, brief_month, clock, day as full_day, month as full_month},
    words::t,
};
use crate::button::{ButtonText, FormPress};

/// How many days or hours share a row.
const IN_A_ROW: usize = 4;
const NEAR_IN_A_ROW: usize = 2;

/// What the buttons below are, and how a day is written by whoever likes to type.
pub(super) fn hint(s: &Speech, page: &FormPage) -> Option<Html> {
    let moment = match &page.asked()?.kind {
        // Whoever is asked when something was reads of *Sekarang* already.
        Kind::DateTime(moment) if moment.takes_now() && page.draft.filling.calendar.is_none() => {
            return None;
        }
        Kind::DateTime(_) => true,
        _ => false,
    };
    Some(match page.choices.calendar.as_deref()? {
        CalendarChoices::Near { today, days, month } => {
            let example = days.get(1).or(days.first()).unwrap_or(month);
            let example = example.format("%d-%m-%Y").to_string();
            if moment {
                t!(s, "form-moment", example = example)
            } else {
                let when = match days.first() {
                    Some(first) if first > today => "far",
                    Some(_) if days.last() > Some(today) => "ahead",
                    Some(_) => "past",
                    None => "far",
                };
                t!(s, "form-date", example = example, when = when)
            }
        }
        CalendarChoices::Month { days, .. } => {
            let first = days.first()?;
            t!(s, "form-month", month = full_month(s, *first))
        }
        CalendarChoices::Hours { day, .. } => t!(s, "form-hour", day = full_day(s, *day)),
    })
}

pub(super) fn keys(s: &Speech, page: &FormPage, screen: &mut Screen) {
    let Some(calendar) = page.choices.calendar.as_deref() else {
        return;
    };
    match calendar {
        CalendarChoices::Near { today, days, month } => {
            let label = |day: &NaiveDate| match (*day - *today).num_days() {
                -1 => t!(plain s, "button-yesterday"),
                0 => t!(plain s, "button-today"),
                1 => t!(plain s, "button-tomorrow"),
                _ => brief_day(s, *day),
            };
            let days: Vec<_> = days
                .iter()
                .filter_map(|day| says(page, label(day), &day.to_string()))
                .collect();
            rows(days, NEAR_IN_A_ROW, screen);
            let others = t!(plain s, "button-other-day");
            screen.keys(says(page, others, &month_said(*month)));
        }
        CalendarChoices::Month {
            days,
            before,
            after,
        } => {
            let label = |day: &NaiveDate| {
                let label = brief_day(s, *day);
                // The month stands above.
                let mut words = label.split(' ');
                let (weekday, number) = (words.next(), words.next());
                [weekday, number]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let days: Vec<_> = days
                .iter()
                .filter_map(|day| says(page, label(day), &day.to_string()))
                .collect();
            rows(days, IN_A_ROW, screen);
            let turn = |month: &NaiveDate, label: String| says(page, label, &month_said(*month));
            let before = before
                .as_ref()
                .and_then(|it| turn(it, format!("‹ {}", brief_month(s, *it))));
            let after = after
                .as_ref()
                .and_then(|it| turn(it, format!("{} ›", brief_month(s, *it))));
            screen.keys(before.into_iter().chain(after));
        }
        CalendarChoices::Hours { times, .. } => {
            let times: Vec<_> = times
                .iter()
                .filter_map(|time| {
                    let said = time.format("%H.%M").to_string();
                    says(page, clock(s, *time), &said)
                })
                .collect();
            rows(times, IN_A_ROW, screen);
        }
    }
}

fn month_said(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

fn says(page: &FormPage, label: String, words: &str) -> Option<Key> {
    Some(key(page, label, FormPress::Say(ButtonText::new(words)?)))
}

fn rows(mut keys: Vec<Key>, in_a_row: usize, screen: &mut Screen) {
    while !keys.is_empty() {
        let rest = keys.split_off(keys.len().min(in_a_row));
        screen.keys(std::mem::replace(&mut keys, rest));
    }
}
