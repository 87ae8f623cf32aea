//! The invariants of the README, as tests.

mod actors;
mod circles;
mod dependencies;
mod imports;
mod layers;
mod promises;
mod type_names;

use std::{
    fs,
    path::{Path, PathBuf},
};

use bot::text::{Words, outline::outline};
use domain::{office::Office, procedure::Catalogue};

/// A source file: where it is, from the top of the house, and what is in it.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// What runs in production: without tests, which stand at the end, and without comments.
    fn code(&self) -> impl Iterator<Item = &str> {
        let tests = self
            .text
            .find("#[cfg(test)]\nmod tests")
            .unwrap_or(self.text.len());
        let lines = self.text[..tests].lines();
        lines.filter(|line| !line.trim_start().starts_with("//"))
    }

    fn is_test(&self) -> bool {
        let laws = self.path.contains("/laws/");
        let ends = ["tests.rs", "testing.rs", "laws.rs"];
        laws || ends.iter().any(|end| self.path.ends_with(end))
    }
}

fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

/// All files with this ending beneath some folders of the house.
fn sources(folders: &[&str], ending: &str) -> Vec<Source> {
    let mut waiting: Vec<_> = folders.iter().map(|folder| house().join(folder)).collect();
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                let text = fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(house()).unwrap().display().to_string();
                found.push(Source { path, text });
            }
        }
    }
    assert!(!found.is_empty(), "{folders:?} hold nothing");
    found
}

/// Fails with every line of production code that holds one of these words.
#[track_caller]
fn nobody_says(words: &[&str], sources: impl IntoIterator<Item = Source>) {
    let mut said = Vec::new();
    for source in sources {
        let lines = source
            .code()
            .filter(|line| words.iter().any(|word| line.contains(word)));
        said.extend(lines.map(|line| format!("{}: {}", source.path, line.trim())));
    }
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn the_domain_never_names_telegram() {
    for source in sources(&["domain/src"], "rs") {
        let named = source.text.contains("Telegram") || source.text.contains("teloxide");
        assert!(!named, "{}", source.path);
    }
    let manifest = fs::read_to_string(house().join("domain/Cargo.toml")).unwrap();
    assert!(!manifest.contains("teloxide"));
}

/// The press is given data and gives back bytes.
#[test]
fn the_press_knows_nobody_else() {
    nobody_says(
        &["domain::", "bot::", "teloxide", "sea_orm"],
        sources(&["bot/press/src"], "rs"),
    );
    let manifest = fs::read_to_string(house().join("bot/press/Cargo.toml")).unwrap();
    for crate_name in ["domain", "teloxide", "sea-orm", "tokio"] {
        assert!(
            !manifest.contains(&format!("{crate_name}.workspace")),
            "{crate_name}"
        );
    }
}

#[test]
fn only_the_store_speaks_sql() {
    let others = sources(&["domain/src", "bot/src"], "rs")
        .into_iter()
        .filter(|source| !source.path.starts_with("domain/src/store"));
    // An error may hold the store's error; that is all it knows of it.
    let others = others.filter(|source| source.path != "domain/src/error.rs");
    nobody_says(
        &[
            "sea_orm",
            "sqlx",
            "sqlite::",
            "SELECT ",
            "INSERT INTO",
            "UPDATE ",
        ],
        others,
    );
    let manifest = fs::read_to_string(house().join("bot/Cargo.toml")).unwrap();
    assert!(!manifest.contains("sea-orm"));
}

/// Sentences for people live in the locales and in the TOML files.
#[test]
fn no_sentence_for_people_is_written_in_rust() {
    let words = [
        "Bapak/Ibu",
        "Mohon ",
        "Silakan ",
        "Permohonan ",
        "Terima kasih",
        "permohonan ini",
    ];
    let sources = sources(&["bot/src", "domain/src"], "rs").into_iter();
    let spoken = sources.filter(|it| !it.is_test());
    nobody_says(&words, spoken);
}

#[test]
fn nothing_gives_up_outside_tests() {
    let sources = sources(
        &[
            "bot/src",
            "bot/press/src",
            "domain/src",
            "migration/src",
            "sqlite/src",
        ],
        "rs",
    );
    let sources = sources.into_iter().filter(|source| !source.is_test());
    nobody_says(&[".unwrap()", "todo!", "unimplemented!", "dbg!"], sources);
}

/// A path of one machine means nothing on another.
#[test]
fn no_path_of_a_machine_is_written_down() {
    let homes = ["/home/", "/Users/", "/root/", "/work/"];
    for ending in ["rs", "toml", "ftl", "md"] {
        let sources = sources(&["bot", "domain", "migration", "sqlite", "tests"], ending);
        let sources = sources
            .into_iter()
            .filter(|it| !it.path.ends_with("house_rules.rs"));
        for source in sources {
            let found = homes.iter().find(|home| source.text.contains(*home));
            assert_eq!(found, None, "{}", source.path);
        }
    }
}

/// A file is read in one sitting.
#[test]
fn no_file_is_longer_than_400_lines() {
    let sources = sources(
        &[
            "bot/src",
            "bot/press/src",
            "domain/src",
            "migration/src",
            "sqlite/src",
            "tests",
        ],
        "rs",
    );
    let long = sources.iter().map(|it| (it.text.lines().count(), &it.path));
    let long: Vec<_> = long.filter(|(lines, _)| *lines > 400).collect();
    assert_eq!(long, []);
}

/// Whoever waits is woken by what they wait for. There are two exceptions, each in one place: a Telegram that
/// takes its time, and other programs, which wake nobody here.
#[test]
fn no_test_sleeps() {
    let may = [
        ("tests/src/telegram/api/mod.rs", "sleep(wait)"),
        ("tests/src/stage/outside.rs", "interval(PAUSE)"),
    ];
    let mut said = Vec::new();
    for source in sources(&["tests/src", "tests/scenarios"], "rs") {
        let waits = |line: &&str| line.contains("::sleep(") || line.contains("::interval(");
        let lines = source.text.lines().filter(waits);
        let here = |line: &&str| {
            let may = may.iter().find(|(path, _)| *path == source.path);
            !may.is_some_and(|(_, words)| line.contains(words))
        };
        said.extend(
            lines
                .filter(here)
                .map(|line| format!("{}: {}", source.path, line.trim())),
        );
    }
    said.retain(|line| !line.starts_with("tests/scenarios/house_rules.rs"));
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn every_shipped_procedure_is_in_order_and_can_be_shown() {
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    for procedure in catalogue.iter() {
        for language in domain::Language::ALL {
            let shown = outline(procedure, &office, &Words::load().speech(*language));
            for step in &procedure.steps {
                assert!(shown.contains(step.code.as_str()), "{}", step.code);
            }
        }
    }
}

/// Every handler finds what it needs; a missing piece would otherwise show only when it is called.
#[test]
fn the_routing_tree_is_given_all_it_needs() {
    let tree = bot::dispatch::tree();
    let nothing_else = dptree::di::DependencyMap::new();
    dptree::type_check(tree.sig(), &nothing_else, &bot::dispatch::given());
}
