//! Dates (R-TANGGAL), in the ways in which people write them.

use chrono::{Days, NaiveDate};

use super::{Asked, Likely, Sample, Use, Way, Written, from, limited, until};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        date_limit::Day,
        read::{bounds, keys::Keys},
    },
};

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

/// A day, from and until limits that count themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateKind {
    pub from: Option<Day>,
    pub until: Option<Day>,
}

impl Written for DateKind {
    const WORD: &'static str = "date";
    const KEYS: &'static [&'static str] = &["from", "until"];
    const USES: &'static [Use] = &[Use::Cell, Use::Shown];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "from = \"today-30\"\nuntil = \"today+30\"",
            takes: &["24-11-2026", "besok", "Selasa, 24 November 2026"],
            refuses: &["24-11-2027", "31-11-2026", "nanti"],
        },
        Sample {
            keys: "",
            takes: &["1 mei 1999"],
            refuses: &["1-5-99"],
        },
    ];

    fn read(keys: &Keys<'_>) -> DateKind {
        DateKind {
            from: limit(keys, "from"),
            until: limit(keys, "until"),
        }
    }
}

impl Asked for DateKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        date(typed, self.from, self.until, knowledge).map(Answer::Date)
    }

    fn outline(&self) -> Phrase {
        limited(
            Phrase::new("outline-kind-date"),
            Phrase::new("outline-kind-date-within"),
            [from(self.from), until(self.until)],
        )
    }

    fn fault(&self) -> Option<String> {
        no_day(self.from, self.until)
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        likely_days(self.from, self.until, of.today)
    }
}

/// A limit as the file writes it.
pub(super) fn limit(keys: &Keys<'_>, key: &'static str) -> Option<Day> {
    let text = keys.string(key)?;
    let day = Day::parse(&text);
    if day.is_none() {
        let ((least, most), (from, until)) =
            (bounds::FROM_TODAY.into_inner(), bounds::YEAR.into_inner());
        keys.at(
            key,
            format!(
                "`{key}` cannot be `{text}`; write today, today+30, today-7, now or 2026-01-31, from today{least} to today+{most} and of the years {from} to {until}."
            ),
        );
    }
    day
}

pub(super) fn no_day(from: Option<Day>, until: Option<Day>) -> Option<String> {
    from.zip(until)
        .is_some_and(|(from, until)| from.is_after(until))
        .then(|| "No day is from `from` until `until`; change one of them.".to_owned())
}

/// Days that are likely within limits.
pub(super) fn likely_days(from: Option<Day>, until: Option<Day>, today: NaiveDate) -> Vec<String> {
    let on = |limit: Option<Day>| limit.map_or(today, |day| day.on(today));
    [on(from), on(until), today, on(from) + Days::new(1)]
        .map(|day| day.format("%d-%m-%Y").to_string())
        .to_vec()
}

/// A date within its limits.
fn date(
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
        from.map(|day| day.on(today)),
        until.map(|day| day.on(today)),
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

    use super::{DateKind, Day};
    use crate::procedure::accept::testing;

    const ANY: DateKind = DateKind {
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
        let soon = DateKind {
            from: Some(Day::Today { plus: 0 }),
            until: Some(Day::Today { plus: 30 }),
        };
        testing::check(&soon, "hari ini", "2026-11-24");
        testing::check(&soon, "24-12-2026", "2026-12-24");
        testing::check(&soon, "kemarin", "DateTooEarly { from: 2026-11-24 }");
        testing::check(&soon, "25-12-2026", "DateTooLate { until: 2026-12-24 }");

        let fixed = NaiveDate::from_ymd_opt(2026, 1, 1).map(Day::On);
        let past = DateKind {
            from: fixed,
            until: Some(Day::Today { plus: -1 }),
        };
        testing::check(&past, "31-12-2025", "DateTooEarly { from: 2026-01-01 }");
        testing::check(&past, "hari ini", "DateTooLate { until: 2026-11-23 }");

        let far = DateKind {
            from: Some(Day::Today { plus: i64::MIN }),
            until: Some(Day::Today { plus: i64::MAX }),
        };
        testing::check(&far, "24-11-2026", "2026-11-24");
    }
}
