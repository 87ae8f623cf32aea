//! Of several programs with one token and one database of PostgreSQL, one leads and the others stand by: these store what
//! is brought to them, and take over as soon as the leader is gone, frozen or cut off.

use std::time::{Duration, Instant};

use anyhow::Context;
use domain::store::{Candidate, Leader, LeaderTerm};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::health::Board;

/// How often a leader looks whether it is one, and how soon again where that cannot be known.
const LOOKS_EVERY: Duration = Duration::from_secs(1);
const AGAIN_AFTER: Duration = Duration::from_millis(250);
/// How soon someone who stands by tries again; doubled each time, up to [`TRIES_EVERY`].
const FIRST_WAIT: Duration = Duration::from_millis(20);
const TRIES_EVERY: Duration = Duration::from_millis(250);
/// What was known a moment ago holds: nobody else can lead before a leader has said nothing for longer.
const FRESH: Duration = Duration::from_secs(3);

/// What is known of who leads. Clones share it.
#[derive(Debug, Clone)]
pub struct Lead(watch::Sender<LeadState>);

#[derive(Debug, Clone, Copy)]
enum LeadState {
    /// Nobody else can lead.
    Alone,
    /// Since when the last answer of the database holds; none before there was one.
    StandsBy(Option<Instant>),
    Leads(Instant),
}

impl Lead {
    /// Of a program that has not looked yet who leads on the database at an address. On one that nobody else can use it
    /// leads.
    pub fn begins(address: &str) -> Lead {
        let state = match Candidate::at(address) {
            Some(_) => LeadState::StandsBy(None),
            None => LeadState::Alone,
        };
        Lead(watch::Sender::new(state))
    }

    /// Waits until this program may lead on the database at an address.
    pub async fn wait(&self, address: &str) -> anyhow::Result<Option<Leader>> {
        let Some(mut candidate) = Candidate::at(address) else {
            return Ok(None);
        };
        let (mut wait, mut stands_by, mut is_in_trouble) = (FIRST_WAIT, false, false);
        loop {
            let looked = Instant::now();
            match candidate.tries().await {
                Ok(Some(leader)) => {
                    if stands_by {
                        tracing::info!("this loket leads from here on");
                    }
                    self.0.send_replace(LeadState::Leads(looked));
                    return Ok(Some(leader));
                }
                Ok(None) => {
                    // A restart meets the one before it for a moment.
                    if !stands_by && wait >= TRIES_EVERY {
                        tracing::info!("another loket leads on this database: standing by");
                        stands_by = true;
                    }
                    is_in_trouble = false;
                    self.0.send_replace(LeadState::StandsBy(Some(looked)));
                }
                Err(error) if !stands_by => {
                    return Err(error).context("the database does not open");
                }
                Err(error) => {
                    if !std::mem::replace(&mut is_in_trouble, true) {
                        tracing::warn!(%error, "it cannot be known now who leads");
                    }
                }
            }
            tokio::time::sleep(wait).await;
            wait = (wait * 2).min(TRIES_EVERY);
        }
    }

    /// Whether this program stands by, and whether its database has answered a moment ago; none where it leads.
    pub fn stands_by(&self) -> Option<bool> {
        match *self.0.borrow() {
            LeadState::StandsBy(since) => Some(since.is_some_and(|it| it.elapsed() < FRESH)),
            LeadState::Alone | LeadState::Leads(_) => None,
        }
    }

    /// Waits until another is known to lead.
    pub async fn stands_by_indeed(&self) {
        let mut state = self.0.subscribe();
        let known = state.wait_for(|state| matches!(state, LeadState::StandsBy(Some(_))));
        // Whoever asks has a sender.
        let _ = known.await;
    }

    /// Waits until it was known a moment ago that this program leads: at once, but where it was frozen or cut off.
    pub async fn is_fresh(&self) {
        self.has_looked(|looked| looked.elapsed() < FRESH).await;
    }

    /// Waits until this program has looked anew whether it leads.
    pub async fn is_confirmed(&self) {
        let now = Instant::now();
        self.has_looked(|looked| looked >= now).await;
    }

    async fn has_looked(&self, fits: impl Fn(Instant) -> bool) {
        let mut state = self.0.subscribe();
        let fits = state.wait_for(|state| match state {
            LeadState::Alone => true,
            LeadState::StandsBy(_) => false,
            LeadState::Leads(looked) => fits(*looked),
        });
        // Whoever asks has a sender.
        let _ = fits.await;
    }

    /// Looks again and again whether this program leads, until the task is ended; where another does, stops the bot.
    pub async fn keep(self, mut leader: Leader, board: Board, stop: CancellationToken) {
        let mut is_in_trouble = false;
        loop {
            let looked = Instant::now();
            let wait = match leader.still_leads().await {
                Ok(true) => {
                    if std::mem::take(&mut is_in_trouble) {
                        tracing::info!("nobody else has led meanwhile: it goes on");
                    }
                    self.0.send_replace(LeadState::Leads(looked));
                    LOOKS_EVERY
                }
                Ok(false) => {
                    tracing::error!("another loket leads on this database by now");
                    board.count(|health| health.is_deposed = true);
                    return stop.cancel();
                }
                Err(error) => {
                    if !std::mem::replace(&mut is_in_trouble, true) {
                        tracing::warn!(%error, "it cannot be known now whether this loket still leads");
                    }
                    AGAIN_AFTER
                }
            };
            tokio::time::sleep(wait).await;
        }
    }
}

/// The term of whoever leads, where there are terms.
pub(crate) fn term(leader: Option<&Leader>) -> Option<LeaderTerm> {
    leader.map(Leader::term)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Before it has looked, a program says that it stands by and knows nothing of its database, unless the database is
    /// its own.
    #[test]
    fn nobody_says_that_they_lead_before_they_do() {
        let of = |address| Lead::begins(address).stands_by();
        assert_eq!(of("postgres://localhost/loket"), Some(false));
        assert_eq!(of("sqlite://loket.db"), None);
    }
}
