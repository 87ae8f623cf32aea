//! How updates come: asked for, or brought to an address of ours; and whom the token belongs to.

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use super::{Client, Failure};

/// What the bot wants to hear of, however it comes.
pub(super) const ALLOWED: [&str; 4] = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
];

/// As much as is needed of what Telegram says about the address to which it brings updates.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DeliveryState {
    /// Empty where updates are asked for.
    pub url: String,
    /// How many updates wait there.
    #[serde(default)]
    pub pending_update_count: u64,
    /// Why an update could not be brought last, and when, in seconds since 1970.
    pub last_error_message: Option<String>,
    pub last_error_date: Option<i64>,
}

/// Whose the token is, and what time it is at Telegram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub name: String,
    pub now: Option<DateTime<Utc>>,
}

impl Client {
    /// Whose the token is, and what time it is there.
    pub async fn identity(&self) -> Result<Identity, Failure> {
        #[derive(Deserialize)]
        struct Me {
            username: String,
        }
        let (Me { username: name }, now) = self.api.call_dated("getMe", &()).await?;
        Ok(Identity { name, now })
    }

    /// How updates come now.
    pub async fn delivery(&self) -> Result<DeliveryState, Failure> {
        self.api.call("getWebhookInfo", &()).await
    }

    /// From now on updates are brought to an address, with a secret by which they are known.
    pub async fn bring_to(&self, url: &str, secret: &SecretString) -> Result<(), Failure> {
        #[derive(Serialize)]
        struct WebhookAddress<'a> {
            url: &'a str,
            secret_token: &'a str,
            allowed_updates: [&'static str; 4],
        }
        let address = WebhookAddress {
            url,
            secret_token: secret.expose_secret(),
            allowed_updates: ALLOWED,
        };
        self.api
            .call::<bool>("setWebhook", &address)
            .await
            .map(drop)
    }

    /// From now on updates are asked for; what waits there goes on waiting.
    pub async fn bring_nowhere(&self) -> Result<(), Failure> {
        self.api.call::<bool>("deleteWebhook", &()).await.map(drop)
    }
}
