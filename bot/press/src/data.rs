//! The sheet as its template reads it: `json("sheet.json")`. Names are data on this way, never source.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    sheet::{Grid, Section, Sheet},
    spoilt::Spoilt,
    tidy::tidy,
    want::Want,
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
    columns(&mut value["sections"], &sheet.sections);
    columns(&mut value["annexes"], &sheet.annexes);
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

fn columns(value: &mut Value, sections: &[Section]) {
    for (at, section) in sections.iter().enumerate() {
        for (nth, grid) in section.grids.iter().enumerate() {
            let grid_value = &mut value[at]["grids"][nth];
            grid_value["wants"] = Want::of_all(grid).map(|want| json!(want)).collect();
            // What the `letter.typ` of an office may still read that was written after an older one of ours.
            let shares = Want::of_all(grid).map(|want| (want.share(), want.words.first().copied()));
            let (shares, longest): (Vec<_>, Vec<_>) = shares.unzip();
            grid_value["shares"] = json!(shares);
            grid_value["longest"] = longest.into_iter().map(Option::unwrap_or_default).collect();
        }
    }
}
