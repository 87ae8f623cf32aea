//! The figures of a report as tables: the same in Excel and on paper.

use domain::{
    Counter,
    procedure::Field,
    query::{Figures, Report, ReportCounts, ReportSums},
};
use press::list::{ColumnKind, Datum, ListColumn, ListPlan};

use crate::text::{
    Speech, duration::DurationWords, extract::tongue, moment::month, value::value, words::t,
};

/// A table with what it is called.
#[derive(Debug, Clone)]
pub struct ReportTable {
    pub plan: ListPlan,
    pub rows: Vec<Vec<Datum>>,
    /// What is to be said of it, on paper.
    pub note: Option<String>,
}

impl ReportTable {
    pub(super) fn noted(self, note: String) -> ReportTable {
        ReportTable {
            note: Some(note),
            ..self
        }
    }
}

/// What all of it comes to, by month, by what was asked for, by agency, and against the standard times.
pub fn tables(
    (s, counter): (&Speech, &Counter),
    report: &Report,
    by: &[Field],
    (sums, times, numbered): (&ReportSums, &Figures, u64),
) -> Vec<ReportTable> {
    let mut tables = vec![summary(s, sums, numbered), months(s, sums)];
    let fields = by.iter().zip(&sums.by);
    tables.extend(fields.map(|(field, counted)| {
        let rows = counted.iter().map(|(answer, count)| {
            let answer = answer.as_ref();
            let words = answer.map_or_else(
                || t!(plain s, "report-unanswered"),
                |answer| value(s, &counter.office, field, answer),
            );
            vec![Datum::Text(words), whole(*count)]
        });
        let label = s.text(&field.label).to_owned();
        let columns = vec![
            text(label.clone()),
            number(t!(plain s, "report-received-count")),
        ];
        table(s, label, columns, rows.collect())
    }));
    tables.push(agencies(s, counter, sums));
    tables.push(steps(s, counter, report, times));
    tables
}

/// Papers that were numbered by hand are named where there are any.
fn summary(s: &Speech, sums: &ReportSums, numbered: u64) -> ReportTable {
    let total = &sums.total;
    let by_hand = (numbered > 0).then(|| (t!(plain s, "report-numbered"), numbered));
    let rows = [
        (t!(plain s, "report-carried"), sums.carried),
        (t!(plain s, "report-received-count"), total.received),
        (t!(plain s, "report-done"), total.done),
        (t!(plain s, "report-rejected"), total.rejected),
        (t!(plain s, "report-withdrawn"), total.withdrawn),
        (t!(plain s, "report-lapsed"), total.lapsed),
        (t!(plain s, "report-still-open"), total.open),
    ];
    let rows = rows
        .into_iter()
        .chain(by_hand)
        .map(|(label, count)| vec![Datum::Text(label), whole(count)]);
    let columns = vec![
        text(t!(plain s, "report-what")),
        ListColumn {
            sum: false,
            ..number(t!(plain s, "report-count"))
        },
    ];
    table(s, t!(plain s, "report-summary"), columns, rows.collect())
}

fn months(s: &Speech, sums: &ReportSums) -> ReportTable {
    let rows = sums.months.iter().map(|(first, counts)| {
        let mut row = vec![Datum::Text(month(s, *first))];
        row.extend(counted(counts));
        row
    });
    let mut columns = vec![text(t!(plain s, "report-month"))];
    columns.extend(endings(s));
    table(s, t!(plain s, "report-by-month"), columns, rows.collect())
}

fn agencies(s: &Speech, counter: &Counter, sums: &ReportSums) -> ReportTable {
    let mut rows: Vec<_> = sums
        .agencies
        .iter()
        .map(|(agency, counts)| {
            let name = counter.office.agency_name(agency);
            let mut row = vec![Datum::Text(s.text(&name).to_owned())];
            row.extend(counted(counts));
            row.push(whole(counts.open));
            (s.text(&name).to_lowercase(), row)
        })
        .collect();
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut columns = vec![text(t!(plain s, "extract-agency"))];
    columns.extend(endings(s));
    columns.push(number(t!(plain s, "report-still-open")));
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    table(s, t!(plain s, "report-by-agency"), columns, rows)
}

/// How long each step took, and how many kept the time of the SOP.
fn steps(s: &Speech, counter: &Counter, report: &Report, times: &Figures) -> ReportTable {
    let lasting = DurationWords::on(s, &counter.office, report.period.first());
    let rows = times.rows.iter().map(|row| {
        let sum = &row.sum;
        let standard = sum.standard.map(|it| lasting.standard(it));
        vec![
            Datum::Text(s.text(&row.title).to_owned()),
            Datum::Text(standard.unwrap_or_else(|| t!(plain s, "figures-open"))),
            size(sum.count),
            sum.kept.map_or(Datum::Empty, |kept| size(kept.kept)),
            sum.kept.map_or(Datum::Empty, |kept| {
                Datum::Text(format!("{}%", kept.percent()))
            }),
            Datum::Text(lasting.of(sum.median)),
            Datum::Text(lasting.of(sum.longest)),
        ]
    });
    let columns = vec![
        text(t!(plain s, "report-step")),
        text(t!(plain s, "report-standard")),
        number(t!(plain s, "report-finished")),
        number(t!(plain s, "report-kept")),
        text(t!(plain s, "report-share")),
        text(t!(plain s, "report-median")),
        text(t!(plain s, "report-longest")),
    ];
    let times = table(s, t!(plain s, "report-times"), columns, rows.collect());
    times.noted(t!(plain s, "report-times-text"))
}

fn endings(s: &Speech) -> [ListColumn; 5] {
    [
        number(t!(plain s, "report-received-count")),
        number(t!(plain s, "report-done")),
        number(t!(plain s, "report-rejected")),
        number(t!(plain s, "report-withdrawn")),
        number(t!(plain s, "report-lapsed")),
    ]
}

fn counted(counts: &ReportCounts) -> [Datum; 5] {
    [
        counts.received,
        counts.done,
        counts.rejected,
        counts.withdrawn,
        counts.lapsed,
    ]
    .map(whole)
}

pub(super) fn table(
    s: &Speech,
    name: String,
    columns: Vec<ListColumn>,
    rows: Vec<Vec<Datum>>,
) -> ReportTable {
    let plan = ListPlan {
        name,
        tongue: tongue(s),
        columns,
    };
    ReportTable {
        plan,
        rows,
        note: None,
    }
}

pub(super) fn text(heading: String) -> ListColumn {
    ListColumn {
        heading,
        holds: ColumnKind::Text,
        sum: false,
    }
}

pub(super) fn number(heading: String) -> ListColumn {
    ListColumn {
        heading,
        holds: ColumnKind::Whole,
        sum: true,
    }
}

pub(super) fn whole(count: u64) -> Datum {
    Datum::Whole(i64::try_from(count).unwrap_or(i64::MAX))
}

fn size(count: usize) -> Datum {
    Datum::Whole(i64::try_from(count).unwrap_or(i64::MAX))
}
