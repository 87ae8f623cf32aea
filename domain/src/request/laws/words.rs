//! Random procedures say whatever a file can say.

use std::{collections::BTreeSet, fs, path::Path};

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use serde_json::Value;

use super::random::plan;
use crate::procedure::schema::schema;

/// What no random procedure says, and who looks after it.
const ELSEWHERE: [(&str, &[&str]); 9] = [
    (
        "forms that are no procedure of an applicant's: `registration` and `keberatan` are walked",
        &[
            "admission agency",
            "admission name",
            "admission role",
            "outcome admits",
            "procedure agency-from",
            "procedure follows",
            "procedure house",
            "table-of-what-it-is-begun-from button",
            "table-of-what-it-is-begun-from days",
            "table-of-what-it-is-begun-from end",
            "table-of-what-it-is-begun-from subject",
            "table-of-what-it-is-begun-from ticket",
        ],
    ),
    (
        "who enters it at the counter: `pinjam-kendaraan` is walked in both roles",
        &["procedure on-behalf"],
    ),
    (
        "answers that are sent or chosen in the chat: `kinds` and `choosing_people` play them",
        &[
            "option stops",
            "question agency",
            "question look",
            "question max-mb",
            "question of-agency",
            "question own",
            "question types",
        ],
    ),
    (
        "files of an office beside its procedures: `blank_forms` plays them",
        &["question blank-form"],
    ),
    (
        "several in one go, and what passes by itself: `lists` and `people` play them",
        &["outcome together", "step passes"],
    ),
    (
        "several questions answered in one go: `hosting` is walked",
        &["outcome chosen-by", "step at-once"],
    ),
    (
        "another way after a repair: `hosting` is walked",
        &["outcome anew"],
    ),
    (
        "reasons: who reads them is played by `content`, and what the clock says by `ends`",
        &["going-on reason", "outcome readers"],
    ),
    (
        "what is lost, or is kept longer: `datacenter-visit` is walked",
        &[
            "outcome prolongs",
            "outcome stays",
            "prolongation by",
            "prolongation field",
            "prolongation from",
            "question among",
        ],
    ),
];

fn random(many: usize) -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let text = |_| plan().new_tree(&mut runner).unwrap().current().text;
    (0..many).map(text).collect()
}

/// The keys of the schema that no text has.
fn unused(texts: &[String]) -> BTreeSet<String> {
    let schema = schema();
    let mut used = BTreeSet::new();
    for text in texts {
        let file: Value = toml::from_str(text).unwrap();
        note_keys(&file, &schema, &schema, "procedure", &mut used);
    }
    let blocks = schema["$defs"].as_object().unwrap();
    let all = blocks.iter().flat_map(|(block, holds)| {
        let keys = holds["properties"].as_object().unwrap().keys();
        keys.map(move |key| format!("{} {key}", said_in(block)))
    });
    all.filter(|key| !used.contains(key)).collect()
}

/// A key that no random procedure uses is under no law, unless it stands above; and what does stand there is used by
/// none.
#[test]
fn random_procedures_use_every_key() {
    let elsewhere = ELSEWHERE.iter().flat_map(|(_, keys)| keys.iter());
    let elsewhere: BTreeSet<String> = elsewhere.map(|key| (*key).to_owned()).collect();
    assert_eq!(unused(&random(160)), elsewhere);
}

/// And words behind keys that change what a key means.
#[test]
fn random_procedures_use_every_word() {
    let told = random(160).concat();
    let never = |word: &&str| !told.contains(*word);
    let missing: Vec<&str> = [
        "names = [\"kendaraan\"",
        "from = \"mulai + 30 menit\"",
        "\nfrom = \"mulai\"",
        "before = \"1 hari\"",
        "expires = [",
        "times = 2",
        "except = [\"@self\"]",
        "except = [\"petugas\"]",
        "\nmarks = [",
        "@reason",
        "\"@by\"",
        "@by s1",
        "performer = [\"",
        "quorum = { agree = 2, of = 2 }",
        "near = \"@sent\"",
        "once = \"year\"",
        "state = \"hilang\"",
        "name = \"{jenis} ",
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
    texts.extend(random(160));
    assert_eq!(unused(&texts), BTreeSet::new());
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
