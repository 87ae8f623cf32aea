//! What the survey came to, as tables of a report: the index of each quarter and of all of them, and of each element.

use std::collections::BTreeMap;

use domain::{
    query::Period,
    survey::{FEWEST_ANSWERED, Quality, SurveyCounts, SurveyElement, SurveyQuarter},
};
use press::list::Datum;

use super::{
    ReportTable,
    tables::{number, table, text, whole},
};
use crate::text::{Speech, figures::period, survey::element, value::decimal, words::t};

/// Nothing where nobody was asked.
pub fn satisfaction(
    s: &Speech,
    surveyed: &BTreeMap<SurveyQuarter, SurveyCounts>,
) -> Vec<ReportTable> {
    let mut all = SurveyCounts::default();
    for counts in surveyed.values() {
        all.merge(counts);
    }
    if all.asked == 0 {
        return Vec::new();
    }
    let mut rows: Vec<_> = surveyed
        .iter()
        .map(|(quarter, counts)| row(s, period(s, Period::quarter(quarter.first())), counts))
        .collect();
    if surveyed.len() > 1 {
        rows.push(row(s, t!(plain s, "report-survey-all"), &all));
    }
    let columns = vec![
        text(t!(plain s, "report-survey-quarter")),
        unsummed(t!(plain s, "report-survey-asked")),
        unsummed(t!(plain s, "report-survey-answered")),
        text(t!(plain s, "report-survey-index")),
        text(t!(plain s, "report-survey-quality")),
    ];
    let note = t!(plain s, "report-survey-note", n = FEWEST_ANSWERED);
    let index = table(s, t!(plain s, "report-survey"), columns, rows).noted(note);
    let mut tables = vec![index];
    if all.index().is_some() {
        tables.push(elements(s, &all));
    }
    tables
}

fn row(s: &Speech, label: String, counts: &SurveyCounts) -> Vec<Datum> {
    let index = counts.index();
    let quality = |hundredths| {
        let letter = Quality::of(hundredths).letter();
        t!(plain s, "survey-quality", letter = letter)
    };
    vec![
        Datum::Text(label),
        whole(counts.asked),
        whole(counts.answered),
        Datum::Text(index.map_or("–".to_owned(), |it| hundredths(s, it))),
        Datum::Text(index.map_or("–".to_owned(), quality)),
    ]
}

fn elements(s: &Speech, all: &SurveyCounts) -> ReportTable {
    let judged = SurveyElement::ALL
        .into_iter()
        .filter_map(|it| Some((it, all.value(it)?)));
    let rows = judged.map(|(it, (count, value))| {
        vec![
            Datum::Text(element(s, it)),
            whole(count),
            Datum::Text(decimal(s, &format!("{value:.2}"))),
        ]
    });
    let columns = vec![
        text(t!(plain s, "report-survey-element")),
        unsummed(t!(plain s, "report-survey-judged")),
        text(t!(plain s, "report-survey-value")),
    ];
    let note = t!(plain s, "report-survey-formula");
    table(
        s,
        t!(plain s, "report-survey-elements"),
        columns,
        rows.collect(),
    )
    .noted(note)
}

/// Of people nobody makes a sum here: the last row has it.
fn unsummed(heading: String) -> press::list::ListColumn {
    press::list::ListColumn {
        sum: false,
        ..number(heading)
    }
}

fn hundredths(s: &Speech, hundredths: u32) -> String {
    decimal(s, &format!("{}.{:02}", hundredths / 100, hundredths % 100))
}
