//! What is taken along of a register: the lines of a year, or all, page by page.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::registers::readable;
use crate::{
    Counter, Error, Refusal, Text,
    code::{ColumnCode, RegisterCode},
    id::LineId,
    office::Register,
    person::Person,
    procedure::{
        Catalogue, Field, Kind, Outcome, Procedure, Source,
        kind::{
            number::{DecimalKind, NumberKind},
            rows::RowsKind,
        },
    },
    register::{Line, LineState},
    store::OpenedWithin,
};

/// How many lines are read at once.
const PAGE: u64 = 256;
/// How many earlier years are offered.
const YEARS: usize = 4;

/// What is taken along.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Extract {
    pub register: RegisterCode,
    /// The year in which lines were opened; none: all of them.
    pub year: Option<i32>,
}

/// A line as it is taken along.
#[derive(Debug, Clone, PartialEq)]
pub struct ExtractLine {
    pub line: Line,
    pub ticket: String,
    /// How it stood when it was read.
    pub state: LineState,
    /// The year in which it was opened, by the office's zone.
    pub year: i32,
    /// Its place among the lines of that year.
    pub place: i64,
}

/// What today's procedures write into a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnHolds {
    /// Words, or not always the same.
    Words,
    /// Whole numbers of one unit.
    Whole(Option<Text>),
    Decimal(Option<Text>),
    Date,
    Moment,
    YesNo,
}

/// An extract while it is read.
#[derive(Debug)]
pub struct Extracting {
    extract: Extract,
    after: LineId,
    /// How many lines of each year there were so far.
    counted: BTreeMap<i32, i64>,
}

impl Extracting {
    pub fn begin(extract: Extract) -> Extracting {
        Extracting {
            extract,
            after: LineId(0),
            counted: BTreeMap::new(),
        }
    }

    /// The next lines, oldest first; none at the end.
    ///
    /// Refused unless one of the person's roles reads the register, as it is for every page. Nobody: the command line
    /// asks, and whoever sits there has the database itself.
    pub async fn next(
        &mut self,
        counter: &Counter,
        by: Option<&Person>,
    ) -> Result<Vec<ExtractLine>, Error> {
        // Making a file takes a while, and a role may be taken meanwhile.
        let by = match by {
            Some(person) => counter.db.person(person.id).await?.or(Some(person.clone())),
            None => None,
        };
        may_take(counter, by.as_ref(), &self.extract.register)?;
        let within = within(counter, &self.extract);
        let found = counter
            .db
            .lines_after(&self.extract.register, &within, self.after, PAGE)
            .await?;
        if let Some((last, _)) = found.last() {
            self.after = last.id;
        }
        let now = counter.now();
        let numbered = found.into_iter().map(|(line, ticket)| {
            let year = year(counter, line.opened_at);
            let place = self.counted.entry(year).or_default();
            *place += 1;
            ExtractLine {
                state: line.state(now),
                line,
                ticket,
                year,
                place: *place,
            }
        });
        Ok(numbered.collect())
    }
}

/// How many lines an extract has. Refused as [`Extracting::next`].
pub async fn count_extract(
    counter: &Counter,
    by: Option<&Person>,
    extract: &Extract,
) -> Result<u64, Error> {
    may_take(counter, by, &extract.register)?;
    let within = within(counter, extract);
    counter.db.count_lines(&extract.register, &within).await
}

/// This year, and the last years before it in which lines were opened. Refused as [`Extracting::next`].
pub async fn extract_years(
    counter: &Counter,
    person: &Person,
    register: &RegisterCode,
) -> Result<Vec<i32>, Error> {
    may_take(counter, Some(person), register)?;
    let mut years = vec![counter.today().year()];
    while years.len() <= YEARS
        && let Some(begun) = years.last().and_then(|year| new_year(*year))
        && let Some(at) = counter
            .db
            .last_opened(register, counter.morning(begun))
            .await?
    {
        years.push(year(counter, at));
    }
    Ok(years)
}

/// What today's procedures write into a column of a register.
pub fn column_holds(
    catalogue: &Catalogue,
    register: &RegisterCode,
    column: &ColumnCode,
) -> ColumnHolds {
    let procedures = catalogue.iter();
    let all: Vec<ColumnHolds> = procedures
        .flat_map(|procedure| sources(procedure, register, column))
        .collect();
    let Some(first) = all.first() else {
        return ColumnHolds::Words;
    };
    let others = all.iter().skip(1);
    others.fold(first.clone(), |held, other| match (&held, other) {
        (same, other) if same == other => held,
        (ColumnHolds::Whole(unit), ColumnHolds::Decimal(other))
        | (ColumnHolds::Decimal(unit), ColumnHolds::Whole(other))
            if unit == other =>
        {
            ColumnHolds::Decimal(unit.clone())
        }
        _ => ColumnHolds::Words,
    })
}

fn sources(
    procedure: &Procedure,
    register: &RegisterCode,
    column: &ColumnCode,
) -> Vec<ColumnHolds> {
    let entries = procedure.registers.iter();
    let written = entries
        .filter(|entry| entry.register == *register)
        .flat_map(|entry| &entry.fill);
    let outcomes = procedure.steps.iter().flat_map(|step| &step.outcomes);
    let noted = outcomes
        .flat_map(Outcome::notes)
        .filter(|(entry, _)| procedure.chosen_from(entry) == Some(register))
        .flat_map(|(_, fill)| fill);
    written
        .chain(noted)
        .filter(|(code, _)| code == column)
        .map(|(_, source)| source_holds(procedure, source))
        .collect()
}

fn source_holds(procedure: &Procedure, source: &Source) -> ColumnHolds {
    let kind = match source {
        Source::Now => return ColumnHolds::Moment,
        Source::By
        | Source::ByAt(_)
        | Source::Applicant
        | Source::Reason
        | Source::Words(_)
        | Source::Composed(_) => return ColumnHolds::Words,
        Source::Answer(code) => procedure.field(code).map(|it| &it.kind),
        Source::Cell(table, code) => match procedure.field(table).map(|it| &it.kind) {
            Some(Kind::Rows(RowsKind { columns, .. })) => {
                let cell = columns.iter().find(|it: &&Field| it.code == *code);
                cell.map(|it| &it.kind)
            }
            _ => None,
        },
    };
    match kind {
        Some(Kind::Number(NumberKind { unit, .. })) => ColumnHolds::Whole(unit.clone()),
        Some(Kind::Decimal(DecimalKind { unit, .. })) => ColumnHolds::Decimal(unit.clone()),
        Some(Kind::Date(_)) => ColumnHolds::Date,
        Some(Kind::DateTime(_)) => ColumnHolds::Moment,
        Some(Kind::YesNo(_)) => ColumnHolds::YesNo,
        _ => ColumnHolds::Words,
    }
}

/// The register, if it is there and may be read. On the command line all may.
fn may_take<'a>(
    counter: &'a Counter,
    by: Option<&Person>,
    register: &RegisterCode,
) -> Result<&'a Register, Refusal> {
    match by {
        Some(person) => readable(counter, person, register),
        None => counter
            .office
            .register(register)
            .ok_or_else(|| Refusal::MayNotRead {
                register: register.clone(),
            }),
    }
}

fn within(counter: &Counter, extract: &Extract) -> OpenedWithin {
    let year = extract.year?;
    Some(counter.morning(new_year(year)?)..counter.morning(new_year(year + 1)?))
}

fn new_year(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1)
}

fn year(counter: &Counter, at: DateTime<Utc>) -> i32 {
    at.with_timezone(&counter.office.zone).year()
}
