//! What stands on every letter of the office: its head, its place, and the words of its numbers.

use std::collections::BTreeMap;

use super::Office;
use crate::procedure::{number_pattern::NumberPattern, read::keys::Keys};

/// How the office writes letters, as far as its file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfficeLetters {
    /// From the government down to the unit, a line each.
    pub head: Vec<String>,
    /// Street, telephone, pages.
    pub address: Vec<String>,
    /// Where letters are signed: "Pontianak".
    pub place: Option<String>,
    /// The file with the office's arms, beside the office file.
    pub arms: Option<String>,
    /// What stands in numbers beside the place in the series: `klasifikasi`, `unit`.
    pub words: BTreeMap<String, String>,
}

pub(super) fn letters(keys: &Keys<'_>) -> OfficeLetters {
    let Some(keys) = keys.block("letters", "table of letters") else {
        return OfficeLetters::default();
    };
    let letters = OfficeLetters {
        head: keys.strings("head").unwrap_or_default(),
        address: keys.strings("address").unwrap_or_default(),
        place: keys.string("place"),
        arms: keys.string("arms"),
        words: keys.pairs("words").into_iter().collect(),
    };
    if letters.arms.as_ref().is_some_and(|arms| !is_picture(arms)) {
        keys.at(
            "arms",
            "The arms are a picture beside this file; write e.g. `lambang.png`.",
        );
    }
    for word in letters.words.keys() {
        // A word is one where a pattern can name it.
        let named = format!("{{urut}}{{{word}}}").parse::<NumberPattern>();
        if let Err(fault) = named {
            keys.at(
                "words",
                format!("`{word}` is no word of a number: {fault}."),
            );
        }
    }
    keys.finish();
    letters
}

/// A name without a folder: whoever writes the file does not reach beyond it.
fn is_picture(name: &str) -> bool {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    let known = ending.is_some_and(|it| ["png", "jpg", "jpeg", "svg"].contains(&it.as_str()));
    known && !name.contains(['/', '\\'])
}

impl Office {
    /// The head of its letters; its name where the file does not say.
    pub fn letterhead(&self) -> Vec<String> {
        if self.letters.head.is_empty() {
            vec![self.place.id.clone(), self.name.id.clone()]
        } else {
            self.letters.head.clone()
        }
    }
}
