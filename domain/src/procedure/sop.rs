//! The head of the SOP's sheet, and what citizens are told of the service beside it.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::time::StandardTime;
use crate::{
    Text,
    code::{FieldCode, RoleCode, StepCode},
};

/// What stands above the table of the SOP. A list that is empty is empty on the paper as well.
#[derive(Debug, Clone, PartialEq)]
pub struct SopHead {
    /// What the sheet is called, in full.
    pub name: Text,
    /// The unit whose SOP it is.
    pub unit: Option<Text>,
    /// As it stands on the paper; none where it has none.
    pub number: Option<String>,
    pub made: Option<SheetDate>,
    pub revised: Option<SheetDate>,
    pub effective: Option<SheetDate>,
    /// The post that has signed it. Who held it then stands on the paper, and not in the file.
    pub signed_by: Option<RoleCode>,
    /// *Dasar hukum*.
    pub legal_basis: Vec<Text>,
    /// *Kualifikasi pelaksana*.
    pub qualification: Vec<Text>,
    /// *Keterkaitan*.
    pub related: Vec<Text>,
    /// *Peralatan/perlengkapan*.
    pub equipment: Vec<Text>,
    /// *Peringatan*.
    pub warning: Vec<Text>,
    pub line: usize,
}

/// A date on the sheet: some sheets say only the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetDate {
    Day(NaiveDate),
    Year(i32),
}

/// What the report on a procedure says beside months, agencies and times.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportPlan {
    /// What the report is called, where it has a name of its own.
    pub title: Option<Text>,
    /// The questions by whose answers requests are counted.
    pub by: Vec<FieldCode>,
    /// The questions whose answers stand in its list of requests.
    pub list: Vec<FieldCode>,
    /// Over which rows together it says how long they took.
    pub spans: Vec<SpanPlan>,
    pub line: usize,
}

/// Several rows of the SOP that have a time of their own together.
#[derive(Debug, Clone, PartialEq)]
pub struct SpanPlan {
    /// What the report calls them.
    pub title: Text,
    pub from: StepCode,
    pub until: StepCode,
    /// How long they take, without what the applicant takes meanwhile.
    pub time: StandardTime,
    pub line: usize,
}

impl SopHead {
    /// What stands in its five lists, in the order of the sheet.
    pub fn lists(&self) -> [(SheetList, &[Text]); 5] {
        [
            (SheetList::LegalBasis, &self.legal_basis),
            (SheetList::Qualification, &self.qualification),
            (SheetList::Related, &self.related),
            (SheetList::Equipment, &self.equipment),
            (SheetList::Warning, &self.warning),
        ]
    }
}

/// A list of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetList {
    LegalBasis,
    Qualification,
    Related,
    Equipment,
    Warning,
}

impl SheetList {
    /// As the file calls it.
    pub fn key(self) -> &'static str {
        match self {
            SheetList::LegalBasis => "legal-basis",
            SheetList::Qualification => "qualification",
            SheetList::Related => "related",
            SheetList::Equipment => "equipment",
            SheetList::Warning => "warning",
        }
    }
}

impl SheetDate {
    /// Reads `2026-01-31` and `2026`.
    pub fn parse(text: &str) -> Option<SheetDate> {
        let text = text.trim();
        let read = match text.len() {
            4 => SheetDate::Year(text.parse().ok()?),
            10 => SheetDate::Day(text.parse().ok()?),
            _ => return None,
        };
        (1900..2200).contains(&read.year()).then_some(read)
    }

    pub fn year(self) -> i32 {
        match self {
            SheetDate::Day(day) => day.year(),
            SheetDate::Year(year) => year,
        }
    }

    /// Whether it certainly lies before another. A year alone lies before none of its own days, nor after one.
    pub fn is_before(self, other: SheetDate) -> bool {
        match (self, other) {
            (SheetDate::Day(one), SheetDate::Day(other)) => one < other,
            _ => self.year() < other.year(),
        }
    }
}

/// As the file writes it.
impl fmt::Display for SheetDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SheetDate::Day(day) => write!(f, "{day}"),
            SheetDate::Year(year) => write!(f, "{year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SheetDate;

    #[test]
    fn a_date_of_a_sheet_is_a_day_or_a_year() {
        for text in ["2020-04-07", "2020"] {
            assert_eq!(SheetDate::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "20",
            "2020-04",
            "2020-02-30",
            "7 April 2020",
            "0000",
            "+020",
            "1899",
        ] {
            assert_eq!(SheetDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_lies_neither_before_nor_after_its_own_days() {
        let date = |text| SheetDate::parse(text).unwrap();
        assert!(date("2020-04-07").is_before(date("2020-08-13")));
        assert!(date("2019").is_before(date("2020-01-01")));
        assert!(!date("2020").is_before(date("2020-12-31")));
        assert!(!date("2020-01-01").is_before(date("2020")));
    }
}
