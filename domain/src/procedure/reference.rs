//! A schema as a page for people: every key, what stands behind it, and what it is for.

use std::{collections::VecDeque, fmt::Write};

use serde_json::{Map, Value};

use super::read::sketch::A_DAY_OR_TIME;

const HEAD: &str = "# All keys

Made of what the program itself reads (`loket procedures schema --page`), with the explanations of the
[guide](README.md), where they stand with examples. Blocks are in the order in which they are met from the head of the file.
";

/// The blocks of a schema, the first one first, each followed by those that it holds.
pub(super) fn page(schema: &Value, first: &str) -> String {
    let none = Map::new();
    let blocks = schema["$defs"].as_object().unwrap_or(&none);
    let mut page = HEAD.to_owned();
    let mut open = VecDeque::from([(first.to_owned(), String::new())]);
    let mut seen = vec![first.to_owned()];
    while let Some((name, written)) = open.pop_front() {
        let Some(keys) = blocks
            .get(&name)
            .and_then(|block| block["properties"].as_object())
        else {
            continue;
        };
        let title = match written.as_str() {
            "" => "The head of the file".to_owned(),
            written => format!("`{written}`"),
        };
        let _ = write!(
            page,
            "\n## {title}\n\n| Key | Holds | Meaning |\n|---|---|---|\n"
        );
        for (key, value) in keys {
            let meaning = value["description"].as_str().unwrap_or_default();
            let _ = writeln!(page, "| `{key}` | {} | {meaning} |", holds(value));
            for (block, in_list) in held(value) {
                if seen.contains(&block) {
                    continue;
                }
                seen.push(block.clone());
                let path = written.trim_matches(['[', ']']);
                let is_block = in_list && (path.is_empty() || written.starts_with('['));
                let written = match (is_block, path) {
                    (true, "") => format!("[[{key}]]"),
                    (true, path) => format!("[[{path}.{key}]]"),
                    _ if in_list => format!("{key} = [{{ … }}]"),
                    _ => format!("{key} = {{ … }}"),
                };
                open.push_back((block, written));
            }
        }
    }
    page
}

/// What stands behind a key, in few words.
fn holds(value: &Value) -> String {
    if let Some(several) = value["anyOf"].as_array() {
        if several.iter().any(|it| it["required"][0] == "id") {
            return "words that people see".to_owned();
        }
        let several: Vec<String> = several.iter().map(holds).collect();
        return several.join(", or ");
    }
    if let Some(words) = value["enum"].as_array() {
        let words = words.iter().filter_map(Value::as_str);
        return words
            .map(|it| format!("`{it}`"))
            .collect::<Vec<_>>()
            .join(" · ");
    }
    if let Some(block) = reference(value) {
        return format!("a table ({})", block.replace('-', " "));
    }
    match value["type"].as_str() {
        Some("array") => format!("a list: {}", holds(&value["items"])),
        Some("boolean") => "`true` or `false`".to_owned(),
        Some("integer") => match (value["minimum"].as_i64(), value["maximum"].as_i64()) {
            (Some(from), Some(to)) => format!("a whole number from {from} to {to}"),
            _ => "a whole number".to_owned(),
        },
        Some("number") => "a number".to_owned(),
        Some("object") => "names of your own, each with a text".to_owned(),
        _ if value["pattern"] == A_DAY_OR_TIME => "a day or a time of day".to_owned(),
        _ if value["pattern"].is_string() => "a code".to_owned(),
        _ => "a text".to_owned(),
    }
}

fn reference(value: &Value) -> Option<String> {
    let block = value["$ref"].as_str()?.strip_prefix("#/$defs/")?;
    Some(block.to_owned())
}

/// The blocks that stand behind a key, and whether in a list.
fn held(value: &Value) -> Vec<(String, bool)> {
    let one = reference(value).map(|block| (block, false));
    let listed = value.get("items").map(held).unwrap_or_default();
    let listed = listed.into_iter().map(|(block, _)| (block, true));
    let several = value["anyOf"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(held);
    one.into_iter().chain(listed).chain(several).collect()
}
