//! What an answer depends on beside its question.

use domain::code::ShelfCode;

use super::said::Said;

#[derive(Clone, Copy)]
pub(crate) struct Hints<'a> {
    /// Varies what is chosen, and whether optional questions are passed over.
    pub turn: usize,
    /// What must be said so that the request goes the way it shall.
    pub says: &'a Said,
    /// Makes a name that nobody has had yet.
    pub fresh: usize,
    /// Reasons are given wherever one can be, each in words that nobody else says.
    pub gives_reasons: bool,
    /// The names that the request holds already.
    pub held: &'a [(ShelfCode, String)],
}
