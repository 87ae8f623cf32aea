//! A report on paper: a cover, a chapter for each table, and the list of requests as its annex.

use chrono::{DateTime, Utc};
use domain::{Counter, procedure::Procedure, query::Report, store::Anchor};
use press::{
    Fact, Flush, Grid, GridColumn, Section, Sheet, Signatory,
    list::{ColumnKind, Datum, ListColumn},
};

use super::{ReportTable, span, title};
use crate::{
    extract::PAPER_HOLDS,
    text::{
        Speech,
        extract::{tongue, written},
        issued::letterhead,
        moment::moment,
        value::grouped,
        words::t,
    },
};

/// What a report is printed of, beside its tables.
#[derive(Debug, Clone, Copy)]
pub struct ReportedWith<'a> {
    pub at: DateTime<Utc>,
    pub anchor: &'a Anchor,
    /// How many requests there are.
    pub lines: u64,
    /// The requests themselves; none where they are too many for paper.
    pub annex: Option<(&'a [ListColumn], &'a [Vec<Datum>])>,
}

/// The sheet that the press prints.
pub fn sheet(
    s: &Speech,
    counter: &Counter,
    (report, procedure): (&Report, &Procedure),
    tables: &[ReportTable],
    with: ReportedWith<'_>,
) -> Sheet {
    let office = &counter.office;
    let local = with.at.with_timezone(&office.zone);
    let place = office.letters.place.clone();
    let mut sections = vec![Section {
        heading: t!(plain s, "report-introduction"),
        paragraphs: vec![
            t!(
                plain s,
                "report-introduction-text",
                service = s.text(&procedure.title),
                source = s.text(&procedure.source),
                span = span(s, office, report)
            ),
            t!(plain s, "report-counted"),
        ],
        ..Section::default()
    }];
    sections.extend(tables.iter().map(|table| Section {
        heading: table.plan.name.clone(),
        grids: vec![grid(s, &table.plan.columns, &table.rows)],
        paragraphs: table.note.iter().cloned().collect(),
        ..Section::default()
    }));
    let lines = i64::try_from(with.lines).unwrap_or(i64::MAX);
    let fact = |label, value| Fact { label, value };
    let signed_by = procedure.sop.as_ref().and_then(|it| it.signed_by.as_ref());
    Sheet {
        template: "annual".to_owned(),
        tongue: tongue(s),
        letterhead: letterhead(office),
        title: title(s, procedure),
        subtitle: span(s, office, report),
        place: place.unwrap_or_else(|| s.text(&office.place).to_owned()),
        date: local.date_naive(),
        moment: local.fixed_offset(),
        zone: office.zone_name.clone(),
        facts: vec![
            fact(t!(plain s, "extract-span"), span(s, office, report)),
            fact(t!(plain s, "extract-made"), moment(s, office, with.at)),
            fact(t!(plain s, "extract-anchor"), with.anchor.short()),
        ],
        sections,
        signatories: signed_by
            .map(|role| Signatory {
                capacity: vec![format!("{},", s.text(&office.title(role)))],
                ..Signatory::default()
            })
            .into_iter()
            .collect(),
        annexes: vec![annex(s, with.annex, lines)],
        footer: t!(plain s, "report-footer", office = s.text(&office.name)),
        ..Sheet::default()
    }
}

fn annex(s: &Speech, annex: Option<(&[ListColumn], &[Vec<Datum>])>, lines: i64) -> Section {
    let heading = t!(plain s, "report-requests");
    let Some((columns, rows)) = annex else {
        let most = i64::try_from(PAPER_HOLDS).unwrap_or(i64::MAX);
        return Section {
            heading,
            paragraphs: vec![t!(
                plain s,
                "report-list-elsewhere",
                n = grouped(s, lines),
                most = grouped(s, most)
            )],
            ..Section::default()
        };
    };
    // Paper numbers its rows itself.
    let rows: Vec<Vec<Datum>> = rows.iter().map(|row| row[1..].to_vec()).collect();
    Section {
        heading,
        grids: vec![Grid {
            numbered: true,
            ..grid(s, &columns[1..], &rows)
        }],
        ..Section::default()
    }
}

fn grid(s: &Speech, columns: &[ListColumn], rows: &[Vec<Datum>]) -> Grid {
    let is_number = |column: &ListColumn| column.holds == ColumnKind::Whole;
    let sum = |(place, column): (usize, &ListColumn)| {
        let wholes = rows.iter().map(|row| match row.get(place) {
            Some(Datum::Whole(whole)) => *whole,
            _ => 0,
        });
        if column.sum {
            grouped(s, wholes.sum())
        } else {
            String::new()
        }
    };
    let sums_any = columns.iter().any(|column| column.sum) && !rows.is_empty();
    Grid {
        columns: columns
            .iter()
            .map(|column| GridColumn {
                heading: column.heading.clone(),
                flush: if is_number(column) {
                    Flush::Right
                } else {
                    Flush::Left
                },
            })
            .collect(),
        rows: rows
            .iter()
            .map(|row| row.iter().map(|cell| written(s, cell)).collect())
            .collect(),
        sums: if sums_any {
            columns.iter().enumerate().map(sum).collect()
        } else {
            Vec::new()
        },
        ..Grid::default()
    }
}
