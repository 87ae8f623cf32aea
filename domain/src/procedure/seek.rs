//! Looking for one of many things to choose from: what was typed, and the page that is shown.

use serde::{Deserialize, Serialize};

/// Which part of a long list is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Seek {
    /// What the name holds; empty shows everything.
    pub words: String,
    /// 0 for the first.
    pub page: u64,
}

impl Seek {
    /// Whether nothing was looked for, and no page turned.
    pub fn is_everything(&self) -> bool {
        *self == Seek::default()
    }
}
