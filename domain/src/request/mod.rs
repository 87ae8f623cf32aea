//! One run of an SOP: where it stands, what can happen to it, and what follows. Pure.

pub mod advance;
pub mod alike;
pub mod alone;
mod audience;
mod authorization;
pub mod change;
pub mod desk;
pub mod effects;
pub mod event;
mod form;
pub mod late;
#[cfg(test)]
mod laws;
pub mod names;
pub mod passage;
pub mod phase;
pub mod recall;
pub mod redact;
pub mod reopen;
pub mod schedule;
pub mod silence;
mod steps_in_a_row;
mod tasks_together;
pub(crate) mod telling;
pub mod ticket;
pub mod timing;
mod voices;
pub mod word;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use advance::advance;
pub use alike::Alike;
pub use change::Change;
pub use effects::Effects;
pub use event::{Decision, Event, Heard, RecordedEvent, Vote};
pub use late::Expected;
pub use passage::Passage;
pub use phase::Phase;
pub use ticket::TypedTicket;
pub use timing::{Stages, Timing};
pub use word::DeskWord;

use crate::{
    Refusal,
    code::{AgencyCode, EndCode, FieldCode, OutcomeCode, ProcedureCode, RoleCode, StepCode},
    id::{PersonId, RequestId, TaskId},
    procedure::{
        Answer, Answers, EndKind, Milestone, Outcome, Procedure, Reader, Step, alone::moment,
        condition::OPENED_BY, form::MarkedRows,
    },
};

/// What an agency asked for, and how far it has come.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    pub id: RequestId,
    /// Names the request in buttons; nobody can guess it.
    pub token: String,
    /// `HWA-2026-0001`: gapless per procedure and year.
    pub ticket: String,
    pub procedure: ProcedureCode,
    /// The version it was opened with, and keeps.
    pub procedure_version: u32,
    pub agency: AgencyCode,
    pub applicant: PersonId,
    pub opened_at: DateTime<Utc>,
    /// How many events it has had.
    pub version: i64,
    /// Other requests that it was like when that was answered.
    pub alike: Vec<Alike>,
    /// Until when its agency cannot ask after it again; none where it has not.
    pub nudged_until: Option<DateTime<Utc>>,
    pub state: State,
}

/// What the events of a request fold to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct State {
    pub standing: Standing,
    /// Since when it stands there.
    pub since: DateTime<Utc>,
    /// All answers that count, the applicant's and the officers'.
    pub answers: Answers,
    /// What a return took back: offered again where it is asked again, and nothing else.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub taken_back: Answers,
    /// How many papers have come with words to a desk: those that everyone may read, and the office's own.
    #[serde(default, skip_serializing_if = "Brought::is_none")]
    pub brought: Brought,
    /// The work has started, so it can no longer be withdrawn, unless that is reconsidered.
    pub started: bool,
    /// An official has sent it back before the work since: whether there is any is decided anew, so it can be withdrawn.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reconsidered: bool,
    /// While it is with the applicant for repair: who returned it, and what is to be repaired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Returned>,
    /// How often outcomes that can be chosen only so often were chosen, by step and outcome.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub chosen: BTreeMap<String, u32>,
    /// The reason of the last decision that gave one which the applicant may read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who spoke for the agency before the one who does now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<PersonId>,
    /// Where it stood when it ended by itself, so that it can be taken up again there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapsed: Option<Lapsed>,
    /// Who has spoken where several must agree, and not enough have yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voices: Vec<Heard>,
}

/// How a request stood at a step of its applicant's until it ended by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lapsed {
    pub at: StepCode,
    /// Since when it had stood there.
    pub since: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Returned>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Papers that came with words to a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Brought {
    pub for_all: u32,
    pub for_office: u32,
}

impl Brought {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks it so")]
    fn is_none(&self) -> bool {
        *self == Brought::default()
    }

    /// How many a reader may read.
    pub fn for_reader(self, reader: Reader) -> usize {
        let office = match reader {
            Reader::Office => self.for_office,
            Reader::Agency | Reader::Informed => 0,
        };
        usize::try_from(self.for_all.saturating_add(office)).unwrap_or(usize::MAX)
    }
}

/// A return for completion that has not been answered yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    pub by: StepCode,
    pub marked: Vec<FieldCode>,
    /// And of tables which rows, where not all of it.
    #[serde(default, skip_serializing_if = "MarkedRows::is_empty")]
    pub rows: MarkedRows,
}

/// Where a request stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    At(StepCode),
    Ended(EndCode),
}

/// A step that waits, or waited, for someone.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub id: TaskId,
    pub request: RequestId,
    pub step: StepCode,
    pub role: RoleCode,
    /// The one holder it is for, where an earlier step named one.
    pub assigned: Option<PersonId>,
    pub opened_at: DateTime<Utc>,
    /// The event that opened it.
    pub opened_seq: i64,
    /// When it should be done, where the SOP sets a time.
    pub due_at: Option<DateTime<Utc>>,
    pub timing: Timing,
    pub closed_at: Option<DateTime<Utc>>,
    /// The event that settled it; none while it is open.
    pub closed_seq: Option<i64>,
}

impl State {
    /// How a request begins: at a step, with what was answered, and nothing behind it.
    pub fn begins(at: StepCode, answers: Answers, since: DateTime<Utc>) -> State {
        State {
            standing: Standing::At(at),
            since,
            answers,
            taken_back: Answers::new(),
            brought: Brought::default(),
            started: false,
            reconsidered: false,
            returned: None,
            chosen: BTreeMap::new(),
            reason: None,
            before: Vec::new(),
            lapsed: None,
            voices: Vec::new(),
        }
    }

    /// How often an outcome was chosen, where that counts.
    pub fn chosen(&self, step: &StepCode, outcome: &OutcomeCode) -> u32 {
        let key = format!("{step}/{outcome}");
        self.chosen.get(&key).copied().unwrap_or(0)
    }

    /// Whether somebody can choose an outcome of the step now.
    pub fn offers(&self, step: &Step, outcome: &Outcome) -> bool {
        !outcome.by_clock && self.leads(step, outcome)
    }

    /// Refused while the moment from which on an outcome can be chosen has not come.
    pub fn is_time(&self, outcome: &Outcome, now: DateTime<Utc>) -> Result<(), Refusal> {
        match moment(&self.answers, &outcome.from) {
            Some(from) if now < from => Err(Refusal::NotYet { from }),
            _ => Ok(()),
        }
    }

    /// Whether an outcome of the step can be taken now, be it by the office's clock.
    pub fn leads(&self, step: &Step, outcome: &Outcome) -> bool {
        outcome.is_offered(&self.answers, self.chosen(&step.code, &outcome.code))
    }

    /// The role in which the request was entered.
    pub fn opened_by(&self) -> Option<RoleCode> {
        match self.answers.get(&OPENED_BY.into()) {
            Some(Answer::Choice(role)) => Some(RoleCode::new(role.as_str())),
            _ => None,
        }
    }
}

impl Request {
    /// Who may decide nothing about it: whoever speaks or spoke for the applicant's side, unless they
    /// entered it for someone else.
    pub fn barred(&self, procedure: &Procedure) -> Vec<PersonId> {
        let role = self.state.opened_by();
        if role.is_some_and(|role| procedure.on_behalf.contains(&role)) {
            return Vec::new();
        }
        let mut barred = self.state.before.clone();
        barred.push(self.applicant);
        barred
    }

    /// How far it has come: further with every stage, and never back. An end that is none of done leaves it where it
    /// was.
    pub fn milestone(&self, procedure: &Procedure) -> Milestone {
        let end = self.ended().and_then(|end| procedure.end(end));
        if end.is_some_and(|end| end.kind == EndKind::Done) {
            Milestone::Done
        } else if self.state.started {
            Milestone::AtWork
        } else if self.state.since > self.opened_at {
            // It has moved since it came in.
            Milestone::Examined
        } else {
            Milestone::Received
        }
    }

    /// The step at which it waits; none when it has ended.
    pub fn step(&self) -> Option<&StepCode> {
        match &self.state.standing {
            Standing::At(step) => Some(step),
            Standing::Ended(_) => None,
        }
    }

    pub fn ended(&self) -> Option<&EndCode> {
        match &self.state.standing {
            Standing::At(_) => None,
            Standing::Ended(end) => Some(end),
        }
    }
}
