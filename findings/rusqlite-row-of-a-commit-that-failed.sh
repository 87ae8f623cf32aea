#!/usr/bin/env bash
# `query_row` of rusqlite answers with the id of a row whose commit fails right afterwards, and says Ok.
#
# Versions:  rusqlite 0.39.0 with its bundled SQLite 3.51.3.
# Behaviour: `INSERT … RETURNING` outside a transaction commits when the statement ends. SQLite's documentation says
#            that all changes are made before the first row is given, and `query_row` takes that row and lets go of
#            the statement. What is checked only at the commit, here a foreign key that is DEFERRABLE INITIALLY
#            DEFERRED, fails at that moment, where rusqlite no longer asks. The id is that of no row. `execute` fails
#            as it should, and so does `query_one`, which steps once more to see that there is no second row. (A
#            foreign key that is not deferred fails before the first row.)
# Why it matters: "insert and give me the id" goes on with a number that another row gets next. Use `query_one`, or an
#            open transaction, whose COMMIT tells.
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
use rusqlite::{Connection, Result};

/// A paper of a case that is not there.
const PAPER: &str = "insert into paper (case_id) values (99)";

fn said<T: std::fmt::Debug>(result: Result<T>) -> String {
    result.map_or_else(|error| error.to_string(), |value| format!("Ok({value:?})"))
}

fn main() {
    for (kind, deferred) in [("deferred", "deferrable initially deferred"), ("not deferred", "")] {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(&format!(
            "pragma foreign_keys = on;
             create table a_case (id integer primary key);
             create table paper (id integer primary key, case_id integer references a_case {deferred});"
        ))
        .unwrap();
        let returning = format!("{PAPER} returning id");
        println!("{kind}, execute: {}", said(db.execute(PAPER, [])));
        println!("{kind}, query_one: {}", said(db.query_one(&returning, [], |row| row.get::<_, i64>(0))));
        println!("{kind}, query_row: {}", said(db.query_row(&returning, [], |row| row.get::<_, i64>(0))));
        let rows: i64 = db.query_row("select count(*) from paper", [], |row| row.get(0)).unwrap();
        println!("{kind}, rows afterwards: {rows}");
    }
}
EOF
cargo run --quiet >seen
cat seen
diff seen - <<'EOF'
deferred, execute: FOREIGN KEY constraint failed
deferred, query_one: FOREIGN KEY constraint failed
deferred, query_row: Ok(1)
deferred, rows afterwards: 0
not deferred, execute: FOREIGN KEY constraint failed
not deferred, query_one: FOREIGN KEY constraint failed
not deferred, query_row: FOREIGN KEY constraint failed
not deferred, rows afterwards: 0
EOF
