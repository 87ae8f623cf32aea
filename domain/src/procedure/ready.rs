//! What a question has for an answer before anybody is asked: it is looked over with all others, and changed where it
//! is another.

use crate::code::{FieldCode, OptionCode};

/// The answer with which a form begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ready {
    /// What another question of the request was answered.
    Answer(FieldCode),
    /// One of its options.
    Option(OptionCode),
    /// What it offers before all others.
    Offered,
    /// It is passed over.
    PassedOver,
}
