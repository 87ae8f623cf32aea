//! The record of what the bot called, and of its manners.

use super::call::Call;

/// Everything the tests want to know about the calls.
#[derive(Clone)]
pub(super) struct Ledger {
    pub(super) keep: bool,
    pub(super) calls: Vec<Call>,
    pub(super) seq: u64,
    pub(super) faux_pas: Vec<String>,
    pub(super) not_modified: usize,
    pub(super) conflicts: usize,
    pub(super) answered_twice: usize,
    /// The way to the bot is or was rough, so a call may rightly come twice.
    pub(super) repeats_expected: bool,
}

impl Default for Ledger {
    fn default() -> Ledger {
        Ledger {
            keep: true,
            calls: Vec::new(),
            seq: 0,
            faux_pas: Vec::new(),
            not_modified: 0,
            conflicts: 0,
            answered_twice: 0,
            repeats_expected: false,
        }
    }
}
