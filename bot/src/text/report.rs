//! The report on a procedure: what is asked before it is made, what stands in it, and how its file is called.

mod list;
mod satisfaction;
mod sheet;
pub mod survey_list;
mod tables;

pub use list::ReportList;
pub use satisfaction::satisfaction;
pub use sheet::{ReportedWith, sheet};
pub use tables::{ReportTable, tables};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Counter,
    office::Office,
    procedure::{EndKind, Procedure},
    query::{Period, Report, Stood},
};

use super::{Html, Key, Screen, Speech, figures::period, moment::moment, value::grouped, words::t};
use crate::{
    button::{MenuPress, ReportPress},
    extract::ExtractForm,
};

/// On which procedure?
pub fn list(s: &Speech, procedures: &[&Procedure]) -> Screen {
    let mut screen = Screen::new(if procedures.is_empty() {
        t!(s, "report-none")
    } else {
        t!(s, "report-list")
    });
    for procedure in procedures {
        let code = procedure.code.clone();
        screen.row(Key::new(s.text(&procedure.title), ReportPress::Of(code)));
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// Of which month, quarter or year? Those that go on, and those before them.
pub fn periods(s: &Speech, procedure: &Procedure, today: NaiveDate) -> Screen {
    let mut screen = Screen::new(t!(s, "report-periods", title = title(s, procedure)));
    for at in [
        Period::year(today),
        Period::quarter(today),
        Period::month(today),
    ] {
        let key = |at: Period| {
            let button = ReportPress::Within {
                procedure: procedure.code.clone(),
                period: at,
            };
            Key::new(period(s, at), button)
        };
        screen.keys([key(at), key(at.before())]);
    }
    screen.row(others(s));
    screen
}

/// As what kind of file?
pub fn forms(s: &Speech, procedure: &Procedure, at: Period) -> Screen {
    let text = t!(
        s,
        "report-forms",
        title = title(s, procedure),
        span = period(s, at)
    );
    let mut screen = Screen::new(text);
    let button = |form| ReportPress::As {
        procedure: procedure.code.clone(),
        period: at,
        form,
    };
    screen.keys([
        Key::new(t!(plain s, "button-extract-pdf"), button(ExtractForm::Pdf)),
        Key::new(
            t!(plain s, "button-extract-xlsx"),
            button(ExtractForm::Xlsx),
        ),
    ]);
    screen.row(others(s));
    screen
}

fn others(s: &Speech) -> Key {
    Key::new(t!(plain s, "button-reports"), ReportPress::All)
}

/// What the report is called.
pub fn title(s: &Speech, procedure: &Procedure) -> String {
    let own = procedure.report.as_ref();
    match own.and_then(|plan| plan.title.as_ref()) {
        Some(title) => s.text(title).to_owned(),
        None => t!(plain s, "report-title", service = s.text(&procedure.title)),
    }
}

/// Over which time, of whom, and of which requests it is.
pub(super) fn span(s: &Speech, office: &Office, report: &Report) -> String {
    let mut parts = vec![period(s, report.period)];
    if let Some(agency) = &report.agency {
        parts.push(s.text(&office.agency_name(agency)).to_owned());
    }
    parts.extend(report.stood.map(|it| stood(s, it)));
    parts.join(" · ")
}

/// How a request stood.
pub(super) fn stood(s: &Speech, stood: Stood) -> String {
    match stood {
        Stood::Open => t!(plain s, "report-open"),
        Stood::Ended(EndKind::Done) => t!(plain s, "report-done"),
        Stood::Ended(EndKind::Rejected) => t!(plain s, "report-rejected"),
        Stood::Ended(EndKind::Withdrawn) => t!(plain s, "report-withdrawn"),
        Stood::Ended(EndKind::Lapsed) => t!(plain s, "report-lapsed"),
    }
}

/// What stands beneath the file.
pub fn caption(
    s: &Speech,
    counter: &Counter,
    report: &Report,
    (lines, at): (u64, DateTime<Utc>),
) -> Html {
    t!(
        s,
        "report-caption",
        title = called(s, counter, report),
        span = span(s, &counter.office, report),
        n = grouped(s, i64::try_from(lines).unwrap_or(i64::MAX)),
        at = moment(s, &counter.office, at)
    )
}

/// How the file is called, without its ending: `Laporan Subdomain Tahun 2026`.
pub fn file_name(s: &Speech, counter: &Counter, report: &Report) -> String {
    let (title, span) = (called(s, counter, report), span(s, &counter.office, report));
    format!("{title} {span}")
}

fn called(s: &Speech, counter: &Counter, report: &Report) -> String {
    let procedure = counter.catalogue.get(&report.procedure);
    procedure.map_or_else(|| report.procedure.to_string(), |it| title(s, it))
}
