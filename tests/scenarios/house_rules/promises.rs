//! What is never there, says the README, each with the test that holds it: those tests are there, under these names.

use std::fs;

use super::house;

/// What holds a promise and is no test of its own.
const ELSEWHERE: [&str; 2] = ["the end of every play", "the compiler"];

/// The items of the list beneath a heading.
fn items(text: &str, heading: &str) -> Vec<String> {
    let (_, section) = text.split_once(heading).expect("the heading");
    let section = section.split("\n## ").next().unwrap_or_default();
    let mut items: Vec<String> = Vec::new();
    for line in section.lines() {
        match (line.strip_prefix("- "), items.last_mut()) {
            (Some(first), _) => items.push(first.to_owned()),
            (None, Some(item)) => {
                item.push(' ');
                item.push_str(line.trim());
            }
            (None, None) => {}
        }
    }
    items
}

/// What stands in brackets after a sentence.
fn holders(item: &str) -> Vec<&str> {
    let after_sentence = |place: usize| {
        let before = item[..place].trim_end();
        before.ends_with('.') || before.ends_with(".)")
    };
    let brackets = item
        .match_indices('(')
        .filter(|(place, _)| after_sentence(*place));
    let inside = brackets.filter_map(|(place, _)| item[place + 1..].split_once(')'));
    let named = inside.flat_map(|(inside, _)| inside.split(", "));
    named
        .filter(|it| it.starts_with('`') || ELSEWHERE.contains(it))
        .collect()
}

/// Whether there is a test of this name: a file of `tests/scenarios`, and what follows is a file or a test within it; or a
/// file of another crate that holds tests.
fn is_there(name: &str) -> bool {
    let read = |path: String| fs::read_to_string(house().join(path)).unwrap_or_default();
    if let Some(file) = name.strip_prefix("bot::") {
        return read(format!("bot/src/{file}.rs")).contains("#[cfg(test)]");
    }
    let mut path = "tests/scenarios".to_owned();
    let mut text = String::new();
    for part in name.split("::") {
        let below = read(format!("{path}/{part}.rs"));
        if below.is_empty() {
            return text.contains(&format!("fn {part}("));
        }
        path = format!("{path}/{part}");
        text = below;
    }
    text.contains("#[test]")
        || text.contains("#[tokio::test")
        || text.contains("play")
        || text.contains("mod ")
}

#[test]
fn what_is_never_there_is_held_by_tests_of_these_names() {
    let readme = fs::read_to_string(house().join("README.md")).unwrap();
    let items = items(&readme, "## What is never there");
    assert!(items.len() > 20, "{items:#?}");
    for item in items {
        let holders = holders(&item);
        assert!(!holders.is_empty(), "nothing holds: {item}");
        for holder in holders {
            let name = holder.trim_matches('`');
            assert!(
                ELSEWHERE.contains(&name) || is_there(name),
                "no test {name}: {item}"
            );
        }
    }
}
