//! Sentences that many complaints share.

use toml::{Spanned, de::DeValue};

use super::spelling::nearest;

/// "There is no step `x`. Did you mean `y`?"
pub(crate) fn unknown<'a>(
    noun: &str,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> String {
    let mut known: Vec<&str> = known.into_iter().filter(|it| !it.is_empty()).collect();
    known.dedup();
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("There is no {noun} `{name}`. Did you mean `{near}`?"),
        None if known.is_empty() => format!("There is no {noun} `{name}`, nor any other."),
        None => format!(
            "There is no {noun} `{name}`. There are: {}.",
            known.join(", ")
        ),
    }
}

/// "`kind` cannot be `txt`. Did you mean `text`?"
pub(in crate::procedure) fn no_such_word<'a>(
    key: &str,
    word: &str,
    words: impl IntoIterator<Item = &'a str>,
) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    match nearest(word, words.iter().copied()) {
        Some(near) => format!("`{key}` cannot be `{word}`. Did you mean `{near}`?"),
        None => format!(
            "`{key}` cannot be `{word}`; choose one of: {}.",
            words.join(", ")
        ),
    }
}

/// "A step has no key `aktivity`. Did you mean `activity`?"
pub(super) fn no_such_key<'a>(
    noun: &str,
    key: &str,
    keys: impl IntoIterator<Item = &'a str>,
) -> String {
    let keys: Vec<&str> = keys.into_iter().collect();
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "An"
    } else {
        "A"
    };
    match nearest(key, keys.iter().copied()) {
        Some(near) => format!("{article} {noun} has no key `{key}`. Did you mean `{near}`?"),
        None => format!(
            "{article} {noun} has no key `{key}`; it has: {}.",
            keys.join(", ")
        ),
    }
}

pub(super) fn not_a_code(code: &str) -> String {
    format!(
        "`{code}` cannot be a code; use lower-case letters, digits and single hyphens, starting with a letter, at most 40 characters."
    )
}

/// "… but it is a list."
pub(super) fn describe(value: &Spanned<DeValue<'_>>) -> &'static str {
    match value.get_ref() {
        DeValue::String(_) => "a text in quotes",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with decimals",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
