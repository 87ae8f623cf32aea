//! A register on paper: a table for each year, numbered anew.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    office::Office,
    query::{Extract, ExtractLine},
    store::Anchor,
};
use press::{
    Fact, Flush, Grid, GridColumn, Section, Sheet,
    list::{ColumnKind, Datum},
};

use super::{ExtractList, ListAt, list::tongue, span, title};
use crate::text::{
    Speech,
    issued::letterhead,
    moment::moment,
    value::{decimal, grouped},
    words::t,
};

/// The sheet that the press prints.
pub fn sheet(
    s: &Speech,
    office: &Office,
    extract: &Extract,
    list: &ExtractList,
    (lines, at, anchor): (&[ExtractLine], DateTime<Utc>, &Anchor),
) -> Sheet {
    let local = at.with_timezone(&office.zone);
    let mut years: BTreeMap<i32, Vec<&ExtractLine>> = BTreeMap::new();
    for line in lines {
        years.entry(line.year).or_default().push(line);
    }
    let several = extract.year.is_none() && !years.is_empty();
    let mut sections: Vec<Section> = Vec::new();
    for (year, lines) in &years {
        sections.push(Section {
            heading: if several {
                t!(plain s, "extract-year-heading", year = year.to_string())
            } else {
                String::new()
            },
            grids: vec![grid(s, office, list, lines)],
            ..Section::default()
        });
    }
    if sections.is_empty() {
        sections.push(Section {
            grids: vec![grid(s, office, list, &[])],
            ..Section::default()
        });
    }
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let fact = |label, value| Fact { label, value };
    Sheet {
        template: "register".to_owned(),
        tongue: tongue(s),
        letterhead: letterhead(office),
        title: title(s, office, &extract.register),
        date: local.date_naive(),
        moment: local.fixed_offset(),
        zone: office.zone_name.clone(),
        facts: vec![
            fact(t!(plain s, "extract-span"), span(s, extract)),
            fact(t!(plain s, "extract-lines"), grouped(s, count)),
            fact(t!(plain s, "extract-made"), moment(s, office, at)),
            fact(t!(plain s, "extract-anchor"), anchor.short()),
        ],
        sections,
        footer: t!(plain s, "extract-footer", office = s.text(&office.name)),
        ..Sheet::default()
    }
}

/// The lines of a year. How a line stands and since when is one column, for the room.
fn grid(s: &Speech, office: &Office, list: &ExtractList, lines: &[&ExtractLine]) -> Grid {
    let plan = list.plan();
    let facts: Vec<usize> = (0..plan.columns.len())
        .filter(|place| list.at(*place) == ListAt::Fact)
        .collect();
    let standing = t!(plain s, "extract-standing");
    let mut columns: Vec<GridColumn> = facts
        .iter()
        .map(|place| GridColumn {
            heading: plan.columns[*place].heading.clone(),
            flush: match plan.columns[*place].holds {
                ColumnKind::Whole | ColumnKind::Decimal => Flush::Right,
                _ => Flush::Left,
            },
        })
        .collect();
    columns.push(GridColumn {
        heading: standing,
        flush: Flush::Left,
    });
    let sums_any = plan.columns.iter().any(|column| column.sum) && !lines.is_empty();
    let mut totals = vec![Total::default(); facts.len()];
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        let cells = list.cells(s, office, line);
        let mut row = Vec::with_capacity(facts.len() + 1);
        for (place, total) in facts.iter().zip(&mut totals) {
            total.add(&cells[*place]);
            row.push(written(s, &cells[*place]));
        }
        let stands: Vec<String> = (0..cells.len())
            .filter(|place| list.at(*place) == ListAt::Standing)
            .map(|place| written(s, &cells[place]))
            .filter(|cell| !cell.is_empty())
            .collect();
        row.push(stands.join(" – "));
        rows.push(row);
    }
    let sums = facts.iter().zip(&totals).map(|(place, total)| {
        if plan.columns[*place].sum {
            total.written(s)
        } else {
            String::new()
        }
    });
    Grid {
        numbered: true,
        columns,
        rows,
        sums: if sums_any { sums.collect() } else { Vec::new() },
        ..Grid::default()
    }
}

/// What a column adds up to.
#[derive(Debug, Clone, Default)]
struct Total {
    whole: i64,
    decimal: f64,
    has_decimals: bool,
}

impl Total {
    fn add(&mut self, cell: &Datum) {
        match cell {
            Datum::Whole(whole) => self.whole = self.whole.saturating_add(*whole),
            Datum::Decimal(decimal) => {
                self.decimal += decimal;
                self.has_decimals = true;
            }
            _ => {}
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "whole numbers beside decimal ones are small"
    )]
    fn written(&self, s: &Speech) -> String {
        if self.has_decimals {
            let sum = self.decimal + self.whole as f64;
            // What adding makes of tenths is not what people added.
            return decimal(s, &((sum * 1e6).round() / 1e6).to_string());
        }
        grouped(s, self.whole)
    }
}

/// A cell as it stands on paper.
pub(in crate::text) fn written(s: &Speech, cell: &Datum) -> String {
    match cell {
        Datum::Empty => String::new(),
        Datum::Text(text) => text.clone(),
        Datum::Whole(whole) => grouped(s, *whole),
        Datum::Decimal(number) => decimal(s, &number.to_string()),
        Datum::Date(day) => day.format("%d/%m/%Y").to_string(),
        Datum::Moment(at) => at.format("%d/%m/%Y %H.%M").to_string(),
        Datum::YesNo(true) => t!(plain s, "yes"),
        Datum::YesNo(false) => t!(plain s, "no"),
    }
}
