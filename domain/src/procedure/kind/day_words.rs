//! Days as people write and say them: `24-11-2026`, `5 Desember`, `Senin depan`, `3 hari lagi`.
//!
//! Day before month, always: the office writes 24-11-2026. What may mean several days is settled in one way, and the
//! bot says with its weekday which day it has understood.

use chrono::{Datelike, Days, NaiveDate};

use crate::procedure::accept::{Unfit, clean};

/// Index + 1 is the month. Both languages, short forms, and spellings that are usual though not official.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "pebruari", "feb", "peb"],
    &["maret", "march", "mar", "mrt"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["agustus", "august", "agu", "agt", "ags", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nopember", "nov", "nop"],
    &["desember", "december", "des", "dec"],
];

/// Index is the number of days from Monday.
const WEEKDAYS: [&[&str]; 7] = [
    &["senin", "monday"],
    &["selasa", "tuesday"],
    &["rabu", "wednesday"],
    &["kamis", "thursday"],
    &["jumat", "jum'at", "friday"],
    &["sabtu", "saturday"],
    &["minggu", "ahad", "sunday"],
];

/// Words that stand before a day and say nothing.
const BEFORE: &[&str] = &["tanggal", "tgl", "hari", "pada", "on", "the"];
/// How many days each of these has.
const SPANS: [(&[&str], u64); 2] = [
    (&["hari", "day", "days"], 1),
    (&["minggu", "pekan", "week", "weeks"], 7),
];
/// Further from today than ten years is a slip.
const FARTHEST: u64 = 3_650;

/// A day as it is written in full, in lists and documents: with its year in four digits.
pub(crate) fn in_full(text: &str) -> Result<NaiveDate, Unfit> {
    let text = clean::plain_signs(text).to_lowercase();
    SaidDay::of(&text).full()
}

/// A day as people say it. Where the year is left out, it is the nearest day to come that fits, or else the one
/// nearest before.
pub(super) fn said(
    text: &str,
    today: NaiveDate,
    fits: impl Fn(NaiveDate) -> bool,
) -> Result<NaiveDate, Unfit> {
    let text = clean::plain_signs(text).to_lowercase();
    let spoken = SaidDay::of(&text);
    if let Some(day) = spoken.near(today, &fits) {
        return day;
    }
    match spoken.words[..] {
        [first, second] => spoken.without_year(first, second, today, fits),
        _ => spoken.full(),
    }
}

/// A month as people say it, as its first day: `Desember`, `Desember 2026`, `2026-12`. Without a year it is the next
/// one, or the one that it is.
pub(crate) fn month(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = clean::plain_signs(text).trim().to_lowercase();
    let words: Vec<_> = text
        .split([' ', '-', '/'])
        .filter(|it| !it.is_empty())
        .collect();
    let (year, month) = match words[..] {
        [word] => {
            let month = named(&MONTHS, word)? + 1;
            let year = today.year() + i32::from(month < today.month());
            (year, month)
        }
        [year, month] if is_year(year) => (year.parse().ok()?, number(month)?),
        [month, year] if is_year(year) => (year.parse().ok()?, named(&MONTHS, month)? + 1),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, 1)
}

/// What was said, word by word, without what says nothing.
struct SaidDay<'a> {
    /// Days from Monday, where a weekday was named before a day.
    weekday: Option<u32>,
    words: Vec<&'a str>,
}

impl SaidDay<'_> {
    fn of(text: &str) -> SaidDay<'_> {
        let mut words: Vec<&str> = text
            .split([' ', '-', '/', '.', ','])
            .filter(|word| !word.is_empty())
            .collect();
        while let [first, _, ..] = words[..]
            && BEFORE.contains(&first)
            && !matches!(words[..], ["hari", "ini"])
        {
            // "Hari Minggu" is a Sunday, "minggu" may be a week.
            if let ["hari", day @ ("minggu" | "ahad"), ..] = &mut words[..] {
                *day = "sunday";
            }
            words.remove(0);
        }
        // The bot itself writes "Selasa, 24 November 2026".
        let weekday = match words[..] {
            [first, second, ..]
                if number(second).is_some()
                    || is_year(second)
                    || named(&MONTHS, second).is_some() =>
            {
                named(&WEEKDAYS, first)
            }
            _ => None,
        };
        if weekday.is_some() {
            words.remove(0);
        }
        SaidDay { weekday, words }
    }

    /// A day that is said from today; nothing where it is not.
    fn near(
        &self,
        today: NaiveDate,
        fits: impl Fn(NaiveDate) -> bool,
    ) -> Option<Result<NaiveDate, Unfit>> {
        let later = |days: u64| today.checked_add_days(Days::new(days));
        let earlier = |days: u64| today.checked_sub_days(Days::new(days));
        let day = match self.words[..] {
            ["hari", "ini"] | ["today"] => Some(today),
            ["kemarin" | "yesterday"] => earlier(1),
            ["besok" | "tomorrow"] => later(1),
            ["lusa"] | ["besok", "lusa"] | ["day", "after", "tomorrow"] => later(2),
            ["minggu" | "pekan", "depan"] | ["next", "week"] | ["seminggu" | "sepekan", "lagi"] => {
                later(7)
            }
            ["minggu" | "pekan", "lalu"] | ["last", "week"] => earlier(7),
            [count, span, "lagi" | "mendatang"]
            | [count, span, "ke", "depan"]
            | ["dalam" | "in", count, span] => days(count, span).and_then(later),
            [count, span, "lalu" | "ago"] | [count, span, "yang", "lalu"] => {
                days(count, span).and_then(earlier)
            }
            [weekday, "lalu"] | ["last", weekday] => coming(weekday, today).and_then(|coming| {
                let before = coming.checked_sub_days(Days::new(7))?;
                before.checked_sub_days(Days::new(if before == today { 7 } else { 0 }))
            }),
            // This week's where it is still to come or today, and the one before where only that fits.
            [weekday] | [weekday, "ini"] | ["this", weekday] => {
                coming(weekday, today).map(|coming| {
                    let before = coming.checked_sub_days(Days::new(7));
                    let is_today = before == Some(today) && self.words.len() == 2;
                    match before {
                        Some(before) if is_today || !fits(coming) && fits(before) => before,
                        _ => coming,
                    }
                })
            }
            ["next", weekday] => coming(weekday, today),
            [weekday, after] if is_coming(after) => coming(weekday, today),
            _ => return None,
        };
        Some(
            day.filter(|_| self.weekday.is_none())
                .ok_or(Unfit::NotADate),
        )
    }

    fn full(&self) -> Result<NaiveDate, Unfit> {
        let &[first, second, third] = self.words.as_slice() else {
            return Err(Unfit::NotADate);
        };
        let (year, month, day) = if is_year(first) {
            (first, number(second), number(third))
        } else {
            let (day, month) = day_and_month(first, second).ok_or(Unfit::NotADate)?;
            (third, Some(month), Some(day))
        };
        let year = match year {
            year if is_year(year) => year.parse().ok(),
            year if year.len() == 2 => number(year).and_then(|it| i32::try_from(2000 + it).ok()),
            _ => None,
        };
        let (Some(year), Some(month), Some(day)) = (year, month, day) else {
            return Err(Unfit::NotADate);
        };
        self.on(NaiveDate::from_ymd_opt(year, month, day).ok_or(Unfit::NoSuchDay)?)
    }

    fn without_year(
        &self,
        first: &str,
        second: &str,
        today: NaiveDate,
        fits: impl Fn(NaiveDate) -> bool,
    ) -> Result<NaiveDate, Unfit> {
        let (day, month) = day_and_month(first, second).ok_or(Unfit::NotADate)?;
        let of = |plus| NaiveDate::from_ymd_opt(today.year() + plus, month, day);
        // A leap day may be four years away.
        let to_come = (0..=4).filter_map(of).filter(|day| *day >= today);
        let before = (0..=4)
            .filter_map(|back| of(-back))
            .filter(|day| *day < today);
        let days: Vec<_> = to_come
            .chain(before)
            .filter(|it| self.on(*it).is_ok())
            .collect();
        let fitting = days.iter().find(|day| fits(**day));
        let found = fitting.or(days.first()).copied();
        let is_a_day = (0..=4).any(|plus| of(plus).is_some());
        found.ok_or(if is_a_day {
            Unfit::NotADate
        } else {
            Unfit::NoSuchDay
        })
    }

    /// The day, unless another weekday was named with it: either is a slip then, and nobody can know which.
    fn on(&self, day: NaiveDate) -> Result<NaiveDate, Unfit> {
        match self.weekday {
            Some(weekday) if weekday != day.weekday().num_days_from_monday() => {
                Err(Unfit::NotADate)
            }
            _ => Ok(day),
        }
    }
}

/// "Senin depan", "Senin ini".
fn is_coming(word: &str) -> bool {
    matches!(word, "depan" | "ini" | "besok")
}

/// The next such weekday after today.
fn coming(weekday: &str, today: NaiveDate) -> Option<NaiveDate> {
    let weekday = named(&WEEKDAYS, weekday)?;
    let from = today.weekday().num_days_from_monday();
    let ahead = (weekday + 6 - from) % 7 + 1;
    today.checked_add_days(Days::new(ahead.into()))
}

/// `3 hari`, `2 minggu`.
fn days(count: &str, span: &str) -> Option<u64> {
    let (_, of_span) = SPANS.iter().find(|(words, _)| words.contains(&span))?;
    let count: u64 = match count {
        "satu" | "one" | "a" => 1,
        "dua" | "two" => 2,
        "tiga" | "three" => 3,
        count if count.bytes().all(|it| it.is_ascii_digit()) => count.parse().ok()?,
        _ => return None,
    };
    count.checked_mul(*of_span).filter(|days| *days <= FARTHEST)
}

/// `24 11`, `24 November`, `November 24`.
fn day_and_month(first: &str, second: &str) -> Option<(u32, u32)> {
    if let Some(month) = named(&MONTHS, first) {
        return Some((number(second)?, month + 1));
    }
    let month = named(&MONTHS, second).map(|month| month + 1);
    Some((number(first)?, month.or_else(|| number(second))?))
}

fn named(names: &[&[&str]], word: &str) -> Option<u32> {
    let at = names.iter().position(|names| names.contains(&word))?;
    u32::try_from(at).ok()
}

/// Four digits, and no year that only a slip can mean.
fn is_year(text: &str) -> bool {
    text.len() == 4
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && ["19", "20", "21"]
            .iter()
            .any(|century| text.starts_with(century))
}

fn number(text: &str) -> Option<u32> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// On Tuesday 24 November 2026.
    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let today = day(2026, 11, 24);
        let understood = match said(typed, today, |_| true) {
            Ok(day) => day.to_string(),
            Err(unfit) => format!("{unfit:?}"),
        };
        assert_eq!(understood, expected, "{typed}");
    }

    #[test]
    fn days_from_today() {
        for (typed, expected) in [
            ("3 hari lagi", "2026-11-27"),
            ("dalam 10 hari", "2026-12-04"),
            ("in 2 weeks", "2026-12-08"),
            ("dua minggu lagi", "2026-12-08"),
            ("seminggu lagi", "2026-12-01"),
            ("minggu depan", "2026-12-01"),
            ("next week", "2026-12-01"),
            ("minggu lalu", "2026-11-17"),
            ("5 hari yang lalu", "2026-11-19"),
            ("2 days ago", "2026-11-22"),
            ("9999 hari lagi", "NotADate"),
            ("besok lusa", "2026-11-26"),
        ] {
            check(typed, expected);
        }
    }

    /// The next one after today, also where today is such a day.
    #[test]
    fn weekdays() {
        for (typed, expected) in [
            ("senin", "2026-11-30"),
            ("Hari Senin", "2026-11-30"),
            ("Senin depan", "2026-11-30"),
            ("rabu ini", "2026-11-25"),
            ("selasa", "2026-12-01"),
            ("minggu", "2026-11-29"),
            ("hari Minggu depan", "2026-11-29"),
            ("selasa ini", "2026-11-24"),
            ("Jumat lalu", "2026-11-20"),
            ("selasa lalu", "2026-11-17"),
            ("next friday", "2026-11-27"),
            ("Jum'at", "2026-11-27"),
        ] {
            check(typed, expected);
        }
    }

    #[test]
    fn without_a_year_it_is_the_nearest_to_come() {
        for (typed, expected) in [
            ("5 Desember", "2026-12-05"),
            ("tgl 5 des", "2026-12-05"),
            ("Desember 5", "2026-12-05"),
            ("5/12", "2026-12-05"),
            ("24 November", "2026-11-24"),
            ("3 maret", "2027-03-03"),
            ("29 Februari", "2028-02-29"),
            ("31 Februari", "NoSuchDay"),
            ("Sabtu, 5 Desember", "2026-12-05"),
            ("Minggu, 5 Desember", "2027-12-05"),
        ] {
            check(typed, expected);
        }
        let past = said("3 Maret", day(2026, 11, 24), |it| it <= day(2026, 11, 24));
        assert_eq!(past, Ok(day(2026, 3, 3)), "where only the past fits");
        let friday = said("Jumat", day(2026, 11, 24), |it| it <= day(2026, 11, 24));
        assert_eq!(friday, Ok(day(2026, 11, 20)));
    }

    #[test]
    fn years_in_two_figures_are_of_this_century() {
        check("28-11-26", "2026-11-28");
        check("24 nov 26", "2026-11-24");
        assert_eq!(in_full("17/08/27"), Ok(day(2027, 8, 17)));
        assert_eq!(in_full("besok"), Err(Unfit::NotADate), "no list says it so");
    }
}
