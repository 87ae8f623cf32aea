//! The one room for all that speaks the Bot API: updates come in by the intake, messages go out by the
//! client, and what Telegram says to that becomes a [`Failure`] with its meaning.

mod call;
mod commands;
mod delivery;
pub(crate) mod envelope;
mod file;
pub mod intake;
mod introduction;
pub mod known;
mod left;
mod link;
mod message;
mod outcome;
pub mod pace;
mod picture;
mod pin;
pub mod readable;
mod reply_keyboard;
mod rivals;
mod tap;
mod topic;

use std::{
    future::Future,
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

pub use delivery::{DeliveryState, Identity};
pub use introduction::Introduction;
pub use link::start_link;
pub use message::Place;
pub use outcome::{CallOutcome, Failure};

use crate::{Settings, measure::Meters};
use call::BotApi;

/// Decoration is not waited for any longer.
const A_MOMENT: Duration = Duration::from_secs(2);

/// Makes a call that nobody misses if it fails: it holds nothing up for longer than a moment.
pub async fn decoration<T>(call: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let done = tokio::time::timeout(A_MOMENT, call).await;
    done.unwrap_or_else(|_| Err(Failure::unanswered()))
}

/// The bot's face to Telegram. A chat is named by the account that reads there, or by the group's.
#[derive(Clone)]
pub struct Client {
    api: BotApi,
    /// This server has refused a date: it is told in words from then on.
    knows_no_dates: Arc<AtomicBool>,
}

impl Client {
    pub fn new(settings: &Settings) -> anyhow::Result<Client> {
        let api = BotApi::new(settings)?;
        Ok(Client {
            api,
            knows_no_dates: Arc::default(),
        })
    }

    /// What is measured of its calls, and of what they are made for.
    pub fn meters(&self) -> &Meters {
        self.api.meters()
    }
}
