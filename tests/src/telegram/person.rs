//! What people do. Each act changes the chat and makes an update for the bot.

use bytes::Bytes;

use super::{
    Telegram,
    ids::{ChatId, MessageId, QueryId, UserId},
};

/// There is no such button to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchButton {
    pub message: MessageId,
    pub data: String,
    /// The labels that are to be seen under that message.
    pub visible: Vec<String>,
}

impl Telegram {
    /// A new person with a phone. The private chat with the bot has the same id.
    pub fn person(&self, first_name: &str, language_code: &str) -> UserId {
        todo!()
    }

    /// Says a text in the private chat; `/words` are marked as commands. A person who has blocked
    /// the bot lets it in again first, as the app demands.
    pub fn says(&self, user: UserId, text: &str) -> MessageId {
        todo!()
    }

    /// Says a text in a group.
    pub fn says_in(&self, chat: ChatId, user: UserId, text: &str) -> MessageId {
        todo!()
    }

    /// Says a text as a reply to a message.
    pub fn replies(
        &self,
        chat: impl Into<ChatId>,
        user: UserId,
        to: MessageId,
        text: &str,
    ) -> MessageId {
        todo!()
    }

    /// Presses Start, perhaps through a link that carries a payload.
    pub fn starts(&self, user: UserId, payload: Option<&str>) -> MessageId {
        todo!()
    }

    /// Changes a message of one's own.
    pub fn edits(&self, user: UserId, message: MessageId, text: &str) {
        todo!()
    }

    /// Taps a button in the private chat, if it is to be seen.
    pub fn taps(
        &self,
        user: UserId,
        message: MessageId,
        data: &str,
    ) -> Result<QueryId, NoSuchButton> {
        todo!()
    }

    /// Taps a button in any chat, if it is to be seen.
    pub fn taps_in(
        &self,
        chat: ChatId,
        user: UserId,
        message: MessageId,
        data: &str,
    ) -> Result<QueryId, NoSuchButton> {
        todo!()
    }

    /// Sends data that no button has. Without a message it comes from one so old that Telegram
    /// shows the bot only its number.
    pub fn forges(&self, user: UserId, message: Option<MessageId>, data: &str) -> QueryId {
        todo!()
    }

    pub fn sends_document(
        &self,
        user: UserId,
        name: &str,
        mime: &str,
        bytes: Bytes,
        caption: Option<&str>,
    ) -> MessageId {
        todo!()
    }

    /// Sends a picture the usual way: Telegram makes three sizes of it and forgets its name.
    pub fn sends_photo(&self, user: UserId, bytes: Bytes, caption: Option<&str>) -> MessageId {
        todo!()
    }

    /// Sends several documents at once; the caption belongs to the first.
    pub fn sends_album(
        &self,
        user: UserId,
        files: Vec<(String, String, Bytes)>,
        caption: Option<&str>,
    ) -> Vec<MessageId> {
        todo!()
    }

    pub fn sends_sticker(&self, user: UserId, emoji: &str) -> MessageId {
        todo!()
    }

    pub fn sends_voice(&self, user: UserId, seconds: u32) -> MessageId {
        todo!()
    }

    pub fn sends_location(&self, user: UserId, latitude: f64, longitude: f64) -> MessageId {
        todo!()
    }

    /// Shares a contact: one's own (`of` is the user), that of another person in Telegram, or a
    /// mere card (`None`).
    pub fn shares_contact(
        &self,
        user: UserId,
        of: impl Into<Option<UserId>>,
        phone: &str,
    ) -> MessageId {
        todo!()
    }

    /// Blocks the bot; it is told so, and refused from then on.
    pub fn blocks(&self, user: UserId) {
        todo!()
    }

    pub fn unblocks(&self, user: UserId) {
        todo!()
    }

    /// Deletes the account: the bot is refused and not told.
    pub fn leaves_telegram(&self, user: UserId) {
        todo!()
    }

    pub fn set_language(&self, user: UserId, language_code: &str) {
        todo!()
    }

    pub fn set_name(&self, user: UserId, first_name: &str, last_name: Option<&str>) {
        todo!()
    }

    pub fn set_username(&self, user: UserId, username: Option<&str>) {
        todo!()
    }
}
