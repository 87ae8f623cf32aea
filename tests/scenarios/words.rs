//! The sentences: none is missing or unused in either language.

use std::{collections::BTreeSet, fs, path::Path};

/// The keys that the source asks for: the first string after `t!(…,`.
fn asked(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            asked(&path, keys);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            for call in source.split("t!(").skip(1) {
                let Some((speech, rest)) = call.split_once(',') else {
                    continue;
                };
                let rest = rest.trim_start();
                let key = rest
                    .strip_prefix('"')
                    .and_then(|rest| rest.split_once('"'))
                    .map(|(key, _)| key);
                // `assert!(` ends in the same letters.
                let is_key = |key: &&str| key.chars().all(|c| c.is_ascii_lowercase() || c == '-');
                if let Some(key) = key.filter(is_key).filter(|_| !speech.contains('"')) {
                    keys.insert(key.to_owned());
                }
            }
        }
    }
}

fn written(language: &str) -> BTreeSet<String> {
    let file = bot().join(format!("locales/{language}/loket.ftl"));
    let text = fs::read_to_string(file).unwrap();
    let keys = text.lines().filter_map(|line| line.split_once(" ="));
    keys.map(|(key, _)| key)
        .filter(|key| !key.starts_with([' ', '#']))
        .map(str::to_owned)
        .collect()
}

fn bot() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../bot")
}

/// What is asked for is written, and what is written is asked for, in both languages.
#[test]
fn no_sentence_is_missing_or_unused() {
    let mut keys = BTreeSet::new();
    asked(&bot().join("src"), &mut keys);
    keys.remove("key"); // the example in the documentation of `t!`
    assert!(keys.len() > 150, "the source was not read");
    assert_eq!(written("id"), keys, "Indonesian");
    assert_eq!(written("en"), keys, "English");
}

/// Each sentence takes the same arguments in both languages.
#[test]
fn both_languages_are_given_the_same_facts() {
    let facts = |language: &str| {
        let text = fs::read_to_string(bot().join(format!("locales/{language}/loket.ftl"))).unwrap();
        let mut key = String::new();
        let mut facts = BTreeSet::new();
        for line in text.lines() {
            if let Some((name, _)) = line
                .split_once(" =")
                .filter(|_| !line.starts_with([' ', '#']))
            {
                name.clone_into(&mut key);
            }
            for fact in line.split("{ $").skip(1) {
                facts.insert(format!(
                    "{key}: {}",
                    fact.split(' ').next().unwrap_or_default()
                ));
            }
        }
        facts
    };
    assert_eq!(facts("id"), facts("en"));
}
