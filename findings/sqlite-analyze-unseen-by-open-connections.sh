#!/usr/bin/env bash
# What ANALYZE has gathered is unknown to connections that are open already, for as long as they stay open.
#
# Versions:  rusqlite 0.39.0 with its bundled SQLite 3.51.3 (libsqlite3-sys 0.37.0).
# Behaviour: a second connection goes on scanning after the first has filled a table and run ANALYZE, while a
#            connection opened afterwards takes the index. Statistics are read with the schema, and ANALYZE
#            changes the schema's cookie only when it makes its tables for the first time. A connection that may
#            only read cannot ask for them ("ANALYZE sqlite_schema": attempt to write a readonly database). Once
#            any table or view is made or dropped elsewhere, its next question has them; EXPLAIN alone does not
#            notice.
# Why it matters: a service with a pool of long-lived readers runs ANALYZE every night and keeps its old plans
#            until it is started anew.
# Fails if any of these plans changes.

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
libsqlite3-sys = "=0.37.0"
EOF
cat >src/main.rs <<'EOF'
use std::cell::Cell;

use rusqlite::{Connection, OpenFlags};

/// How a question is answered; a text that no cache knows.
fn plan(db: &Connection, asked: &Cell<usize>) -> String {
    asked.set(asked.get() + 1);
    let sql = format!("explain query plan select id from item where half = 1 and n = {}", asked.get());
    db.query_row(&sql, [], |row| row.get("detail")).unwrap()
}

fn ask(db: &Connection) {
    let _: i64 = db.query_row("select count(*) from item where n = 7", [], |row| row.get(0)).unwrap();
}

fn main() {
    let asked = Cell::new(0);
    let writer = Connection::open("kept.db").unwrap();
    writer
        .execute_batch(
            "pragma journal_mode = wal;
             create table item (id integer primary key, half integer, n integer);
             create index item_half on item (half);
             create index item_n on item (n);
             insert into item (half, n) values (1, 1);
             analyze",
        )
        .unwrap();
    let reader = Connection::open_with_flags("kept.db", OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    println!("SQLite {}", rusqlite::version());
    println!("reader, one row: {}", plan(&reader, &asked));
    writer
        .execute_batch(
            "insert into item (half, n)
             with recursive counted (n) as (select 1 union all select n + 1 from counted where n < 20000)
             select n % 2, n from counted;
             analyze",
        )
        .unwrap();
    println!("writer, after ANALYZE: {}", plan(&writer, &asked));
    ask(&reader);
    println!("reader, after ANALYZE elsewhere: {}", plan(&reader, &asked));
    println!("reader asks for them: {}", reader.execute_batch("analyze sqlite_schema").unwrap_err());
    let new = Connection::open_with_flags("kept.db", OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    println!("opened afterwards: {}", plan(&new, &asked));
    writer.execute_batch("begin; create view v as select 1; drop view v; commit").unwrap();
    println!("reader, after a changed schema: {}", plan(&reader, &asked));
    ask(&reader);
    println!("reader, after a question: {}", plan(&reader, &asked));
}
EOF
cargo run --quiet --release >seen
cat seen
diff - seen <<'EOF'
SQLite 3.51.3
reader, one row: SCAN item
writer, after ANALYZE: SEARCH item USING INDEX item_n (n=?)
reader, after ANALYZE elsewhere: SCAN item
reader asks for them: attempt to write a readonly database
opened afterwards: SEARCH item USING INDEX item_n (n=?)
reader, after a changed schema: SCAN item
reader, after a question: SEARCH item USING INDEX item_n (n=?)
EOF
