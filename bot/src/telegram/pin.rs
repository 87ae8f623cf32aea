//! What is pinned above a chat, and messages that go.

use domain::id::{AccountId, MessageId};
use serde::Serialize;
use serde::de::IgnoredAny;

use super::{Client, Failure};

/// A message of a chat, and nothing else.
#[derive(Serialize)]
struct OneMessage {
    chat_id: AccountId,
    message_id: MessageId,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disable_notification: bool,
}

impl OneMessage {
    fn of(chat: AccountId, message: MessageId) -> OneMessage {
        OneMessage {
            chat_id: chat,
            message_id: message,
            disable_notification: false,
        }
    }
}

impl Client {
    /// Pins a message above its chat, without a sound. Telegram tells the chat so in a message of its own, which comes to us
    /// as an update.
    pub async fn pin(&self, chat: AccountId, message: MessageId) -> Result<(), Failure> {
        let pinned = OneMessage {
            disable_notification: true,
            ..OneMessage::of(chat, message)
        };
        let IgnoredAny = self.api.call("pinChatMessage", &pinned).await?;
        Ok(())
    }

    /// Takes down what was pinned.
    pub async fn unpin(&self, chat: AccountId, message: MessageId) -> Result<(), Failure> {
        let unpinned = OneMessage::of(chat, message);
        let IgnoredAny = self.api.call("unpinChatMessage", &unpinned).await?;
        Ok(())
    }

    /// Takes a message out of its chat.
    pub async fn delete(&self, chat: AccountId, message: MessageId) -> Result<(), Failure> {
        let deleted = OneMessage::of(chat, message);
        let IgnoredAny = self.api.call("deleteMessage", &deleted).await?;
        Ok(())
    }
}
