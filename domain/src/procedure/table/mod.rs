//! A table while someone fills it: cell by cell on a phone, or many rows at once.

mod correcting;
mod extending;
mod filling;
mod limits;

use serde::{Deserialize, Serialize};

use super::{
    accept::{Unfit, WrongRow, cell_twice, row_twice},
    answer::{Answer, Answers},
    field::Field,
};
use crate::code::FieldCode;

pub(super) use extending::extend_tables;

pub use super::kind::rows::RowLimits;

/// The rows so far, and the one that is being filled.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// Whose table it is; none where nothing has been done yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldCode>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Answers>,
    /// The cells so far of the row that is being filled; none while the person looks at the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<Answers>,
    /// Rows that came with others and do not fit yet; the first of them is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong: Vec<WrongRow>,
}

impl Table {
    pub fn is_empty(&self) -> bool {
        *self == Table::default()
    }

    /// The cell that is asked now; none while the person looks at the table. An empty table has
    /// nothing to look at, so its first cell is asked.
    pub fn cell<'a>(&self, field: &'a Field) -> Option<&'a Field> {
        let columns = field.own_columns();
        match &self.row {
            _ if !self.wrong.is_empty() => None,
            Some(row) => columns.iter().find(|column| !row.has(&column.code)),
            None if self.rows.is_empty() => columns.first(),
            None => None,
        }
    }

    /// Whether there are rows, whether they fit or not.
    pub fn has_rows(&self) -> bool {
        !self.rows.is_empty() || !self.wrong.is_empty()
    }

    /// Whether the row that is being filled has cells already.
    pub fn is_within_a_row(&self, field: &Field) -> bool {
        let mut own = field.own_columns().iter();
        let row = self.row.as_ref();
        row.is_some_and(|row| own.any(|column| row.has(&column.code)))
    }

    /// The cells so far of the row whose cell is asked, with what it said before.
    pub fn begun(&self, field: &Field) -> Option<Answers> {
        let first = || (self.rows.is_empty() && self.wrong.is_empty()).then(|| field.begun_row(0));
        self.row.clone().or_else(first)
    }

    /// Why this cell cannot stand in the row that is being filled: another row says the same.
    pub fn twice(&self, columns: &[Field], column: &FieldCode, cell: &Answer) -> Option<Unfit> {
        let place = Some(self.rows.len() + 1);
        let asked = columns.iter().find(|known| known.code == *column)?;
        let twice = cell_twice(asked, cell, &self.rows, place);
        twice.or_else(|| {
            let mut row = self.row.clone().unwrap_or_default();
            row.set(column.clone(), cell.clone());
            row_twice(columns, &row, &self.rows, place)
        })
    }

    /// Takes a cell. The last one of a row completes it.
    fn take(&mut self, column: FieldCode, answer: Answer, field: &Field) {
        let columns = field.columns();
        let row = self.row.take();
        let mut row = row.unwrap_or_else(|| field.begun_row(self.rows.len()));
        row.set(column, answer);
        pass_over(columns, &mut row);
        if columns.iter().all(|column| row.has(&column.code)) {
            self.rows.push(row);
        } else {
            self.row = Some(row);
        }
    }

    /// One step back within the table: to the cell before, or from the first cell to a look at the
    /// rows. Says whether there was one.
    fn back(&mut self, field: &Field) -> bool {
        let columns = field.own_columns();
        let Some(mut row) = self.row.take() else {
            return false;
        };
        // Cells that nobody was asked are gone back over.
        let asked = |column: &&Field| row.has(&column.code) && column.is_asked(&row);
        let last = columns.iter().rposition(|column| asked(&column));
        match last {
            Some(last) => {
                for column in &columns[last..] {
                    row.remove(&column.code);
                }
                // Without a cell in it, the first row is not begun yet.
                self.row = (!row.is_empty() || !self.rows.is_empty()).then_some(row);
                true
            }
            None => !self.rows.is_empty(),
        }
    }
}

/// The cells that come next are passed over as far as nobody is asked them in this row.
fn pass_over(columns: &[Field], row: &mut Answers) {
    for column in columns {
        if row.has(&column.code) {
            continue;
        }
        if column.is_asked(row) {
            return;
        }
        row.set(column.code.clone(), Answer::Skipped);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::{
        accept::{
            Unfit,
            testing::{field, table},
        },
        form::{At, Filling},
        kind::{Kind, rows::RowsKind},
    };

    /// A table of a thing, how many, and a remark; the limits are given.
    fn asked(max: usize) -> (Field, RowLimits) {
        let field = field(table(max));
        let limits = field.row_limits(|_| None);
        (field, limits)
    }

    /// Where the person is: the row and the column that is asked, or a look at so many rows.
    fn place(filling: &Filling, field: &Field) -> String {
        let table = filling.table(&field.code);
        match table.cell(field) {
            Some(cell) => format!("{} {}", table.rows.len() + 1, cell.code),
            None => format!("look {}", table.rows.len()),
        }
    }

    fn text(words: &str) -> Answer {
        Answer::Text(words.into())
    }

    fn fill_row(filling: &mut Filling, field: &Field, limits: RowLimits) {
        filling.take_cell(field, "barang".into(), text("Meja"), limits);
        filling.take_cell(field, "jumlah".into(), Answer::Number(2), limits);
        filling.take_cell(field, "catatan".into(), Answer::Skipped, limits);
    }

    #[test]
    fn a_row_is_filled_cell_by_cell() {
        let (field, limits) = asked(2);
        let mut filling = Filling::new();
        assert_eq!(place(&filling, &field), "1 barang");
        filling.take_cell(&field, "barang".into(), text("Meja"), limits);
        assert_eq!(place(&filling, &field), "1 jumlah");
        assert!(filling.back_within(&field));
        assert_eq!(place(&filling, &field), "1 barang");
        assert!(!filling.back_within(&field), "that leads out of the table");
        fill_row(&mut filling, &field, limits);
        assert_eq!(place(&filling, &field), "look 1");
        assert!(!filling.back_within(&field));

        filling.add_row(&field, limits).unwrap();
        assert_eq!(place(&filling, &field), "2 barang");
        assert!(filling.back_within(&field));
        assert_eq!(place(&filling, &field), "look 1");
        filling.add_row(&field, limits).unwrap();
        fill_row(&mut filling, &field, limits);
        let Some(Answer::Rows(rows)) = filling.answers.get(&field.code) else {
            panic!("a full table is answered: {filling:?}");
        };
        assert_eq!(rows.len(), 2);
        assert!(filling.table.is_empty());
    }

    #[test]
    fn rows_are_removed_and_confirmed() {
        let (field, limits) = asked(3);
        let mut filling = Filling::new();
        let missing = Unfit::RowsMissing { needs: 1, has: 0 };
        assert_eq!(filling.confirm_rows(&field, limits), Err(missing));
        assert!(!filling.remove_row(&field));
        fill_row(&mut filling, &field, limits);
        filling.add_row(&field, limits).unwrap();
        fill_row(&mut filling, &field, limits);
        assert!(filling.remove_row(&field));
        assert_eq!(place(&filling, &field), "look 1");
        filling.confirm_rows(&field, limits).unwrap();
        assert!(filling.table_is_as_before(&field.code));

        // It comes back with its rows, and what is not confirmed is forgotten.
        filling.go(At::Question(field.code.clone()));
        assert_eq!(place(&filling, &field), "look 1");
        assert!(filling.remove_row(&field));
        assert!(!filling.table_is_as_before(&field.code));
        assert_eq!(place(&filling, &field), "1 barang");
        filling.go(At::Question(field.code.clone()));
        assert_eq!(place(&filling, &field), "look 1");
    }

    /// Where rows are counted, the next is asked until there are enough; a changed count asks again.
    #[test]
    fn rows_are_counted() {
        let Kind::Rows(rows) = table(9) else {
            unreachable!()
        };
        let field = field(Kind::Rows(RowsKind {
            count: Some("jumlah".into()),
            ..rows
        }));
        let limits = |rows: usize| RowLimits {
            min: rows,
            max: rows,
        };
        assert_eq!(field.row_limits(|_| Some(&Answer::Number(2))), limits(2));
        let two = limits(2);
        let mut filling = Filling::new();
        fill_row(&mut filling, &field, two);
        assert_eq!(place(&filling, &field), "2 barang");
        assert!(
            filling.remove_row(&field),
            "also from the next row's first cell"
        );
        fill_row(&mut filling, &field, two);
        fill_row(&mut filling, &field, two);
        let answer = filling.answers.get(&field.code).unwrap();
        assert!(field.still_holds(answer, |_| Some(&Answer::Number(2))));
        assert!(!field.still_holds(answer, |_| Some(&Answer::Number(3))));
        assert!(field.still_holds(answer, |_| None));

        filling.add_row(&field, limits(3)).unwrap();
        let many = Unfit::TooManyRows { max: 3, has: 4 };
        fill_row(&mut filling, &field, limits(4));
        assert_eq!(
            filling.confirm_rows(&field, two).unwrap_err(),
            Unfit::TooManyRows { max: 2, has: 3 }
        );
        assert_eq!(filling.add_row(&field, limits(3)), Err(many));
    }

    #[test]
    fn a_table_in_a_draft_is_kept() {
        let (field, limits) = asked(2);
        let mut filling = Filling::new();
        assert!(!serde_json::to_string(&filling).unwrap().contains("table"));
        fill_row(&mut filling, &field, limits);
        filling.add_row(&field, limits).unwrap();
        let kept = serde_json::to_string(&filling).unwrap();
        assert_eq!(serde_json::from_str::<Filling>(&kept).unwrap(), filling);
    }
}
