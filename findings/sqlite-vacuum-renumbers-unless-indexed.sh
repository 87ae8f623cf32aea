#!/usr/bin/env bash
# VACUUM gives the rows of a table new numbers only if the table has no index; VACUUM INTO never does. A full-text
# index over such a table then answers with the row of somebody else.
#
# Versions:  rusqlite 0.39.0 with its bundled SQLite 3.51.3 (FTS5 is part of it).
# Behaviour: the documentation says that VACUUM may change the rowids of a table without INTEGER PRIMARY KEY. In truth
#            it depends on an index: the same table keeps its numbers once any index stands on it, UNIQUE included,
#            and always in the copy that VACUUM INTO writes. A test that has an index, or that looks through the
#            nightly copy, therefore shows nothing. An FTS5 table with `content=` finds its texts by rowid and notices
#            nothing either: the words of one row now give the text of another.
# Why it matters: taking out an index, years later, makes the next VACUUM mix up people in a search, without an error;
#            FTS5's own 'integrity-check' says it only if asked to compare with the table (rank 1). A table that
#            something else points into by rowid needs an INTEGER PRIMARY KEY.
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
use rusqlite::{Connection, OptionalExtension, Result};

/// Whom a search for Citra finds, and whether FTS5 holds its index to be right.
fn look(label: &str, db: &Connection) {
    let citra: Option<String> = db
        .query_row("select name from found where found match 'citra'", [], |row| row.get(0))
        .optional()
        .unwrap();
    let mut rows = db.prepare("select rowid from person order by rowid").unwrap();
    let ids: Result<Vec<i64>> = rows.query_map([], |row| row.get(0)).unwrap().collect();
    let check = db.execute("insert into found (found, rank) values ('integrity-check', 1)", []);
    let check = check.map_or_else(|error| error.to_string(), |_| "right".to_owned());
    println!("{label}: rows {:?}, Citra is {citra:?}, {check}", ids.unwrap());
}

fn main() {
    println!("SQLite {}", rusqlite::version());
    for (kind, constraint) in [("no index", ""), ("index", "unique")] {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(&format!(
            "create table person (name text {constraint});
             create virtual table found using fts5 (name, content = person);
             create trigger added after insert on person begin
                 insert into found (rowid, name) values (new.rowid, new.name);
             end;
             create trigger removed after delete on person begin
                 insert into found (found, rowid, name) values ('delete', old.rowid, old.name);
             end;
             insert into person values ('Ani'), ('Budi'), ('Citra'), ('Dewi'), ('Eka');
             delete from person where name = 'Budi';"
        ))
        .unwrap();
        look(&format!("{kind}, before"), &db);
        let copy = format!("{kind}.db");
        db.execute("vacuum into ?1", [&copy]).unwrap();
        look(&format!("{kind}, VACUUM INTO"), &Connection::open(&copy).unwrap());
        db.execute_batch("vacuum").unwrap();
        look(&format!("{kind}, VACUUM"), &db);
    }
}
EOF
cargo run --quiet >seen
cat seen
diff seen - <<'EOF'
SQLite 3.51.3
no index, before: rows [1, 3, 4, 5], Citra is Some("Citra"), right
no index, VACUUM INTO: rows [1, 3, 4, 5], Citra is Some("Citra"), right
no index, VACUUM: rows [1, 2, 3, 4], Citra is Some("Dewi"), database disk image is malformed
index, before: rows [1, 3, 4, 5], Citra is Some("Citra"), right
index, VACUUM INTO: rows [1, 3, 4, 5], Citra is Some("Citra"), right
index, VACUUM: rows [1, 3, 4, 5], Citra is Some("Citra"), right
EOF
