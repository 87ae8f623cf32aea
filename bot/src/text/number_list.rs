//! The numbers that were written on paper as a list: which letter bears which, of what date, about what.

use domain::{Counter, check_code::grouped, query::ListedNumber};
use press::list::{ColumnKind, Datum, ListColumn, ListPlan};

use super::{Speech, extract::tongue, words::t};

/// How the file is called, without its ending.
pub fn file_name(s: &Speech, year: Option<i32>) -> String {
    let name = t!(plain s, "numbers-list");
    match year {
        Some(year) => format!("{name} {year}"),
        None => name,
    }
}

/// What stands in its columns.
pub fn plan(s: &Speech) -> ListPlan {
    let column = |heading: String, holds: ColumnKind| ListColumn {
        heading,
        holds,
        sum: false,
    };
    let text = |heading: String| column(heading, ColumnKind::Text);
    ListPlan {
        name: t!(plain s, "numbers-list"),
        tongue: tongue(s),
        columns: vec![
            text(t!(plain s, "survey-list-service")),
            text(t!(plain s, "numbers-list-letter")),
            text(t!(plain s, "numbers-list-number")),
            column(t!(plain s, "numbers-list-day"), ColumnKind::Date),
            text(t!(plain s, "extract-agency")),
            text(t!(plain s, "numbers-list-subject")),
            text(t!(plain s, "extract-ticket")),
            text(t!(plain s, "numbers-list-code")),
            column(t!(plain s, "numbers-list-entered"), ColumnKind::Moment),
        ],
    }
}

/// A line for each. What it is about is gone once its time is over.
pub fn lines(s: &Speech, counter: &Counter, numbers: &[ListedNumber]) -> Vec<Vec<Datum>> {
    let text = |text: &str| Datum::Text(text.to_owned());
    let some = |it: Option<&String>| it.map_or(Datum::Empty, |it| text(it));
    let line = |listed: &ListedNumber| {
        let known = &listed.known;
        let number = &known.numbered;
        let entered = number.at.with_timezone(&counter.office.zone).naive_local();
        vec![
            text(s.text(&known.service)),
            text(s.text(&known.title)),
            text(&number.number),
            Datum::Date(number.day),
            text(s.text(&known.agency)),
            some(number.subject.as_ref()),
            some(listed.ticket.as_ref()),
            text(&grouped(&number.check)),
            Datum::Moment(entered),
        ]
    };
    numbers.iter().map(line).collect()
}
