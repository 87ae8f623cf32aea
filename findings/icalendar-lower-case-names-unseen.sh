#!/usr/bin/env bash
# The crate icalendar keeps property names as they are written, so an event in lower case has no start.
#
# Versions:  icalendar 0.17.17 (feature "parser").
# Behaviour: RFC 5545 (section 2) makes names of properties, parameters and components case-insensitive. The
#            parser accepts an event whose names are in lower case, without an error, and stores them under the
#            names as written; `get_start` and `get_summary` look for upper case and answer None.
# Why it matters: a calendar that reads well everywhere else is imported as empty, and nothing says so. Bring
#            names into upper case before parsing.
# Fails if any of these lines changes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src
cat >Cargo.toml <<'EOF'
[package]
name = "finding"
version = "0.0.0"
edition = "2024"

[dependencies]
icalendar = { version = "=0.17.17", default-features = false, features = ["parser"] }
EOF
cat >src/main.rs <<'EOF'
use icalendar::{Calendar, CalendarComponent, Component};

const LINES: [&str; 8] = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN", "BEGIN:VEVENT",
    "UID:1", "DTSTART;VALUE=DATE:20270817", "SUMMARY:Hari Kemerdekaan", "END:VEVENT",
];

/// What is found of the event, with some of the lines in lower case.
fn found(lower: impl Fn(&str) -> bool) -> String {
    let mut text = String::new();
    for line in LINES.iter().chain(&["END:VCALENDAR"]) {
        let (name, value) = line.split_once([':', ';']).unwrap();
        let sign = &line[name.len()..=name.len()];
        let name = if lower(line) { name.to_lowercase() } else { name.to_owned() };
        text += &format!("{name}{sign}{value}\r\n");
    }
    let calendar: Calendar = text.parse().unwrap();
    let events = calendar.components.iter().filter_map(|it| match it {
        CalendarComponent::Event(event) => {
            Some(format!("start {:?}, summary {:?}", event.get_start().is_some(), event.get_summary()))
        }
        _ => None,
    });
    events.collect::<Vec<_>>().join("; ")
}

fn main() {
    println!("upper case: {}", found(|_| false));
    println!("properties in lower case: {}", found(|line| !line.contains("BEGIN") && !line.contains("END:")));
}
EOF
cargo run --quiet >seen
cat seen
diff seen - <<'EOF'
upper case: start true, summary Some("Hari Kemerdekaan")
properties in lower case: start false, summary None
EOF
