//! Rows of a table that goes on with those of another.

use super::{
    Knowledge, Unfit,
    rows::{accept_row, divided},
};
use crate::procedure::{answer::Answers, field::Field};

/// Further rows of a table that goes on with those of another: what they say already is not typed again.
pub fn accept_further(
    field: &Field,
    typed: &str,
    (there, max): (usize, usize),
    knowledge: &Knowledge<'_>,
) -> Result<Vec<Answers>, Unfit> {
    let columns = field.own_columns();
    let rows = divided(columns, typed);
    let has = there + rows.len();
    if rows.is_empty() {
        return Err(Unfit::Empty);
    }
    if has > max {
        return Err(Unfit::TooManyRows { max, has });
    }
    let accepted = rows.iter().enumerate().map(|(place, cells)| {
        let begun = field.begun_row(there + place);
        accept_row(columns, (place + 1, begun), cells, knowledge)
    });
    accepted.collect()
}
