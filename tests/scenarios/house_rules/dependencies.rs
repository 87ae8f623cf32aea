//! What the house is built of: nothing that nobody uses, nothing under a licence that nobody has looked at, nothing from
//! elsewhere, and no second version of anything because of us. Known weaknesses are not looked up here: the list of them
//! is kept where a build has no business.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    process::Command,
};

use serde_json::Value;

use super::{house, sources};

/// Our crates, with the folders that use what each manifest names: what runs, and tests besides.
const CRATES: [(&str, &[&str], &[&str]); 6] = [
    ("bot", &["bot/src"], &[]),
    ("bot/press", &["bot/press/src"], &["bot/press/tests"]),
    ("domain", &["domain/src"], &[]),
    ("migration", &["migration/src"], &[]),
    ("sqlite", &["sqlite/src"], &[]),
    // Its plays read papers as the tests of the press do.
    (
        "tests",
        &["tests/src"],
        &["tests/scenarios", "bot/press/tests/it"],
    ),
];
/// Under these anything may be handed on, with their text.
const LICENCES: [&str; 13] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
/// Others, of which somebody has read what they ask for.
const READ: [(&str, &str, &str); 2] = [
    (
        "colored",
        "MPL-2.0",
        "named by a library for pictures and not compiled; its own files would stay open, and are not changed here",
    ),
    (
        "webpki-roots",
        "CDLA-Permissive-2.0",
        "a list of certificates, which may be handed on with its licence",
    ),
];
/// Of which ours is the only use of a second version.
const TWICE: [(&str, &str); 1] = [(
    "toml",
    "typst reads its own files with 0.8, which tells no place of a mistake in the way that ours are told",
)];
/// So begins the source of what was published, and not of a branch or a folder.
const PUBLISHED: &str = "registry+";

/// The names under one heading of a manifest.
fn named(manifest: &str, heading: &str) -> Vec<String> {
    let lines = manifest.lines().skip_while(|line| *line != heading).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    let names = lines.filter_map(|line| line.split(['.', ' ', '=']).next());
    let names = names.filter(|name| !name.is_empty() && !name.starts_with('#'));
    names.map(str::to_owned).collect()
}

/// Whether a crate is named, in words that Rust reads.
fn uses(code: &str, name: &str) -> bool {
    let name = name.replace('-', "_");
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(&name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

fn code_in(folders: &[&str]) -> String {
    let mut code = String::new();
    for source in sources(folders, "rs") {
        let lines = source.text.lines();
        let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}

#[test]
fn every_dependency_is_used() {
    let mut idle = Vec::new();
    let mut named_by_any = BTreeSet::new();
    for (folder, runs, tests) in CRATES {
        let manifest = fs::read_to_string(house().join(folder).join("Cargo.toml")).unwrap();
        let runs = code_in(runs);
        let all = match tests {
            [] => runs.clone(),
            tests => runs.clone() + &code_in(tests),
        };
        for (heading, code) in [("[dependencies]", &runs), ("[dev-dependencies]", &all)] {
            for name in named(&manifest, heading) {
                if !uses(code, &name) {
                    idle.push(format!("{folder}: {name}"));
                }
                named_by_any.insert(name);
            }
        }
    }
    let workspace = fs::read_to_string(house().join("Cargo.toml")).unwrap();
    let all = named(&workspace, "[workspace.dependencies]");
    assert!(all.len() > 60, "{all:?}");
    let unnamed = all.into_iter().filter(|it| !named_by_any.contains(it));
    idle.extend(unnamed.map(|it| format!("the workspace: {it}")));
    assert_eq!(idle, Vec::<String>::new());
}

/// What is built for this machine, as cargo has resolved it.
struct Resolved {
    /// By their ids.
    packages: BTreeMap<String, Value>,
    /// Who uses each.
    users: BTreeMap<String, BTreeSet<String>>,
    ours: BTreeSet<String>,
}

fn resolved() -> Resolved {
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let rustc = String::from_utf8(rustc.stdout).unwrap();
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: "));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let metadata = Command::new(cargo)
        .args([
            "metadata",
            "--format-version=1",
            "--locked",
            "--filter-platform",
        ])
        .arg(host.unwrap())
        .current_dir(house())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&metadata.stderr);
    assert!(metadata.status.success(), "{said}");
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    let list = |it: &Value| it.as_array().unwrap().clone();
    let packages = list(&metadata["packages"]);
    let mut users: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for node in list(&metadata["resolve"]["nodes"]) {
        for used in list(&node["deps"]) {
            let users = users.entry(text(&used["pkg"])).or_default();
            users.insert(text(&node["id"]));
        }
    }
    let ours = list(&metadata["workspace_members"]);
    Resolved {
        packages: packages
            .into_iter()
            .map(|it| (text(&it["id"]), it))
            .collect(),
        users,
        ours: ours.iter().map(text).collect(),
    }
}

/// The parts of an expression between words that stand outside of brackets.
fn parts<'a>(expression: &'a str, between: &str) -> Vec<&'a str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0, 0);
    for (at, c) in expression.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 && at >= from && expression[at..].starts_with(between) {
            parts.push(&expression[from..at]);
            from = at + between.len();
        }
    }
    parts.push(&expression[from..]);
    parts
}

/// Whether one may be chosen of which all is allowed.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.trim();
    for (between, any) in [(" OR ", true), (" AND ", false)] {
        let parts = parts(expression, between);
        if parts.len() > 1 {
            let mut parts = parts.into_iter();
            return if any {
                parts.any(is_allowed)
            } else {
                parts.all(is_allowed)
            };
        }
    }
    let bare = expression
        .strip_prefix('(')
        .and_then(|it| it.strip_suffix(')'));
    match bare {
        Some(inner) => is_allowed(inner),
        None => LICENCES.contains(&expression),
    }
}

#[test]
fn a_licence_is_read_as_it_is_meant() {
    for allowed in [
        "MIT",
        "MIT OR GPL-3.0-only",
        "(MIT OR GPL-3.0-only) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception OR GPL-3.0-only",
    ] {
        assert!(is_allowed(allowed), "{allowed}");
    }
    for forbidden in [
        "",
        "GPL-3.0-only",
        "MIT AND GPL-3.0-only",
        "(MIT AND GPL-3.0-only) OR AGPL-3.0-only",
    ] {
        assert!(!is_allowed(forbidden), "{forbidden}");
    }
}

#[test]
fn everything_comes_from_the_registry_under_a_licence_that_was_read() {
    let resolved = resolved();
    let mut wrong = Vec::new();
    let mut read: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
    for (id, package) in &resolved.packages {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"].as_str().unwrap_or_default();
        // Older manifests wrote a stroke for "or".
        let spelled = licence.replace(" / ", "/").replace('/', " OR ");
        let was_read = READ.iter().find(|it| (it.0, it.1) == (name, licence));
        read.extend(was_read);
        if was_read.is_none() && !is_allowed(&spelled) {
            wrong.push(format!("{id}: licence “{licence}”"));
        }
        let is_ours = resolved.ours.contains(id);
        let source = package["source"].as_str().unwrap_or_default();
        if !is_ours && !source.starts_with(PUBLISHED) {
            wrong.push(format!("{id}: from “{source}”"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(read.len(), READ.len(), "only {read:?} are there");
}

/// Libraries bring two versions of a thing where they do not agree. That one of two is there for us alone has a reason.
#[test]
fn no_second_version_is_there_for_us_alone() {
    let resolved = resolved();
    let mut versions: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for (id, package) in &resolved.packages {
        let name = package["name"].as_str().unwrap();
        versions.entry(name).or_default().push(id);
    }
    let is_ours_alone = |id: &&String| {
        let users = resolved.users.get(*id);
        users.is_some_and(|users| users.is_subset(&resolved.ours))
    };
    versions.retain(|_, ids| ids.len() > 1 && ids.iter().any(is_ours_alone));
    let found: Vec<_> = versions.into_keys().collect();
    let expected: Vec<_> = TWICE.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, expected);
}
