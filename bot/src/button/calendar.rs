//! Buttons about when the office works.

use chrono::{Datelike, NaiveDate};
use domain::calendar::TermTag;

use super::part::{ButtonPart, press};

press! {
    pub enum CalendarPress {
        /// Today, and where to go from here.
        Home = "home",
        Year(year: i32) = "y",
        Month(month: Month) = "m",
        Day(day: NaiveDate) = "d",
        AddDay = "d+",
        ChangeDay(day: NaiveDate) = "c",
        RemoveDay(day: NaiveDate) = "x",
        RestoreDay(day: NaiveDate) = "u",
        ConfirmDay(day: NaiveDate) = "v",
        /// Every day of a year: surely?
        ConfirmYear(year: i32) = "V",
        ConfirmYearSurely(year: i32) = "V!",
        /// All hours.
        Terms = "t",
        Term(tag: TermTag) = "t",
        AddTerm = "t+",
        ChangeTerm(tag: TermTag) = "C",
        RemoveTerm(tag: TermTag) = "X",
        RestoreTerm(tag: TermTag) = "U",
        BeginLater(tag: TermTag) = "B",
        EndLater(tag: TermTag) = "E",
        /// The clock shows this day: it is right, or it is not.
        DateRight(day: NaiveDate) = "j+",
        DateWrong(day: NaiveDate) = "j-",
        /// Leaves a day of a file that was shown out, or takes it over after all.
        ImportDay { day: NaiveDate, token: String } = "i/",
        /// Another page of a file that was shown.
        ImportPage { page: u64, token: String } = "i.",
        /// Saves a file that was shown, or drops it.
        Import { save: bool, token: String } = "i:",
    }
}

/// A month, by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month(NaiveDate);

impl Month {
    /// The month that a day is in.
    pub fn of(day: NaiveDate) -> Month {
        Month(day.with_day(1).unwrap_or(day))
    }

    pub fn first(self) -> NaiveDate {
        self.0
    }
}

impl ButtonPart for Month {
    const MOST: usize = 7;

    fn write(&self, data: &mut String) {
        data.push_str(&self.0.format("%Y-%m").to_string());
    }

    fn read(data: &str) -> Option<Month> {
        NaiveDate::read(&format!("{data}-01")).map(Month)
    }
}
