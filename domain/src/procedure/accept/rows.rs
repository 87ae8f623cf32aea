//! Several rows of a table at once, as people paste them from a note or a sheet.

use serde::{Deserialize, Serialize};

use super::{Knowledge, Unfit, clean, heading::is_heading, row_twice};
use crate::{
    phrase::Phrase,
    procedure::{
        answer::{Answer, Answers, Input},
        field::Field,
    },
};

/// What divides the cells of a row; sheets copy a tab.
const BETWEEN_CELLS: [char; 2] = [';', '\t'];

/// Whether a typed text is meant as whole rows, and not as one cell.
pub fn is_pasted(typed: &str) -> bool {
    let typed = typed.trim();
    typed.contains(BETWEEN_CELLS) || lines(typed).nth(1).is_some()
}

/// A row that came among others and does not fit yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrongRow {
    /// Its place in what came, counted from 1, the heading as well.
    pub row: usize,
    /// Where it belongs among the rows of the table, counted from 0.
    pub at: usize,
    /// What was written in it.
    pub cells: Vec<String>,
    /// The place in what came of a row that says the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same: Option<usize>,
    /// It stands in the table already, and was marked to be repaired.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub returned: bool,
}

impl WrongRow {
    /// Why it does not fit beside the rows of the table; nothing where it does by now.
    pub fn why(
        &self,
        columns: &[Field],
        rows: &[Answers],
        knowledge: &Knowledge<'_>,
    ) -> Option<Unfit> {
        if self.returned {
            return Some(Unfit::RowReturned { row: self.row });
        }
        if let Some(same) = self.same {
            let row = self.row;
            return Some(Unfit::RowTwice { row, same });
        }
        self.judged(columns, rows, knowledge).err()
    }

    /// The row as it is accepted beside those of the table.
    pub fn judged(
        &self,
        columns: &[Field],
        rows: &[Answers],
        knowledge: &Knowledge<'_>,
    ) -> Result<Answers, Unfit> {
        let cells: Vec<&str> = self.cells.iter().map(String::as_str).collect();
        let answers = accept_row(columns, (self.row, Answers::new()), &cells, knowledge)?;
        match row_twice(columns, &answers, rows, None) {
            Some(Unfit::CellTwice {
                row,
                same,
                column,
                value,
            }) => Err(Unfit::Row {
                row: self.row,
                column: column.clone(),
                because: Box::new(Unfit::CellTwice {
                    row,
                    same,
                    column,
                    value,
                }),
            }),
            Some(unfit) => Err(unfit),
            None => Ok(answers),
        }
    }
}

/// Rows that came together: those that fit, and those that do not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SortedRows {
    pub rows: Vec<Answers>,
    pub wrong: Vec<WrongRow>,
}

/// All rows of a text, in the order of the columns, or why not: then none of them counts.
pub fn accept_rows(
    columns: &[Field],
    typed: &str,
    max: usize,
    knowledge: &Knowledge<'_>,
) -> Result<Vec<Answers>, Unfit> {
    let sorted = sort_rows(columns, typed, &[], max, knowledge)?;
    let mut wrong = sorted.wrong.iter();
    match wrong.find_map(|row| row.why(columns, &sorted.rows, knowledge)) {
        Some(why) => Err(why),
        None => Ok(sorted.rows),
    }
}

/// The cells of the rows that a text holds, one row at least.
pub fn cells_of(columns: &[Field], typed: &str) -> Result<Vec<Vec<String>>, Unfit> {
    let rows = divided(columns, typed).into_iter();
    let rows: Vec<_> = rows
        .map(|cells| cells.into_iter().map(str::to_owned).collect())
        .collect();
    if rows.is_empty() {
        Err(Unfit::Empty)
    } else {
        Ok(rows)
    }
}

/// The rows of a text, in the order of the columns: those that fit, and those that do not. Where none fits, why the
/// first one does not. These rows are `there` already; the table takes `max`.
pub fn sort_rows(
    columns: &[Field],
    typed: &str,
    there: &[Answers],
    max: usize,
    knowledge: &Knowledge<'_>,
) -> Result<SortedRows, Unfit> {
    let mut rows = divided(columns, typed);
    // Rows are called by their place in what came, the heading counted.
    let mut first = 1;
    let fits = |cells: &[&str]| {
        let row = (1, Answers::new());
        accept_row(columns, row, cells, knowledge).is_ok()
    };
    if let Some(cells) = rows.first()
        && is_heading(columns, cells, rows.len() > 1, || fits(cells))
    {
        rows.remove(0);
        first = 2;
    }
    if rows.is_empty() {
        return Err(Unfit::Empty);
    }
    let has = there.len() + rows.len();
    if has > max {
        return Err(Unfit::TooManyRows { max, has });
    }
    let mut sorted = SortedRows::default();
    let mut known = there.to_vec();
    for (place, cells) in rows.iter().enumerate() {
        let row = WrongRow {
            row: first + place,
            at: there.len() + place,
            cells: cells.iter().map(|&cell| cell.to_owned()).collect(),
            same: said_before(&rows, place).map(|same| first + same),
            returned: false,
        };
        match row.judged(columns, &known, knowledge) {
            Ok(answers) if row.same.is_none() => {
                known.push(answers.clone());
                sorted.rows.push(answers);
            }
            _ => sorted.wrong.push(row),
        }
    }
    match sorted.wrong.first() {
        Some(wrong) if sorted.rows.is_empty() => {
            let why = wrong.why(columns, there, knowledge);
            Err(why.unwrap_or(Unfit::Empty))
        }
        _ => Ok(sorted),
    }
}

/// The place of an earlier row that says the same. What leaves a cell empty may be meant twice: two things without a
/// number, two people of one name.
fn said_before(rows: &[Vec<&str>], place: usize) -> Option<usize> {
    let same = |cells: &Vec<&str>, other: &Vec<&str>| {
        let plain = |cell: &&str| {
            let words = cell.split_whitespace().map(str::to_lowercase);
            words.collect::<Vec<_>>().join(" ")
        };
        let is_full = cells.len() > 1 && cells.iter().all(|cell| is_seen(cell));
        is_full && cells.iter().map(plain).eq(other.iter().map(plain))
    };
    let (cells, earlier) = (rows.get(place)?, rows.get(..place)?);
    earlier.iter().position(|other| same(cells, other))
}

/// The cells of each row. With one column only, a semicolon divides rows as well.
pub(super) fn divided<'t>(columns: &[Field], typed: &'t str) -> Vec<Vec<&'t str>> {
    if columns.len() == 1 {
        let cells = lines(typed).flat_map(|line| line.split(BETWEEN_CELLS));
        let cells = cells.map(str::trim).filter(|cell| is_seen(cell));
        return cells.map(|cell| vec![cell]).collect();
    }
    let row = |line: &'t str| {
        let mut cells: Vec<&str> = line.split(BETWEEN_CELLS).map(str::trim).collect();
        // A row may end with its sign, and a sheet copies the empty columns beside a table.
        while cells.len() > columns.len() && cells.last().is_some_and(|cell| !is_seen(cell)) {
            cells.pop();
        }
        cells
    };
    lines(typed).map(row).collect()
}

fn lines(typed: &str) -> impl Iterator<Item = &str> {
    typed
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .filter(|line| is_seen(line))
}

fn is_seen(text: &str) -> bool {
    clean::line(text).is_ok()
}

pub(super) fn accept_row(
    columns: &[Field],
    (row, begun): (usize, Answers),
    cells: &[&str],
    knowledge: &Knowledge<'_>,
) -> Result<Answers, Unfit> {
    let has = cells.len();
    let least = columns
        .iter()
        .rposition(|column| column.required && column.when.is_none())
        .map_or(1, |last| last + 1);
    let needs = has.clamp(least, columns.len());
    if has != needs {
        return Err(Unfit::RowCells { row, has, needs });
    }
    let mut answers = begun;
    for (place, column) in columns.iter().enumerate() {
        let cell = cells.get(place).copied().unwrap_or_default();
        let is_asked = column.is_asked(&answers);
        let answer =
            accept_cell(column, cell, is_asked, knowledge).map_err(|unfit| Unfit::Row {
                row,
                column: column.label.clone(),
                because: Box::new(unfit),
            })?;
        answers.set(column.code.clone(), answer);
    }
    Ok(answers)
}

/// An optional cell is passed over by leaving it empty, or with a dash as on paper.
/// So is one that is not asked in this row.
fn accept_cell(
    column: &Field,
    cell: &str,
    is_asked: bool,
    knowledge: &Knowledge<'_>,
) -> Result<Answer, Unfit> {
    let nothing = !is_seen(cell) || clean::plain_signs(cell) == "-";
    if nothing && !(column.required && is_asked) {
        return Ok(Answer::Skipped);
    }
    if !is_asked {
        return Err(Unfit::Kind(Phrase::new("unfit-cell-not-asked")));
    }
    column.accept(&Input::Text(cell.to_owned()), knowledge)
}

#[cfg(test)]
mod tests {
    use super::{accept_rows, is_pasted};
    use crate::{
        Text,
        procedure::{
            accept::{
                Unfit,
                testing::{check, knowing, table},
            },
            field::Field,
            kind::text::{TextKind, TextRule},
        },
    };

    /// Who comes, and from where: two texts, so that a heading would fit as a row.
    fn rows(typed: &str) -> Result<usize, Unfit> {
        let column = |label: &str| Field {
            label: Text::both(label),
            ..Field::own(
                &label.to_lowercase(),
                TextKind {
                    min: 1,
                    max: 60,
                    rule: TextRule::Any,
                }
                .into(),
                true,
            )
        };
        let columns = [column("Nama"), column("Instansi")];
        knowing(|knowledge| accept_rows(&columns, typed, 5, knowledge).map(|rows| rows.len()))
    }

    #[test]
    fn a_heading_need_not_say_it_word_for_word() {
        for heading in [
            "Nama\tAsal Instansi",
            "Nama Lengkap\tInstansi",
            "NAMA\tINSTANSI",
        ] {
            let pasted = format!("{heading}\nRani Contoh\tPT Contoh");
            assert_eq!(rows(&pasted), Ok(1), "{heading}");
        }
        assert_eq!(
            rows("Rani Contoh\tInstansi Contoh\nBudi Contoh\tPT Contoh"),
            Ok(2)
        );
        let twice = rows("Rani Contoh\tPT Contoh\nrani  contoh\tPT  Contoh");
        assert!(matches!(twice, Err(Unfit::RowTwice { .. })), "{twice:?}");
    }

    #[test]
    fn rows_are_told_from_cells() {
        for pasted in ["Meja; 2", "Meja\nKursi", "Meja\t2", "Meja;"] {
            assert!(is_pasted(pasted), "{pasted:?}");
        }
        for cell in ["Meja", "Meja, lipat\n", "\nMeja", ""] {
            assert!(!is_pasted(cell), "{cell:?}");
        }
    }

    /// A table of a name, a number, and a remark that may be left out; one to three rows.
    #[test]
    fn all_rows_or_none() {
        let kind = table(3);
        let said = "barang=Meja catatan=lipat jumlah=2";
        check(&kind, "Meja; 2; lipat", said);
        check(&kind, "  Meja ;2;  lipat  ;", said);
        check(&kind, "Meja\t2\tlipat\t\t", said);
        check(&kind, "Meja; 2", "barang=Meja catatan=skipped jumlah=2");
        check(&kind, "Meja; 2; –", "barang=Meja catatan=skipped jumlah=2");
        check(
            &kind,
            "\nMeja; 2; lipat\r\n\n \u{200B}\nKursi;10\n",
            "barang=Meja catatan=lipat jumlah=2 / barang=Kursi catatan=skipped jumlah=10",
        );

        // A sheet is copied with the row above it, in whatever letters.
        for heading in [
            "Barang\tJumlah\tCatatan",
            "BARANG; JUMLAH; KETERANGAN",
            "No. barang; jumlah; catatan",
        ] {
            check(&kind, &format!("{heading}\nMeja; 2; lipat"), said);
        }
        check(&kind, "Barang; Jumlah", "Empty");
        check(
            &kind,
            "Meja; 2\nKursi; 3\nmeja; 2",
            "RowTwice { row: 3, same: 1 }",
        );

        check(&kind, "Meja", "RowCells { row: 1, has: 1, needs: 2 }");
        check(
            &kind,
            "Meja; 2\nKursi; 3; lipat; biru",
            "RowCells { row: 2, has: 4, needs: 3 }",
        );
        let because = |row: usize, column: &str, why: &str| {
            format!(
                "Row {{ row: {row}, column: Text {{ id: \"{column}\", others: {{}} }}, because: {why} }}"
            )
        };
        check(
            &kind,
            "Meja; 2\nKursi; banyak",
            &because(2, "Jumlah", "NotANumber"),
        );
        check(&kind, "; 2", &because(1, "Barang", "Empty"));
        check(
            &kind,
            "Meja; 2\nKursi; 100",
            &because(2, "Jumlah", "NumberTooLarge { max: \"99\" }"),
        );
        check(&kind, " \n ", "Empty");
    }

    /// Too many rows are one matter, not two hundred.
    #[test]
    fn too_many_rows_are_not_looked_at() {
        let rows = "salah\n".repeat(200);
        check(&table(3), &rows, "TooManyRows { max: 3, has: 200 }");
        // The row above them is none of them.
        let four = "Barang; Jumlah\nMeja; 1\nKursi; 1\nLampu; 1\nRak; 1";
        check(&table(3), four, "TooManyRows { max: 3, has: 4 }");
        let said = "barang=Meja catatan=skipped jumlah=1 / barang=Kursi catatan=skipped jumlah=1 / barang=Lampu catatan=skipped jumlah=1";
        check(&table(3), four.trim_end_matches("\nRak; 1"), said);
    }
}
