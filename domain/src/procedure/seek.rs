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

/// As names are compared: lower-case words with one space between them and no signs around them.
pub(crate) fn plain(text: &str) -> String {
    let sign = |c: char| !(c.is_alphanumeric() || c == '-');
    let words = text.split(sign).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether each word of what was typed stands somewhere in these names.
pub(crate) fn holds(names: &[String], typed: &str) -> bool {
    let names: Vec<_> = names.iter().map(|name| plain(name)).collect();
    let typed = plain(typed);
    let mut words = typed.split(' ');
    words.all(|word| names.iter().any(|name| name.contains(word)))
}

impl Seek {
    /// Whether nothing was looked for, and no page turned.
    pub fn is_everything(&self) -> bool {
        *self == Seek::default()
    }
}
