//! Where someone is in a form: the bot's only memory of a conversation.

use chrono::{DateTime, Utc};

use crate::{
    code::{OutcomeCode, ProcedureCode},
    house::House,
    id::{DraftId, PersonId, TaskId},
    procedure::Filling,
};

/// A half-filled form. It waits for weeks and survives every restart.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub id: DraftId,
    /// Names the draft in buttons; nobody can guess it.
    pub token: String,
    pub person: PersonId,
    pub procedure: ProcedureCode,
    pub procedure_version: u32,
    pub purpose: Purpose,
    pub filling: Filling,
    /// Set aside: typed text does not go here until it is taken up again.
    pub parked: bool,
    /// Counts changes, so that two at once cannot both be the next.
    pub revision: i64,
    pub changed_at: DateTime<Utc>,
    /// It is complete, and is sent at a moment by itself.
    pub held: Option<OnHold>,
}

/// A decision that its maker can still take back: nothing has happened, and nobody has been told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnHold {
    /// When it is recorded.
    pub until: DateTime<Utc>,
    /// How many consecutive steps of theirs it decides.
    pub steps: usize,
}

impl Draft {
    /// Whether it waits until its writer goes on with it, and not for a moment.
    pub fn is_set_aside(&self) -> bool {
        self.parked && self.held.is_none()
    }

    /// For how many seconds it could be taken back when it was tapped.
    pub fn seconds_held(&self) -> Option<i64> {
        let held = self.held?;
        Some((held.until - self.changed_at).num_seconds())
    }
}

/// What the form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A new request.
    Open,
    /// What a decision needs to be recorded.
    Decide { task: TaskId, outcome: OutcomeCode },
    /// Something to be done to people.
    House(House),
}

impl Purpose {
    /// The task that it decides, and with what; none where it decides nothing.
    pub fn decides(&self) -> Option<(TaskId, &OutcomeCode)> {
        match self {
            Purpose::Decide { task, outcome } => Some((*task, outcome)),
            Purpose::Open | Purpose::House(_) => None,
        }
    }
}
