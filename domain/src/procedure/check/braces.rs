//! Braces in texts into which nothing is put.

use toml::{Spanned, de::DeTable, de::DeValue};

use super::Case;

/// What is read as it stands has no names of questions in braces: only lines of registers and official numbers put
/// something in.
pub(super) fn nothing_is_put_into_texts(case: &Case<'_>) {
    // What does not parse has been complained about.
    if let Ok(table) = DeTable::parse(case.complaints.text()) {
        within(case, "", table.get_ref());
    }
}

fn within(case: &Case<'_>, of: &str, table: &DeTable<'_>) {
    for (key, value) in table {
        let key: &str = key.get_ref();
        let puts_in = match key {
            "fill" | "number" | "pattern" => true,
            "name" => of == "register",
            _ => false,
        };
        if !puts_in {
            // A wording stands in the text of a key.
            let named = if matches!(key, "id" | "en") { of } else { key };
            said(case, named, value);
        }
    }
}

fn said(case: &Case<'_>, key: &str, value: &Spanned<DeValue<'_>>) {
    match value.get_ref() {
        DeValue::Table(table) => within(case, key, table),
        DeValue::Array(items) => {
            for item in items {
                said(case, key, item);
            }
        }
        DeValue::String(text) => {
            if let Some(word) = in_braces(text) {
                let what = format!(
                    "Nothing is put into `{key}`, so people would read `{{{word}}}` as it stands; write it in words. Only `name` and `fill` of a register take answers in braces."
                );
                case.complaints.at_span(value.span(), what);
            }
        }
        _ => {}
    }
}

/// What stands in braces in a text, as the name of a question would.
fn in_braces(text: &str) -> Option<&str> {
    let is_name = |word: &&str| {
        let mut signs = word.chars();
        let fits = |sign: char| sign.is_alphanumeric() || "-_.: @".contains(sign);
        !word.trim().is_empty() && signs.all(fits)
    };
    let mut opened = text.split('{').skip(1);
    opened.find_map(|rest| Some(rest.split_once('}')?.0).filter(is_name))
}
