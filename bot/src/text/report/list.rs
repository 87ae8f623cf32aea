//! The list of requests at the end of a report.

use domain::{
    office::Office,
    procedure::{Answer, Field},
    query::{ReportLine, Stood},
};
use press::list::{ColumnKind, Datum, ListColumn, ListPlan};

use super::stood;
use crate::text::{Speech, extract::tongue, value::value, words::t};

/// The columns of the list, in the words of one language.
#[derive(Debug, Clone)]
pub struct ReportList {
    by: Vec<Field>,
    listed: Vec<Field>,
    plan: ListPlan,
}

impl ReportList {
    pub fn of(s: &Speech, by: &[Field], listed: &[Field]) -> ReportList {
        let column = |heading: String, holds: ColumnKind| ListColumn {
            heading,
            holds,
            sum: false,
        };
        let mut columns = vec![
            column(t!(plain s, "extract-number"), ColumnKind::Whole),
            column(t!(plain s, "extract-ticket"), ColumnKind::Text),
            column(t!(plain s, "report-received"), ColumnKind::Date),
            column(t!(plain s, "extract-agency"), ColumnKind::Text),
        ];
        for field in by.iter().chain(listed) {
            let label = s.text(&field.label).to_owned();
            columns.push(column(label, ColumnKind::Text));
        }
        columns.push(column(t!(plain s, "extract-standing"), ColumnKind::Text));
        columns.push(column(t!(plain s, "report-ended-on"), ColumnKind::Date));
        ReportList {
            by: by.to_vec(),
            listed: listed.to_vec(),
            plan: ListPlan {
                name: t!(plain s, "report-requests"),
                tongue: tongue(s),
                columns,
            },
        }
    }

    pub fn plan(&self) -> &ListPlan {
        &self.plan
    }

    /// The cells of a line, as many as there are columns; `place` counts from one.
    pub fn cells(&self, s: &Speech, office: &Office, line: &ReportLine, place: u64) -> Vec<Datum> {
        let mut cells = vec![
            Datum::Whole(i64::try_from(place).unwrap_or(i64::MAX)),
            Datum::Text(line.ticket.clone()),
            Datum::Date(line.opened),
            Datum::Text(s.text(&office.agency_name(&line.agency)).to_owned()),
        ];
        let answered = |(field, answer): (&Field, &Option<Answer>)| match answer {
            Some(Answer::Skipped) | None => Datum::Empty,
            Some(answer) => Datum::Text(value(s, office, field, answer)),
        };
        cells.extend(self.by.iter().zip(&line.by).map(answered));
        cells.extend(self.listed.iter().zip(&line.listed).map(answered));
        cells.push(Datum::Text(match (&line.standing, line.stood) {
            (Some(standing), Stood::Open) => {
                t!(plain s, "report-open-at", step = s.text(standing))
            }
            (Some(standing), Stood::Ended(_)) => s.text(standing).to_owned(),
            (None, _) => stood(s, line.stood),
        }));
        cells.push(line.ended.map_or(Datum::Empty, Datum::Date));
        cells
    }
}
