//! The months and years over which figures are summed up. Pure.

use std::{fmt, str::FromStr};

use chrono::{Datelike, Months, NaiveDate};

/// A month or a whole year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    first: NaiveDate,
    pub is_year: bool,
}

impl Period {
    /// The month in which a day lies.
    pub fn month(day: NaiveDate) -> Period {
        Period {
            first: day.with_day(1).unwrap_or(day),
            is_year: false,
        }
    }

    /// The year in which a day lies.
    pub fn year(day: NaiveDate) -> Period {
        Period {
            first: day.with_ordinal(1).unwrap_or(day),
            is_year: true,
        }
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The first day after it.
    pub fn end(self) -> NaiveDate {
        let end = self.first.checked_add_months(self.length());
        end.unwrap_or(NaiveDate::MAX)
    }

    #[must_use]
    pub fn before(self) -> Period {
        let first = self.first.checked_sub_months(self.length());
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

    fn length(self) -> Months {
        Months::new(if self.is_year { 12 } else { 1 })
    }
}

/// `2026-11`, `2026`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.first.year())?;
        if self.is_year {
            return Ok(());
        }
        write!(f, "-{:02}", self.first.month())
    }
}

impl FromStr for Period {
    type Err = ();

    fn from_str(text: &str) -> Result<Period, ()> {
        let (year, month) = text.split_once('-').unwrap_or((text, "1"));
        let year: i32 = year.parse().map_err(|_| ())?;
        let month = month.parse().map_err(|_| ())?;
        let is_sound = (2000..10_000).contains(&year);
        let first = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| is_sound);
        let first = first.ok_or(())?;
        let is_year = !text.contains('-');
        Ok(Period { first, is_year })
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
        check(month, ["2026-11", "2026-12", "2027-01", "2027-01-01"]);
        check(year, ["2025", "2026", "2027", "2027-01-01"]);
    }

    #[test]
    fn nothing_else_is_a_span() {
        for text in [
            "", "-", "2026-", "2026-13", "2026-1-1", "1999", "99999", "now",
        ] {
            assert_eq!(text.parse::<Period>(), Err(()), "{text}");
        }
    }
}
