//! Numbers that were written on paper while Loket stood still: which series there are, and what was entered.

use chrono::{Datelike, NaiveDate};

use super::figures::Period;
use crate::{
    Counter, Error, Refusal, Text,
    code::{AgencyCode, PaperCode, ProcedureCode},
    person::Person,
    procedure::{Issue, Procedure, issue::Numbering, number_pattern::NumberPattern},
    rights::may_enter_numbers,
    store::{NumberedPaper, series_name},
};

/// So many of those that were entered last are shown.
const SHOWN: u64 = 10;

/// A kind of paper that the office numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberSeries {
    pub procedure: ProcedureCode,
    pub paper: PaperCode,
    pub title: Text,
    /// The number that is next today, as it is written.
    pub next: String,
}

/// What somebody finds who enters numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct NumbersOnPaper {
    /// The services that number any paper.
    pub services: Vec<(ProcedureCode, Text)>,
    /// Those that were entered last, the newest first.
    pub last: Vec<NumberedPaper>,
}

/// Refused unless they may enter numbers.
pub async fn numbers(counter: &Counter, person: &Person) -> Result<NumbersOnPaper, Error> {
    may_enter_numbers(person)?;
    let numbers_any = |it: &Procedure| it.papers.iter().any(|paper| pattern(paper).is_some());
    let open = counter.catalogue.open(&counter.office);
    let services = open.filter(|it| numbers_any(it));
    Ok(NumbersOnPaper {
        services: services
            .map(|it| (it.code.clone(), it.title.clone()))
            .collect(),
        last: counter.db.numbered_last(SHOWN).await?,
    })
}

/// The papers of a service that bear numbers. Refused as [`numbers`].
pub async fn number_series(
    counter: &Counter,
    person: &Person,
    procedure: &ProcedureCode,
) -> Result<Vec<NumberSeries>, Error> {
    may_enter_numbers(person)?;
    let procedure = counter.open_procedure(procedure)?;
    let today = counter.today();
    let mut series = Vec::new();
    for issue in &procedure.papers {
        if let Some(pattern) = pattern(issue) {
            let name = series_name(&issue.code);
            let last = counter.db.last_number(&name, today.year()).await?;
            series.push(NumberSeries {
                procedure: procedure.code.clone(),
                paper: issue.code.clone(),
                title: issue.title.clone(),
                next: pattern.number(last + 1, today, &counter.office.letters.words),
            });
        }
    }
    Ok(series)
}

/// How the numbers of a paper are written; none where it has none of a series.
pub(crate) fn pattern(issue: &Issue) -> Option<NumberPattern> {
    match &issue.number {
        Numbering::Series(pattern) => pattern.parse().ok(),
        Numbering::Without | Numbering::Given(_) => None,
    }
}

/// How many papers of a service were numbered by hand in a period.
pub async fn count_numbered(
    counter: &Counter,
    procedure: &ProcedureCode,
    period: Period,
    agency: Option<&AgencyCode>,
) -> Result<u64, Error> {
    let last = period.end().pred_opt().unwrap_or(NaiveDate::MAX);
    let days = period.first()..=last;
    counter.db.count_numbered(procedure, days, agency).await
}

/// What anyone whom the office knows may learn of a number that stands on a paper in their hand.
#[derive(Debug, Clone)]
pub struct CheckedNumber {
    pub numbered: NumberedPaper,
    pub title: Text,
    pub service: Text,
    pub agency: Text,
}

/// A number from paper by its check code, or as it is written.
pub(super) async fn checked_number(
    counter: &Counter,
    code: Option<&str>,
    typed: &str,
) -> Result<Option<CheckedNumber>, Error> {
    let found = match code {
        Some(code) => counter.db.numbered_by_code(code).await?,
        None => None,
    };
    let found = match found {
        None => counter.db.numbered_by_number(typed.trim()).await?,
        found => found,
    };
    Ok(found.map(|numbered| known(counter, numbered)))
}

/// A number from paper as a list has it.
#[derive(Debug, Clone)]
pub struct ListedNumber {
    pub known: CheckedNumber,
    /// Of the request that it is about, where that was said.
    pub ticket: Option<String>,
}

/// All numbers that were written on paper, of a year or of all, in the order of their series: for whoever has the database
/// itself.
pub async fn listed_numbers(
    counter: &Counter,
    year: Option<i32>,
) -> Result<Vec<ListedNumber>, Error> {
    let mut listed = Vec::new();
    for numbered in counter.db.all_numbered(year).await? {
        let request = match numbered.request {
            Some(request) => counter.db.request(request).await?,
            None => None,
        };
        listed.push(ListedNumber {
            known: known(counter, numbered),
            ticket: request.map(|it| it.ticket),
        });
    }
    Ok(listed)
}

/// What is known of a number.
fn known(counter: &Counter, numbered: NumberedPaper) -> CheckedNumber {
    let procedure = counter.catalogue.get(&numbered.procedure);
    let issue = procedure.and_then(|it| it.paper(&numbered.paper));
    // A file that the office has given up leaves its codes.
    let code = || Text::both(numbered.paper.as_str());
    let service = || Text::both(numbered.procedure.as_str());
    CheckedNumber {
        title: issue.map_or_else(code, |it| it.title.clone()),
        service: procedure.map_or_else(service, |it| it.title.clone()),
        agency: counter.office.agency_name(&numbered.agency),
        numbered,
    }
}

/// The series that somebody means. Refused where the service or the paper is none any more.
pub(crate) fn meant_series(
    counter: &Counter,
    procedure: &ProcedureCode,
    paper: &PaperCode,
) -> Result<NumberPattern, Refusal> {
    let procedure = counter.open_procedure(procedure)?;
    let issue = procedure.paper(paper).ok_or(Refusal::NotOffered)?;
    pattern(issue).ok_or(Refusal::NotOffered)
}
