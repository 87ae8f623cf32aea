//! The month in the number of a letter.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
];

/// November is *XI*.
pub fn month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}
