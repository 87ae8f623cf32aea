//! What Telegram's answer to a call means.

use std::fmt;

use chrono::TimeDelta;
use domain::id::AccountId;
use teloxide::{ApiError, RequestError};

/// What became of a call to Telegram.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallOutcome {
    /// Nothing is left to do, although Telegram said no: the message shows this already.
    Done,
    /// Try again, after this long where Telegram said how long.
    Later(Option<TimeDelta>),
    /// The message to edit is gone or can no longer be edited.
    Gone,
    /// The group lives on in another chat.
    Moved(AccountId),
    /// Nothing reaches this person: they blocked the bot, never started it, or left Telegram.
    Unreachable,
    /// Telegram will never take this.
    Never,
}

impl CallOutcome {
    /// What an error means. teloxide's names lag behind Telegram's texts, so the text has the last word.
    fn of(error: &RequestError) -> CallOutcome {
        match error {
            RequestError::RetryAfter(wait) => {
                CallOutcome::Later(Some(TimeDelta::seconds(i64::from(wait.seconds()))))
            }
            RequestError::Network(_) | RequestError::InvalidJson { .. } | RequestError::Io(_) => {
                CallOutcome::Later(None)
            }
            RequestError::MigrateToChatId(to) => CallOutcome::Moved(AccountId(to.0)),
            // A wrong token or address is our mistake: nothing is given up for it.
            RequestError::Api(ApiError::InvalidToken) => CallOutcome::Later(None),
            RequestError::Api(ApiError::MessageNotModified) => CallOutcome::Done,
            RequestError::Api(
                ApiError::MessageToEditNotFound
                | ApiError::MessageCantBeEdited
                | ApiError::MessageIdInvalid,
            ) => CallOutcome::Gone,
            RequestError::Api(
                ApiError::BotBlocked
                | ApiError::UserDeactivated
                | ApiError::ChatNotFound
                | ApiError::CantInitiateConversation
                | ApiError::CantTalkWithBots,
            ) => CallOutcome::Unreachable,
            RequestError::Api(other) => {
                let said = other.to_string().to_lowercase();
                if said.contains("not modified") {
                    CallOutcome::Done
                } else if said.contains("to edit not found") || said.contains("can't be edited") {
                    CallOutcome::Gone
                } else if said.contains("forbidden") || said.contains("chat not found") {
                    CallOutcome::Unreachable
                } else if said.contains("internal server error") || said.contains("bad gateway") {
                    CallOutcome::Later(None)
                } else {
                    CallOutcome::Never
                }
            }
        }
    }
}

/// Why a call came to nothing: what that means, and what Telegram said. It shows nothing that holds an
/// address, because the token stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub outcome: CallOutcome,
    said: String,
}

impl Failure {
    /// The call took too long; nobody knows whether it was carried out.
    pub fn unanswered() -> Failure {
        Failure {
            outcome: CallOutcome::Later(None),
            said: "no answer in time".to_owned(),
        }
    }

    /// Whether the topic of a group was deleted there.
    pub fn is_without_topic(&self) -> bool {
        let said = self.said.to_lowercase();
        said.contains("thread not found") || said.contains("topic_deleted")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said)
    }
}

impl From<RequestError> for Failure {
    fn from(error: RequestError) -> Failure {
        let said = match &error {
            RequestError::Network(_) => "no connection to Telegram".to_owned(),
            RequestError::InvalidJson { .. } => "the answer is not from the Bot API".to_owned(),
            RequestError::Io(_) => "a file could not be read".to_owned(),
            other => other.to_string(),
        };
        Failure {
            outcome: CallOutcome::of(&error),
            said,
        }
    }
}
