//! The sheet as its template reads it: `json("sheet.json")`. Names are data on this way, never source.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    sheet::{Grid, Section, Sheet},
    spoilt::Spoilt,
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
        let (when, zone, tongue) = (ruling.at, &sheet.zone, sheet.tongue);
        let ruling = &mut value["rulings"][at];
        ruling["day"] = words::date(when.date(), tongue).into();
        ruling["time"] = words::time(when.time(), zone, tongue).into();
        ruling["at"] = words::moment(when, zone, tongue).into();
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
            let columns: Vec<_> = (0..grid.columns.len())
                .map(|at| Measured::new(grid, at))
                .collect();
            let columns = columns.iter();
            let grid = &mut value[at]["grids"][nth];
            grid["shares"] = columns.clone().map(|column| column.share).collect();
            grid["longest"] = columns.map(|column| column.longest).collect();
        }
    }
}

/// How much room a column wants.
struct Measured<'a> {
    /// Its width in relation to the others: no word is cut, and much text gets much room.
    share: usize,
    /// What has to stay together and is the longest of that kind: does it fit, everything does.
    longest: &'a str,
}

impl<'a> Measured<'a> {
    fn new(grid: &'a Grid, at: usize) -> Self {
        let cells = || {
            grid.rows
                .iter()
                .chain([&grid.sums])
                .filter_map(|row| row.get(at))
        };
        let longest = cells().map(|cell| longest_piece(cell));
        let longest = longest
            .max_by_key(|piece| piece.chars().count())
            .unwrap_or_default();
        // Headings are bold.
        let heading = longest_piece(&grid.columns[at].heading).chars().count() * 6 / 5;
        let piece = longest.chars().count().max(heading);
        let text = cells()
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or_default();
        let share = (piece + 2).max(text.min(60) / 2 + 2);
        Self { share, longest }
    }
}
