//! What a message can hold, as the Bot API describes it, and values made of that description.
//!
//! `specification/message.json` is the type `Message` and every type it reaches, in Bot API 10.1: a type is the
//! names of its fields with the type of each, or a list of the types it can be. A name that ends in `?` need
//! not be there, `[T]` is a list of `T`, and `=word` is a text that says that word. It is made from the
//! machine-readable description at <https://github.com/PaulSonOfLars/telegram-bot-api-spec> (MIT licence).

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;
use serde_json::{Map, Value, json};

/// How much of what may be there is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Only what must be there; of several types the first.
    Least,
    /// All that may be there, down to some depth; of several types the last.
    Most,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Kind {
    OneOf(Vec<String>),
    Fields(BTreeMap<String, String>),
}

static TYPES: LazyLock<BTreeMap<String, Kind>> = LazyLock::new(|| {
    let description = include_str!("specification/message.json");
    serde_json::from_str(description).expect("a description of types")
});

/// So deep is what need not be there still there.
const DEPTH: usize = 3;

/// The names of all fields a message can have.
pub fn fields() -> Vec<&'static str> {
    let names = of("Message").keys();
    names.map(|name| name.trim_end_matches('?')).collect()
}

/// A valid value of a field of a message.
pub fn value(field: &str, amount: Amount) -> Value {
    let fields = of("Message").iter();
    let mut found = fields.filter(|(name, _)| name.trim_end_matches('?') == field);
    let (_, kind) = found.next().expect("a field of a message");
    make(kind, amount, DEPTH)
}

fn of(name: &str) -> &'static BTreeMap<String, String> {
    match &TYPES[name] {
        Kind::Fields(fields) => fields,
        Kind::OneOf(_) => panic!("{name} has no fields of its own"),
    }
}

fn make(kind: &str, amount: Amount, depth: usize) -> Value {
    match kind {
        "Integer" => json!(1),
        "Float" => json!(1.5),
        "Boolean" => json!(true),
        "String" => json!("a"),
        _ => {
            if let Some(word) = kind.strip_prefix('=') {
                return json!(word);
            }
            if let Some(one) = kind.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                return json!([make(one, amount, depth)]);
            }
            made_up(&TYPES[kind], amount, depth)
        }
    }
}

fn made_up(kind: &Kind, amount: Amount, depth: usize) -> Value {
    let fields = match kind {
        Kind::Fields(fields) => fields,
        Kind::OneOf(kinds) => {
            let one = match amount {
                Amount::Least => kinds.first(),
                Amount::Most => kinds.last(),
            };
            return make(one.expect("some type"), amount, depth);
        }
    };
    // What must be there can reach itself, so at some depth the simplest of several types is taken.
    let amount = if depth == 0 { Amount::Least } else { amount };
    let mut value = Map::new();
    for (name, kind) in fields {
        let (name, may_lack) = match name.strip_suffix('?') {
            Some(name) => (name, true),
            None => (name.as_str(), false),
        };
        if !may_lack || amount == Amount::Most {
            value.insert(name.to_owned(), make(kind, amount, depth.saturating_sub(1)));
        }
    }
    Value::Object(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_is_what_must_be_there() {
        assert_eq!(
            value("dice", Amount::Least),
            json!({ "emoji": "a", "value": 1 })
        );
        assert_eq!(
            value("forward_origin", Amount::Least)["type"],
            json!("user")
        );
        assert_eq!(value("photo", Amount::Least).as_array().unwrap().len(), 1);
        assert!(value("voice", Amount::Least).get("mime_type").is_none());
    }

    #[test]
    fn the_most_is_all_that_may_be_there() {
        let voice = value("voice", Amount::Most);
        assert_eq!(voice["mime_type"], json!("a"));
        let reply = value("reply_to_message", Amount::Most);
        assert_eq!(reply["document"]["thumbnail"]["width"], json!(1));
    }
}
