//! Lists: XLSX for people, CSV for machines. Lines pass through one by one, so a year of them needs no more memory
//! than a day.

mod csv_list;
mod xlsx_book;

use chrono::{NaiveDate, NaiveDateTime};

pub use self::{csv_list::CsvList, xlsx_book::XlsxBook};
use crate::{sheet::Tongue, tidy::visible};

/// What a list is called and what stands in its columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListPlan {
    /// On the tab; made to fit if Excel does not take it.
    pub name: String,
    pub tongue: Tongue,
    pub columns: Vec<ListColumn>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListColumn {
    pub heading: String,
    pub holds: ColumnKind,
    /// Whether the last line adds this column up; of use where there are numbers.
    pub sum: bool,
}

/// How the cells of a column are formatted, also those that somebody adds later.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ColumnKind {
    /// Names, NIP, telephone, numbers of letters: zeros in front stay, and nothing is calculated.
    #[default]
    Text,
    Whole,
    Decimal,
    Date,
    Moment,
    YesNo,
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum {
    Empty,
    Text(String),
    Whole(i64),
    Decimal(f64),
    Date(NaiveDate),
    /// In the office's own time.
    Moment(NaiveDateTime),
    YesNo(bool),
}

/// Why there is no list.
#[derive(Debug, thiserror::Error)]
pub enum ListFault {
    #[error("line {line} has {cells} cells for {columns} columns")]
    Uneven {
        line: u32,
        cells: usize,
        columns: usize,
    },
    #[error("no list was begun")]
    NoList,
    #[error(transparent)]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    #[error(transparent)]
    Csv(#[from] csv::Error),
    #[error(transparent)]
    File(#[from] std::io::Error),
}

impl Datum {
    /// As a machine reads it and as Excel shows what it cannot hold otherwise.
    fn written(&self, tongue: Tongue) -> String {
        match self {
            Datum::Empty => String::new(),
            Datum::Text(text) => visible(text),
            Datum::Whole(whole) => whole.to_string(),
            Datum::Decimal(decimal) => decimal.to_string(),
            Datum::Date(date) => date.to_string(),
            Datum::Moment(moment) => moment.format("%Y-%m-%d %H:%M:%S").to_string(),
            Datum::YesNo(yes) => match (tongue, yes) {
                (Tongue::Id, true) => "Ya",
                (Tongue::Id, false) => "Tidak",
                (Tongue::En, true) => "Yes",
                (Tongue::En, false) => "No",
            }
            .to_owned(),
        }
    }
}

impl ListPlan {
    /// Every column has its cell in every line.
    fn even(&self, line: u32, cells: &[Datum]) -> Result<(), ListFault> {
        let (columns, cells) = (self.columns.len(), cells.len());
        let even = columns == cells;
        even.then_some(()).ok_or(ListFault::Uneven {
            line,
            cells,
            columns,
        })
    }
}
