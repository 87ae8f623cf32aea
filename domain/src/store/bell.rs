//! A bell: rung by commits that leave something to be done, heard by whoever does it.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Notify;

/// Rings when there is something to be told, or to be made.
#[derive(Debug, Default)]
pub(super) struct Bell {
    rung: Notify,
    /// How many transactions have left something.
    times: AtomicU64,
}

impl Bell {
    pub(super) fn ring(&self) {
        self.times.fetch_add(1, Ordering::AcqRel);
        self.rung.notify_one();
    }

    /// Waits until it has rung since this was asked last.
    pub(super) async fn rung(&self) {
        self.rung.notified().await;
    }

    /// How often it has rung.
    pub(super) fn times(&self) -> u64 {
        self.times.load(Ordering::Acquire)
    }
}
