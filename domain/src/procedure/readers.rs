//! Who may read what is written on the way of a request.
//!
//! What officials ask and tell each other is theirs; what is decided about the applicant, and why, is
//! the applicant's as well. A file can say otherwise, question by question and outcome by outcome.

use super::condition::Condition;
use crate::{
    Text,
    code::{FieldCode, RoleCode},
};

/// Who may read an answer, or the reason of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Those who work for the office.
    Office,
    /// The applicant and the contact persons of their agency too.
    Everyone,
}

/// As whom someone reads a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Office,
    /// The applicant, or a contact person of their agency.
    Agency,
    /// An official who is only informed about it, and whom the file shows the facts alone: what stands on every card,
    /// and beside it what was decided and what everyone may read of why.
    Informed,
}

/// What the applicant is told of a decision, in a message of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Tell {
    /// The sentence; without one it is said what was decided.
    pub say: Option<Text>,
    /// Which answers stand beneath it, as far as they were given.
    pub facts: Vec<FieldCode>,
    /// Where the office is and how it is reached stand beneath it, as the office file says.
    pub contact: bool,
}

/// A role whose holders are told what was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inform {
    pub role: RoleCode,
    /// Only where this holds.
    pub when: Option<Condition>,
}

impl Readers {
    pub fn include(self, reader: Reader) -> bool {
        self == Readers::Everyone || reader == Reader::Office
    }
}
