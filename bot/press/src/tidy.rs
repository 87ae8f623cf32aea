//! Strings become fit for paper: what turns a line around, vanishes or draws a box is taken out first, and long names
//! get places at which they may break.

use std::{collections::BTreeSet, iter};

use serde_json::Value;

/// Words longer than this may break behind their punctuation: host names, addresses, numbers of letters.
const LONG: usize = 18;
/// No Indonesian word is longer; what is, breaks anywhere.
const ENDLESS: usize = 28;
const BREAK: char = '\u{200B}';

/// Tidies every string in the value. What the fonts cannot draw becomes a question mark and is added to `missing`.
pub(crate) fn tidy(value: &mut Value, drawn: &dyn Fn(char) -> bool, missing: &mut BTreeSet<char>) {
    match value {
        Value::String(text) => *text = breakable(&clean(text, drawn, missing)),
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| tidy(value, drawn, missing)),
        Value::Object(fields) => fields
            .values_mut()
            .for_each(|value| tidy(value, drawn, missing)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text without what cannot be seen: directions, joiners, control characters. Lines stay lines.
pub(crate) fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().filter_map(seen).collect()
}

fn seen(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => None,
        control if control.is_control() => None,
        other => Some(other),
    }
}

fn clean(text: &str, drawn: &dyn Fn(char) -> bool, missing: &mut BTreeSet<char>) -> String {
    let draw = |c: char| {
        if c.is_whitespace() || drawn(c) {
            return c;
        }
        missing.insert(c);
        '?'
    };
    visible(text).chars().map(draw).collect()
}

/// The text with invisible places to break in its long words.
fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let mut pieces = pieces(word);
        out.extend(pieces.next());
        for piece in pieces {
            out.push(BREAK);
            out.push_str(piece);
        }
    }
    out
}

/// The text in pieces between which a line may end, each with the space behind it.
pub(crate) fn places_to_break(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(char::is_whitespace).flat_map(pieces)
}

/// What of the text has to stay together.
pub(crate) fn whole_pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(pieces)
}

/// The pieces of a word between which a line may end.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let long = word.trim_end().chars().count() > LONG;
    let mut rest = word;
    iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = if long { piece_end(rest) } else { rest.len() };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// Where the first piece ends: behind punctuation that a letter or digit follows, or where it has become endless.
fn piece_end(word: &str) -> usize {
    let mut chars = word.char_indices().enumerate().peekable();
    while let Some((count, (at, c))) = chars.next() {
        let Some(&(_, (next, following))) = chars.peek() else {
            break;
        };
        let joint = ".-/_@:?&=,;+|\\".contains(c) && following.is_alphanumeric();
        if joint && at > 0 || count + 1 == ENDLESS {
            return next;
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        let mut missing = BTreeSet::new();
        let mut value = Value::from(text);
        tidy(&mut value, &|c| c.is_ascii(), &mut missing);
        let missing = String::from_iter(missing);
        assert_eq!(
            format!("{} [{missing}]", value.as_str().unwrap()).replace(BREAK, "¦"),
            expected
        );
    }

    #[test]
    fn what_cannot_be_seen_is_gone() {
        check("Dinas\tPendidikan", "Dinas Pendidikan []");
        check("Budi\u{202E}gpj.exe\u{2066}", "Budigpj.exe []");
        check("a\u{0}b\u{7f}c\u{feff}", "abc []");
        check("satu\r\ndua\rtiga", "satu\ndua\ntiga []");
    }

    #[test]
    fn what_cannot_be_drawn_is_said() {
        check("Server 龍 🐉\u{FE0F}", "Server ? ? [龍🐉]");
    }

    #[test]
    fn long_words_may_break_and_short_ones_may_not() {
        check("S.Sos., M.Si.", "S.Sos., M.Si. []");
        check(
            "kec-utara.dinas.pontianak.go.id ya",
            "kec-¦utara.¦dinas.¦pontianak.¦go.¦id ya []",
        );
        check(
            "500.12/007/BAST/DKI/2026",
            "500.¦12/¦007/¦BAST/¦DKI/¦2026 []",
        );
        check(&"x".repeat(30), &format!("{}¦xx []", "x".repeat(28)));
        check("mempertanggungjawabkan", "mempertanggungjawabkan []");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_by_places_to_break(text in "\\PC{0,80}") {
            let text = visible(&text);
            prop_assert_eq!(breakable(&text).replace(BREAK, ""), text.clone());
            prop_assert!(whole_pieces(&text).all(|piece| piece.chars().count() <= ENDLESS));
        }
    }
}
