//! Random procedures say whatever a file can say.

use std::{collections::BTreeSet, fs, path::Path};

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use serde_json::Value;

use super::random::plan;
use crate::procedure::schema::schema;

/// A word that no random procedure uses is under no law.
#[test]
fn random_procedures_use_every_word() {
    let mut runner = TestRunner::deterministic();
    let mut told = String::new();
    for _ in 0..120 {
        let plan = plan().new_tree(&mut runner).unwrap().current();
        told += &plan.text;
    }
    let never = |word: &&str| !told.contains(*word);
    let missing: Vec<&str> = [
        "window = ",
        "names = [\"kendaraan\"",
        "from = \"mulai + 30 menit\"",
        "pair = ",
        "among = ",
        "must = ",
        "rests = ",
        "exact = true",
        "by = \"clock\"",
        "\nfrom = \"mulai\"",
        "before = \"1 hari\"",
        "decided = ",
        "retire = ",
        "expires = [",
        "amend = ",
        "time-when = ",
        "quorum = ",
        "falls = ",
        "sent = ",
        "some = ",
        "every = ",
        "times = 2",
        "default = ",
        "except = [\"@self\"]",
        "except = [\"petugas\"]",
        "\nmarks = [",
        "reason-min = ",
        "fill = { hal = \"=",
        "@reason",
        "name = \"{jenis} ",
        "pattern = ",
        "endings = ",
        "only = \"ipv6\"",
    ]
    .into_iter()
    .filter(never)
    .collect();
    assert_eq!(missing, [""; 0]);
}

/// Nothing can be said in a file that no file says: shipped, of an office in tests, or random.
#[test]
fn every_key_is_used_somewhere() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    for folder in ["procedures", "../tests/procedures"] {
        files(&here.join(folder), &mut texts);
    }
    assert!(texts.len() > 10);
    let mut runner = TestRunner::deterministic();
    for _ in 0..120 {
        texts.push(plan().new_tree(&mut runner).unwrap().current().text);
    }
    let schema = schema();
    let mut used = BTreeSet::new();
    for text in texts {
        let file: Value = toml::from_str(&text).unwrap();
        note_keys(&file, &schema, &schema, "procedure", &mut used);
    }
    let blocks = schema["$defs"].as_object().unwrap();
    let all = blocks.iter().flat_map(|(block, holds)| {
        let keys = holds["properties"].as_object().unwrap().keys();
        keys.map(move |key| format!("{} {key}", said_in(block)))
    });
    let unused: BTreeSet<String> = all.filter(|key| !used.contains(key)).collect();
    assert_eq!(unused, BTreeSet::new());
}

/// The texts of all procedures in a folder and those beneath it.
fn files(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("office") {
            files(&path, found);
        } else if path.extension().is_some_and(|it| it == "toml") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
}

/// A demand is a condition with a sentence, and a column a question in a table: what is said in both is said once.
fn said_in(block: &str) -> &str {
    match block {
        "demand" => "condition",
        "column" => "question",
        block => block,
    }
}

/// Which keys of which blocks a value has.
fn note_keys(value: &Value, schema: &Value, all: &Value, block: &str, used: &mut BTreeSet<String>) {
    if let Some(named) = schema["$ref"].as_str() {
        let block = named.trim_start_matches("#/$defs/");
        return note_keys(value, &all["$defs"][block], all, block, used);
    }
    if let Some(several) = schema["anyOf"].as_array() {
        for schema in several {
            note_keys(value, schema, all, block, used);
        }
        return;
    }
    match value {
        Value::Array(items) if schema["type"] == "array" => {
            for item in items {
                note_keys(item, &schema["items"], all, block, used);
            }
        }
        Value::Object(keys) => {
            for (key, value) in keys {
                let behind = &schema["properties"][key];
                if behind.is_object() {
                    used.insert(format!("{} {key}", said_in(block)));
                    note_keys(value, behind, all, block, used);
                }
            }
        }
        _ => {}
    }
}
