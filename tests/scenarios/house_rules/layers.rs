//! The domain in layers: a file imports what lies in its own layer or beneath it, never above.

use std::fmt::Write;

use super::{circles::in_house, imports};

/// From the ground up: files by their name, folders whole, and the longest name counts.
const LAYERS: [(&str, &[&str]); 8] = [
    (
        "values: what everything is written with",
        &[
            "check_code",
            "clock",
            "code",
            "fingerprint",
            "id",
            "language",
            "seal",
            "store/error",
        ],
    ),
    (
        "rules: pure, they know neither a database nor who asks",
        &[
            "act",
            "calendar",
            "deed",
            "draft",
            "error",
            "house",
            "mandate",
            "notice",
            "office",
            "person",
            "phrase",
            "procedure",
            "refusal",
            "register",
            "request",
            "reservation",
            "rights",
            "survey",
            "unharmed",
            "wake",
        ],
    ),
    ("what is kept: rows and papers", &["archive", "store"]),
    (
        "the counter: all that is needed to ask and to act",
        &["counter"],
    ),
    ("a procedure tried by itself", &["trial"]),
    ("questions: they change nothing", &["query"]),
    ("commands", &["command"]),
    ("opening the counter", &["opening"]),
];

#[test]
fn the_domain_imports_downwards() {
    let mut said = String::new();
    for (from, others) in imports::of_crate("domain/src/lib.rs", &in_house) {
        for (to, line) in others {
            if layer(&to) > layer(&from) {
                writeln!(said, "{from}:{line} imports {to}, which lies above it").unwrap();
            }
        }
    }
    assert!(said.is_empty(), "{said}");
}

/// Where a file lies. The root is all layers; whatever else is new is given its place here.
#[track_caller]
fn layer(file: &str) -> usize {
    let name = file.strip_prefix("domain/src/").unwrap_or(file);
    let name = name.strip_suffix(".rs").unwrap_or(name);
    if name == "lib" {
        return LAYERS.len();
    }
    let holds = |place: &str| {
        name.strip_prefix(place)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let named = LAYERS.iter().enumerate().flat_map(|(at, (_, places))| {
        let found = places.iter().filter(|place| holds(place));
        found.map(move |place| (place.len(), at))
    });
    let found = named.max();
    found.unwrap_or_else(|| panic!("{file} lies in no layer")).1
}

#[test]
fn a_file_lies_where_the_longest_name_says() {
    assert!(layer("domain/src/store/error.rs") < layer("domain/src/office/mod.rs"));
    assert!(layer("domain/src/store/db.rs") > layer("domain/src/office/mod.rs"));
    assert_eq!(
        layer("domain/src/procedure/read/spelling.rs"),
        layer("domain/src/wake.rs")
    );
}
