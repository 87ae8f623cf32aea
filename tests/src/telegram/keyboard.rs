//! Buttons: under a message, and below the input field. The same types are read from the wire.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A button under a message (`InlineKeyboardButton`); it has exactly one of the actions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Button {
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon_custom_emoji_id: Option<String>,
    /// `danger`, `success` or `primary`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback_data: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_text: Option<CopyText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web_app: Option<WebApp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login_url: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub switch_inline_query: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub switch_inline_query_current_chat: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub switch_inline_query_chosen_chat: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback_game: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<bool>,
}

/// A tap puts this text on the clipboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyText {
    pub text: String,
}

/// A tap opens this page inside Telegram.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebApp {
    pub url: String,
}

/// What a message may bring for the place below the input field.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum ReplyMarkup {
    Keyboard(ReplyKeyboard),
    Remove(RemoveKeyboard),
    ForceReply(ForceReply),
}

/// Buttons below the input field (`ReplyKeyboardMarkup`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "the Bot API has them")]
pub struct ReplyKeyboard {
    pub keyboard: Vec<Vec<ReplyButton>>,
    #[serde(default)]
    pub is_persistent: bool,
    #[serde(default)]
    pub resize_keyboard: bool,
    #[serde(default)]
    pub one_time_keyboard: bool,
    #[serde(default)]
    pub input_field_placeholder: Option<String>,
    #[serde(default)]
    pub selective: bool,
}

/// A button below the input field: a tap says its text, or shares something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReplyButton {
    pub text: String,
    #[serde(default)]
    pub icon_custom_emoji_id: Option<String>,
    #[serde(default)]
    pub style: Option<String>,
    #[serde(default)]
    pub request_contact: bool,
    #[serde(default)]
    pub request_location: bool,
    #[serde(default)]
    pub request_users: Option<Value>,
    #[serde(default)]
    pub request_chat: Option<Value>,
    #[serde(default)]
    pub request_managed_bot: Option<Value>,
    #[serde(default)]
    pub request_poll: Option<Value>,
    #[serde(default)]
    pub web_app: Option<WebApp>,
}

/// Takes the reply keyboard away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoveKeyboard {
    pub remove_keyboard: bool,
    #[serde(default)]
    pub selective: bool,
}

/// Opens the input field as a reply to the message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForceReply {
    pub force_reply: bool,
    #[serde(default)]
    pub input_field_placeholder: Option<String>,
    #[serde(default)]
    pub selective: bool,
}
