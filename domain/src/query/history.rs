//! What happened to a request, as people read it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{
    acting::{Acting, acting},
    dossier::{Dossier, may_see},
};
use crate::{
    Counter, Error, Refusal, Text,
    code::RoleCode,
    person::Person,
    procedure::{Answers, EndKind, Tone},
    request::{Event, Timing},
};

/// One line of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    pub at: DateTime<Utc>,
    pub by: String,
    pub happened: Happened,
    /// How long the step took that was finished by it; only for those who work for the office.
    pub timing: Option<Timing>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    Opened,
    Decided {
        row: Option<u32>,
        role: RoleCode,
        behalf: Option<Box<Acting>>,
        /// What was decided, in the words of the file.
        past: Text,
        tone: Tone,
        reason: Option<String>,
        /// What was to be repaired.
        marked: Vec<Text>,
    },
    Withdrawn,
    /// What had ended by itself was taken up again; where someone else speaks for it since, they did.
    Reopened,
    Expired,
    /// Someone else answers for it from now on.
    HandedOver {
        to: String,
    },
    /// What had passed by itself was taken back.
    Recalled {
        role: Option<RoleCode>,
    },
    /// The calendar was changed, and a due time with it; only for those who work for the office.
    TimedAgain {
        /// What it was before.
        was: Option<DateTime<Utc>>,
    },
}

/// What was written with the decision by which a request was done: for its applicant, who asked for it.
pub async fn parting_words(counter: &Counter, dossier: &Dossier) -> Result<Answers, Error> {
    let request = &dossier.request;
    let last = counter.db.event(request.id, request.version).await?;
    let is_done = dossier.end().is_some_and(|end| end.kind == EndKind::Done);
    match last.map(|recorded| recorded.event) {
        Some(Event::Decided(decision)) if is_done => {
            let step = dossier.procedure.step(&decision.step);
            let own = step.is_some_and(|step| step.performer == dossier.procedure.opens);
            Ok(if own {
                Answers::new()
            } else {
                decision.answers
            })
        }
        _ => Ok(Answers::new()),
    }
}

/// The history of a request, oldest first.
pub async fn history(
    counter: &Counter,
    person: &Person,
    dossier: &Dossier,
) -> Result<Vec<HistoryEntry>, Error> {
    if !may_see(counter, person, dossier).await? {
        return Err(Refusal::MayNotSee.into());
    }
    let procedure = &dossier.procedure;
    let mut timings = if person.is_staff() {
        counter.db.timings_of(dossier.request.id).await?
    } else {
        BTreeMap::new()
    };
    let mut entries = Vec::new();
    for recorded in counter.db.history(dossier.request.id).await? {
        let by = counter
            .db
            .person(recorded.by)
            .await?
            .map(|person| person.name)
            .unwrap_or_default();
        let happened = match recorded.event {
            Event::Opened { .. } => Happened::Opened,
            Event::Withdrawn { .. } => Happened::Withdrawn,
            Event::Expired => Happened::Expired,
            Event::Reopened { .. } => Happened::Reopened,
            Event::HandedOver { to, .. } => {
                let to = counter.db.person(to).await?;
                Happened::HandedOver {
                    to: to.map(|person| person.name).unwrap_or_default(),
                }
            }
            Event::Recalled { step } => Happened::Recalled {
                role: procedure.step(&step).map(|step| step.performer.clone()),
            },
            Event::Decided(decision) => {
                let step = procedure.step(&decision.step);
                let outcome = step.and_then(|step| step.outcome(&decision.outcome));
                Happened::Decided {
                    row: step.and_then(|step| step.row),
                    role: decision.role,
                    behalf: acting(counter, decision.behalf).await?.map(Box::new),
                    past: outcome
                        .map(|outcome| outcome.past.clone())
                        .unwrap_or_default(),
                    tone: outcome.map_or(Tone::Plain, |outcome| outcome.tone),
                    reason: decision.reason,
                    marked: decision
                        .marked
                        .iter()
                        .filter_map(|code| procedure.field(code))
                        .map(|field| field.label.clone())
                        .collect(),
                }
            }
        };
        let is_offices = match &happened {
            Happened::Decided { role, .. } => *role != procedure.opens,
            _ => false,
        };
        entries.push(HistoryEntry {
            timing: timings.remove(&recorded.seq).filter(|_| is_offices),
            at: recorded.at,
            by,
            happened,
        });
    }
    if person.is_staff() {
        let changes = counter.db.due_changes_of(dossier.request.id).await?;
        entries.extend(changes.into_iter().map(|(at, was)| HistoryEntry {
            at,
            by: String::new(),
            happened: Happened::TimedAgain { was },
            timing: None,
        }));
        entries.sort_by_key(|entry| entry.at);
    }
    Ok(entries)
}
