//! A strict fake of Telegram: a small world of people, chats and files, with the Bot API in front.
//!
//! Tests change the world (`says`, `taps`, `blocks`) and look at it (`chat`, `toasts`); the bot
//! meets it over HTTP and is refused in Telegram's own words where Telegram would refuse it.
//!
//! - [`ids`]: ids as types
//! - [`chat`]: a chat, its messages and what happened in it
//! - [`mod@keyboard`]: buttons of both kinds
//! - [`transcript`]: a chat as text that a colleague can read
//! - [`person`], [`parcel`]: what people do and send
//! - [`group`]: what happens to groups
//! - [`look`]: what a test or a page may see
//! - [`remembered`]: all of it at one moment, to begin with elsewhere
//! - [`call`]: what the bot called
//! - [`fault`], [`trouble`]: what can go wrong on the way
//! - [`happening`]: news for watchers
//! - [`specification`]: what a message can hold, as the Bot API describes it

mod api;
mod check;
mod ledger;
mod menu;
mod object;
mod pace;
mod phone_lines;
mod post;
mod server;
mod shelf;
pub mod tally;
mod world;

pub mod call;
pub mod chat;
pub mod fault;
pub mod group;
pub mod happening;
pub mod ids;
pub mod keyboard;
pub mod look;
pub mod parcel;
pub mod person;
pub mod remembered;
pub mod specification;
pub mod transcript;
pub mod trouble;

#[cfg(test)]
mod tests;

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize},
    },
};

use tokio::{
    net::TcpListener,
    sync::{Notify, watch},
};

pub use call::{Call, Moment, Next, Refused};
pub use chat::{Act, Attachment, Author, Chat, ChatKind, Entity, File, Message, Tap, Toast};
pub use fault::{Fault, Trouble};
pub use happening::Happening;
pub use ids::{ChatId, MessageId, QueryId, UpdateId, UserId};
pub use keyboard::{Button, ReplyButton, ReplyKeyboard, ReplyMarkup};
pub use look::PersonView;
pub use menu::BotCommand;
pub use person::NoSuchButton;
pub use remembered::Remembered;

use server::{Door, Inner};
use world::{Identity, World};

/// Telegram: people on one side, the Bot API on the other. Clones are the same Telegram; the
/// server closes with the last of them.
#[derive(Clone)]
pub struct Telegram {
    inner: Arc<Inner>,
    _door: Arc<Door>,
}

impl Telegram {
    /// Opens the server on a free port of this machine, on the current runtime.
    pub async fn open() -> Telegram {
        Telegram::open_at(SocketAddr::from(([127, 0, 0, 1], 0))).await
    }

    /// Opens the server at this address.
    pub async fn open_at(address: SocketAddr) -> Telegram {
        let listener = TcpListener::bind(address)
            .await
            .unwrap_or_else(|error| panic!("the address {address} cannot be used: {error}"));
        let address = listener.local_addr().expect("a listener has an address");
        let username = "loket_demo_bot";
        let bot = Identity {
            id: UserId(7_700_000_001),
            name: "Loket".to_owned(),
            username: username.to_owned(),
            words: BTreeMap::new(),
        };
        let inner = Arc::new(Inner {
            token: format!("{}:AAFakeTokenOfTheStage-only_for_tests00", bot.id),
            username: username.to_owned(),
            address,
            world: Mutex::new(World::new(bot)),
            arrived: Notify::new(),
            cut: AtomicBool::new(false),
            in_flight: AtomicUsize::new(0),
            moves: watch::Sender::new(0),
            hook: Mutex::new(None),
        });
        let door = Arc::new(Door::open(listener, Arc::clone(&inner), api::all()));
        Telegram { inner, _door: door }
    }

    /// `http://127.0.0.1:PORT`, the address of the Bot API.
    pub fn url(&self) -> String {
        format!("http://{}", self.inner.address)
    }

    /// The token of the bot; any other is answered with 401.
    pub fn token(&self) -> &str {
        &self.inner.token
    }

    /// The user name of the bot, without `@`.
    pub fn bot_username(&self) -> &str {
        &self.inner.username
    }
}
