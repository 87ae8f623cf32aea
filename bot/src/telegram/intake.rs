//! Updates come in: stored first, confirmed to Telegram then, handled after that.
//!
//! Asking for the updates after number n tells Telegram that everything up to n is ours. So a
//! batch is stored before the next question is put: a crash in between brings the same batch again,
//! and the inbox keeps each update once. The stock poller of teloxide confirms first and can lose.

use std::{
    collections::HashSet,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use domain::{Counter, id::UpdateId, store::Incoming};
use secrecy::SecretString;
use serde::Serialize;
use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;

use super::{
    CallOutcome, Client, Failure, delivery::ALLOWED, envelope::read, known::Known, rivals::Rivals,
};
use crate::{health::Board, leading::Lead};

/// Telegram: how long getUpdates waits for something to happen.
const POLL: Duration = Duration::from_secs(30);
/// Stop asking for more while so many updates wait to be handled.
const ENOUGH: u64 = 2_000;

/// How often it is looked where Telegram brings updates, and how soon again where it does not say.
const LOOKS_EVERY: Duration = Duration::from_mins(1);
const AGAIN_AFTER: Duration = Duration::from_secs(5);

/// Who takes what is stored; returns at once.
pub type HandOn = Arc<dyn Fn(Incoming) + Send + Sync>;

/// Says in a chat that it takes longer; returns at once.
pub type TakesLonger = Arc<dyn Fn(i64) + Send + Sync>;

/// Asks for updates until it is cancelled.
pub struct Intake {
    pub telegram: Client,
    pub counter: Counter,
    pub hand_on: HandOn,
    /// Who tells a chat that what came from it cannot be stored now.
    pub takes_longer: TakesLonger,
    pub board: Board,
    /// From which update on nothing is in our hands yet.
    pub reached: AtomicI64,
    /// Updates of which nobody heard whether they were stored; they come again.
    pub unsure: Mutex<HashSet<UpdateId>>,
    pub lead: Lead,
    /// What was handed on, where others store updates as well.
    pub known: Option<Known>,
}

/// `getUpdates`.
#[derive(Serialize)]
struct UpdatesQuestion {
    offset: i64,
    timeout: u64,
    limit: u8,
    allowed_updates: [&'static str; 4],
}

/// How long nothing can be stored.
#[derive(Default)]
struct Outage {
    failures: u32,
    /// Those who were told that it takes longer: once each.
    told: HashSet<i64>,
}

impl Intake {
    /// Takes over what was stored and not handled before. To be done once, before the first question.
    pub async fn take_up(&self) -> anyhow::Result<()> {
        let left_over = self.counter.db.unhandled().await?;
        if !left_over.is_empty() {
            tracing::info!(
                updates = left_over.len(),
                "taking up updates that were stored before the start"
            );
        }
        for incoming in left_over {
            self.hand_on_once(incoming);
        }
        let newest = self.counter.db.newest_update().await?;
        let next = newest.map_or(0, |newest| newest.0 + 1);
        self.reached.store(next, Ordering::Release);
        Ok(())
    }

    /// Hands an update on; where others store some as well, two may have found the same.
    pub(super) fn hand_on_once(&self, incoming: Incoming) {
        let known = self.known.as_ref();
        if known.is_none_or(|known| known.is_new(incoming.update)) {
            (self.hand_on)(incoming);
        }
    }

    /// Asks for updates until it is stopped.
    pub async fn run(self: Arc<Self>, stop: CancellationToken) -> anyhow::Result<()> {
        let mut offset = self.reached.load(Ordering::Acquire);
        let mut trouble = 0;
        let mut outage = Outage::default();
        let mut rivals = Rivals::since(self.counter.clock.clone());
        self.is_open(true);
        while !stop.is_cancelled() {
            let polled = tokio::select! {
                () = stop.cancelled() => break,
                polled = self.telegram.updates(offset) => polled,
            };
            match polled {
                Ok(updates) => {
                    trouble = 0;
                    self.is_open(true);
                    if let Some(next) = self.receive(&updates, offset, &mut outage).await {
                        offset = next;
                    }
                }
                Err(failure) => {
                    trouble += 1;
                    self.is_open(false);
                    if failure.is_brought_elsewhere() && self.telegram.bring_nowhere().await.is_ok()
                    {
                        tracing::info!(
                            "updates were brought until now, and are asked for from here on"
                        );
                        self.is_open(true);
                        continue;
                    }
                    if failure.is_conflict() && rivals.are_too_many() {
                        self.board.count(|health| health.token_is_taken = true);
                        stop.cancel();
                        break;
                    }
                    if failure.is_conflict() {
                        // Whoever leads now asks as well: who was frozen or cut off asks no more before it knows.
                        tokio::select! {
                            () = stop.cancelled() => break,
                            () = self.lead.is_confirmed() => {}
                        }
                    }
                    let asked = match failure.outcome {
                        CallOutcome::Later(wait) => wait,
                        _ => None,
                    };
                    let wait =
                        asked.unwrap_or_else(|| Duration::from_millis(250 << trouble.min(7)));
                    tracing::warn!(
                        trouble = %failure,
                        wait_ms = wait.as_millis(),
                        "no updates from Telegram"
                    );
                    tokio::select! {
                        () = stop.cancelled() => break,
                        () = tokio::time::sleep(wait) => {}
                    }
                }
            }
            self.breathe(&stop).await;
        }
        Ok(())
    }

    /// Takes one update in that was brought; `false` where it is none. It is stored when this returns.
    pub async fn take_in(&self, raw: &str) -> Result<bool, domain::Error> {
        let Some(incoming) = read(raw) else {
            return Ok(false);
        };
        let unsure = || self.unsure.lock().unwrap_or_else(PoisonError::into_inner);
        match self.store(std::slice::from_ref(&incoming)).await {
            Ok(fresh) => {
                let was_unsure = unsure().remove(&incoming.update);
                if was_unsure || fresh.contains(&incoming.update) {
                    self.hand_on_once(incoming);
                }
                Ok(true)
            }
            Err(error) => {
                unsure().insert(incoming.update);
                Err(error)
            }
        }
    }

    fn is_open(&self, open: bool) {
        if self.board.now().intake_is_open != open {
            self.board.count(|health| health.intake_is_open = open);
        }
    }

    /// Sees that updates are brought to `url` until it is stopped. Another bot with the same token may want them
    /// elsewhere; where it does so again and again, this one ends.
    pub async fn have_brought(
        self: Arc<Self>,
        url: String,
        secret: SecretString,
        stop: CancellationToken,
    ) -> anyhow::Result<()> {
        let mut rivals = Rivals::since(self.counter.clock.clone());
        let mut was_set = false;
        while !stop.is_cancelled() {
            let wait = match self.bring_here(&url, &secret).await {
                Ok(was_elsewhere) => {
                    self.is_open(true);
                    if was_elsewhere && was_set && rivals.are_too_many() {
                        self.board.count(|health| health.token_is_taken = true);
                        stop.cancel();
                        break;
                    }
                    was_set = true;
                    LOOKS_EVERY
                }
                Err(failure) => {
                    tracing::warn!(trouble = %failure, "Telegram does not say where it brings updates");
                    self.is_open(was_set);
                    AGAIN_AFTER
                }
            };
            tokio::select! {
                () = stop.cancelled() => break,
                () = tokio::time::sleep(wait) => {}
            }
        }
        Ok(())
    }

    /// Sets the address where it is another. Whether it was.
    async fn bring_here(&self, url: &str, secret: &SecretString) -> Result<bool, Failure> {
        let was_elsewhere = self.telegram.delivery().await?.url != url;
        // Also where it is the same: the secret may be another token's, or what is wanted may have changed.
        if was_elsewhere || !self.board.now().intake_is_open {
            self.telegram.bring_to(url, secret).await?;
        }
        Ok(was_elsewhere)
    }

    /// Stores a batch and hands it on. The number to ask for next; none where nothing was stored.
    async fn receive(
        &self,
        updates: &[Box<RawValue>],
        offset: i64,
        outage: &mut Outage,
    ) -> Option<i64> {
        let batch: Vec<Incoming> = updates.iter().filter_map(|raw| read(raw.get())).collect();
        let newest = batch.iter().map(|incoming| incoming.update.0).max()?;
        let fresh = match self.store(&batch).await {
            Ok(fresh) => fresh,
            Err(error) => {
                // Not confirmed, so Telegram brings them again.
                tracing::error!(%error, "updates could not be stored");
                outage.failures += 1;
                for incoming in batch.iter().filter(|_| outage.failures > 1) {
                    if outage.told.insert(incoming.chat) {
                        (self.takes_longer)(incoming.chat);
                    }
                }
                tokio::time::sleep(Duration::from_secs(1)).await;
                return None;
            }
        };
        *outage = Outage::default();
        // What was stored before is handled already, or in hand; but nothing from where we asked was in our hands: it
        // was stored by a commit of which nobody heard that it went well.
        for incoming in batch {
            if fresh.contains(&incoming.update) || incoming.update.0 >= offset {
                self.hand_on_once(incoming);
            }
        }
        self.reached.store(newest + 1, Ordering::Release);
        Some(newest + 1)
    }

    /// Stores a batch in one transaction, and says what of it is new.
    async fn store(&self, batch: &[Incoming]) -> Result<HashSet<UpdateId>, domain::Error> {
        let tx = self.counter.db.begin().await?;
        let fresh = tx.receive(batch).await?;
        tx.commit().await?;
        Ok(fresh)
    }

    /// Waits while too much is in hand.
    async fn breathe(&self, stop: &CancellationToken) {
        let mut health = self.board.watch();
        tokio::select! {
            () = stop.cancelled() => {}
            _ = health.wait_for(|health| health.updates_waiting < ENOUGH) => {}
        }
    }
}

impl Client {
    /// Asks for the updates from a number on, and waits until there are some.
    async fn updates(&self, offset: i64) -> Result<Vec<Box<RawValue>>, Failure> {
        let question = UpdatesQuestion {
            offset,
            timeout: POLL.as_secs(),
            limit: 100,
            allowed_updates: ALLOWED,
        };
        // A server that hangs is noticed, and one that waits is not cut off.
        let patience = POLL + Duration::from_secs(15);
        self.api
            .call_patiently("getUpdates", &question, patience)
            .await
    }
}
