//! The sheet as its template reads it: `json("sheet.json")`. Names are data on this way, never source.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    press::Spoilt,
    sheet::{Grid, Section, Sheet},
    tidy::{longest_piece, tidy},
    words,
};

/// What a template is given, and which characters no font can draw.
pub(crate) fn data(
    sheet: &Sheet,
    arms: bool,
    qr: bool,
    drawn: &dyn Fn(char) -> bool,
) -> Result<(Vec<u8>, BTreeSet<char>), Spoilt> {
    let mut sheet = sheet.clone();
    for grid in sheet
        .sections
        .iter_mut()
        .chain(&mut sheet.annexes)
        .flat_map(|s| &mut s.grids)
    {
        even(grid);
    }
    let mut value = serde_json::to_value(&sheet)?;
    value["arms"] = arms.into();
    value["qr"] = qr.into();
    value["written"] = json!({
        "date": words::date(sheet.date, sheet.tongue),
        "weekday": words::weekday(sheet.date, sheet.tongue),
        "moment": words::moment(sheet.moment.naive_local(), &sheet.zone, sheet.tongue),
        "words": words::in_words(sheet.date),
    });
    for (at, ruling) in sheet.rulings.iter().enumerate() {
        value["rulings"][at]["at"] = words::moment(ruling.at, &sheet.zone, sheet.tongue).into();
    }
    let mut missing = BTreeSet::new();
    tidy(&mut value, drawn, &mut missing);
    shares(&mut value["sections"], &sheet.sections);
    shares(&mut value["annexes"], &sheet.annexes);
    Ok((serde_json::to_vec(&value)?, missing))
}

/// Every row as wide as the heading, so that no cell slips into the next row.
fn even(grid: &mut Grid) {
    let width = grid.columns.len();
    grid.rows
        .iter_mut()
        .for_each(|row| row.resize(width, String::new()));
    if !grid.sums.is_empty() {
        grid.sums.resize(width, String::new());
    }
}

fn shares(value: &mut Value, sections: &[Section]) {
    for (at, section) in sections.iter().enumerate() {
        for (nth, grid) in section.grids.iter().enumerate() {
            value[at]["grids"][nth]["shares"] = widths(grid).into();
        }
    }
}

/// The widths of the columns in relation to each other: no word is cut, and much text gets much room.
fn widths(grid: &Grid) -> Vec<usize> {
    let width = |(at, column): (usize, &crate::sheet::GridColumn)| {
        let cells = grid
            .rows
            .iter()
            .chain([&grid.sums])
            .filter_map(|row| row.get(at));
        let cells = cells.map(|cell| (longest_piece(cell), cell.chars().count()));
        let (piece, text) = cells.fold((0, 0), |most, cell| {
            (most.0.max(cell.0), most.1.max(cell.1))
        });
        // Headings are bold.
        let piece = piece.max(longest_piece(&column.heading) * 6 / 5);
        (piece + 2).max(text.min(60) / 2 + 2)
    };
    grid.columns.iter().enumerate().map(width).collect()
}
