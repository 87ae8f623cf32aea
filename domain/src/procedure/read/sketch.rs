//! Which keys files have: the readers themselves say it, by reading a file in which everything stands. So what an
//! editor is told cannot differ from what is read.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use serde_json::{Map, Value, json};

/// How a schema tells texts of some forms apart.
pub(crate) const A_CODE: &str = "^[a-z][a-z0-9-]*$";
pub(crate) const A_DAY_OR_TIME: &str =
    "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}:[0-9]{2}(:[0-9]{2})?)$";

/// What can stand behind a key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum KeySort {
    Text,
    /// A text that people see, in one language or several.
    Words,
    Code,
    Switch,
    Whole(Option<(i64, i64)>),
    Number,
    /// As TOML writes them, without quotes.
    DayOrTime,
    /// One of a closed list.
    Word(Vec<String>),
    /// Names of the file's own, each with a text.
    Pairs,
    /// Another block.
    Block(&'static str),
    List(Box<KeySort>),
}

/// What stands in one block, by its keys.
#[derive(Debug, Default)]
struct BlockSketch {
    keys: BTreeMap<&'static str, BTreeSet<KeySort>>,
    why: BTreeMap<&'static str, String>,
}

/// All blocks of a file, by what complaints call them.
#[derive(Debug, Default)]
pub(crate) struct Sketch(RefCell<BTreeMap<&'static str, BlockSketch>>);

impl Sketch {
    /// Whether a block is new; it is known from now on.
    pub(super) fn begins(&self, block: &'static str) -> bool {
        let mut blocks = self.0.borrow_mut();
        let is_new = !blocks.contains_key(block);
        blocks.entry(block).or_default();
        is_new
    }

    pub(super) fn note(&self, block: &'static str, key: &'static str, sort: KeySort) {
        let mut blocks = self.0.borrow_mut();
        let known = blocks.entry(block).or_default();
        known.keys.entry(key).or_default().insert(sort);
    }

    /// What a key is for.
    pub(super) fn explain(&self, block: &'static str, key: &'static str, why: &str) {
        let mut blocks = self.0.borrow_mut();
        let known = blocks.entry(block).or_default();
        known.why.entry(key).or_insert_with(|| why.to_owned());
    }

    /// The JSON schema of a file that begins with this block. `explained` says more of a key than its reader does.
    pub(crate) fn schema(
        &self,
        first: &'static str,
        explained: &dyn Fn(&str, &str) -> Option<String>,
    ) -> Value {
        let blocks = self.0.borrow();
        let described = blocks.iter().map(|(name, block)| {
            let keys = block.keys.iter().map(|(key, sorts)| {
                let mut schema = any_of(sorts);
                let why = explained(name, key).or_else(|| block.why.get(key).cloned());
                if let (Some(why), Some(schema)) = (why, schema.as_object_mut()) {
                    schema.insert("description".to_owned(), Value::String(why));
                }
                ((*key).to_owned(), schema)
            });
            let block = json!({
                "type": "object",
                "additionalProperties": false,
                "properties": keys.collect::<Map<_, _>>(),
            });
            (name.replace(' ', "-"), block)
        });
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": reference(first),
            "$defs": described.collect::<Map<_, _>>(),
        })
    }
}

fn reference(block: &str) -> String {
    format!("#/$defs/{}", block.replace(' ', "-"))
}

fn any_of(sorts: &BTreeSet<KeySort>) -> Value {
    let listed: BTreeSet<KeySort> = sorts.iter().filter_map(KeySort::listed).cloned().collect();
    let alone = sorts.iter().filter(|it| it.listed().is_none());
    let mut all: Vec<Value> = alone.map(KeySort::schema).collect();
    if !listed.is_empty() {
        // One list holds whatever can stand in it.
        all.push(list_of(&any_of(&listed)));
    }
    match &all[..] {
        [one] => one.clone(),
        _ => json!({ "anyOf": all }),
    }
}

fn list_of(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

impl KeySort {
    /// What stands in a list of it.
    fn listed(&self) -> Option<&KeySort> {
        match self {
            KeySort::List(of) => Some(of),
            _ => None,
        }
    }

    fn schema(&self) -> Value {
        match self {
            KeySort::Text => json!({ "type": "string" }),
            KeySort::Words => json!({ "anyOf": [
                { "type": "string" },
                { "type": "object", "additionalProperties": { "type": "string" }, "required": ["id"] },
            ] }),
            KeySort::Code => json!({ "type": "string", "pattern": A_CODE }),
            KeySort::Switch => json!({ "type": "boolean" }),
            KeySort::Whole(None) => json!({ "type": "integer" }),
            KeySort::Whole(Some((from, to))) => {
                json!({ "type": "integer", "minimum": from, "maximum": to })
            }
            KeySort::Number => json!({ "type": "number" }),
            // Editors read them as texts.
            KeySort::DayOrTime => {
                json!({ "type": "string", "pattern": A_DAY_OR_TIME })
            }
            KeySort::Word(words) => json!({ "enum": words }),
            KeySort::Pairs => {
                json!({ "type": "object", "additionalProperties": { "type": "string" } })
            }
            KeySort::Block(block) => json!({ "$ref": reference(block) }),
            KeySort::List(of) => list_of(&of.schema()),
        }
    }
}
