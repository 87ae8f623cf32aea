//! No file needs another that needs it back, by whatever way round.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt::Write,
    fs,
};

use super::{
    house,
    imports::{self, Imports},
};

/// The crates, by the file each begins with.
const CRATES: [&str; 8] = [
    "bot/src/lib.rs",
    "bot/src/main.rs",
    "bot/press/src/lib.rs",
    "domain/src/lib.rs",
    "migration/src/lib.rs",
    "sqlite/src/lib.rs",
    "tests/src/lib.rs",
    "tests/scenarios/main.rs",
];

#[test]
fn no_files_import_each_other_in_a_circle() {
    let mut said = String::new();
    for root in CRATES {
        let needs = needs(&imports::of_crate(root, &in_house));
        let circles = circles(&needs);
        if !circles.is_empty() {
            let sizes: Vec<_> = circles.iter().map(BTreeSet::len).collect();
            writeln!(said, "{root}: circles of {sizes:?} files; the shortest:").unwrap();
            said.push_str(&told(&shortest(&needs, &circles), &needs, &in_house));
        }
    }
    assert!(said.is_empty(), "{said}");
}

/// The text of a file of this house.
pub(super) fn in_house(path: &str) -> Option<String> {
    fs::read_to_string(house().join(path)).ok()
}

/// What a file needs of others: with the line that says so.
type Needs = BTreeMap<String, BTreeMap<String, usize>>;

/// The imports without those between a module and what lies within it: the two are one thing in several files.
fn needs(imports: &Imports) -> Needs {
    let mut needs = imports.clone();
    for (from, others) in &mut needs {
        others.retain(|to, _| !lies_within(from, to) && !lies_within(to, from));
    }
    needs
}

/// Whether a file belongs to the module that another file begins.
fn lies_within(file: &str, module: &str) -> bool {
    let folder = ["/mod.rs", "/lib.rs", "/main.rs", ".rs"]
        .iter()
        .find_map(|end| module.strip_suffix(end));
    folder.is_some_and(|it| file.strip_prefix(it).is_some_and(|it| it.starts_with('/')))
}

/// The shortest way from one file to another, both named; a way from a file to itself is a circle.
fn way<'a>(needs: &'a Needs, from: &'a str, to: &str) -> Option<Vec<&'a str>> {
    let mut waiting = VecDeque::from([vec![from]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = waiting.pop_front() {
        for next in needs.get(*way.last()?)?.keys() {
            if next == to {
                return Some([way, vec![next]].concat());
            }
            if seen.insert(next) {
                waiting.push_back([way.clone(), vec![next]].concat());
            }
        }
    }
    None
}

/// The groups of files each of which needs all the others.
fn circles(needs: &Needs) -> Vec<BTreeSet<&str>> {
    let reached = |from: &str| -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<_> = needs[from].keys().collect();
        while let Some(file) = waiting.pop() {
            if reached.insert(file.as_str()) {
                waiting.extend(needs[file].keys());
            }
        }
        reached
    };
    let all: BTreeMap<_, _> = needs
        .keys()
        .map(|it| (it.as_str(), reached(it.as_str())))
        .collect();
    let together = |file: &str| -> BTreeSet<&str> {
        let others = all[file].iter().copied();
        others.filter(|other| all[other].contains(file)).collect()
    };
    let circles: BTreeSet<_> = all.keys().map(|file| together(file)).collect();
    circles.into_iter().filter(|it| !it.is_empty()).collect()
}

fn shortest<'a>(needs: &'a Needs, circles: &[BTreeSet<&'a str>]) -> Vec<&'a str> {
    let files = circles.iter().flatten();
    let ways = files.filter_map(|file| way(needs, file, file));
    ways.min_by_key(Vec::len).unwrap_or_default()
}

/// A way as `a → b → a`, and beneath it each line that imports.
fn told(way: &[&str], needs: &Needs, text: &dyn Fn(&str) -> Option<String>) -> String {
    let mut said = format!("  {}\n", way.join(" → "));
    for pair in way.windows(2) {
        let line = needs[pair[0]][pair[1]];
        let text = text(pair[0]).unwrap_or_default();
        let import = text.lines().nth(line - 1).unwrap_or_default().trim();
        writeln!(said, "    {}:{line}: {import}", pair[0]).unwrap();
    }
    said
}

/// A crate as it might be: a circle by a re-export, one by a path in a macro, and much that is none.
const MADE_UP: [(&str, &str); 8] = [
    (
        "src/lib.rs",
        "mod a; mod b; mod c; mod d; mod e; pub use b::inner::Deep;",
    ),
    (
        "src/a.rs",
        "use crate::{Deep, c::Sea};\nmod tools { fn call() { super::Sea } }",
    ),
    (
        "src/b/mod.rs",
        "pub mod inner; pub struct Own; use inner::Deep;",
    ),
    (
        "src/b/inner.rs",
        "use super::Own;\npub struct Deep;\nfn all() {\n  println!(\"{}\", crate::d::new(Own));\n}",
    ),
    (
        "src/c.rs",
        "pub struct Sea; #[cfg(test)] mod tests { use crate::a::Any; }",
    ),
    ("src/d.rs", "use crate::e;\npub fn new() { e::first() }"),
    (
        "src/e.rs",
        "use crate::b::*;\nfn first(_: inner::Deep) { std::a::b() }",
    ),
    ("src/unheard.rs", "use crate::d;"),
];

fn made_up(path: &str) -> Option<String> {
    let file = MADE_UP.iter().find(|(file, _)| *file == path);
    file.map(|(_, text)| (*text).to_owned())
}

#[test]
fn a_circle_is_found_and_told_by_the_lines_that_close_it() {
    let needs = needs(&imports::of_crate("src/lib.rs", &made_up));
    let found = circles(&needs);
    assert_eq!(
        found,
        [BTreeSet::from(["src/b/inner.rs", "src/d.rs", "src/e.rs"])]
    );
    assert_eq!(
        told(&shortest(&needs, &found), &needs, &made_up),
        "  src/b/inner.rs → src/d.rs → src/e.rs → src/b/inner.rs
    src/b/inner.rs:4: println!(\"{}\", crate::d::new(Own));
    src/d.rs:2: pub fn new() { e::first() }
    src/e.rs:2: fn first(_: inner::Deep) { std::a::b() }
"
    );
}

#[test]
fn what_a_file_needs_is_what_others_define() {
    let imports = imports::of_crate("src/lib.rs", &made_up);
    let named = |file: &str| imports[file].keys().cloned().collect::<Vec<_>>();
    assert_eq!(named("src/a.rs"), ["src/b/inner.rs", "src/c.rs"]);
    assert_eq!(named("src/c.rs"), Vec::<String>::new());
    // Between a module and what lies within it nothing is told apart.
    assert_eq!(named("src/b/inner.rs"), ["src/b/mod.rs", "src/d.rs"]);
    assert!(!needs(&imports)["src/b/inner.rs"].contains_key("src/b/mod.rs"));
    assert!(!imports.contains_key("src/unheard.rs"));
}
