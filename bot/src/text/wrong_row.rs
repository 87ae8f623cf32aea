//! A row that came with others and does not fit: what it says, what is wrong, and how it is corrected.

use domain::{
    Counter,
    command::FormPage,
    office::Office,
    procedure::{Answer, Field, Table, accept::Unfit},
};

use super::{
    Html, Screen, Speech,
    choices::{Past, QuestionKeys},
    form_keys::key,
    html::shortened,
    phrase::Saying,
    unfit, value,
    words::t,
};
use crate::button::FormPress;

/// Longest row that is shown.
const ROW: usize = 200;

pub(super) fn wrong_row(
    s: &Speech,
    counter: &Counter,
    (page, field, table): (&FormPage, &Field, &Table),
    mut text: Html,
    back: bool,
) -> Screen {
    let columns = field.columns();
    let names: Vec<_> = columns.iter().map(|it| s.text(&it.label)).collect();
    let names = names.join("; ");
    if let Some(row) = table.wrong.first() {
        let cells = shortened(&row.cells.join("; "), ROW);
        text.gap();
        if row.returned {
            let said = said_before(s, &counter.office, page, field, row.at);
            let said = shortened(&said, ROW);
            text.line(t!(s, "table-returned-row", row = row.row, cells = said));
        } else {
            text.line(t!(s, "table-wrong-row", row = row.row, cells = cells));
        }
        let saying = Saying {
            s,
            office: &counter.office,
            procedure: &page.procedure,
        };
        match row.why(columns, &table.rows, &page.knowledge(counter)) {
            Some(Unfit::Row {
                column, because, ..
            }) => {
                let asked = columns.iter().find(|it| it.label == column);
                let options = asked.map(|it| it.kind.way().options()).unwrap_or_default();
                let column = s.text(&column);
                let options: Vec<_> = options.iter().map(|it| s.text(&it.label)).collect();
                text.line(if options.is_empty() {
                    let why = unfit::bare(&saying, &because);
                    t!(s, "fact", label = column, value = why)
                } else {
                    let options = options.join(", ");
                    t!(s, "table-wrong-option", column = column, options = options)
                });
                text.line(if columns.len() > 1 {
                    t!(s, "table-correct-cell", column = column, columns = names)
                } else {
                    t!(s, "table-correct-row", columns = names)
                });
            }
            Some(Unfit::RowCells { has, needs, .. }) => {
                text.line(t!(s, "table-wrong-cells", has = has, needs = needs));
                text.line(t!(s, "table-correct-row", columns = names));
            }
            Some(Unfit::RowTwice { same, .. }) => {
                text.line(t!(s, "table-wrong-twice", same = same));
                text.line(t!(s, "table-correct-row", columns = names));
            }
            Some(Unfit::RowReturned { .. }) => {
                text.line(t!(s, "table-correct-row", columns = names));
            }
            Some(unfit @ Unfit::RowThere { .. }) => {
                text.line(unfit::bare(&saying, &unfit));
                text.line(t!(s, "table-correct-row", columns = names));
            }
            _ => {}
        }
    }
    if !table.rows.is_empty() {
        text.line(t!(s, "table-right-rows"));
    }
    let later = table.wrong.len().saturating_sub(1);
    if later > 0 {
        text.line(t!(s, "table-wrong-later", n = later));
    }
    let mut screen = Screen::new(text);
    let pass = t!(plain s, "button-pass-row");
    screen.row(key(page, pass, FormPress::RemoveRow));
    let keys = QuestionKeys {
        keep: false,
        past: Past::No,
        explained: false,
        back,
    };
    keys.show(s, page, &mut screen);
    screen
}

/// What a row says that was marked to be repaired.
fn said_before(s: &Speech, office: &Office, page: &FormPage, field: &Field, at: usize) -> String {
    match page.draft.filling.old.get(&field.code) {
        Some(Answer::Rows(rows)) => rows
            .get(at)
            .map(|cells| value::row(s, office, field, cells))
            .unwrap_or_default(),
        _ => String::new(),
    }
}
