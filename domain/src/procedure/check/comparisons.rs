//! What is compared can be compared.

use super::Case;
use crate::{
    code::FieldCode,
    procedure::{
        condition::{Comparison, With},
        field::Field,
        kind::Kind,
        read::unknown,
    },
};

/// Two days, two moments; numbers, or how many there are; anything that is the same.
pub(super) fn compared(
    case: &Case<'_>,
    line: usize,
    (field, how, with): (&FieldCode, Comparison, &With),
    earlier: &[&Field],
) {
    if with.questions().contains(field) {
        let what = format!("`{field}` is compared with itself; name another question.");
        case.complaints.at(line, what);
        return;
    }
    if how == Comparison::Among {
        for cell in std::iter::once(field).chain(with.questions()) {
            column_of_a_table(case, line, cell, earlier);
        }
        return;
    }
    let Some(asked) = asked_before(case, line, field, earlier) else {
        return;
    };
    let counts = matches!(how, Comparison::AtLeast | Comparison::AtMost);
    if counts && !is_counted(asked) {
        let what = format!(
            "`{field}` is no number; `at-least` and `at-most` look at a number, or count the rows, items or options of an answer."
        );
        case.complaints.at(line, what);
    }
    let fits = match with {
        With::Day(_) | With::Sent => asked.is_a_time(),
        With::Time(_) => matches!(asked.kind, Kind::Time(_)) && how != Comparison::SameDay,
        With::Number(_) | With::First { .. } => true,
    };
    if !fits {
        let what = match with {
            With::Time(_) => {
                format!("`{field}` is no time of day and cannot be compared with one.")
            }
            _ => format!("`{field}` is no day and no moment, and cannot be compared with one."),
        };
        case.complaints.at(line, what);
    }
    for other in with.questions() {
        if let Some((entry, column)) = other.as_str().split_once('.') {
            column_of_a_line(case, line, how, (entry, column), earlier);
            continue;
        }
        // Of several the first that was answered counts: one may be asked later, by a step from which a way leads back.
        let is_earlier = |code: &FieldCode| earlier.iter().any(|it| it.code == *code);
        let later = (with.questions().iter().any(is_earlier) && !is_earlier(other))
            .then(|| case.procedure.field(other))
            .flatten();
        let Some(other) = later.or_else(|| asked_before(case, line, other, earlier)) else {
            continue;
        };
        let alike = match how {
            Comparison::Equals | Comparison::Among => true,
            Comparison::SameDay => asked.is_a_time() && other.is_a_time(),
            Comparison::AtLeast | Comparison::AtMost => is_counted(other),
            Comparison::After | Comparison::Before => {
                (asked.is_a_time() && other.is_a_time())
                    || matches!((&asked.kind, &other.kind), (Kind::Time(_), Kind::Time(_)))
            }
            Comparison::Near(_) => is_near(asked, other),
        };
        if !alike {
            let what = if counts {
                format!("`{}` is no number and cannot be counted.", other.code)
            } else if how == Comparison::SameDay {
                format!(
                    "`{}` and `{}` cannot be compared; `same-day` looks at dates and moments.",
                    asked.code, other.code
                )
            } else {
                format!(
                    "`{}` and `{}` cannot be compared; both must be dates, both moments, or, for `after` and `before`, both times of day.",
                    asked.code, other.code
                )
            };
            case.complaints.at(line, what);
        }
    }
}

fn is_near(one: &Field, other: &Field) -> bool {
    matches!(
        (&one.kind, &other.kind),
        (Kind::Date(_), Kind::Date(_)) | (Kind::DateTime(_), Kind::DateTime(_))
    )
}

fn is_counted(field: &Field) -> bool {
    matches!(
        field.kind,
        Kind::Number(_) | Kind::Decimal(_) | Kind::Rows(_) | Kind::Items(_) | Kind::Choices(_)
    )
}

/// A column of the line that an earlier question has chosen.
fn column_of_a_line(
    case: &Case<'_>,
    line: usize,
    how: Comparison,
    (entry, column): (&str, &str),
    earlier: &[&Field],
) {
    if how != Comparison::Equals {
        case.complaints.at(
            line,
            "A column of a line is text; it can only be compared by `equals`.",
        );
    }
    let Some(asked) = asked_before(case, line, &entry.into(), earlier) else {
        return;
    };
    let Kind::Entry(chosen) = &asked.kind else {
        let what =
            format!("`{entry}` chooses no line; only a question of kind `entry` has columns.");
        case.complaints.at(line, what);
        return;
    };
    let register = case.office.register(&chosen.register);
    if let Some(register) =
        register.filter(|it| it.columns.iter().all(|it| it.code.as_str() != column))
    {
        let noun = format!("column of the register `{}` called", register.code);
        let known = register.columns.iter().map(|column| column.code.as_str());
        case.complaints.at(line, unknown(&noun, column, known));
    }
}

/// A column of a table that an earlier question asks for.
fn column_of_a_table(case: &Case<'_>, line: usize, cell: &FieldCode, earlier: &[&Field]) {
    let Some((table, column)) = cell.as_str().split_once('.') else {
        let what = format!(
            "`{cell}` is no column; `among` compares columns of tables, such as `kembali.nomor`."
        );
        case.complaints.at(line, what);
        return;
    };
    let Some(asked) = asked_before(case, line, &table.into(), earlier) else {
        return;
    };
    let Kind::Rows(rows) = &asked.kind else {
        let what = format!("`{table}` has no rows; `among` needs a question of kind `rows`.");
        case.complaints.at(line, what);
        return;
    };
    if rows.columns.iter().all(|it| it.code.as_str() != column) {
        let noun = format!("column of `{table}` called");
        let known = rows.columns.iter().map(|it| it.code.as_str());
        case.complaints.at(line, unknown(&noun, column, known));
    }
}

/// A question that is asked before the condition that looks at it.
pub(super) fn asked_before<'a>(
    case: &Case<'_>,
    line: usize,
    code: &FieldCode,
    earlier: &[&'a Field],
) -> Option<&'a Field> {
    let asked = earlier.iter().find(|earlier| &earlier.code == code);
    if asked.is_none() {
        let known = earlier.iter().map(|earlier| earlier.code.as_str());
        case.complaints
            .at(line, unknown("earlier question", code.as_str(), known));
    }
    asked.copied()
}
