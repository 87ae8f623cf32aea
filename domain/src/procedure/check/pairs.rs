//! Which row of one table is which row of another, where both stand in lines of a register.

use super::Case;
use crate::{
    code::FieldCode,
    procedure::{
        condition::{Comparison, Condition, With, column},
        record::{Entry, RowPair},
        step::Outcome,
    },
};

/// Lines that were opened for the rows of one table are amended for the rows of another only where the file says
/// which is which: people hand things back in another order, and not all of them.
pub(super) fn rows_of_two_tables_are_paired(case: &Case<'_>) {
    let registers = &case.procedure.registers;
    for (place, entry) in registers.iter().enumerate() {
        let opened = registers[..place]
            .iter()
            .filter(|it| it.register == entry.register)
            .find_map(|it| it.each.as_ref());
        match (&entry.each, opened, &entry.pair) {
            (Some(table), Some(opened), None) if !goes_on(case, table, opened) => {
                let what = format!(
                    "Which row of `{table}` is which of `{opened}`, for whose rows the lines were written? Add e.g. pair = {{ cell = \"{table}.nomor\", with = \"{opened}.nomor\" }}."
                );
                case.complaints.at(entry.line, what);
            }
            (table, opened, Some(pair)) => paired(case, entry, (table.as_ref(), opened), pair),
            _ => {}
        }
    }
}

/// Whether the rows of a table are those of another, each at its place.
fn goes_on(case: &Case<'_>, table: &FieldCode, opened: &FieldCode) -> bool {
    let before = |code: &FieldCode| case.procedure.field(code)?.extends().cloned();
    let steps = case.procedure.steps.len();
    let mut chain = std::iter::successors(Some(table.clone()), before).take(steps + 1);
    chain.any(|it| it == *opened)
}

fn paired(
    case: &Case<'_>,
    entry: &Entry,
    (table, opened): (Option<&FieldCode>, Option<&FieldCode>),
    pair: &RowPair,
) {
    let of = |cell: &FieldCode| column(cell).map(|(table, _)| table);
    let same = table
        .zip(opened)
        .is_some_and(|(table, opened)| goes_on(case, table, opened));
    if of(&pair.cell).as_ref() != table || of(&pair.with).as_ref() != opened || same {
        let what = match (table, opened) {
            (Some(table), Some(opened)) if !same => format!(
                "`pair` names a column of `{table}` as `cell`, and one of `{opened}` as `with`."
            ),
            _ => "There are no rows of another table to pair with; remove `pair`.".to_owned(),
        };
        case.complaints.at(entry.line, what);
        return;
    }
    let writes = |outcome: &Outcome, step: &str| {
        let at = entry.at.as_ref().is_some_and(|at| at.as_str() == step);
        at && (entry.on.is_empty() || entry.on.contains(&outcome.code))
    };
    for (step, outcome) in case.outcomes() {
        if writes(outcome, step.code.as_str())
            && !outcome.must.iter().any(|it| demands(&it.holds, pair))
        {
            let what = format!(
                "A row of `{table}` that is none of `{opened}` would be lost; add to this outcome must = [{{ field = \"{cell}\", among = \"{with}\", otherwise = \"…\" }}].",
                table = table.map_or("", FieldCode::as_str),
                opened = opened.map_or("", FieldCode::as_str),
                cell = pair.cell,
                with = pair.with,
            );
            case.complaints.at(outcome.line, what);
        }
    }
}

/// Whether a demand lets no row pass that the pair would not find.
fn demands(holds: &Condition, pair: &RowPair) -> bool {
    match holds {
        Condition::All(all) => all.iter().any(|it| demands(it, pair)),
        Condition::Compares {
            field,
            how: Comparison::Among,
            with: With::First { of, .. },
        } => *field == pair.cell && *of == [pair.with.clone()],
        _ => false,
    }
}
