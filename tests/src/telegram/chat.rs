//! A chat as its people see it, and everything that happened in it in order of time.

use std::{collections::BTreeMap, sync::Arc};

use serde::Serialize;

use super::{
    ids::{ChatId, MessageId, QueryId, UserId},
    keyboard::{Button, ReplyMarkup},
};

/// A chat with the bot.
#[derive(Clone, Debug)]
pub struct Chat {
    pub id: ChatId,
    pub kind: ChatKind,
    /// The first name of the person, or the title of the group.
    pub title: String,
    /// It has topics.
    pub forum: bool,
    /// The people in it, the bot not counted; the first one opened the group.
    pub members: Vec<UserId>,
    /// Every message with its present content; deleted ones are still here and say so.
    pub messages: BTreeMap<MessageId, Arc<Message>>,
    /// What happened, in order of time, with messages as they looked at that moment.
    pub story: Vec<Act>,
    /// What stands below the input field now.
    pub reply_keyboard: Option<ReplyMarkup>,
    /// What is pinned, the newest pin last.
    pub pinned: Vec<MessageId>,
}

/// The kinds of chat a bot meets here; channels are not built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChatKind {
    Private,
    Group,
    Supergroup,
}

/// A message with its present content.
#[derive(Clone, Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent facts")]
pub struct Message {
    pub id: MessageId,
    pub from: Author,
    /// The first name of the author.
    pub author: String,
    /// Seconds since 1970.
    pub date: i64,
    pub edit_date: Option<i64>,
    /// How often the bot or the person changed it.
    pub edits: u32,
    /// The plain text; for a file its caption.
    pub text: String,
    /// The markup exactly as the bot sent it (already checked), or the escaped plain text.
    pub html: String,
    /// It is a rich message: `html` is in the dialect of those, and `text` what is to be read.
    pub rich: bool,
    pub entities: Vec<Entity>,
    /// The buttons under it, row by row.
    pub keyboard: Vec<Vec<Button>>,
    /// It had buttons once and has none now.
    pub keyboard_retired: bool,
    /// A reply keyboard, its removal, or a request to answer, when the message brought one.
    pub reply_markup: Option<ReplyMarkup>,
    pub attachment: Option<Attachment>,
    pub reply_to: Option<MessageId>,
    /// The topic of the group it stands in, by the message that opened it.
    pub topic: Option<MessageId>,
    /// Messages of one album share this.
    pub album: Option<String>,
    /// Sent without a sound.
    pub silent: bool,
    /// It can neither be forwarded nor saved.
    pub protected: bool,
    /// The bot's reactions to it.
    pub reactions: Vec<String>,
    pub deleted: bool,
}

/// Who wrote a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    Bot,
    Person(UserId),
}

/// A piece of formatted text; places count UTF-16 units, as everywhere in Telegram.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entity {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub offset: usize,
    pub length: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unix_time: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_time_format: Option<String>,
}

impl Entity {
    /// One that needs no more than its place.
    pub(super) fn new(kind: &'static str, offset: usize, length: usize) -> Entity {
        Entity {
            kind,
            offset,
            length,
            url: None,
            language: None,
            unix_time: None,
            date_time_format: None,
        }
    }

    /// The first unit after it.
    pub fn end(&self) -> usize {
        self.offset + self.length
    }
}

/// What a message carries besides its text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Attachment {
    Document(File),
    /// All sizes of one picture, the largest last.
    Photo(Vec<File>),
    Sticker {
        file: File,
        emoji: String,
    },
    Voice {
        file: File,
        seconds: u32,
    },
    Location {
        latitude: f64,
        longitude: f64,
    },
    Contact {
        name: String,
        phone: String,
        user: Option<UserId>,
    },
    /// People came into the group; `None` is the bot.
    Joined(Vec<Option<UserId>>),
    /// Somebody left the group; `None` is the bot.
    Left(Option<UserId>),
    /// The group became the supergroup with this id.
    MigratedTo(ChatId),
    /// The supergroup was the group with this id.
    MigratedFrom(ChatId),
    /// The group has this title now.
    Renamed(String),
    /// A topic of this name was opened.
    TopicOpened(String),
    /// Whatever else a message can hold, by the names of its fields.
    Other(serde_json::Map<String, serde_json::Value>),
}

/// A file that Telegram keeps. The bytes are behind [`super::Telegram::file_bytes`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct File {
    /// `file_id`: names the file in calls.
    pub id: String,
    /// `file_unique_id`: the same for the same bytes, but good for nothing else.
    pub unique: String,
    pub name: Option<String>,
    pub mime: Option<String>,
    pub size: u64,
}

/// Something that happened in a chat.
#[derive(Clone, Debug)]
pub enum Act {
    /// A new message, as it looked then.
    Sent(Arc<Message>),
    /// A message changed; before and after.
    Edited(Arc<Message>, Arc<Message>),
    /// A message vanished; its last content.
    Deleted(Arc<Message>),
    /// Somebody tapped a button.
    Tapped(Tap),
    /// The bot put these reactions on a message.
    Reacted(Arc<Message>),
    /// The bot pinned a message, or took it down.
    Pinned(Arc<Message>),
    Unpinned(Arc<Message>),
    /// Somebody blocked the bot, or let it in again.
    Blocked(UserId),
    Unblocked(UserId),
}

impl Act {
    /// The message, where the bot sent or changed one.
    pub fn shown(&self) -> Option<&Message> {
        match self {
            Act::Sent(message) | Act::Edited(_, message) if message.from == Author::Bot => {
                Some(message)
            }
            _ => None,
        }
    }
}

impl Message {
    /// What a button carries whose label fits; marks before the label do not count.
    pub fn button(&self, fits: impl Fn(&str) -> bool) -> Option<String> {
        let mut buttons = self.keyboard.iter().flatten();
        let found = buttons.find(|button| {
            let marks = |c: char| !c.is_alphanumeric();
            fits(button.text.trim_start_matches(marks))
        })?;
        found.callback_data.clone()
    }
}

/// A tap on a button, and what the bot answered to it.
#[derive(Clone, Debug)]
pub struct Tap {
    pub by: UserId,
    pub name: String,
    /// `None` when the message is too old for Telegram to show it to the bot.
    pub message: Option<MessageId>,
    /// The label of the button; forged data has none.
    pub label: Option<String>,
    pub data: String,
    pub query: QueryId,
    pub answer: Option<Toast>,
}

/// The bot's answer to a tap; without text the phone only stops its little clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Toast {
    pub chat: ChatId,
    pub query: QueryId,
    pub text: Option<String>,
    /// Shown as a window that waits for "OK", not as a passing line.
    pub alert: bool,
    pub url: Option<String>,
}

impl Chat {
    /// The messages that are to be seen now, oldest first.
    pub fn visible(&self) -> impl DoubleEndedIterator<Item = &Message> {
        self.messages
            .values()
            .map(|message| &**message)
            .filter(|message| !message.deleted)
    }

    /// The newest visible message.
    pub fn last(&self) -> Option<&Message> {
        self.visible().next_back()
    }

    /// The newest visible message of the bot.
    pub fn last_from_bot(&self) -> Option<&Message> {
        self.visible()
            .rev()
            .find(|message| message.from == Author::Bot)
    }

    /// A message that is to be seen now.
    pub fn message(&self, id: MessageId) -> Option<&Message> {
        let message = self.messages.get(&id)?;
        (!message.deleted).then_some(message)
    }

    /// The newest visible button with this label, and the message under which it stands.
    pub fn button(&self, label: &str) -> Option<(MessageId, &Button)> {
        self.visible().rev().find_map(|message| {
            let mut buttons = message.keyboard.iter().flatten();
            Some((message.id, buttons.find(|button| button.text == label)?))
        })
    }

    /// All visible buttons, oldest message first.
    pub fn buttons(&self) -> impl Iterator<Item = (MessageId, &Button)> {
        self.visible().flat_map(|message| {
            let buttons = message.keyboard.iter().flatten();
            buttons.map(move |button| (message.id, button))
        })
    }
}

impl Attachment {
    /// The file itself, in its best size.
    pub fn file(&self) -> Option<&File> {
        match self {
            Attachment::Document(file)
            | Attachment::Sticker { file, .. }
            | Attachment::Voice { file, .. } => Some(file),
            Attachment::Photo(sizes) => sizes.last(),
            _ => None,
        }
    }
}
