//! Dates (R-TANGGAL), in the ways in which people write them.

use chrono::{Days, NaiveDate, TimeDelta};

use super::{Knowledge, Unfit, clean};
use crate::procedure::field::Day;

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

/// A date within its limits.
pub(super) fn date(
    typed: &str,
    from: Option<Day>,
    until: Option<Day>,
    knowledge: &Knowledge<'_>,
) -> Result<NaiveDate, Unfit> {
    let date = read(&clean::line(typed)?, knowledge.today())?;
    within(date, from, until, knowledge.today())?;
    Ok(date)
}

/// Limits are counted from today and include their own day.
pub(super) fn within(
    date: NaiveDate,
    from: Option<Day>,
    until: Option<Day>,
    today: NaiveDate,
) -> Result<(), Unfit> {
    match (
        from.map(|day| on(day, today)),
        until.map(|day| on(day, today)),
    ) {
        (Some(from), _) if date < from => Err(Unfit::DateTooEarly { from }),
        (_, Some(until)) if date > until => Err(Unfit::DateTooLate { until }),
        _ => Ok(()),
    }
}

/// Reads a date from a tidy line. Day before month, always: the office writes 24-11-2026.
pub(crate) fn read(text: &str, today: NaiveDate) -> Result<NaiveDate, Unfit> {
    let text = clean::plain_signs(text).to_lowercase();
    let from_today = match text.as_str() {
        "hari ini" | "today" => Some(today),
        "kemarin" | "yesterday" => today.checked_sub_days(Days::new(1)),
        "besok" | "tomorrow" => today.checked_add_days(Days::new(1)),
        "lusa" => today.checked_add_days(Days::new(2)),
        _ => None,
    };
    if let Some(date) = from_today {
        return Ok(date);
    }

    let parts: Vec<&str> = text
        .split([' ', '-', '/', '.', ','])
        .filter(|part| !part.is_empty())
        .collect();
    // The bot itself writes "Selasa, 24 November 2026".
    let (weekday, parts) = match parts.split_first() {
        Some((first, rest)) if named(&WEEKDAYS, first).is_some() => (named(&WEEKDAYS, first), rest),
        _ => (None, parts.as_slice()),
    };
    let &[first, second, third] = parts else {
        return Err(Unfit::NotADate);
    };
    let (year, month, day) = if is_year(first) {
        (first, number(second), number(third))
    } else if let Some(month) = named(&MONTHS, first) {
        (third, Some(month + 1), number(second))
    } else {
        let month = named(&MONTHS, second).map(|month| month + 1);
        (third, month.or_else(|| number(second)), number(first))
    };
    let (Some(month), Some(day)) = (month, day) else {
        return Err(Unfit::NotADate);
    };
    if number(year).is_some() {
        return Err(Unfit::YearNeedsFourDigits);
    }
    let year = Some(year)
        .filter(|year| is_year(year))
        .and_then(|year| year.parse().ok());
    let date = NaiveDate::from_ymd_opt(year.ok_or(Unfit::NotADate)?, month, day)
        .ok_or(Unfit::NoSuchDay)?;
    match weekday {
        // Either the day or its name is a slip; we cannot know which.
        Some(weekday) if weekday != chrono::Datelike::weekday(&date).num_days_from_monday() => {
            Err(Unfit::NotADate)
        }
        _ => Ok(date),
    }
}

fn on(day: Day, today: NaiveDate) -> NaiveDate {
    match day {
        Day::On(date) => date,
        // A day has no moments in it: the day it is now.
        Day::Now => today,
        Day::Today { plus } => TimeDelta::try_days(plus)
            .and_then(|days| today.checked_add_signed(days))
            .unwrap_or(if plus < 0 {
                NaiveDate::MIN
            } else {
                NaiveDate::MAX
            }),
    }
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
    use chrono::NaiveDate;

    use crate::procedure::{
        accept::testing,
        field::{Day, Kind},
    };

    const ANY: Kind = Kind::Date {
        from: None,
        until: None,
    };

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        testing::check(&ANY, typed, expected);
    }

    #[test]
    fn dates_in_figures() {
        check("24-11-2026", "2026-11-24");
        check("24/11/2026", "2026-11-24");
        check("24.11.2026", "2026-11-24");
        check("24 11 2026", "2026-11-24");
        check("24–11–2026", "2026-11-24");
        check("3-3-2026", "2026-03-03");
        check("2026-11-24", "2026-11-24");
        check("2026/11/24", "2026-11-24");
    }

    #[test]
    fn dates_in_words() {
        check("24 November 2026", "2026-11-24");
        check("3 maret 2026", "2026-03-03");
        check("24 Nov 2026", "2026-11-24");
        check("24-Nov-2026", "2026-11-24");
        check("1 MEI 2026", "2026-05-01");
        check("17 Agustus 2026", "2026-08-17");
        check("17 august 2026", "2026-08-17");
        check("5 October 2026", "2026-10-05");
        check("2 Des. 2026", "2026-12-02");
        check("November 24, 2026", "2026-11-24");
        check("Selasa, 24 November 2026", "2026-11-24");
        check("Tuesday 24-11-2026", "2026-11-24");
        check("Rabu, 24 November 2026", "NotADate");
    }

    #[test]
    fn days_near_today() {
        check("hari ini", "2026-11-24");
        check("Today", "2026-11-24");
        check("Kemarin", "2026-11-23");
        check("yesterday", "2026-11-23");
        check(" BESOK ", "2026-11-25");
        check("tomorrow", "2026-11-25");
        check("lusa", "2026-11-26");
    }

    #[test]
    fn days_that_are_none() {
        check("31-02-2026", "NoSuchDay");
        check("29 Februari 2026", "NoSuchDay");
        check("29 Februari 2028", "2028-02-29");
        check("11/24/2026", "NoSuchDay");
        check("0-1-2026", "NoSuchDay");
        check("24-11-26", "YearNeedsFourDigits");
        check("24 nov 26", "YearNeedsFourDigits");
        check("24-11-0206", "NotADate");
        check("24-11-20266", "NotADate");
        check("24 November", "NotADate");
        check("24 Nopembr 2026", "NotADate");
        check("minggu depan", "NotADate");
        check("٢٤-١١-٢٠٢٦", "NotADate");
        check("-", "NotADate");
        check("\u{200B}", "Empty");
    }

    #[test]
    fn limits_count_from_today() {
        let soon = Kind::Date {
            from: Some(Day::Today { plus: 0 }),
            until: Some(Day::Today { plus: 30 }),
        };
        testing::check(&soon, "hari ini", "2026-11-24");
        testing::check(&soon, "24-12-2026", "2026-12-24");
        testing::check(&soon, "kemarin", "DateTooEarly { from: 2026-11-24 }");
        testing::check(&soon, "25-12-2026", "DateTooLate { until: 2026-12-24 }");

        let fixed = NaiveDate::from_ymd_opt(2026, 1, 1).map(Day::On);
        let past = Kind::Date {
            from: fixed,
            until: Some(Day::Today { plus: -1 }),
        };
        testing::check(&past, "31-12-2025", "DateTooEarly { from: 2026-01-01 }");
        testing::check(&past, "hari ini", "DateTooLate { until: 2026-11-23 }");

        let far = Kind::Date {
            from: Some(Day::Today { plus: i64::MIN }),
            until: Some(Day::Today { plus: i64::MAX }),
        };
        testing::check(&far, "24-11-2026", "2026-11-24");
    }
}
