//! A table on the screen: the rows so far, and the cell that is asked.

use domain::{
    Counter,
    command::FormPage,
    office::Office,
    procedure::{Field, Table, table::RowLimits},
};

use super::{
    Html, Screen, Speech,
    choices::{Past, QuestionKeys, choices},
    form_keys::key,
    html::shortened,
    value::row,
    words::t,
    wrong_row,
};
use crate::button::FormPress;

/// Longest row in the list of rows so far.
const ROW: usize = 80;
/// So many rows are shown; those before them have been seen.
const SHOWN: usize = 10;

/// The question about a table, beneath its words.
pub(super) fn question(
    s: &Speech,
    counter: &Counter,
    page: &FormPage,
    field: &Field,
    mut text: Html,
) -> Screen {
    let table = page.draft.filling.table(&field.code);
    let limits = field.row_limits(|code| page.earlier().get(code));
    rows_so_far(s, &counter.office, field, &table, &mut text);
    if !table.wrong.is_empty() {
        let back = !is_first(page, field);
        return wrong_row::wrong_row(s, counter, (page, field, &table), text, back);
    }
    match table.cell(field) {
        Some(column) => cell(s, page, field, &table, limits, column, text),
        None => look(s, page, field, table.rows.len(), limits, text),
    }
}

fn rows_so_far(s: &Speech, office: &Office, field: &Field, table: &Table, text: &mut Html) {
    let begun = table.begun(field).filter(|row| !row.is_empty());
    let rows: Vec<_> = table.rows.iter().chain(&begun).collect();
    let hidden = rows.len().saturating_sub(SHOWN);
    if hidden > 0 {
        text.line(t!(s, "table-earlier-rows", n = hidden));
    }
    for (place, cells) in rows.iter().enumerate().skip(hidden) {
        let cells = shortened(&row(s, office, field, cells), ROW);
        text.line(t!(s, "table-row", n = place + 1, row = cells));
    }
}

/// One cell is asked, like a question of its own.
fn cell(
    s: &Speech,
    page: &FormPage,
    field: &Field,
    table: &Table,
    limits: RowLimits,
    column: &Field,
    mut text: Html,
) -> Screen {
    let number = table.rows.len() + 1;
    let name = s.text(&column.label);
    text.gap().line(if limits.min == limits.max {
        t!(
            s,
            "table-cell-of",
            row = number,
            rows = limits.max,
            column = name
        )
    } else {
        t!(s, "table-cell", row = number, column = name)
    });
    if let Some(example) = &column.example {
        text.line(t!(s, "example", example = s.text(example)));
    }
    let first = !table.is_within_a_row(field);
    let past = match (field.required, column.required) {
        (false, _) if first && table.rows.is_empty() => Past::Nothing,
        (_, false) => Past::Skip,
        _ => Past::No,
    };
    if past == Past::Skip {
        text.line(t!(s, "form-optional"));
    }
    if first && limits.max > 1 {
        text.line(pasting(s, field));
    }
    let mut screen = Screen::new(text);
    choices(s, page, column, &mut screen);
    let keys = QuestionKeys {
        keep: false,
        past,
        explained: field.explain.is_some(),
        back: !first || !table.rows.is_empty() || !is_first(page, field),
    };
    keys.show(s, page, &mut screen);
    screen
}

/// How several rows are sent at once.
fn pasting(s: &Speech, field: &Field) -> Html {
    let columns = field.own_columns().iter();
    let names: Vec<_> = columns.map(|column| s.text(&column.label)).collect();
    if names.len() == 1 {
        return t!(s, "table-paste-one");
    }
    t!(s, "table-paste", columns = names.join("; "))
}

/// The rows so far are looked at: are there more?
fn look(
    s: &Speech,
    page: &FormPage,
    field: &Field,
    has: usize,
    limits: RowLimits,
    mut text: Html,
) -> Screen {
    let as_before = page.draft.filling.table_is_as_before(&field.code);
    let complete = limits.check(has).is_ok();
    text.gap().line(if has < limits.min {
        t!(s, "table-more", n = limits.min - has)
    } else if has > limits.max {
        t!(s, "table-fewer", n = has - limits.max)
    } else if as_before {
        t!(s, "table-as-before")
    } else if has == limits.max {
        t!(s, "table-full", max = limits.max)
    } else {
        t!(s, "table-look")
    });
    let mut screen = Screen::new(text);
    if has < limits.max {
        screen.row(key(page, t!(plain s, "button-add-row"), FormPress::AddRow));
    }
    if complete && !as_before {
        let done = t!(plain s, "button-confirm-rows", n = has);
        screen.row(key(page, done, FormPress::ConfirmRows));
    }
    let remove = t!(plain s, "button-remove-row");
    screen.row(key(page, remove, FormPress::RemoveRow));
    let keys = QuestionKeys {
        keep: complete && as_before,
        past: Past::No,
        explained: false,
        back: !is_first(page, field),
    };
    keys.show(s, page, &mut screen);
    screen
}

fn is_first(page: &FormPage, field: &Field) -> bool {
    page.draft.filling.is_first(&page.form, &field.code)
}
