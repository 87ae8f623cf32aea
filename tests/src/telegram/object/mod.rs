//! The objects of the Bot API as Telegram sends them. Structs keep the order of their fields;
//! clients rely on `update_id` coming first.

mod make;

use serde::Serialize;
use serde_json::Value;

use super::{
    chat::{ChatKind, Entity},
    ids::{ChatId, MessageId, UserId},
    keyboard::Button,
};

/// An update.
#[derive(Serialize)]
pub(super) struct Update {
    pub(super) update_id: u32,
    #[serde(flatten)]
    pub(super) what: What,
}

/// The kinds of update the world makes.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum What {
    Message(Box<MessageObject>),
    EditedMessage(Box<MessageObject>),
    CallbackQuery(Box<CallbackQueryObject>),
    MyChatMember(Box<MembershipObject>),
}

impl What {
    pub(super) fn kind(&self) -> &'static str {
        match self {
            What::Message(_) => "message",
            What::EditedMessage(_) => "edited_message",
            What::CallbackQuery(_) => "callback_query",
            What::MyChatMember(_) => "my_chat_member",
        }
    }
}

#[derive(Clone, Serialize)]
pub(super) struct UserObject {
    id: UserId,
    is_bot: bool,
    first_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language_code: Option<String>,
}

#[derive(Clone, Serialize)]
pub(super) struct ChatObject {
    id: ChatId,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<String>,
    #[serde(rename = "type")]
    kind: ChatKind,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_forum: bool,
}

#[derive(Serialize)]
pub(super) struct MessageObject {
    message_id: MessageId,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<MessageId>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_topic_message: bool,
    from: UserObject,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender_chat: Option<ChatObject>,
    chat: ChatObject,
    date: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit_date: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to_message: Option<Box<MessageObject>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_group_id: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    has_protected_content: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    entities: Vec<Entity>,
    /// The field that carries the attachment, by its name.
    #[serde(flatten)]
    content: serde_json::Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    caption_entities: Vec<Entity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<InlineKeyboard>,
}

#[derive(Serialize)]
struct InlineKeyboard {
    inline_keyboard: Vec<Vec<Button>>,
}

#[derive(Serialize)]
pub(super) struct CallbackQueryObject {
    pub(super) id: String,
    pub(super) from: UserObject,
    pub(super) message: MaybeMessage,
    pub(super) chat_instance: String,
    pub(super) data: String,
}

/// A message, or only its number when it is too old (`date` 0).
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum MaybeMessage {
    Here(Box<MessageObject>),
    Inaccessible {
        chat: ChatObject,
        message_id: MessageId,
        date: i64,
    },
}

#[derive(Serialize)]
pub(super) struct MembershipObject {
    pub(super) chat: ChatObject,
    pub(super) from: UserObject,
    pub(super) date: i64,
    pub(super) old_chat_member: Value,
    pub(super) new_chat_member: Value,
}
