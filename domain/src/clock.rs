//! The time of day. Production reads the machine's clock; a stage moves its own.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use tokio::sync::watch;

/// A clock that everything in the program shares.
///
/// Times are cut to microseconds, which is what both databases keep.
#[derive(Debug, Clone)]
pub struct Clock(Option<Arc<watch::Sender<DateTime<Utc>>>>);

impl Clock {
    /// The machine's clock.
    pub fn system() -> Clock {
        Clock(None)
    }

    /// A clock that stands still until it is moved.
    pub fn standing_at(now: DateTime<Utc>) -> Clock {
        Clock(Some(Arc::new(watch::Sender::new(now.trunc_subsecs(6)))))
    }

    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            None => Utc::now().trunc_subsecs(6),
            Some(hand) => *hand.borrow(),
        }
    }

    /// Moves a standing clock on; the machine's clock goes by itself and is left alone.
    pub fn advance(&self, by: TimeDelta) {
        if let Some(hand) = &self.0 {
            hand.send_modify(|now| *now += by);
        }
    }

    /// Waits until the clock shows `until`.
    pub async fn sleep_until(&self, until: DateTime<Utc>) {
        match &self.0 {
            None => {
                tokio::time::sleep((until - Utc::now()).to_std().unwrap_or(Duration::ZERO)).await;
            }
            Some(hand) => {
                // The sender lives as long as the clock, so this ends only when the time has come.
                let _ = hand.subscribe().wait_for(|now| *now >= until).await;
            }
        }
    }
}
