//! What others have stored for whoever leads: heard of at once, and looked for where something was not heard.

use std::{sync::Arc, time::Duration};

use domain::{Error, id::UpdateId, store::LeftForLeader};
use tokio_util::sync::CancellationToken;

use super::intake::Intake;

/// How often it is looked what is stored and in nobody's hands.
const LOOKS_EVERY: Duration = Duration::from_secs(5);

impl Intake {
    /// Hands on what others store in the database at an address, until it is stopped.
    pub async fn take_from_others(
        self: Arc<Self>,
        address: String,
        stop: CancellationToken,
    ) -> anyhow::Result<()> {
        let mut left = LeftForLeader::at(&address).await?;
        // What was stored before somebody listened is found by the first look.
        let mut looks = tokio::time::interval(LOOKS_EVERY);
        loop {
            let heard = tokio::select! {
                () = stop.cancelled() => return Ok(()),
                heard = left.next() => heard?,
                _ = looks.tick() => None,
            };
            let taken = match heard {
                Some(update) => self.take_one(update).await,
                None => self.take_what_is_left().await,
            };
            if let Err(error) = taken {
                tracing::warn!(%error, "what others have stored cannot be read now");
            }
        }
    }

    async fn take_what_is_left(&self) -> Result<(), Error> {
        let there = self.counter.db.unhandled_ids().await?;
        let unknown = self.known.as_ref().map(|known| known.unknown(there));
        for update in unknown.unwrap_or_default() {
            self.take_one(update).await?;
        }
        Ok(())
    }

    async fn take_one(&self, update: UpdateId) -> Result<(), Error> {
        if let Some(incoming) = self.counter.db.unhandled_one(update).await? {
            self.hand_on_once(incoming);
        }
        Ok(())
    }
}
