//! The one room for all that speaks the Bot API: updates come in by the intake, messages go out by the
//! client, and what Telegram says to that becomes a [`Failure`] with its meaning.

mod call;
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

pub use link::start_link;
pub use message::Place;
pub use outcome::{CallOutcome, Failure};

use crate::Settings;
use call::BotApi;

/// The bot's face to Telegram. A chat is named by the account that reads there, or by the group's.
#[derive(Clone)]
pub struct Client {
    api: BotApi,
}

impl Client {
    pub fn new(settings: &Settings) -> anyhow::Result<Client> {
        let api = BotApi::new(settings)?;
        Ok(Client { api })
    }
}
