//! The months, quarters and years over which figures are summed up. Pure.

use std::{fmt, str::FromStr};

use chrono::{Datelike, Months, NaiveDate};

/// A month, a quarter or a whole year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// Its first day.
    first: NaiveDate,
    pub length: PeriodLength,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PeriodLength {
    Month,
    Quarter,
    Year,
}

impl PeriodLength {
    fn months(self) -> u32 {
        match self {
            PeriodLength::Month => 1,
            PeriodLength::Quarter => 3,
            PeriodLength::Year => 12,
        }
    }
}

impl Period {
    /// The month in which a day lies.
    pub fn month(day: NaiveDate) -> Period {
        Period::of(day, PeriodLength::Month)
    }

    /// The quarter in which a day lies.
    pub fn quarter(day: NaiveDate) -> Period {
        Period::of(day, PeriodLength::Quarter)
    }

    /// The year in which a day lies.
    pub fn year(day: NaiveDate) -> Period {
        Period::of(day, PeriodLength::Year)
    }

    fn of(day: NaiveDate, length: PeriodLength) -> Period {
        let month = day.month0() / length.months() * length.months() + 1;
        let first = NaiveDate::from_ymd_opt(day.year(), month, 1);
        Period {
            first: first.unwrap_or(day),
            length,
        }
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Which quarter of its year it begins in: 1 to 4.
    pub fn number_of_quarter(self) -> u32 {
        self.first.month0() / 3 + 1
    }

    pub fn is_year(self) -> bool {
        self.length == PeriodLength::Year
    }

    /// The first day after it.
    pub fn end(self) -> NaiveDate {
        let end = self.first.checked_add_months(self.months());
        end.unwrap_or(NaiveDate::MAX)
    }

    #[must_use]
    pub fn before(self) -> Period {
        let first = self.first.checked_sub_months(self.months());
        Period {
            first: first.unwrap_or(NaiveDate::MIN),
            ..self
        }
    }

    #[must_use]
    pub fn after(self) -> Period {
        Period {
            first: self.end(),
            ..self
        }
    }

    fn months(self) -> Months {
        Months::new(self.length.months())
    }
}

/// `2026-11`, `2026-Q4`, `2026`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.first.year())?;
        match self.length {
            PeriodLength::Year => Ok(()),
            PeriodLength::Quarter => write!(f, "-Q{}", self.number_of_quarter()),
            PeriodLength::Month => write!(f, "-{:02}", self.first.month()),
        }
    }
}

impl FromStr for Period {
    type Err = ();

    fn from_str(text: &str) -> Result<Period, ()> {
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        let number = |text: &str| text.parse::<u32>().map_err(|_| ());
        let (month, length) = match rest {
            None => (1, PeriodLength::Year),
            Some(rest) => match rest.strip_prefix('Q') {
                Some(quarter) => match number(quarter)? {
                    quarter @ 1..=4 => (quarter * 3 - 2, PeriodLength::Quarter),
                    _ => return Err(()),
                },
                None => (number(rest)?, PeriodLength::Month),
            },
        };
        let year: i32 = year.parse().map_err(|_| ())?;
        let is_sound = (2000..10_000).contains(&year);
        let first = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| is_sound);
        let first = first.ok_or(())?;
        Ok(Period { first, length })
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::Period;

    #[test]
    fn months_and_years_follow_each_other() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        let check = |period: Period, expected: [&str; 4]| {
            let end = period.end().to_string();
            let told = [period.before(), period, period.after()].map(|it| it.to_string());
            assert_eq!([&told[0], &told[1], &told[2], &end], expected);
            assert_eq!(told[1].parse(), Ok(period));
        };
        let (month, year) = (Period::month(day), Period::year(day));
        let quarter = Period::quarter(day);
        check(quarter, ["2026-Q3", "2026-Q4", "2027-Q1", "2027-01-01"]);
        check(month, ["2026-11", "2026-12", "2027-01", "2027-01-01"]);
        check(year, ["2025", "2026", "2027", "2027-01-01"]);
    }

    #[test]
    fn nothing_else_is_a_span() {
        for text in [
            "", "-", "2026-", "2026-Q0", "2026-Q5", "2026-Q", "2026-q1", "2026-13", "2026-1-1",
            "1999", "99999", "now",
        ] {
            assert_eq!(text.parse::<Period>(), Err(()), "{text}");
        }
    }
}
