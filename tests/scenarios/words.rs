//! The sentences: none is missing or unused, and all languages say the same.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use domain::Language;

fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn locales() -> PathBuf {
    house().join("bot/locales")
}

/// What the sources hold: production code and tests alike.
fn code(folder: &Path, all: &mut String) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            code(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(path).unwrap();
            // Tests stand at the end, and ask for nothing.
            let (code, _) = text
                .split_once("#[cfg(test)]\nmod tests")
                .unwrap_or((&text, ""));
            all.push_str(code);
        }
    }
}

fn key_of(literal: &str) -> Option<&str> {
    let (key, _) = literal.trim_start().strip_prefix('"')?.split_once('"')?;
    let is_key = key.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    is_key.then_some(key)
}

/// The keys that the sources ask for at once: the first string after `t!(…,`, of a word, of a phrase.
fn asked<'a>(bot: &'a str, domain: &'a str) -> BTreeSet<&'a str> {
    let said = bot.split("t!(").skip(1).filter_map(|call| {
        let (speech, rest) = call.split_once(',')?;
        // `assert!(` ends in the same letters.
        key_of(rest).filter(|_| !speech.contains('"'))
    });
    let of = |code: &'a str, call| code.split(call).skip(1).filter_map(key_of);
    let mut keys: BTreeSet<_> = said
        .chain(of(bot, ".word("))
        .chain(of(bot, "Phrase::new("))
        .chain(of(domain, "Phrase::new("))
        .filter(|key| key.len() > 1)
        .collect();
    keys.remove("key"); // the example in the documentation of `t!`
    keys
}

/// The sentences of a language: for each key, as often as it is written, the facts that stand in it.
fn sentences(language: Language) -> BTreeMap<String, Vec<BTreeSet<String>>> {
    let mut found: BTreeMap<String, Vec<BTreeSet<String>>> = BTreeMap::new();
    for file in fs::read_dir(locales().join(language.code())).unwrap() {
        let mut facts = &mut BTreeSet::new();
        for line in fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            let begins = !line.starts_with([' ', '#']);
            if let Some((key, _)) = line.split_once(" =").filter(|_| begins) {
                let all = found.entry(key.to_owned()).or_default();
                all.push(BTreeSet::new());
                facts = all.last_mut().unwrap();
            }
            let named = line.split("{ $").skip(1);
            facts.extend(named.filter_map(|it| Some(it.split(' ').next()?.to_owned())));
        }
    }
    found
}

fn written(language: Language) -> BTreeSet<String> {
    sentences(language).into_keys().collect()
}

/// What is asked for is written. What is written is named in the sources: where it is asked for, or in a
/// table of keys.
#[test]
fn no_sentence_is_missing_or_unused() {
    let (mut bot, mut domain) = (String::new(), String::new());
    code(&house().join("bot/src"), &mut bot);
    code(&house().join("domain/src"), &mut domain);
    let asked = asked(&bot, &domain);
    assert!(asked.len() > 400, "the source was not read");
    let written = written(Language::ID);
    let missing: Vec<_> = asked.iter().filter(|it| !written.contains(**it)).collect();
    assert_eq!(missing, Vec::<&&str>::new());
    let named = |key: &String| {
        [&bot, &domain]
            .iter()
            .any(|it| it.contains(&format!("\"{key}\"")))
    };
    let unused: Vec<_> = written.iter().filter(|it| !named(it)).collect();
    assert_eq!(unused, Vec::<&String>::new());
}

/// A sentence that stands in two files would be said by chance.
#[test]
fn no_sentence_is_written_twice() {
    for language in Language::ALL {
        let twice: Vec<_> = sentences(*language)
            .into_iter()
            .filter(|(_, facts)| facts.len() > 1)
            .collect();
        assert_eq!(twice, [], "{language:?}");
    }
}

/// What one language says, every other says as well, and of the same facts.
#[test]
fn all_languages_are_given_the_same_facts() {
    for language in Language::ALL {
        assert_eq!(
            sentences(*language),
            sentences(Language::ID),
            "{language:?}"
        );
    }
}

/// Every language that is offered has its folder, and every folder is a language that is offered.
#[test]
fn every_language_has_its_folder() {
    let folders: BTreeSet<_> = fs::read_dir(locales())
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    let codes = Language::ALL.iter().map(|it| it.code().to_owned());
    assert_eq!(folders, codes.collect());
}

/// The program holds every file of sentences, and each of them reads.
#[test]
fn every_file_is_read() {
    let held: Vec<_> = bot::text::words::built_in().collect();
    let mut files = 0;
    for language in Language::ALL {
        for file in fs::read_dir(locales().join(language.code())).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            assert!(held.contains(&(*language, text.as_str())));
            files += 1;
        }
    }
    assert_eq!(held.len(), files);
    for (_, text) in held {
        fluent::FluentResource::try_new(text.to_owned()).unwrap();
    }
}

/// What is not said, in which language, and what is said instead: one word for one thing.
const INSTEAD: [(&str, &str, &str); 26] = [
    ("id", "buang", "hapus"),
    ("id", "dengan pemohon", "menunggu pemohon"),
    ("id", "di meja:", "sedang di:"),
    ("id", "dimulai kembali", "tersimpan"),
    ("id", "katanya", "kata kunci"),
    ("id", "klik", "ketuk, pilih"),
    ("id", "kepala bidang", "{ $role }, as the office calls it"),
    ("id", "kepala dinas", "{ $role }, as the office calls it"),
    ("id", "per meja", "menurut pejabat"),
    ("id", "pertahankan", "tetap pakai"),
    ("id", "pusat data", "data center"),
    ("id", "silahkan", "silakan"),
    ("id", "email", "surel"),
    ("id", "terlalu akhir", "terlalu jauh, terlalu lambat"),
    ("id", "waktu baku sampai", "target selesai (SOP)"),
    ("en", "afresh", "over"),
    ("en", "at the desk of:", "with:"),
    ("en", "click", "choose, tap"),
    ("en", "one after the other", "one by one"),
    ("en", "present answer", "current answer"),
    ("en", "put right", "correct"),
    ("en", "remind them", "send a reminder"),
    ("en", "standard time until", "due by"),
    ("en", "this task was settled", "decided"),
    ("en", "throw", "discard"),
    ("en", "thrown", "discarded"),
];

/// The glossary holds in all sentences of a language.
#[test]
fn one_thing_has_one_word() {
    let (mut said, mut lines) = (Vec::new(), BTreeMap::new());
    for (language, not, instead) in INSTEAD {
        let lines = lines.entry(language).or_insert_with(|| said_in(language));
        let found = lines.iter().filter(|words| words.contains(not));
        said.extend(found.map(|words| format!("{words}: not “{not}”, but “{instead}”")));
    }
    assert_eq!(said, Vec::<String>::new());
}

/// Words that only files are tempted to, beside those above.
const INSTEAD_IN_FILES: [(&str, &str, &str); 8] = [
    ("id", "handphone", "HP"),
    ("id", "kantor dinas", "dinas"),
    ("id", "password", "kata sandi"),
    (
        "id",
        "permintaan",
        "permohonan; the letter is called as its SOP calls it",
    ),
    ("id", "situs web", "website"),
    ("en", "cell phone", "mobile"),
    ("en", "data center", "data centre"),
    ("en", "web site", "website"),
];
/// Names, and what an SOP calls a thing.
const NAMES: [&str; 2] = ["pusat data nasional", "surat permintaan"];
/// What people read of a procedure as the bot speaks to them; the columns of the SOP's table are its own words.
const SAID: [&str; 12] = [
    "about",
    "ask",
    "button",
    "example",
    "instruction",
    "label",
    "otherwise",
    "past",
    "say",
    "status",
    "title",
    "usual",
];

/// The glossary holds in all procedures that are shipped, in both languages.
#[test]
fn one_thing_has_one_word_in_every_file() {
    let mut said = Vec::new();
    let mut lines = 0;
    for file in fs::read_dir(house().join("domain/procedures")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|it| it != "toml") {
            continue;
        }
        let file: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        for (language, words) in said_in_file(&toml::Value::Table(file), false) {
            lines += 1;
            let kept = NAMES
                .iter()
                .fold(words.to_lowercase(), |it, name| it.replace(name, ""));
            let glossary = INSTEAD.iter().chain(&INSTEAD_IN_FILES);
            let found = glossary.filter(|(of, not, _)| *of == language && kept.contains(not));
            said.extend(found.map(|(_, not, instead)| {
                format!("{}: {words}: not “{not}”, but “{instead}”", path.display())
            }));
        }
    }
    assert!(lines > 500, "the files were not read");
    assert_eq!(said, Vec::<String>::new());
}

/// What a file says to people, each with its language; what is one text is said in both.
fn said_in_file(value: &toml::Value, is_said: bool) -> Vec<(&'static str, String)> {
    match value {
        toml::Value::Table(table) => {
            let all = table
                .iter()
                .flat_map(|(key, value)| match (key.as_str(), value) {
                    ("id", toml::Value::String(words)) if is_said => vec![("id", words.clone())],
                    ("en", toml::Value::String(words)) if is_said => vec![("en", words.clone())],
                    (key, value) => said_in_file(value, SAID.contains(&key)),
                });
            all.collect()
        }
        toml::Value::Array(all) => {
            let said = all.iter().flat_map(|value| said_in_file(value, is_said));
            said.collect()
        }
        toml::Value::String(words) if is_said => {
            vec![("id", words.clone()), ("en", words.clone())]
        }
        _ => Vec::new(),
    }
}

/// What is said in a language, line by line.
fn said_in(language: &str) -> Vec<String> {
    let mut said = Vec::new();
    for file in fs::read_dir(locales().join(language)).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let sentences = text.lines().filter(|line| !line.starts_with('#'));
        let words = sentences.map(|line| line.split_once(" = ").map_or(line, |(_, it)| it));
        // What stands in the place of a fact is no word of ours.
        said.extend(words.map(|line| {
            let parts = line.split('{').enumerate();
            let said = parts.map(|(at, part)| match part.split_once('}') {
                Some((_, said)) if at > 0 => said,
                _ => part,
            });
            said.collect::<Vec<_>>().join("…").to_lowercase()
        }));
    }
    said
}

/// Of these there are never fewer than two, and what only looks like a count: the last part is a word with an s.
const SEVERAL: [(&str, &str); 15] = [
    ("card-in-a-row", "one step is confirmed by its own button"),
    ("button-in-a-row", "one step is confirmed by its own button"),
    ("together-ask", "one request is decided on its card"),
    ("button-together-sure", "one request is decided on its card"),
    ("ticket-several", "one is shown at once"),
    ("people-list", "one is shown at once"),
    ("person-hint", "few are buttons, and no hint is needed"),
    ("agency-hint", "few are buttons, and no hint is needed"),
    ("paper-page", "a page was added to another"),
    ("import-too-many", "a limit of many"),
    ("extract-too-long", "a limit of many"),
    ("report-list-elsewhere", "more than a limit of many"),
    ("survey-begins", "three questions"),
    ("unfit-too-many-pages", "a limit of many"),
    ("outline-kind-rows", "a table of one row is said so, too"),
];
/// Verbs that stand behind a name, and limits of a kind that are never one.
const NO_COUNT: [&str; 15] = [
    "gets",
    "answers",
    "stands",
    "says",
    "tells",
    "warns",
    "falls",
    "ends",
    "runs",
    "passes",
    "news",
    "characters",
    "tries",
    "links",
    "this",
];

/// English counts one thing in the singular: `1 request`, never `1 requests`.
#[test]
fn one_thing_is_not_several() {
    let mut wrong = Vec::new();
    for file in fs::read_dir(locales().join("en")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let mut key = "";
        let mut message = String::new();
        for line in text.lines().chain(["end ="]) {
            let begins = line
                .split_once(" =")
                .filter(|(key, _)| key_of(&format!("\"{key}\"")).is_some());
            if let Some((next, _)) = begins {
                wrong.extend(plurals(&message).map(|words| format!("{key}: {words}")));
                (key, message) = (next, String::new());
            }
            message.push_str(line);
            message.push('\n');
        }
    }
    wrong.retain(|it| {
        SEVERAL
            .iter()
            .all(|(key, _)| !it.starts_with(&format!("{key}: ")))
    });
    assert!(wrong.is_empty(), "said of one, too: {wrong:#?}");
}

/// `{ $n } requests` in a message that does not tell one from several.
fn plurals(message: &str) -> impl Iterator<Item = String> {
    message.split("{ $").skip(1).filter_map(|part| {
        let (fact, rest) = part.split_once(" } ")?;
        let is_told_apart = message.contains(&format!("{{ ${fact} ->"));
        let (rest, _) = rest
            .split_once(['·', ':', '(', '<', '{', '\n'])
            .unwrap_or((rest, ""));
        let words = rest.split([' ', ',', '.', ')', ';']);
        let word = words
            .take(2)
            .find(|it| it.len() > 3 && it.ends_with('s') && !it.ends_with("ss"))?;
        let counts = fact.chars().all(|c| c.is_ascii_lowercase()) && !NO_COUNT.contains(&word);
        (counts && !is_told_apart).then(|| format!("{fact} {word}"))
    })
}
