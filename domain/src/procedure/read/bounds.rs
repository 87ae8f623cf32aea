//! Between which bounds the numbers of files lie. They are wide: whoever is beyond one has slipped, and nothing within
//! them can overflow a date or keep a look at the calendar busy.

use std::ops::RangeInclusive;

/// Days, working days or not: ten years.
pub(crate) const DAYS: RangeInclusive<i64> = 1..=3_650;
/// The same, where none at all makes sense as well.
pub(crate) const DAYS_OR_NONE: RangeInclusive<i64> = 0..=3_650;
pub(crate) const YEARS: RangeInclusive<i64> = 1..=100;
/// For which a decision can be taken back; ten minutes are enough to go and ask.
pub(crate) const SECONDS: RangeInclusive<i64> = 0..=600;
/// Of working time.
pub(crate) const MINUTES: RangeInclusive<i64> = 1..=100_000;
pub(crate) const HOURS: RangeInclusive<i64> = 1..=10_000;
/// Of what there is only so much.
pub(crate) const AMOUNT: RangeInclusive<i64> = 0..=1_000_000_000;
/// Versions, rows of a table on paper, times that something can be chosen.
pub(crate) const COUNT: RangeInclusive<i64> = 0..=1_000_000;
/// How often something was decided, or how many rows are so.
pub(crate) const OFTEN: RangeInclusive<i64> = 1..=1_000;
/// Options or items that are chosen.
pub(crate) const CHOSEN: RangeInclusive<i64> = 0..=100;
/// Characters of an answer: one message holds it, with its question.
pub(crate) const LENGTH: RangeInclusive<i64> = 0..=3_000;
/// Rows of a table: more belong in a file.
pub(crate) const ROWS: RangeInclusive<i64> = 0..=50;
/// Questions of the survey that one person is asked: a tap each.
pub(crate) const SURVEYED: RangeInclusive<i64> = 0..=3;
/// Millions of bytes: what a bot can fetch.
pub(crate) const MEGABYTES: RangeInclusive<i64> = 1..=20;
/// Numbers that people answer with.
pub(crate) const NUMBER: RangeInclusive<i64> = -999_999_999_999_999..=999_999_999_999_999;
/// Days from today: a hundred years.
pub(crate) const FROM_TODAY: RangeInclusive<i64> = -36_500..=36_500;
/// Of days that a file names.
pub(crate) const YEAR: RangeInclusive<i32> = 1900..=2199;
