//! The one room for all that speaks the Bot API: updates come in by the intake, messages go out by the
//! client, and what Telegram says to that becomes a [`Failure`] with its meaning.

mod commands;
mod file;
pub mod intake;
mod link;
mod message;
mod outcome;
pub mod pace;
mod picture;
pub mod readable;
mod reply_keyboard;
mod tap;
mod topic;

use std::time::Duration;

use domain::id::{AccountId, MessageId};
use secrecy::{ExposeSecret, SecretString};
use teloxide::{Bot, types};

pub use link::start_link;
pub use message::Place;
pub use outcome::{CallOutcome, Failure};

/// The bot's face to Telegram. A chat is named by the account that reads there, or by the group's.
///
/// Careful: what is inside shows the bot's token in `Debug`. It is never logged, and nothing that holds it
/// derives `Debug`.
#[derive(Clone)]
pub struct Client {
    bot: Bot,
}

impl Client {
    pub fn new(token: &SecretString, api_url: &str) -> anyhow::Result<Client> {
        let client = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_mins(1))
            .tcp_nodelay(true)
            // As many as may answer people at once: opening a connection costs more than a call.
            .pool_max_idle_per_host(256)
            .build()?;
        let bot = Bot::with_client(token.expose_secret(), client).set_api_url(api_url.parse()?);
        Ok(Client { bot })
    }
}

/// A chat, as Telegram's calls name it.
fn chat_id(chat: AccountId) -> types::ChatId {
    types::ChatId(chat.0)
}

/// A message, as Telegram's calls name it. Telegram numbers messages within 32 bits; no message has the 0
/// that stands for what is beyond them.
fn message_id(message: MessageId) -> types::MessageId {
    types::MessageId(i32::try_from(message.0).unwrap_or(0))
}

/// A message as the office keeps it.
fn kept(message: types::MessageId) -> MessageId {
    MessageId(i64::from(message.0))
}
