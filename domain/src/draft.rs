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
