#!/usr/bin/env bash
# A parameter after LIMIT makes SQLite compile a prepared statement anew at every execution.
#
# Versions:  rusqlite 0.39.0 with its bundled SQLite 3.51.3 (libsqlite3-sys 0.37.0).
# Behaviour: the bundled SQLite is built with STAT4. There, a bound LIMIT is a value that the plan may
#            depend on, so each new binding expires the statement, also when the value stays the same. The
#            caller sees nothing of it but time: SQLITE_STMTSTATUS_REPREPARE counts 1,000 compilations for
#            1,000 executions. A written LIMIT, or none, has none; neither has a bound one after
#            SQLITE_DBCONFIG_ENABLE_QPSG, which promises one plan for a statement.
# Why it matters: query builders bind the LIMIT of every "first row" query.
# Fails if any of these counts changes.

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
use rusqlite::{Connection, Params, StatementStatus, config::DbConfig};

const WRITTEN: &str = "select n from item where id = ?1 limit 1";
const BOUND: &str = "select n from item where id = ?1 limit ?2";

/// How often SQLite compiled the statement anew in 1,000 executions.
fn recompiled<P: Params>(db: &Connection, sql: &str, values: impl Fn(i64) -> P) -> i32 {
    let mut statement = db.prepare(sql).unwrap();
    for id in 0..1000 {
        let n: i64 = statement.query_row(values(id), |row| row.get(0)).unwrap();
        assert_eq!(n, id * 2);
    }
    statement.get_status(StatementStatus::RePrepare)
}

fn main() {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch("create table item (id integer primary key, n integer not null)").unwrap();
    for id in 0..1000 {
        db.execute("insert into item values (?1, ?2)", (id, id * 2)).unwrap();
    }
    let stat4 = "select sqlite_compileoption_used('ENABLE_STAT4')";
    let stat4: bool = db.query_row(stat4, [], |row| row.get(0)).unwrap();
    println!("SQLite {}, STAT4: {stat4}", rusqlite::version());
    println!("bound LIMIT, always 1: {}", recompiled(&db, BOUND, |id| (id, 1)));
    println!("written LIMIT 1: {}", recompiled(&db, WRITTEN, |id| (id,)));
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).unwrap();
    println!("bound LIMIT, QPSG: {}", recompiled(&db, BOUND, |id| (id, 1)));
}
EOF
cargo run --quiet --release >seen
cat seen
diff seen - <<'EOF'
SQLite 3.51.3, STAT4: true
bound LIMIT, always 1: 1000
written LIMIT 1: 0
bound LIMIT, QPSG: 0
EOF
