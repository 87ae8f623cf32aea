//! Messages as Telegram takes them: a screen sent, and a message that becomes another screen.

use std::sync::atomic::Ordering;

use domain::id::{AccountId, MessageId};
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, IgnoredAny},
};

use super::{CallOutcome, Client, Failure};
use crate::text::{Html, Key, KeyStyle, Screen};

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

/// A message that was sent, as far as anybody wants to know.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct SentMessage {
    #[serde(rename = "message_id")]
    pub message: MessageId,
    /// When Telegram took it, by Telegram's clock: seconds since 1970.
    pub date: i64,
}

/// `sendMessage`, and with a message `editMessageText`.
#[derive(Serialize)]
pub(super) struct MessageText<'a> {
    chat_id: AccountId,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_id: Option<MessageId>,
    text: &'a str,
    parse_mode: &'static str,
    link_preview_options: NoPreview,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disable_notification: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_parameters: Option<RepliesTo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reply_markup: Option<Markup<'a>>,
}

/// A message that is gone meanwhile keeps nothing from being said.
#[derive(Serialize)]
struct RepliesTo {
    message_id: MessageId,
    allow_sending_without_reply: bool,
}

/// What stands below a message, or below the message field.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Markup<'a> {
    Buttons {
        inline_keyboard: Vec<Vec<InlineButton<'a>>>,
    },
    Contact {
        keyboard: [[ContactButton<'a>; 1]; 1],
        resize_keyboard: bool,
    },
    Nothing {
        remove_keyboard: bool,
    },
}

#[derive(Serialize)]
pub(super) struct InlineButton<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    callback_data: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy_text: Option<CopiedText<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    style: Option<KeyStyle>,
}

#[derive(Serialize)]
struct CopiedText<'a> {
    text: &'a str,
}

#[derive(Serialize)]
pub(super) struct ContactButton<'a> {
    pub(super) text: &'a str,
    pub(super) request_contact: bool,
}

/// Telegram opens links for a preview; nothing of ours should be opened by anyone but a person.
#[derive(Serialize)]
struct NoPreview {
    is_disabled: bool,
}

impl<'a> MessageText<'a> {
    pub(super) fn new(chat: AccountId, text: &'a Html) -> MessageText<'a> {
        MessageText {
            chat_id: chat,
            message_thread_id: None,
            message_id: None,
            text: text.as_str(),
            parse_mode: "HTML",
            link_preview_options: NoPreview { is_disabled: true },
            disable_notification: false,
            reply_parameters: None,
            reply_markup: None,
        }
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
        self.turn_one(chat, message, &first).await?;
        if parts.is_empty() {
            return Ok(message);
        }
        self.say_all(chat.into(), parts).await
    }

    /// Makes a message show a screen that is one message. When that was, by Telegram's clock; none where it showed
    /// it already.
    pub async fn turn_one(
        &self,
        chat: AccountId,
        message: MessageId,
        screen: &Screen,
    ) -> Result<Option<i64>, Failure> {
        #[derive(Deserialize)]
        struct Edited {
            edit_date: Option<i64>,
        }
        let text = MessageText {
            message_id: Some(message),
            reply_markup: buttons(&screen.keys),
            ..MessageText::new(chat, &screen.text)
        };
        match self.call_with("editMessageText", &screen.text, text).await {
            Ok(Edited { edit_date }) => Ok(edit_date),
            Err(failure) if failure.outcome == CallOutcome::Done => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// A call that brings a text. A server that refuses the dates in it is told them in words, now and from now on.
    async fn call_with<T: DeserializeOwned>(
        &self,
        method: &'static str,
        text: &Html,
        message: MessageText<'_>,
    ) -> Result<T, Failure> {
        if !self.knows_no_dates.load(Ordering::Relaxed) {
            match self.api.call(method, &message).await {
                Err(failure) if failure.is_over_dates() => {
                    self.knows_no_dates.store(true, Ordering::Relaxed);
                }
                answer => return answer,
            }
        }
        let undated = text.without_dates();
        let text = undated.as_ref().unwrap_or(text).as_str();
        let message = MessageText { text, ..message };
        self.api.call(method, &message).await
    }

    /// Takes the buttons of a message away.
    pub async fn take_buttons(&self, chat: AccountId, message: MessageId) -> Result<(), Failure> {
        self.turn_buttons(chat, message, &[]).await
    }

    /// Puts these buttons beneath a message in place of those that are there.
    pub async fn turn_buttons(
        &self,
        chat: AccountId,
        message: MessageId,
        keys: &[Vec<Key>],
    ) -> Result<(), Failure> {
        #[derive(Serialize)]
        struct Beneath<'a> {
            chat_id: AccountId,
            message_id: MessageId,
            #[serde(skip_serializing_if = "Option::is_none")]
            reply_markup: Option<Markup<'a>>,
        }
        let beneath = Beneath {
            chat_id: chat,
            message_id: message,
            reply_markup: buttons(keys),
        };
        let IgnoredAny = self.api.call("editMessageReplyMarkup", &beneath).await?;
        Ok(())
    }

    /// Puts a thumb beneath what somebody has sent: it has come, and it fits (Bot API 7.0).
    pub async fn nods(&self, chat: AccountId, message: MessageId) -> Result<(), Failure> {
        #[derive(Serialize)]
        struct Nod {
            chat_id: AccountId,
            message_id: MessageId,
            reaction: [EmojiReaction; 1],
        }
        #[derive(Serialize)]
        struct EmojiReaction {
            r#type: &'static str,
            emoji: &'static str,
        }
        let nod = Nod {
            chat_id: chat,
            message_id: message,
            reaction: [EmojiReaction {
                r#type: "emoji",
                emoji: "👍",
            }],
        };
        let IgnoredAny = self.api.call("setMessageReaction", &nod).await?;
        Ok(())
    }

    /// Sends messages one after the other; the last of them.
    async fn say_all(&self, place: Place, parts: Vec<Screen>) -> Result<MessageId, Failure> {
        let mut last = MessageId(0);
        for part in parts {
            last = self.say_one(place, &part).await?.message;
        }
        Ok(last)
    }

    /// Sends a screen that is one message.
    pub async fn say_one(
        &self,
        place: impl Into<Place>,
        screen: &Screen,
    ) -> Result<SentMessage, Failure> {
        let Place { chat, topic } = place.into();
        let text = MessageText {
            message_thread_id: topic,
            disable_notification: screen.quiet,
            reply_parameters: screen.replies_to.map(|message_id| RepliesTo {
                message_id,
                allow_sending_without_reply: true,
            }),
            reply_markup: buttons(&screen.keys),
            ..MessageText::new(chat, &screen.text)
        };
        self.call_with("sendMessage", &screen.text, text).await
    }
}

pub(super) fn buttons(keys: &[Vec<Key>]) -> Option<Markup<'_>> {
    let rows = keys.iter().map(|row| row.iter().map(InlineButton::of));
    (!keys.is_empty()).then(|| Markup::Buttons {
        inline_keyboard: rows.map(Iterator::collect).collect(),
    })
}

impl<'a> InlineButton<'a> {
    fn of(key: &'a Key) -> InlineButton<'a> {
        InlineButton {
            text: &key.label,
            callback_data: key.copies.is_none().then(|| key.button.encode()),
            copy_text: key.copies.as_deref().map(|text| CopiedText { text }),
            style: key.style,
        }
    }
}
