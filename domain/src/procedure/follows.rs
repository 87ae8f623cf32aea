//! A procedure that is begun from a request of another one that has ended: an objection to a rejection.

use super::end_kind::EndKind;
use crate::{Text, code::FieldCode};

/// What it is begun from, and until when. It is begun in no other way, and once from each request.
#[derive(Debug, Clone, PartialEq)]
pub struct Follows {
    /// From requests that ended so.
    pub end: EndKind,
    /// For so many working days after that end.
    pub days: u32,
    /// What the button says with which it is begun.
    pub button: Text,
    /// The question that is answered with the ticket of that request.
    pub ticket: FieldCode,
    /// The question that is answered with what it was about.
    pub subject: FieldCode,
    pub line: usize,
}

impl Follows {
    /// Whether an answer is taken over from the request, and nobody's to change.
    pub fn takes_over(&self, field: &FieldCode) -> bool {
        *field == self.ticket || *field == self.subject
    }
}
