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

/// The lines of all files of a language, each with its key.
fn lines(language: &str) -> Vec<(String, String)> {
    let folder = fs::read_dir(bot().join("locales").join(language)).unwrap();
    let mut files: Vec<_> = folder.map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let mut key = String::new();
        for line in fs::read_to_string(file).unwrap().lines() {
            let begins = !line.starts_with([' ', '#']);
            if let Some((name, _)) = line.split_once(" =").filter(|_| begins) {
                name.clone_into(&mut key);
            }
            found.push((key.clone(), line.to_owned()));
        }
    }
    found
}

fn begins(key: &str, line: &str) -> bool {
    !key.is_empty() && line.starts_with(&format!("{key} ="))
}

/// The keys of a language, each as often as it is written.
fn keys(language: &str) -> Vec<String> {
    let lines = lines(language).into_iter();
    let beginnings = lines.filter(|(key, line)| begins(key, line));
    beginnings.map(|(key, _)| key).collect()
}

fn written(language: &str) -> BTreeSet<String> {
    keys(language).into_iter().collect()
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

/// A sentence that stands in two files would be said by chance.
#[test]
fn no_sentence_is_written_twice() {
    for language in ["id", "en"] {
        let mut once = BTreeSet::new();
        let twice: Vec<_> = keys(language)
            .into_iter()
            .filter(|key| !once.insert(key.clone()))
            .collect();
        assert_eq!(twice, Vec::<String>::new(), "{language}");
    }
}

/// Every file of sentences is one that the bot reads.
#[test]
fn every_file_is_read() {
    let list = fs::read_to_string(bot().join("src/text/words.rs")).unwrap();
    for language in ["id", "en"] {
        for file in fs::read_dir(bot().join("locales").join(language)).unwrap() {
            let file = file.unwrap().path();
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            assert!(list.contains(&format!("subject!(\"{name}\")")), "{name}");
        }
    }
}

/// Each sentence takes the same arguments in both languages.
#[test]
fn both_languages_are_given_the_same_facts() {
    let facts = |language: &str| -> BTreeSet<String> {
        let lines = lines(language);
        let named = lines.iter().flat_map(|(key, line)| {
            let facts = line.split("{ $").skip(1);
            facts.map(move |fact| format!("{key}: {}", fact.split(' ').next().unwrap_or_default()))
        });
        named.collect()
    };
    assert_eq!(facts("id"), facts("en"));
}
