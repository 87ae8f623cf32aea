//! Ids as types, so that a message is never taken for a person.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A person (or the bot itself).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UserId(pub i64);

/// A chat. The private chat with a person has the person's id; groups have negative ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChatId(pub i64);

/// A message within its chat. Private chats and basic groups share one count, as with Telegram;
/// every supergroup counts for itself, so the number alone is no identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(pub i32);

/// A tap that waits for its answer (`callback_query.id`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QueryId(pub u64);

/// The number of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UpdateId(pub u32);

impl From<UserId> for ChatId {
    fn from(user: UserId) -> ChatId {
        ChatId(user.0)
    }
}

impl UserId {
    /// As whom every administrator of a group appears who hides their name (`GroupAnonymousBot`).
    pub const ANONYMOUS: UserId = UserId(1_087_968_824);
}

impl ChatId {
    /// The person of a private chat; groups have none.
    pub fn person(self) -> Option<UserId> {
        (self.0 > 0).then_some(UserId(self.0))
    }
}

macro_rules! shown_as_number {
    ($($id:ty),*) => {$(
        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}
shown_as_number!(UserId, ChatId, MessageId, QueryId, UpdateId);
