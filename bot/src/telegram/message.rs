//! Messages as Telegram takes them: a screen sent, and a message that becomes another screen.

use domain::id::{AccountId, MessageId};
use teloxide::{
    payloads::{EditMessageTextSetters, SendMessageSetters},
    requests::Requester,
    types::{
        self, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, ParseMode, ThreadId,
    },
};

use super::{CallOutcome, Client, Failure, chat_id, kept, message_id};
use crate::text::{Key, Screen};

/// Where a message goes: a chat, or a topic of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub chat: AccountId,
    pub topic: Option<i64>,
}

impl From<AccountId> for Place {
    fn from(chat: AccountId) -> Place {
        Place { chat, topic: None }
    }
}

impl Client {
    /// Sends a screen, as several messages where it is long. The message that holds the last buttons.
    pub async fn say(
        &self,
        place: impl Into<Place>,
        screen: &Screen,
    ) -> Result<MessageId, Failure> {
        self.say_all(place.into(), screen.clone().messages()).await
    }

    /// Makes a message show a screen; where that is long, the rest follows as new messages. The message
    /// that holds the last buttons. "Not modified" is success: it shows it already.
    pub async fn turn(
        &self,
        chat: AccountId,
        message: MessageId,
        screen: &Screen,
    ) -> Result<MessageId, Failure> {
        let mut parts = screen.clone().messages();
        let first = parts.remove(0);
        let call = self
            .bot
            .edit_message_text(chat_id(chat), message_id(message), first.text.as_str())
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview());
        let turned = match keyboard(&first.keys) {
            Some(keys) => call.reply_markup(keys).await,
            None => call.await,
        };
        match turned.map_err(Failure::from) {
            Err(failure) if failure.outcome != CallOutcome::Done => return Err(failure),
            _ => {}
        }
        if parts.is_empty() {
            return Ok(message);
        }
        self.say_all(chat.into(), parts).await
    }

    /// Takes the buttons of a message away.
    pub async fn take_buttons(&self, chat: AccountId, message: MessageId) -> Result<(), Failure> {
        let (chat, message) = (chat_id(chat), message_id(message));
        self.bot.edit_message_reply_markup(chat, message).await?;
        Ok(())
    }

    /// Sends messages one after the other; the last of them.
    async fn say_all(&self, place: Place, parts: Vec<Screen>) -> Result<MessageId, Failure> {
        let mut last = MessageId(0);
        for part in parts {
            last = self.say_one(place, &part).await?;
        }
        Ok(last)
    }

    async fn say_one(&self, place: Place, screen: &Screen) -> Result<MessageId, Failure> {
        let mut call = self
            .bot
            .send_message(chat_id(place.chat), screen.text.as_str())
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview());
        if screen.quiet {
            call = call.disable_notification(true);
        }
        if let Some(topic) = place.topic.and_then(|topic| i32::try_from(topic).ok()) {
            call = call.message_thread_id(ThreadId(types::MessageId(topic)));
        }
        if let Some(keys) = keyboard(&screen.keys) {
            call = call.reply_markup(keys);
        }
        Ok(kept(call.await?.id))
    }
}

fn keyboard(keys: &[Vec<Key>]) -> Option<InlineKeyboardMarkup> {
    let button = |key: &Key| InlineKeyboardButton::callback(key.label.clone(), key.button.encode());
    let rows = keys
        .iter()
        .map(|row| row.iter().map(button).collect::<Vec<_>>());
    (!keys.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

/// Telegram opens links for a preview; nothing of ours should be opened by anyone but a person.
fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}
