//! The report on a procedure: what came in, what became of it, how long it took, and each request in a list.

mod sums;

use std::ops::Range;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

pub use self::sums::{ReportCounts, ReportSums};
use super::figures::{Figures, Period, Row, Side, Stays, Sum, figures_within, moments};
use crate::{
    Counter, Error, Refusal, Text,
    code::{AgencyCode, ProcedureCode},
    id::RequestId,
    person::Person,
    procedure::{Answer, EndKind, Field, Procedure, SpanPlan},
    request::{Request, Timing},
    store::{FinishedWhere, RequestsWithin},
};

/// How many requests are read at once.
const PAGE: u64 = 256;

/// Which report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Report {
    pub procedure: ProcedureCode,
    pub period: Period,
    /// Only the requests of this agency.
    pub agency: Option<AgencyCode>,
    /// Only those that stood so when the period was over, or stand so now where it is not.
    pub stood: Option<Stood>,
}

/// How a request stood at the end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stood {
    Open,
    Ended(EndKind),
}

/// A request as it stands in a report.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportLine {
    pub ticket: String,
    pub agency: AgencyCode,
    /// The day on which it came in, in the office.
    pub opened: NaiveDate,
    pub stood: Stood,
    /// What the end is called, or the step at which it waits; none where it waited at the end of a period that is over.
    pub standing: Option<Text>,
    /// The day on which it ended, within the period.
    pub ended: Option<NaiveDate>,
    /// What was answered to the questions by which requests are counted, and to those that are listed.
    pub by: Vec<Option<Answer>>,
    pub listed: Vec<Option<Answer>>,
}

/// A report while its requests are read.
#[derive(Debug)]
pub struct Reporting {
    report: Report,
    by: Vec<Field>,
    listed: Vec<Field>,
    after: RequestId,
}

impl Reporting {
    /// Refused unless the person sees all, or reads a register into which the procedure writes. Nobody: the command
    /// line asks.
    pub fn begin(
        counter: &Counter,
        by: Option<&Person>,
        report: Report,
    ) -> Result<Reporting, Refusal> {
        let procedure = reported(counter, by, &report.procedure)?;
        let plan = procedure.report.as_ref();
        let fields = |codes: &[_]| -> Vec<Field> {
            let codes = codes.iter();
            codes
                .filter_map(|code| procedure.field(code).cloned())
                .collect()
        };
        Ok(Reporting {
            by: plan.map(|plan| fields(&plan.by)).unwrap_or_default(),
            listed: plan.map(|plan| fields(&plan.list)).unwrap_or_default(),
            report,
            after: RequestId(0),
        })
    }

    /// The questions by whose answers requests are counted.
    pub fn by(&self) -> &[Field] {
        &self.by
    }

    /// The questions whose answers stand in the list.
    pub fn listed(&self) -> &[Field] {
        &self.listed
    }

    /// Nothing counted yet.
    pub fn sums(&self, counter: &Counter) -> ReportSums {
        let today = counter.today();
        ReportSums::of(self.report.period, today, &self.by)
    }

    /// The next requests that were open at some time of the period, oldest first; none at the end. A page may be empty.
    ///
    /// Refused as [`Reporting::begin`], as it is for every page: making a file takes a while, and a role may be taken
    /// meanwhile.
    pub async fn next(
        &mut self,
        counter: &Counter,
        by: Option<&Person>,
    ) -> Result<Option<Vec<ReportLine>>, Error> {
        let by = match by {
            Some(person) => counter.db.person(person.id).await?.or(Some(person.clone())),
            None => None,
        };
        reported(counter, by.as_ref(), &self.report.procedure)?;
        let within = moments(counter, self.report.period);
        let which = RequestsWithin {
            procedure: &self.report.procedure,
            agency: self.report.agency.as_ref(),
            within: within.clone(),
        };
        let found = counter.db.requests_within(which, self.after, PAGE).await?;
        let Some(last) = found.last() else {
            return Ok(None);
        };
        self.after = last.id;
        let mut lines = Vec::with_capacity(found.len());
        for request in found {
            let line = self.line(counter, &within, request).await?;
            lines.extend(line.filter(|line| self.report.stood.is_none_or(|it| it == line.stood)));
        }
        Ok(Some(lines))
    }

    /// None where it had ended before the period.
    async fn line(
        &self,
        counter: &Counter,
        within: &Range<DateTime<Utc>>,
        request: Request,
    ) -> Result<Option<ReportLine>, Error> {
        let procedure = counter.shown_procedure_of(&request).await?;
        let since = request.state.since;
        let ended = request.ended().filter(|_| since < within.end);
        if ended.is_some() && since < within.start {
            return Ok(None);
        }
        let end = ended.and_then(|code| procedure.end(code));
        // A version that no longer reads knows no ends; something ended it all the same.
        let kind = end.map_or(EndKind::Lapsed, |end| end.kind);
        let stood = match ended {
            Some(_) => Stood::Ended(kind),
            None => Stood::Open,
        };
        let waits = request.step().and_then(|step| procedure.step(step));
        let standing = match (&ended, end) {
            (Some(code), None) => Some(Text::both(code.as_str())),
            (Some(_), Some(end)) => Some(end.label.clone()),
            // Where it stood then is not where it stands now.
            (None, _) => waits
                .filter(|_| within.end > counter.now())
                .map(|step| step.title.clone()),
        };
        let day = |at: DateTime<Utc>| at.with_timezone(&counter.office.zone).date_naive();
        let answers = |fields: &[Field]| -> Vec<Option<Answer>> {
            let fields = fields.iter();
            let answered = fields.map(|field| request.state.answers.get(&field.code).cloned());
            answered.collect()
        };
        Ok(Some(ReportLine {
            agency: request.agency.clone(),
            opened: day(request.opened_at),
            stood,
            standing,
            ended: ended.map(|_| day(since)),
            by: answers(&self.by),
            listed: answers(&self.listed),
            ticket: request.ticket,
        }))
    }
}

/// The procedures on which a person may have reports, in the order in which the office names them.
pub fn reports<'a>(counter: &'a Counter, person: &Person) -> Vec<&'a Procedure> {
    let open = counter.catalogue.open(&counter.office);
    let may = open.filter(|it| reported(counter, Some(person), &it.code).is_ok());
    may.map(|it| &**it).collect()
}

/// How long the steps of the procedure took that were finished in the period, of the requests that the report is of. Refused as [`Reporting::begin`].
pub async fn report_times(
    counter: &Counter,
    by: Option<&Person>,
    report: &Report,
) -> Result<Figures, Error> {
    let procedure = reported(counter, by, &report.procedure)?;
    let side = Side::Steps(report.procedure.clone());
    let within = moments(counter, report.period);
    let stood = report.stood.map(|stood| FinishedWhere {
        ends: match stood {
            Stood::Open => None,
            Stood::Ended(kind) => {
                let ends = procedure.ends.iter().filter(|end| end.kind == kind);
                Some(ends.map(|end| end.code.clone()).collect())
            }
        },
        by: within.end,
    });
    let of = (report.agency.as_ref(), stood.as_ref());
    let mut figures = figures_within(counter, &side, report.period, of).await?;
    let spans = procedure.report.iter().flat_map(|plan| &plan.spans);
    for span in spans {
        let stays = counter
            .db
            .stays_between(within.clone(), procedure, span, of)
            .await?;
        figures.rows.extend(spanned(counter, span, stays));
    }
    Ok(figures)
}

/// Several rows together, as one more row; none where nobody went through them.
fn spanned(
    counter: &Counter,
    span: &SpanPlan,
    stays: Vec<(DateTime<Utc>, TimeDelta)>,
) -> Option<Row> {
    let calendar = &counter.office.calendar;
    let stays: Vec<Stays> = stays
        .into_iter()
        .map(|(opened, took)| {
            let timing = Timing::begins(calendar, opened, Some(span.time), None);
            let took = Some(took);
            (Timing { took, ..timing }, 1)
        })
        .collect();
    Some(Row {
        title: span.title.clone(),
        procedure: None,
        sum: Sum::of(&stays)?,
        earlier: None,
        more: None,
    })
}

/// The procedure, where a report on it may be had. On the command line all may.
pub fn reported<'a>(
    counter: &'a Counter,
    by: Option<&Person>,
    code: &ProcedureCode,
) -> Result<&'a Procedure, Refusal> {
    let procedure = counter.catalogue.get(code).filter(|it| !it.house);
    let procedure = procedure.ok_or_else(|| Refusal::NotOpen {
        procedure: code.clone(),
    })?;
    let reads = |person: &Person| {
        let written = procedure.registers.iter().map(|entry| &entry.register);
        let mut registers = written.filter_map(|register| counter.office.register(register));
        registers.any(|register| register.is_read_by(person))
    };
    let may = by.is_none_or(|person| counter.sees_all(person) || reads(person));
    may.then_some(&**procedure).ok_or(Refusal::MayNotReport)
}
