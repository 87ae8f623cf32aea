//! Filling a table: cell by cell, or many rows at once, of which those that do not fit are corrected alone.

use super::form_page::{FormPage, does_not_fit};
use crate::{
    Counter, Error, Refusal,
    procedure::{
        Answer, Field, Input,
        accept::{SortedRows, Unfit, accept_further, is_pasted, sort_rows},
    },
};

/// An answer within a table: the cell that is asked, whole rows as text, or what was wrong in one of them.
pub(super) fn answer_table(
    counter: &Counter,
    page: &mut FormPage,
    field: &Field,
    input: &Input,
) -> Result<(), Error> {
    let limits = field.row_limits(|code| page.earlier().get(code));
    let table = page.draft.filling.table(&field.code);
    let knowledge = page.knowledge(counter);
    let unfit = |unfit| does_not_fit(field, unfit);
    match (input, table.cell(field)) {
        (Input::Text(typed), _) if !table.wrong.is_empty() => {
            let mut table = table;
            table
                .correct(field.columns(), typed, &knowledge)
                .map_err(unfit)?;
            page.draft.filling.take_corrected(field, table, limits);
        }
        (Input::Text(typed), _) if is_pasted(typed) && field.extends().is_some() => {
            let places = (table.rows.len(), limits.max);
            let rows = accept_further(field, typed, places, &knowledge).map_err(unfit)?;
            let wrong = Vec::new();
            let sorted = SortedRows { rows, wrong };
            page.draft.filling.take_rows(field, sorted, limits);
        }
        (Input::Text(typed), _) if is_pasted(typed) => {
            let there = &table.rows;
            let sorted = sort_rows(field.columns(), typed, there, limits.max, &knowledge);
            let sorted = sorted.map_err(unfit)?;
            page.draft.filling.take_rows(field, sorted, limits);
        }
        (_, Some(cell)) => {
            let answer = cell.accept(input, &knowledge).map_err(unfit)?;
            let column = cell.code.clone();
            match table.twice(field.columns(), &column, &answer) {
                Some(twice) => return Err(unfit(twice)),
                None => page.draft.filling.take_cell(field, column, answer, limits),
            }
        }
        (_, None) => return Err(unfit(Unfit::NeedsButton)),
    }
    Ok(())
}

/// Takes away the row that was to be corrected, or the last one.
pub(super) fn remove_row(page: &mut FormPage) -> Result<(), Error> {
    let field = asked_table(page)?;
    let limits = field.row_limits(|code| page.earlier().get(code));
    let filling = &mut page.draft.filling;
    if filling.pass_wrong_row(&field, limits) || filling.remove_row(&field) {
        Ok(())
    } else {
        Err(Refusal::QuestionPassed.into())
    }
}

/// Passes over the optional cell or question that is asked. A whole table can be passed over while
/// nothing is in it.
pub(super) fn skip(page: &mut FormPage) -> Result<(), Error> {
    let field = page.question()?;
    let filling = &mut page.draft.filling;
    let table = filling.table(&field.code);
    match table.cell(&field) {
        Some(cell) if !cell.required => {
            let limits = field.row_limits(|code| page.earlier().get(code));
            let (filling, column) = (&mut page.draft.filling, cell.code.clone());
            filling.take_cell(&field, column, Answer::Skipped, limits);
            Ok(())
        }
        _ if !field.required && !table.has_rows() && !table.is_within_a_row(&field) => {
            filling.take(field.code, Answer::Skipped);
            Ok(())
        }
        _ => Err(Refusal::Incomplete { field: field.code }.into()),
    }
}

pub(super) fn asked_table(page: &FormPage) -> Result<Field, Refusal> {
    let field = page.question()?;
    if field.is_table() {
        Ok(field)
    } else {
        Err(Refusal::QuestionPassed)
    }
}
