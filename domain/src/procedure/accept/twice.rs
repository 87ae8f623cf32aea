//! Rows of a table that say the same, where each is to say something of its own.

use super::Unfit;
use crate::procedure::{
    answer::{Answer, Answers},
    field::Field,
};

/// Why a cell cannot stand in a row beside these: no two may have it, and one has.
///
/// `row` is the place of the row among them, counted from 1, where it has one already.
pub fn cell_twice(
    column: &Field,
    cell: &Answer,
    rows: &[Answers],
    row: Option<usize>,
) -> Option<Unfit> {
    if !column.unique {
        return None;
    }
    let cell = plain(cell)?;
    let has = |row: &Answers| row.get(&column.code).and_then(plain).as_ref() == Some(&cell);
    let same = rows.iter().position(has)?;
    Some(Unfit::CellTwice {
        row,
        same: same + 1,
        column: column.label.clone(),
        value: rows.get(same)?.get(&column.code)?.plain(),
    })
}

/// Why a whole row cannot stand beside these: it says what no two may say, or all that another one says.
pub fn row_twice(
    columns: &[Field],
    row: &Answers,
    rows: &[Answers],
    place: Option<usize>,
) -> Option<Unfit> {
    let mut cells = columns
        .iter()
        .filter_map(|column| Some((column, row.get(&column.code)?)));
    cells
        .find_map(|(column, cell)| cell_twice(column, cell, rows, place))
        .or_else(|| {
            // What leaves a cell empty may be meant twice: two things without a number.
            let all = all_of(columns, row)?;
            let same = |other: &Answers| all_of(columns, other).as_ref() == Some(&all);
            let same = rows.iter().position(same)?;
            Some(Unfit::RowThere {
                row: place,
                same: same + 1,
            })
        })
}

/// What the rows of a table say twice where no two may say the same.
pub fn rows_twice(columns: &[Field], rows: &[Answers]) -> Option<Unfit> {
    let mut unique = columns.iter().filter(|column| column.unique);
    unique.find_map(|column| {
        (0..rows.len()).find_map(|place| {
            let cell = rows.get(place)?.get(&column.code)?;
            cell_twice(column, cell, rows.get(..place)?, Some(place + 1))
        })
    })
}

/// All cells of a row, where it has several and none is empty.
fn all_of(columns: &[Field], row: &Answers) -> Option<Vec<String>> {
    let cells = columns.iter().map(|column| plain(row.get(&column.code)?));
    let cells = cells.collect::<Option<Vec<_>>>()?;
    (cells.len() > 1).then_some(cells)
}

/// What is compared: whatever its capital letters, and however many spaces stand in it. Nothing where nothing was said.
fn plain(cell: &Answer) -> Option<String> {
    let said = cell.plain().to_lowercase();
    let words: Vec<&str> = said.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::rows_twice;
    use crate::procedure::{
        Procedure,
        accept::{
            Unfit, accept_rows, sort_rows,
            testing::{field, knowing, table},
        },
        answer::{Answer, Answers},
        field::Field,
        form::{Filling, Form},
        kind::{Kind, rows::RowsKind},
        read::read,
        table::{RowLimits, Table},
    };

    /// The table of things, of which no two have the same name.
    fn unique() -> Field {
        let Kind::Rows(rows) = table(9) else {
            unreachable!()
        };
        let mut columns = rows.columns.to_vec();
        columns[0].unique = true;
        let columns = columns.into();
        field(Kind::Rows(RowsKind { columns, ..rows }))
    }

    fn rows(typed: &str) -> Vec<Answers> {
        knowing(|knowledge| accept_rows(field(table(9)).columns(), typed, 9, knowledge)).unwrap()
    }

    #[test]
    fn both_rows_are_named() {
        let (field, limits) = (unique(), RowLimits { min: 1, max: 9 });
        let typed = |filling: &Filling, said: &str| {
            let table = filling.table(&field.code);
            table.twice(
                field.columns(),
                &"barang".into(),
                &Answer::Text(said.into()),
            )
        };
        let mut filling = Filling::new();
        for (column, cell) in [
            ("barang", Answer::Text("Meja  Lipat".into())),
            ("jumlah", Answer::Number(2)),
            ("catatan", Answer::Skipped),
        ] {
            assert_eq!(typed(&filling, "Kursi"), None);
            filling.take_cell(&field, column.into(), cell, limits);
        }
        let twice = |row: Option<usize>, same: usize, value: &str| Unfit::CellTwice {
            row,
            same,
            column: field.columns()[0].label.clone(),
            value: value.to_owned(),
        };
        assert_eq!(
            typed(&filling, "MEJA lipat"),
            Some(twice(Some(2), 1, "Meja  Lipat"))
        );
        assert_eq!(typed(&filling, "Meja"), None);

        // Pasted beside it: each that says it again is corrected alone, also what is corrected into it.
        let pasted = "meja lipat; 3\nKursi; 4\nRak; x\nkursi; 5; biru";
        knowing(|knowledge| {
            let there = filling.table(&field.code).rows;
            let sorted = sort_rows(field.columns(), pasted, &there, 9, knowledge).unwrap();
            filling.take_rows(&field, sorted, limits);
            let table = filling.table(&field.code);
            assert_eq!(table.rows.len(), 2, "{table:?}");
            let why = |table: &Table| {
                let wrong = table.wrong.first().unwrap();
                wrong.why(field.columns(), &table.rows, knowledge)
            };
            let first = Unfit::Row {
                row: 1,
                column: field.columns()[0].label.clone(),
                because: Box::new(twice(None, 1, "Meja  Lipat")),
            };
            assert_eq!(why(&table), Some(first));
            let mut table = table;
            table
                .correct(field.columns(), "kursi", knowledge)
                .unwrap_err();
            table.correct(field.columns(), "Lampu", knowledge).unwrap();
            table
                .correct(field.columns(), "Lampu; 3", knowledge)
                .unwrap();
            assert_eq!(
                table.wrong.len(),
                2,
                "a row that came later may not say it either"
            );
            table.correct(field.columns(), "Rak", knowledge).unwrap();
            table.correct(field.columns(), "Sofa", knowledge).unwrap();
            let names: Vec<_> = table
                .rows
                .iter()
                .map(|row| row.get(&"barang".into()).unwrap().plain())
                .collect();
            assert_eq!(names, ["Meja  Lipat", "Lampu", "Kursi", "Rak", "Sofa"]);
        });

        // All or none, as a table is answered on the terminal.
        let said =
            knowing(|knowledge| accept_rows(field.columns(), "Meja; 1\nmeja; 2", 9, knowledge));
        assert!(matches!(said, Err(Unfit::Row { row: 2, .. })), "{said:?}");
    }

    /// A whole row that is there already is not taken again; what leaves a cell empty is.
    #[test]
    fn a_row_that_is_there_is_not_taken_again() {
        let field = field(table(9));
        let there = rows("Meja; 2; lipat\nKursi; 2");
        let sorted = |pasted: &str| {
            knowing(
                |knowledge| match sort_rows(field.columns(), pasted, &there, 9, knowledge) {
                    Ok(sorted) => format!("{} {}", sorted.rows.len(), sorted.wrong.len()),
                    Err(unfit) => format!("{unfit:?}"),
                },
            )
        };
        assert_eq!(sorted("meja; 2; Lipat"), "RowThere { row: None, same: 1 }");
        assert_eq!(sorted("Kursi; 2"), "1 0");
        assert_eq!(sorted("Meja; 3; lipat\nMeja; 2; lipat"), "1 1");
    }

    const FILE: &str = r#"
        code = "x"
        version = 1
        prefix = "XXX"
        title = "X"
        about = "X."
        source = "X"
        opens = "pic"
        [[end]]
        code = "selesai"
        label = "Selesai"
        kind = "done"
        [[step]]
        code = "a"
        title = "A"
        activity = "A"
        performer = "pic"
        [[step.field]]
        code = "unit"
        label = "Unit"
        ask = "Unit mana?"
        kind = "rows"
        [[step.field.column]]
        code = "barang"
        label = "Barang"
        kind = "text"
        example = "Meja"
        unique = true
        [[step.field.column]]
        code = "jumlah"
        label = "Jumlah"
        kind = "number"
        example = "2"
        [[step.outcome]]
        code = "kirim"
        label = "Kirim"
        ends = "selesai"
    "#;

    /// Wherever rows come from (an earlier request, a repair), they are asked again before they are sent.
    #[test]
    fn what_stands_twice_is_not_sent() {
        let procedure: Procedure = read("x.toml", FILE).unwrap();
        let field = procedure.field(&"unit".into()).unwrap();
        let both = rows("Meja; 2\nKursi; 3\nmeja; 4");
        let said = rows_twice(field.columns(), &both);
        assert!(
            matches!(
                said,
                Some(Unfit::CellTwice {
                    row: Some(3),
                    same: 1,
                    ..
                })
            ),
            "{said:?}"
        );
        let answer = Answer::Rows(both);
        assert!(!field.still_holds(&answer, |_| None));
        let form = Form::opening(&procedure);
        let mut filling = Filling::new();
        filling.take(field.code.clone(), answer.clone());
        assert_eq!(filling.clash(&form, field), said);
        assert_eq!(filling.finish(&form), Err(field.code.clone()));

        let old = [(field.code.clone(), answer)].into_iter().collect();
        let repair = Form::repair(&procedure, &[]);
        let asked = Filling::over(old).asked(&repair).count();
        assert_eq!(asked, 1, "it is asked again, though it was not marked");
    }
}
