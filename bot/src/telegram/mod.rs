//! The way to and from Telegram.

pub mod intake;

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use teloxide::Bot;

/// The bot's face to Telegram.
///
/// Careful: `Bot` shows its token in `Debug`. It is never logged, and nothing that holds it derives `Debug`.
pub fn bot(token: &SecretString, api_url: &str) -> anyhow::Result<Bot> {
    let client = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_mins(1))
        .tcp_nodelay(true)
        // As many as may answer people at once: opening a connection costs more than a call.
        .pool_max_idle_per_host(256)
        .build()?;
    let bot = Bot::with_client(token.expose_secret(), client).set_api_url(api_url.parse()?);
    Ok(bot)
}
