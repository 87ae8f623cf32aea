#!/usr/bin/env bash
# Once a savepoint has changed more than 64 KiB of pages, SQLite writes the pages that every later savepoint of the
# connection changes to a temporary file on the disk, before any commit, also in WAL mode.
#
# Versions:  rusqlite 0.39.0 with its bundled SQLite (3.51.3), Linux.
# Behaviour: within an open transaction a savepoint keeps a copy of every page as it was before the savepoint first
#            changed it. The copies lie in memory until one savepoint has 64 KiB of them; then they go to a file in the
#            folder for temporary files. That file stays, and small savepoints after it write every page there, one
#            call of the system each. With `PRAGMA temp_store = MEMORY` there is no such file.
# Why it matters: many small transactions as savepoints of one, so that they share one commit, are an old way to speed.
#            Here it cost a tenth of the time of the whole program, on another disk than the one of the database, and
#            no profile of the database's own file shows it.
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
rusqlite = { version = "=0.39.0", features = ["bundled"] }
EOF
cat >src/main.rs <<'EOF'
use rusqlite::Connection;

/// How often this process has called the system to write.
fn writes() -> u64 {
    let io = std::fs::read_to_string("/proc/self/io").unwrap();
    let line = io.lines().find_map(|line| line.strip_prefix("syscw: ")).unwrap();
    line.parse().unwrap()
}

/// Writes to any file in a transaction by 100 small savepoints, and by 100 more after a large one.
fn before_commit(temp_store: &str) -> (u64, u64) {
    let path = format!("{temp_store}.db");
    let db = Connection::open(&path).unwrap();
    db.pragma_update(None, "journal_mode", "WAL").unwrap();
    db.pragma_update(None, "temp_store", temp_store).unwrap();
    db.execute_batch("CREATE TABLE page(id INTEGER PRIMARY KEY, body TEXT)").unwrap();
    db.execute_batch("BEGIN").unwrap();
    for id in 0..100 {
        db.execute("INSERT INTO page VALUES (?, ?)", (id, "x".repeat(3_000))).unwrap();
    }
    db.execute_batch("COMMIT; BEGIN IMMEDIATE").unwrap();
    let small = |turn: i32| {
        db.execute_batch("SAVEPOINT turn").unwrap();
        for id in [turn, (turn + 1) % 100, (turn + 2) % 100] {
            db.execute("UPDATE page SET body = body || 'y' WHERE id = ?", [id]).unwrap();
        }
        db.execute_batch("RELEASE turn").unwrap();
    };
    let counted = |turns: std::ops::Range<i32>| {
        let before = writes();
        turns.for_each(small);
        writes() - before
    };
    let first = counted(0..100);
    db.execute_batch("SAVEPOINT large; UPDATE page SET body = body || 'z'; RELEASE large").unwrap();
    let then = counted(0..100);
    db.execute_batch("COMMIT").unwrap();
    (first, then)
}

fn main() {
    println!("SQLite {}", rusqlite::version());
    for temp_store in ["DEFAULT", "MEMORY"] {
        let (first, then) = before_commit(temp_store);
        let then = if then > 200 { "more than 200".to_owned() } else { then.to_string() };
        println!("temp_store = {temp_store}: {first} writes, after a large savepoint {then}");
    }
}
EOF
cargo run --quiet >seen
cat seen
diff seen - <<'EOF'
SQLite 3.51.3
temp_store = DEFAULT: 0 writes, after a large savepoint more than 200
temp_store = MEMORY: 0 writes, after a large savepoint 0
EOF
