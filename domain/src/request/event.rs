//! What happened to a request. Events are only ever appended.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    code::{FieldCode, OutcomeCode, RoleCode, StepCode},
    id::{AccountId, PersonId},
    mandate::Behalf,
    procedure::{Answers, deciders::HeldPost, form::MarkedRows},
};

/// Something that happened, as it is stored.
#[expect(
    clippy::large_enum_variant,
    reason = "a decision is what most events are"
)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Event {
    /// The applicant sent it; the first event of every request.
    Opened {
        answers: Answers,
    },
    Decided(Decision),
    /// The applicant took it back.
    Withdrawn {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// It waited for the applicant in vain, or what it had reserved ran out meanwhile.
    Expired,
    /// Someone else speaks for the agency from now on.
    HandedOver {
        from: PersonId,
        to: PersonId,
    },
    /// The holder took back what had passed by itself, to decide it themselves.
    Recalled {
        step: StepCode,
    },
    /// Someone wrote to the desk at which it lies; nothing else changes.
    Wrote {
        /// As whom.
        role: RoleCode,
        /// By the questions of `house/word.toml`.
        answers: Answers,
    },
    /// What had ended by itself goes on where it stood.
    Reopened {
        /// Who spoke for the agency until then, where that is someone else now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<PersonId>,
        /// What must be answered anew, because another has the name by now.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        marked: Vec<FieldCode>,
    },
}

impl Event {
    /// Why it was decided so, or taken back, as far as it was said.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Event::Decided(decision) => decision.reason.as_deref(),
            Event::Withdrawn { reason } => reason.as_deref(),
            _ => None,
        }
    }

    /// Whether someone speaks for the request from now on who did not before.
    pub fn brings_another(&self) -> bool {
        match self {
            Event::Opened { .. } | Event::HandedOver { .. } => true,
            Event::Reopened { from, .. } => from.is_some(),
            Event::Decided(_)
            | Event::Withdrawn { .. }
            | Event::Expired
            | Event::Recalled { .. }
            | Event::Wrote { .. } => false,
        }
    }
}

/// What was decided at a step, by a holder of its role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    pub step: StepCode,
    pub outcome: OutcomeCode,
    /// The role in which it was decided.
    pub role: RoleCode,
    /// On whose behalf, where the post was not their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behalf: Option<Behalf>,
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the applicant must repair.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marked: Vec<FieldCode>,
    /// And of tables which rows, where not all of it.
    #[serde(default, skip_serializing_if = "MarkedRows::is_empty")]
    pub rows: MarkedRows,
    /// The account that decided; none where nobody did, or when its time is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
    /// Where several must agree: whose voice it is, and the how manieth for this outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<Vote>,
}

/// What one of several says who must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    pub by: PersonId,
    /// It is the how manieth for its outcome …
    pub nth: u32,
    /// … of so many as are needed.
    pub of: u32,
}

/// One who has spoken at the step where a request stands, before it is decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    pub outcome: OutcomeCode,
    pub by: PersonId,
    /// For whom, where somebody spoke in another's place: it is that one's voice, and neither speaks again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<PersonId>,
    /// In which post, where each has one voice or a register says who decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<HeldPost>,
}

impl Decision {
    /// Whether the step is decided with it: others need not speak, or have spoken.
    pub fn is_final(&self) -> bool {
        self.voice.is_none_or(|voice| voice.nth >= voice.of)
    }
}

/// An event with its place in the history.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedEvent {
    /// 1 for the first event of a request.
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub by: PersonId,
    pub event: Event,
}
