//! What the bot called, and what it was told.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::ids::ChatId;

/// One call of the bot, in the order in which the answers were given.
#[derive(Clone, Debug)]
pub struct Call {
    pub seq: u64,
    pub method: String,
    pub chat: Option<ChatId>,
    pub at: DateTime<Utc>,
    /// The parameters as they were read, files by their names.
    pub parameters: Value,
    pub answer: Result<(), Refused>,
}

/// An answer with `"ok": false`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub code: u16,
    pub description: String,
}

/// Where in a call a hook stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The call has arrived, nothing has happened yet.
    Before,
    /// The call has had its effect, the answer is not on its way yet.
    After,
}

/// What a hook wants to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    GoOn,
    /// The bot hears nothing more of this call: before its effect or after it, see [`Moment`].
    Silence,
}
