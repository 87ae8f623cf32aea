//! Which rows of a table are to be repaired, where not all of it is.

use std::collections::BTreeMap;

use super::MARKED;
use crate::{
    Text,
    code::{FieldCode, OptionCode},
    procedure::{
        accept::WrongRow,
        answer::{Answer, Answers},
        condition::Condition,
        field::Field,
        kind::{
            choice::ChoicesKind,
            way::{Opt, Way},
        },
        row_words::row_words,
    },
};

/// The rows of each table that are to be repaired, counted from 1. A table that is marked and not among them is to be
/// repaired as a whole.
pub type MarkedRows = BTreeMap<FieldCode, Vec<usize>>;

/// What the question for the rows of a table begins with. No file can hold such a code.
const ROWS: &str = ":rows:";

/// The table whose rows a question of ours asks to be marked.
pub fn table_of(question: &FieldCode) -> Option<FieldCode> {
    question.as_str().strip_prefix(ROWS).map(FieldCode::new)
}

/// The question for the rows of a table, where it has several and is marked.
pub(super) fn rows_asked(table: &Field, request: &Answers) -> Option<Field> {
    let Some(Answer::Rows(rows)) = request.get(&table.code) else {
        return None;
    };
    if rows.len() < 2 || table.way_is_extended() {
        return None;
    }
    let options = (1..).zip(rows).map(|(number, row)| Opt {
        code: OptionCode::new(number.to_string()),
        label: Text::joined(
            &[
                Text::both(format!("{number})")),
                row_words(table.columns(), row),
            ],
            " ",
        ),
        stops: false,
    });
    let kind = ChoicesKind {
        options: options.collect(),
        at_least: 1,
    };
    Some(Field {
        label: table.label.clone(),
        when: Some(Condition::Is {
            field: MARKED.into(),
            is: vec![OptionCode::new(table.code.as_str())],
        }),
        ..Field::own(&format!("{ROWS}{}", table.code), kind.into(), false)
    })
}

/// What was marked, taken out of the answers of a decision; none where nothing was.
pub fn take_marked(answers: &mut Answers) -> Option<(Vec<FieldCode>, MarkedRows)> {
    let Some(Answer::Choices(codes)) = answers.remove(&MARKED.into()) else {
        return None;
    };
    let marked: Vec<FieldCode> = codes.iter().map(|code| code.as_str().into()).collect();
    let mut rows = MarkedRows::new();
    for table in &marked {
        let question = FieldCode::new(format!("{ROWS}{table}"));
        if let Some(Answer::Choices(numbers)) = answers.remove(&question) {
            let numbers = numbers.iter().filter_map(|it| it.as_str().parse().ok());
            rows.insert(table.clone(), numbers.collect());
        }
    }
    Some((marked, rows))
}

/// The rows of a table that its applicant is asked again, as they stand in it.
pub fn returned_rows(table: &Field, numbers: &[usize], answers: &Answers) -> Vec<WrongRow> {
    let rows = match answers.get(&table.code) {
        Some(Answer::Rows(rows)) => rows.as_slice(),
        _ => &[],
    };
    let cells = |row: &Answers| {
        let cells = table.columns().iter();
        let cells = cells.map(|column| {
            row.get(&column.code)
                .map_or_else(String::new, Answer::plain)
        });
        cells.collect()
    };
    let returned = rows.iter().enumerate().map(|(at, row)| WrongRow {
        row: at + 1,
        at,
        cells: cells(row),
        same: None,
        returned: true,
    });
    returned.filter(|row| numbers.contains(&row.row)).collect()
}

impl Field {
    fn way_is_extended(&self) -> bool {
        self.kind.way() != Way::Rows || self.extends().is_some()
    }
}
