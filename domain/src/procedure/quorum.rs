//! Steps at which several must agree: a complaint is heard by three, of whom two decide.

/// How many holders of a role speak at a step, and how many must choose the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quorum {
    pub agree: u32,
    pub of: u32,
    pub line: usize,
}
