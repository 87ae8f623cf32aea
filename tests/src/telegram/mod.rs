//! A strict fake of Telegram: a small world of people, chats and files, with the Bot API in front.
//!
//! Tests change the world (`says`, `taps`, `blocks`) and look at it (`chat`, `toasts`); the bot
//! meets it over HTTP and is refused in Telegram's own words where Telegram would refuse it.
//!
//! - [`ids`]: ids as types
//! - [`chat`]: a chat, its messages and what happened in it
//! - [`keyboard`]: buttons
//! - [`transcript`]: a chat as text that a colleague can read
//! - [`person`]: what people do
//! - [`group`]: what happens to groups
//! - [`look`]: what a test or a page may see
//! - [`call`]: what the bot called
//! - [`fault`], [`trouble`]: what can go wrong on the way
//! - [`happening`]: news for watchers

pub mod call;
pub mod chat;
pub mod fault;
pub mod group;
pub mod happening;
pub mod ids;
pub mod keyboard;
pub mod look;
pub mod person;
pub mod transcript;
pub mod trouble;

use std::net::SocketAddr;

pub use call::{Call, Moment, Next, Refused};
pub use chat::{Act, Attachment, Author, Chat, ChatKind, Entity, File, Message, Tap, Toast};
pub use fault::{Fault, Trouble};
pub use happening::Happening;
pub use ids::{ChatId, MessageId, QueryId, UpdateId, UserId};
pub use keyboard::{Button, ReplyButton, ReplyKeyboard, ReplyMarkup};
pub use look::BotCommand;
pub use person::NoSuchButton;

/// Telegram: people on one side, the Bot API on the other. Clones are the same Telegram.
#[derive(Clone)]
pub struct Telegram {}

impl Telegram {
    /// Opens the server on a free port of this machine, on the current runtime.
    pub async fn open() -> Telegram {
        Telegram::open_at(SocketAddr::from(([127, 0, 0, 1], 0))).await
    }

    /// Opens the server at this address.
    pub async fn open_at(_address: SocketAddr) -> Telegram {
        todo!()
    }

    /// `http://127.0.0.1:PORT`, the address of the Bot API.
    pub fn url(&self) -> String {
        todo!()
    }

    /// The token of the bot; any other is answered with 401.
    pub fn token(&self) -> &str {
        todo!()
    }

    /// The user name of the bot, without `@`.
    pub fn bot_username(&self) -> &str {
        todo!()
    }
}
