//! Rows that came with others and do not fit: each is corrected alone, and those that fit stay.

use super::Table;
use crate::procedure::{
    accept::{Knowledge, Unfit, cells_of, is_pasted},
    field::Field,
};

impl Table {
    /// Takes what was typed as the row that is asked for, or as the cell that is wrong in it; several rows are taken
    /// for as many that are wrong. What does not fit still stands there, to be corrected again.
    pub fn correct(
        &mut self,
        columns: &[Field],
        typed: &str,
        knowledge: &Knowledge<'_>,
    ) -> Result<(), Unfit> {
        let Some(wrong) = self.wrong.first() else {
            return Err(Unfit::NeedsButton);
        };
        if !is_pasted(typed)
            && columns.len() > 1
            && let Some(Unfit::Row { column, .. }) = wrong.why(columns, &self.rows, knowledge)
            && let Some(place) = columns.iter().position(|known| known.label == column)
        {
            return self.correct_cell(columns, place, typed, knowledge);
        }
        let rows = cells_of(columns, typed)?;
        let (has, max) = (rows.len(), self.wrong.len());
        if has > max {
            return Err(Unfit::TooManyCorrections { max, has });
        }
        for (wrong, cells) in self.wrong.iter_mut().zip(rows) {
            (wrong.cells, wrong.same, wrong.returned) = (cells, None, false);
        }
        self.settle(columns, knowledge);
        Ok(())
    }

    fn correct_cell(
        &mut self,
        columns: &[Field],
        place: usize,
        typed: &str,
        knowledge: &Knowledge<'_>,
    ) -> Result<(), Unfit> {
        let Some(wrong) = self.wrong.first_mut() else {
            return Err(Unfit::NeedsButton);
        };
        let mut cells = wrong.cells.clone();
        cells.resize(cells.len().max(place + 1), String::new());
        if let Some(cell) = cells.get_mut(place) {
            typed.trim().clone_into(cell);
        }
        let was = wrong.clone();
        wrong.cells = cells;
        match wrong.why(columns, &self.rows, knowledge) {
            // Still the same cell.
            Some(Unfit::Row {
                column, because, ..
            }) if columns.get(place).is_some_and(|it| it.label == column) => {
                *wrong = was;
                Err(*because)
            }
            _ => {
                wrong.same = None;
                self.settle(columns, knowledge);
                Ok(())
            }
        }
    }

    /// What fits by now takes its place among the other rows.
    fn settle(&mut self, columns: &[Field], knowledge: &Knowledge<'_>) {
        let mut wrong = Vec::new();
        for row in std::mem::take(&mut self.wrong) {
            match row.judged(columns, &self.rows, knowledge) {
                Ok(answers) if row.same.is_none() && !row.returned => {
                    // Those before it that do not fit yet have no place so far.
                    let at = row.at.saturating_sub(wrong.len());
                    self.rows.insert(at.min(self.rows.len()), answers);
                }
                _ => wrong.push(row),
            }
        }
        self.wrong = wrong;
    }

    /// Lets the first row go that is wrong, and says whether there was one.
    pub(super) fn pass_wrong(&mut self) -> bool {
        if self.wrong.is_empty() {
            return false;
        }
        self.wrong.remove(0);
        for later in &mut self.wrong {
            later.at = later.at.saturating_sub(1);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::procedure::{
        accept::{
            sort_rows,
            testing::{field, knowing, table, value},
        },
        answer::Answer,
        form::Filling,
        table::RowLimits,
    };

    /// A table with what was pasted, and what was typed after that; then the rows, and what is wrong still.
    #[track_caller]
    fn check(pasted: &str, typed: &[&str], expected: &str) {
        let field = field(table(9));
        let limits = RowLimits { min: 1, max: 9 };
        knowing(|knowledge| {
            let mut filling = Filling::new();
            let sorted = sort_rows(field.columns(), pasted, &[], 9, knowledge).unwrap();
            filling.take_rows(&field, sorted, limits);
            let mut said = Vec::new();
            for typed in typed {
                let mut table = filling.table(&field.code);
                if *typed == "pass" {
                    assert!(filling.pass_wrong_row(&field, limits));
                    continue;
                }
                if let Err(unfit) = table.correct(field.columns(), typed, knowledge) {
                    said.push(format!("{unfit:?}"));
                }
                filling.take_corrected(&field, table, limits);
            }
            let table = filling.table(&field.code);
            let wrong = table
                .wrong
                .iter()
                .map(|row| format!("{}: {}", row.row, row.cells.join(";")));
            said.extend(wrong);
            said.insert(
                0,
                value(&Answer::Rows(table.rows)).replace(" catatan=skipped", ""),
            );
            assert_eq!(said.join(" | "), expected);
        });
    }

    #[test]
    fn the_rows_that_fit_stay() {
        let pasted = "Meja; 2\nKursi; x\nLampu\nRak; 1";
        let good = "barang=Meja jumlah=2 / barang=Rak jumlah=1";
        let four = "barang=Meja jumlah=2 / barang=Kursi jumlah=3 / barang=Lampu jumlah=4 / barang=Rak jumlah=1";
        check(pasted, &[], &format!("{good} | 2: Kursi;x | 3: Lampu"));
        check(pasted, &["3", "Lampu; 4"], four);
        check(pasted, &["Kursi; 3\nLampu; 4"], four);
        check(
            pasted,
            &["y"],
            &format!("{good} | NotANumber | 2: Kursi;x | 3: Lampu"),
        );
        check(
            pasted,
            &["Kursi; y"],
            &format!("{good} | 2: Kursi;y | 3: Lampu"),
        );
        let both = "barang=Meja jumlah=2 / barang=Lampu jumlah=4 / barang=Rak jumlah=1";
        check(
            pasted,
            &["Kursi; y\nLampu; 4"],
            &format!("{both} | 2: Kursi;y"),
        );
        check(pasted, &["Kursi; y\nLampu; 4", "3"], four);
        check(pasted, &["pass", "Lampu; 4"], both);
        check(pasted, &["pass", "pass"], good);
        check(
            pasted,
            &["a; 1\nb; 2\nc; 3"],
            &format!("{good} | TooManyCorrections {{ max: 2, has: 3 }} | 2: Kursi;x | 3: Lampu"),
        );
        check(
            pasted,
            &[" "],
            &format!("{good} | Empty | 2: Kursi;x | 3: Lampu"),
        );
    }

    /// One wrong cell after the other, and what was said twice.
    #[test]
    fn a_row_with_much_that_is_wrong() {
        let good = "barang=Meja jumlah=2";
        check("Meja; 2\n; x", &["Kursi"], &format!("{good} | 2: Kursi;x"));
        check(
            "Meja; 2\n; x",
            &["Kursi", "7"],
            &format!("{good} / barang=Kursi jumlah=7"),
        );
        check("Meja; 2\nmeja; 2", &[], &format!("{good} | 2: meja;2"));
        check(
            "Meja; 2\nmeja; 2",
            &["Meja; 3"],
            &format!("{good} / barang=Meja jumlah=3"),
        );
        check("Meja; 2\nmeja; 2", &["pass"], good);
    }
}
