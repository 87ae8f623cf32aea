//! A phone as the page gets it. The page decides nothing: everything it shows stands here.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::{Language, Phone, Stage, markup};
use crate::telegram::{
    Attachment, Author, BotCommand, Button, Chat, Message, MessageId, ReplyKeyboard, ReplyMarkup,
    UserId,
};

/// A whole phone.
#[derive(Debug, Serialize)]
pub struct PhoneView {
    pub user: UserId,
    pub name: String,
    pub title: String,
    pub language: Language,
    /// What the bot says of itself where nothing has been said yet.
    pub introduction: String,
    pub messages: Vec<MessageView>,
    /// The command menu.
    pub commands: Vec<BotCommand>,
    /// Buttons below the input field, row by row.
    pub choices: Vec<Vec<Choice>>,
    /// The bot asked for an answer to this message.
    pub answering: Option<MessageId>,
    /// What is pinned above the chat, the newest pin last.
    pub pinned: Vec<Quote>,
    /// What the empty input field says, if the bot wants to say something there.
    pub placeholder: Option<String>,
}

/// A bubble.
#[derive(Debug, Serialize)]
pub struct MessageView {
    pub id: MessageId,
    pub mine: bool,
    /// What a phone shows, as HTML; the page reads it with a list of what is allowed.
    pub html: String,
    /// It is a rich message, with blocks and tables.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub rich: bool,
    /// The text of one's own message, for editing it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plain: Option<String>,
    /// "08.15", in English "08:15"
    pub at: String,
    pub on: NaiveDate,
    pub edited: bool,
    pub buttons: Vec<Vec<Key>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<Paper>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<Quote>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<String>,
}

/// A button under a bubble; without `data`, `url` and `copy` a tap does nothing.
#[derive(Debug, Serialize)]
pub struct Key {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy: Option<String>,
}

/// A button below the input field.
#[derive(Debug, Serialize)]
pub struct Choice {
    pub text: String,
    /// A tap shares the person's own phone number instead of saying the text.
    pub contact: bool,
}

/// A file in a bubble.
#[derive(Debug, Serialize)]
pub struct Paper {
    pub id: String,
    pub name: String,
    pub size: u64,
    /// To be shown, not only named.
    pub image: bool,
}

/// The beginning of the message that a bubble answers.
#[derive(Debug, Serialize)]
pub struct Quote {
    pub id: MessageId,
    pub text: String,
}

impl PhoneView {
    pub fn of(phone: &Phone, language: Language, stage: &Stage) -> PhoneView {
        let chat = stage.telegram.chat(phone.user);
        let answering = answering(&chat);
        let (choices, placeholder) = match &chat.reply_keyboard {
            Some(ReplyMarkup::Keyboard(keyboard)) => {
                let placeholder = keyboard.input_field_placeholder.clone();
                (choices(keyboard), placeholder)
            }
            Some(ReplyMarkup::ForceReply(ask)) if answering.is_some() => {
                (Vec::new(), ask.input_field_placeholder.clone())
            }
            _ => (Vec::new(), None),
        };
        PhoneView {
            user: phone.user,
            name: phone.name.clone(),
            title: phone
                .title
                .get(domain::Language::from_tag(language.code()))
                .to_owned(),
            language,
            introduction: {
                let [text, _] = stage.telegram.introduction(language.code());
                text
            },
            messages: chat
                .visible()
                .map(|message| {
                    let date = stage.local(message.date);
                    MessageView::of(message, date, language, &chat)
                })
                .collect(),
            commands: stage.telegram.commands(phone.user),
            choices,
            answering,
            pinned: chat
                .pinned
                .iter()
                .filter_map(|id| Quote::of(chat.message(*id)?))
                .collect(),
            placeholder,
        }
    }
}

impl Stage {
    /// What a phone in the office's zone shows for a message's date.
    fn local(&self, date: i64) -> NaiveDateTime {
        let date = DateTime::from_timestamp(date, 0).unwrap_or_default();
        date.with_timezone(&self.office.zone).naive_local()
    }
}

impl MessageView {
    fn of(message: &Message, date: NaiveDateTime, language: Language, chat: &Chat) -> MessageView {
        let mine = message.from != Author::Bot;
        MessageView {
            id: message.id,
            mine,
            html: match &message.attachment {
                Some(attachment) if message.html.is_empty() => in_words(attachment),
                _ if message.rich => message.html.clone(),
                // An app does not show what a start link carries.
                _ if mine && message.text.starts_with("/start ") => {
                    "<tg-command>/start</tg-command>".to_owned()
                }
                _ => markup::html(&message.text, &message.entities),
            },
            rich: message.rich,
            plain: mine.then(|| message.text.clone()),
            at: match language {
                Language::Id => date.format("%H.%M").to_string(),
                Language::En => date.format("%H:%M").to_string(),
            },
            on: date.date(),
            edited: message.edit_date.is_some(),
            buttons: message
                .keyboard
                .iter()
                .map(|row| row.iter().map(Key::of).collect())
                .collect(),
            file: message.attachment.as_ref().and_then(Paper::of),
            reply: message.reply_to.and_then(|id| Quote::of(chat.message(id)?)),
            reactions: message.reactions.clone(),
        }
    }
}

impl Key {
    fn of(button: &Button) -> Key {
        let page = button.web_app.as_ref().map(|app| app.url.clone());
        Key {
            text: button.text.clone(),
            style: button.style.clone(),
            data: button.callback_data.clone(),
            url: button.url.clone().or(page),
            copy: button.copy_text.as_ref().map(|copy| copy.text.clone()),
        }
    }
}

impl Paper {
    fn of(attachment: &Attachment) -> Option<Paper> {
        let image = matches!(attachment, Attachment::Photo(_));
        let file = attachment.file()?;
        let fallback = if image { "foto.jpg" } else { "berkas" };
        Some(Paper {
            id: file.id.clone(),
            name: file.name.clone().unwrap_or_else(|| fallback.to_owned()),
            size: file.size,
            image,
        })
    }
}

impl Quote {
    fn of(message: &Message) -> Option<Quote> {
        let text: String = message.text.chars().take(80).collect();
        (!text.is_empty()).then_some(Quote {
            id: message.id,
            text,
        })
    }
}

/// Attachments for which the page has no picture.
fn in_words(attachment: &Attachment) -> String {
    let text = match attachment {
        Attachment::Sticker { emoji, .. } => emoji.clone(),
        Attachment::Voice { seconds, .. } => format!("🎤 {}:{:02}", seconds / 60, seconds % 60),
        Attachment::Location {
            latitude,
            longitude,
        } => format!("📍 {latitude}, {longitude}"),
        Attachment::Contact { name, phone, .. } => format!("👤 {name}, {phone}"),
        _ => String::new(),
    };
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn choices(keyboard: &ReplyKeyboard) -> Vec<Vec<Choice>> {
    let choice = |text: &str, contact| Choice {
        text: text.to_owned(),
        contact,
    };
    keyboard
        .keyboard
        .iter()
        .map(|row| {
            row.iter()
                .map(|button| choice(&button.text, button.request_contact))
                .collect()
        })
        .collect()
}

/// The message that opened the input field as a reply, until the person has written something.
fn answering(chat: &Chat) -> Option<MessageId> {
    let asks =
        |message: &&Message| matches!(message.reply_markup, Some(ReplyMarkup::ForceReply(_)));
    let asking = chat.visible().rev().find(asks)?.id;
    let answered = |message: &Message| message.id > asking && message.from != Author::Bot;
    (!chat.visible().any(answered)).then_some(asking)
}
