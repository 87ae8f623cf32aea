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

/// Who is told what was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inform {
    pub whom: Informed,
    /// Only where this holds.
    pub when: Option<Condition>,
    pub line: usize,
}

/// Whom a file means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Informed {
    /// All who hold the role.
    Holders(RoleCode),
    /// The one whom the answer to a question of kind `person` names.
    Named(FieldCode),
    /// All who have decided on the request before.
    Deciders,
}

impl Inform {
    /// The role whose holders are told; none where it is not a role that is told.
    pub fn role(&self) -> Option<&RoleCode> {
        match &self.whom {
            Informed::Holders(role) => Some(role),
            Informed::Named(_) | Informed::Deciders => None,
        }
    }
}

impl Readers {
    pub fn include(self, reader: Reader) -> bool {
        self == Readers::Everyone || reader == Reader::Office
    }
}
