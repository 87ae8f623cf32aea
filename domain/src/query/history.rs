//! What happened to a request, as people read it.

use chrono::{DateTime, Utc};

use super::dossier::{Dossier, may_see};
use crate::{
    Counter, Error, Refusal, Text, code::RoleCode, person::Person, procedure::Tone, request::Event,
};

/// One line of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub at: DateTime<Utc>,
    pub by: String,
    pub happened: Happened,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    Opened,
    Decided {
        row: Option<u32>,
        role: RoleCode,
        /// What was decided, in the words of the file.
        past: Text,
        tone: Tone,
        reason: Option<String>,
        /// What was to be repaired.
        marked: Vec<Text>,
    },
    Withdrawn,
    Expired,
}

/// The history of a request, oldest first.
pub async fn history(
    counter: &Counter,
    person: &Person,
    dossier: &Dossier,
) -> Result<Vec<Entry>, Error> {
    if !may_see(counter, person, dossier) {
        return Err(Refusal::MayNotSee.into());
    }
    let procedure = &dossier.procedure;
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
            Event::Decided(decision) => {
                let step = procedure.step(&decision.step);
                let outcome = step.and_then(|step| step.outcome(&decision.outcome));
                Happened::Decided {
                    row: step.and_then(|step| step.row),
                    role: decision.role,
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
        entries.push(Entry {
            at: recorded.at,
            by,
            happened,
        });
    }
    Ok(entries)
}
