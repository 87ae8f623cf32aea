//! Questions that are tables.

use super::{Case, codes::unique, conditions::within_a_row};
use crate::{
    code::FieldCode,
    procedure::{
        condition::Condition,
        field::Field,
        kind::{Kind, Use, Way, number::NumberKind, rows::RowsKind, text::TextKind},
        read::{bounds, unknown},
    },
};

/// More columns than this are a form of their own.
const COLUMNS: usize = 8;
/// A row of such cells fits one message.
const CELL: usize = 200;

fn tables<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Field> {
    let steps = case.procedure.steps.iter();
    let fields = steps.flat_map(|step| step.fields.iter());
    fields.filter(|field| field.is_table())
}

/// A table has one to eight columns, and room for at least one row and at most 50.
pub(super) fn tables_are_small(case: &Case<'_>) {
    for field in tables(case) {
        let Kind::Rows(RowsKind {
            columns, min, max, ..
        }) = &field.kind
        else {
            continue;
        };
        let many = columns.len();
        if many > COLUMNS {
            let what = format!("This table has {many} columns; a phone shows at most {COLUMNS}.");
            case.complaints.at(field.line, what);
        }
        if *min == 0 {
            let what = "A table has at least one row; write `required = false` where it can be passed over.";
            case.complaints.at(field.line, what);
        }
        if min > max {
            let what = format!("No table has from {min} to {max} rows; change `min` or `max`.");
            case.complaints.at(field.line, what);
        }
    }
}

/// The columns of a table have codes and labels of their own.
pub(super) fn columns_have_codes_of_their_own(case: &Case<'_>) {
    for field in tables(case) {
        let columns = || field.columns().iter();
        unique(
            case,
            "column",
            columns().map(|it| (it.code.as_str(), it.line)),
        );
        unique(
            case,
            "column labelled",
            columns().map(|it| (it.label.id.as_str(), it.line)),
        );
    }
}

/// A cell that is asked in some rows only depends on cells before it, and the first one is always asked.
pub(super) fn cells_depend_on_their_row(case: &Case<'_>) {
    for field in tables(case) {
        let mut earlier: Vec<&Field> = Vec::new();
        for column in field.columns() {
            if let Some(when) = &column.when {
                within_a_row(case, column.line, when, &earlier);
            }
            earlier.push(column);
        }
    }
}

/// A cell is of a plain kind and short, and the first one of a row is always filled.
pub(super) fn columns_fit_a_table(case: &Case<'_>) {
    for field in tables(case) {
        for column in field.columns() {
            // What is shared by a button cannot be typed between two semicolons.
            if !column.kind.can_be(Use::Cell) || column.kind.way() == Way::Contact {
                let what = format!(
                    "The column `{}` cannot be of this kind; a column is {}.",
                    column.code,
                    Kind::words_for(Use::Cell)
                );
                case.complaints.at(column.line, what);
            }
            if let Kind::Text(TextKind { max, .. }) = column.kind
                && max > CELL
            {
                let what = format!("`max = {max}` is too long for a cell; allow at most {CELL}.");
                case.complaints.at(column.line, what);
            }
        }
        for column in field.columns().iter().filter(|column| column.unique) {
            if let Some(what) = too_few_values(field, column) {
                case.complaints.at(column.line, what);
            }
        }
        if let Some(first) = field.columns().first().filter(|first| !first.required) {
            let what = format!(
                "The first column `{}` cannot be passed over; begin with one that every row has.",
                first.code
            );
            case.complaints.at(first.line, what);
        }
    }
}

/// A table that is to be filled has as many values for its rows as it takes, where no two may be the same.
fn too_few_values(field: &Field, column: &Field) -> Option<String> {
    let rows = field.row_limits(|_| None).max;
    match &column.kind {
        Kind::Text(_)
        | Kind::Ip(_)
        | Kind::Phone(_)
        | Kind::Email(_)
        | Kind::Nip(_)
        | Kind::Hostname(_) => None,
        Kind::Number(NumberKind { min, max, .. }) => {
            let values = max.zip(*min).map(|(max, min)| max - min + 1);
            let too_few = values.is_some_and(|values| usize::try_from(values).unwrap_or(0) < rows);
            too_few.then(|| {
                format!(
                    "`{}` has fewer numbers than the table has rows; widen `min` and `max`, or remove `unique`.",
                    column.code
                )
            })
        }
        _ => Some("Only a text, number, ip, phone, email, nip or hostname can be unique; remove `unique`.".to_owned()),
    }
}

/// `count` names a number that is asked earlier and that a table has rows for.
pub(super) fn rows_are_counted_by_an_earlier_number(case: &Case<'_>) {
    extended_tables_are_there(case);
    let mut earlier: Vec<&Field> = Vec::new();
    let steps = case.procedure.steps.iter();
    for field in steps.flat_map(|step| step.fields.iter()) {
        if let Kind::Rows(RowsKind {
            count: Some(count), ..
        }) = &field.kind
        {
            counted(case, field, count, &earlier);
        }
        earlier.push(field);
    }
}

/// A table that is extended is one of an earlier step, and has rows whenever this one is asked.
fn extended_tables_are_there(case: &Case<'_>) {
    let mut earlier: Vec<&Field> = Vec::new();
    for step in &case.procedure.steps {
        for field in step.fields.iter() {
            let Some(table) = field.extends().filter(|it| !it.as_str().is_empty()) else {
                continue;
            };
            let Some(found) = earlier.iter().find(|it| it.code == *table) else {
                let known = earlier.iter().map(|it| it.code.as_str());
                let what = unknown("table of an earlier step called", table.as_str(), known);
                case.complaints.at(field.line, what);
                continue;
            };
            let is_there = found.required && found.when.is_none();
            if !is_there && !field.when.as_ref().is_some_and(|when| needs(when, table)) {
                let what = format!(
                    "`{table}` can be passed over, and then there are no rows to go on with; add when = {{ field = \"{table}\", answered = true }}."
                );
                case.complaints.at(field.line, what);
            }
            if let Some(first) = field.own_columns().first().filter(|it| it.when.is_some()) {
                let what = format!(
                    "The first column that is added, `{}`, is asked in every row; remove `when`, or begin with another.",
                    first.code
                );
                case.complaints.at(first.line, what);
            }
        }
        earlier.extend(step.fields.iter().filter(|it| it.is_table()));
    }
}

/// Whether a condition holds only where a table was filled.
fn needs(when: &Condition, table: &FieldCode) -> bool {
    match when {
        Condition::Answered(field) => field == table,
        Condition::All(all) => all.iter().any(|it| needs(it, table)),
        _ => false,
    }
}

fn counted(case: &Case<'_>, field: &Field, count: &FieldCode, earlier: &[&Field]) {
    let Some(asked) = earlier.iter().find(|earlier| earlier.code == *count) else {
        let numbers = earlier
            .iter()
            .filter(|earlier| matches!(earlier.kind, Kind::Number(_)));
        let known = numbers.map(|earlier| earlier.code.as_str());
        let what = unknown("earlier number question", count.as_str(), known);
        case.complaints.at(field.line, what);
        return;
    };
    let most = *bounds::ROWS.end();
    let rows = 1..=most;
    match &asked.kind {
        Kind::Number(NumberKind {
            min: Some(min),
            max: Some(max),
            ..
        }) if rows.contains(min) && rows.contains(max) => {}
        Kind::Number(_) => {
            let what = format!(
                "`{count}` counts the rows of `{}`; give it a `min` from 1 and a `max` up to {most}.",
                field.code
            );
            case.complaints.at(asked.line, what);
        }
        _ => {
            let what = format!("`{count}` is not a number question, so it cannot count rows.");
            case.complaints.at(field.line, what);
        }
    }
}
