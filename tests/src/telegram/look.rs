//! What a test or a page may see.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;

use super::{
    Telegram,
    call::Call,
    chat::{Chat, Toast},
    happening::Happening,
    ids::{ChatId, UpdateId, UserId},
};

/// A line of the command menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BotCommand {
    /// Without the slash.
    pub command: String,
    pub description: String,
}

/// A person as the page shows them.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    pub id: UserId,
    pub first_name: String,
    pub last_name: Option<String>,
    pub username: Option<String>,
    pub language_code: String,
    /// They have pressed Start at least once.
    pub started: bool,
    pub blocked: bool,
}

impl Telegram {
    /// The chat as it is now. A private chat that nobody has opened is empty.
    pub fn chat(&self, chat: impl Into<ChatId>) -> Chat {
        todo!()
    }

    /// All chats, private ones and groups.
    pub fn chats(&self) -> Vec<ChatId> {
        todo!()
    }

    pub fn people(&self) -> Vec<PersonView> {
        todo!()
    }

    /// Everything that happened in a chat, as text; see [`super::transcript`].
    pub fn transcript(&self, chat: impl Into<ChatId>) -> String {
        todo!()
    }

    /// What the phone shows now, as text.
    pub fn screen(&self, chat: impl Into<ChatId>) -> String {
        todo!()
    }

    /// The answers to this person's taps, oldest first.
    pub fn toasts(&self, user: UserId) -> Vec<Toast> {
        todo!()
    }

    pub fn file_bytes(&self, file_id: &str) -> Option<Bytes> {
        todo!()
    }

    /// The command menu of this person in the private chat.
    pub fn commands(&self, user: UserId) -> Vec<BotCommand> {
        todo!()
    }

    /// The command menu of this person in a group.
    pub fn commands_in(&self, chat: ChatId, user: UserId) -> Vec<BotCommand> {
        todo!()
    }

    /// The log of calls, oldest first.
    pub fn calls(&self) -> Vec<Call> {
        todo!()
    }

    /// Switches the log of calls and toasts on or off (for load).
    pub fn keep_calls(&self, keep: bool) {
        todo!()
    }

    /// Calls a well-written bot never makes, in words. Tests assert that there are none.
    pub fn faux_pas(&self) -> Vec<String> {
        todo!()
    }

    /// Edits that changed nothing.
    pub fn not_modified(&self) -> usize {
        todo!()
    }

    /// Long polls that were ended by another poll.
    pub fn conflicts(&self) -> usize {
        todo!()
    }

    /// Updates that the bot has not confirmed.
    pub fn pending(&self) -> usize {
        todo!()
    }

    /// Taps that were never answered.
    pub fn unanswered(&self) -> usize {
        todo!()
    }

    /// Calls on their way at this moment, long polls not counted.
    pub fn in_flight(&self) -> usize {
        todo!()
    }

    /// A long poll waits at this moment.
    pub fn is_polled(&self) -> bool {
        todo!()
    }

    /// The newest update.
    pub fn last_update(&self) -> Option<UpdateId> {
        todo!()
    }

    /// News from now on. A watcher that is too slow loses the oldest ones.
    pub fn subscribe(&self) -> broadcast::Receiver<Happening> {
        todo!()
    }

    /// Asks this clock for the date of messages.
    pub fn set_clock(&self, clock: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) {
        todo!()
    }
}
