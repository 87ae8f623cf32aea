//! How long finished steps took, against the time that the SOP sets for them.

mod period;
mod sum;

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use chrono::{DateTime, Utc};

pub use period::{Period, PeriodLength};
pub(super) use sum::Stays;
pub use sum::{Kept, Sum};

use crate::{
    Counter, Error, Refusal, Text,
    code::{AgencyCode, ProcedureCode, RoleCode, StepCode},
    office,
    person::Person,
    procedure::Procedure,
    store::{Finished, FinishedWhere},
};

/// By what finished steps are told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// A row for each procedure.
    Procedures,
    /// A row for each step of a procedure.
    Steps(ProcedureCode),
    /// A row for each role.
    Roles,
    /// A row for each step that a role performs, in all procedures.
    Role(RoleCode),
}

/// A table of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub side: Side,
    pub period: Period,
    /// Of which procedure or role, where it is of one.
    pub of: Option<Text>,
    pub rows: Vec<Row>,
    /// All rows together; none where there are none.
    pub total: Option<Sum>,
    /// Whether something was finished before.
    pub has_earlier: bool,
    /// Whether there is a later month or year yet.
    pub has_later: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub title: Text,
    /// The step's procedure, where the table shows several.
    pub procedure: Option<Text>,
    pub sum: Sum,
    /// What was finished in the period before, where it is compared with that.
    pub earlier: Option<Sum>,
    /// The table that shows more of it.
    pub more: Option<Side>,
}

/// The steps that were finished in a month or year, in the order of the files; without a period, in this
/// month. Steps of the applicant, and what ended without a decision, are left out.
///
/// Refused unless the person sees all.
pub async fn figures(
    counter: &Counter,
    person: &Person,
    side: &Side,
    period: Option<Period>,
) -> Result<Figures, Error> {
    if !counter.sees_all(person) {
        return Err(Refusal::MayNotSeeFigures.into());
    }
    let period = period.unwrap_or(Period::month(counter.today()));
    let mut figures = figures_within(counter, side, period, (None, None)).await?;
    if figures.has_earlier {
        let before = figures_within(counter, side, period.before(), (None, None)).await?;
        for was in before.rows {
            let same = |row: &&mut Row| row.title == was.title && row.procedure == was.procedure;
            if let Some(row) = figures.rows.iter_mut().find(same) {
                row.earlier = Some(was.sum);
            }
        }
    }
    Ok(figures)
}

/// From when to when a period lasts in the office.
pub(super) fn moments(counter: &Counter, period: Period) -> Range<DateTime<Utc>> {
    counter.morning(period.first())..counter.morning(period.end())
}

/// As [`figures`], for whoever may: of one agency, of requests that stood in some way, or of all.
pub(super) async fn figures_within(
    counter: &Counter,
    side: &Side,
    period: Period,
    of: (Option<&AgencyCode>, Option<&FinishedWhere>),
) -> Result<Figures, Error> {
    let today = counter.today();
    let within = moments(counter, period);
    let first = counter.db.first_finished().await?;
    let has_earlier = first.is_some_and(|first| first < within.start);
    let (procedure, role) = match side {
        Side::Steps(procedure) => (Some(procedure), None),
        Side::Role(role) => (None, Some(role)),
        Side::Procedures | Side::Roles => (None, None),
    };
    let db = &counter.db;
    let mut finished = db.finished_steps(within, procedure, role, of).await?;
    let procedures = procedures(counter, &finished).await?;
    finished.retain(|it| !is_applicants(&procedures, it));
    let book = Book {
        counter,
        procedures,
    };
    let rows = match side {
        Side::Procedures => book.by_procedure(&finished),
        Side::Roles => book.by_role(&finished),
        Side::Steps(_) => book.by_step(&finished, false),
        Side::Role(_) => book.by_step(&finished, true),
    };
    let timings: Vec<Stays> = finished
        .into_iter()
        .map(|it| (it.timing, it.count))
        .collect();
    Ok(Figures {
        side: side.clone(),
        period,
        of: procedure
            .map(|procedure| book.title(procedure))
            .or_else(|| role.map(|role| counter.office.title(role))),
        rows,
        total: Sum::of_several(&timings),
        has_earlier,
        has_later: period.end() <= today,
    })
}

type Procedures = BTreeMap<ProcedureCode, Arc<Procedure>>;

/// The newest version of each procedure by which something was finished.
async fn procedures(counter: &Counter, finished: &[Finished]) -> Result<Procedures, Error> {
    let mut found = Procedures::new();
    for code in finished.iter().map(|it| &it.procedure) {
        if found.contains_key(code) {
            continue;
        }
        let newest = match counter.catalogue.get(code) {
            Some(current) => Some(current.clone()),
            // One that the office works by no more.
            None => match counter.db.newest_procedure(code).await? {
                Some((version, _)) => Some(counter.procedure(code, version).await?),
                None => None,
            },
        };
        if let Some(newest) = newest {
            found.insert(code.clone(), newest);
        }
    }
    Ok(found)
}

fn is_applicants(procedures: &Procedures, finished: &Finished) -> bool {
    let opens = procedures.get(&finished.procedure).map(|it| &it.opens);
    opens.map_or(office::PIC, RoleCode::as_str) == finished.role.as_str()
}

/// What is needed to name the rows and put them in order.
struct Book<'a> {
    counter: &'a Counter,
    procedures: Procedures,
}

impl Book<'_> {
    fn by_procedure(&self, finished: &[Finished]) -> Vec<Row> {
        let groups = grouped(finished, |it| it.procedure.clone());
        let groups = sorted(groups, |code| self.place(code));
        let row = |(code, timings): (ProcedureCode, Vec<Stays>)| {
            Some(Row {
                title: self.title(&code),
                procedure: None,
                sum: Sum::of_several(&timings)?,
                earlier: None,
                more: Some(Side::Steps(code)),
            })
        };
        groups.into_iter().filter_map(row).collect()
    }

    fn by_role(&self, finished: &[Finished]) -> Vec<Row> {
        let roles = &self.counter.office.roles;
        let place = |code: &RoleCode| roles.iter().position(|role| &role.code == code);
        let groups = grouped(finished, |it| it.role.clone());
        let groups = sorted(groups, |code| place(code).unwrap_or(usize::MAX));
        let row = |(code, timings): (RoleCode, Vec<Stays>)| {
            Some(Row {
                title: self.counter.office.title(&code),
                procedure: None,
                sum: Sum::of_several(&timings)?,
                earlier: None,
                more: Some(Side::Role(code)),
            })
        };
        groups.into_iter().filter_map(row).collect()
    }

    fn by_step(&self, finished: &[Finished], several: bool) -> Vec<Row> {
        let groups = grouped(finished, |it| (it.procedure.clone(), it.step.clone()));
        let groups = sorted(groups, |(code, step)| {
            let steps = self.procedures.get(code).map(|it| &it.steps);
            let place = steps.and_then(|steps| steps.iter().position(|it| &it.code == step));
            (self.place(code), code.clone(), place.unwrap_or(usize::MAX))
        });
        let row = |((code, step), timings): ((ProcedureCode, StepCode), Vec<Stays>)| {
            let procedure = self.procedures.get(&code);
            let named = procedure.and_then(|it| it.step(&step));
            Some(Row {
                title: named.map_or_else(|| Text::both(step.as_str()), |it| it.title.clone()),
                procedure: several.then(|| self.title(&code)),
                sum: Sum::of(&timings)?,
                earlier: None,
                more: None,
            })
        };
        groups.into_iter().filter_map(row).collect()
    }

    fn title(&self, code: &ProcedureCode) -> Text {
        let kept = self.procedures.get(code);
        let kept = kept.or_else(|| self.counter.catalogue.get(code));
        kept.map_or_else(|| Text::both(code.as_str()), |it| it.title.clone())
    }

    fn place(&self, code: &ProcedureCode) -> usize {
        let open = &self.counter.office.open;
        let place = open.iter().position(|it| it == code);
        place.unwrap_or(usize::MAX)
    }
}

fn grouped<K: Ord>(finished: &[Finished], key: impl Fn(&Finished) -> K) -> BTreeMap<K, Vec<Stays>> {
    let mut groups: BTreeMap<K, Vec<Stays>> = BTreeMap::new();
    for it in finished {
        groups
            .entry(key(it))
            .or_default()
            .push((it.timing.clone(), it.count));
    }
    groups
}

fn sorted<K, P: Ord>(
    groups: BTreeMap<K, Vec<Stays>>,
    place: impl Fn(&K) -> P,
) -> Vec<(K, Vec<Stays>)> {
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(key, _)| place(key));
    groups
}
