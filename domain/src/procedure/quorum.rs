//! Steps at which several must agree: a complaint is heard by three, of whom two decide.

use super::step::{Outcome, Step};

/// How many holders of a role speak at a step, and how many must choose the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quorum {
    pub agree: u32,
    pub of: u32,
    pub line: usize,
}

impl Step {
    /// How many must choose an outcome before it is decided: one, where nobody has to agree with anybody.
    pub fn needed(&self, outcome: &Outcome) -> u32 {
        match &self.quorum {
            None => 1,
            Some(quorum) => outcome.voices.unwrap_or(quorum.agree),
        }
    }
}
