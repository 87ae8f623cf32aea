#!/usr/bin/env bash
# The crate csv counts the line of a record one too low where lines end with CR LF.
#
# Versions:  csv 1.4.0.
# Behaviour: `StringRecord::position().line()` says in which line a record begins. With LF this is so. With CR LF the
#            reader ends a record at the CR and meets the LF only when it reads the next one, after it has noted where
#            that begins: every record after the header is said to be a line higher up than it is.
# Why it matters: spreadsheets write CR LF. Whoever is told "line 5 cannot be read" looks at a line that is right.
#            Replace CR LF before reading, or count.
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
csv = "=1.4.0"
EOF
cat >src/main.rs <<'EOF'
fn lines(end: &str) -> Vec<(String, u64)> {
    let text = ["name", "second", "third", "fourth", ""].join(end);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.unwrap());
    records.map(|record| (record[0].to_owned(), record.position().unwrap().line())).collect()
}

fn main() {
    println!("LF:    {:?}", lines("\n"));
    println!("CR LF: {:?}", lines("\r\n"));
}
EOF
cargo run --quiet >seen
cat seen
diff seen - <<'EOF'
LF:    [("second", 2), ("third", 3), ("fourth", 4)]
CR LF: [("second", 1), ("third", 2), ("fourth", 3)]
EOF
