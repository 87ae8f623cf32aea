//! Files that are being made for chats.

use std::sync::{
    PoisonError,
    atomic::{AtomicU64, Ordering},
};

use domain::id::AccountId;

use super::{ExtractForm, Extractor, FileToMake};

/// A file in the making, for a chat.
pub(super) type InMaking = (AccountId, FileToMake, ExtractForm);

/// Holds a place among what is in hand, until it is dropped.
pub struct Begun {
    pub(super) extractor: Extractor,
    pub(super) what: InMaking,
}

impl Drop for Begun {
    fn drop(&mut self) {
        let in_hand = &self.extractor.in_hand;
        let mut in_hand = in_hand.lock().unwrap_or_else(PoisonError::into_inner);
        in_hand.remove(&self.what);
    }
}

/// How many lines of a file have been read so far.
#[derive(Debug, Default)]
pub struct LinesRead(AtomicU64);

impl LinesRead {
    pub fn count(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    pub(super) fn reaches(&self, lines: u64) {
        self.0.store(lines, Ordering::Relaxed);
    }
}
