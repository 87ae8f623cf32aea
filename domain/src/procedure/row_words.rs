//! What the file calls an answer, and what a row of a table says in one line.

use super::{
    answer::{Answer, Answers},
    field::Field,
    kind::{
        Kind,
        choice::ChoicesKind,
        number::{DecimalKind, NumberKind},
        rows::RowsKind,
        way::Opt,
    },
};
use crate::Text;

/// What the file calls an answer: the label of the option, or the unit of the number.
pub(crate) fn words(field: &Field, answer: &Answer) -> Option<Text> {
    let label = |options: &[Opt], code| {
        let option = options.iter().find(|option| &option.code == code);
        option.map(|option| option.label.clone())
    };
    match (&field.kind, answer) {
        (Kind::Choice(choice), Answer::Choice(code)) => label(&choice.options, code),
        (Kind::Choices(ChoicesKind { options, .. }), Answer::Choices(codes)) => {
            let labels: Vec<Text> = codes
                .iter()
                .filter_map(|code| label(options, code))
                .collect();
            Some(Text::joined(&labels, ", "))
        }
        (Kind::Number(NumberKind { unit, .. }) | Kind::Decimal(DecimalKind { unit, .. }), _) => {
            unit.clone()
        }
        (Kind::Rows(RowsKind { columns, .. }), Answer::Rows(rows)) => {
            let rows: Vec<Text> = rows.iter().map(|row| row_words(columns, row)).collect();
            Some(Text::joined(&rows, "; "))
        }
        _ => None,
    }
}

/// A row of a table, in the order of its columns.
pub(crate) fn row_words(columns: &[Field], row: &Answers) -> Text {
    let cells = columns.iter().filter_map(|column| {
        let answer = row.get(&column.code)?;
        (*answer != Answer::Skipped).then(|| match (answer, words(column, answer)) {
            (Answer::Choice(_), Some(words)) => words,
            (_, unit) => {
                let plain = Text::both(answer.plain());
                unit.map_or_else(
                    || plain.clone(),
                    |unit| Text::joined(&[plain.clone(), unit], " "),
                )
            }
        })
    });
    Text::joined(&cells.collect::<Vec<_>>(), " · ")
}
