#!/usr/bin/env bash
# An upsert onto a partial unique index, its condition bound as a parameter as sea-query does it, is refused by SQLite
# at once, and by PostgreSQL only from the sixth time on that a prepared statement runs.
#
# Versions:  sea-query 1.0.2, rusqlite 0.39.0 with its bundled SQLite 3.51.3, PGlite 0.5.17 (npm), which is PostgreSQL
#            18.7 (seen on a PostgreSQL 15 of Debian too).
# Behaviour: `ON CONFLICT (a) WHERE state = 'open'` names the unique index that has the same condition. sea-query's
#            `target_and_where` turns the 'open' into a parameter. SQLite never looks at its value and says that there
#            is no such constraint. PostgreSQL knows the value as long as it makes a plan for each execution, which it
#            does five times; then it tries a plan for all values, finds no index for that, and says "there is no
#            unique or exclusion constraint matching the ON CONFLICT specification". With plan_cache_mode
#            force_custom_plan it goes on working.
# Why it matters: tests run a statement once or twice; a pool that prepares statements, as sqlx does, fails after some
#            minutes in use, on every connection by itself. Write the condition into the SQL (`Expr::cust`), or use
#            one without a value, such as IS NULL.
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
sea-query = "=1.0.2"
EOF
cat >src/main.rs <<'EOF'
use rusqlite::Connection;
use sea_query::{Alias, Expr, ExprTrait, InsertStatement, OnConflict, PostgresQueryBuilder, Query, SqliteQueryBuilder};

fn upsert(condition: Expr) -> InsertStatement {
    let mut upsert = Query::insert();
    upsert
        .into_table(Alias::new("turn"))
        .columns([Alias::new("desk"), Alias::new("state")])
        .values_panic([7.into(), "open".into()])
        .on_conflict(OnConflict::column(Alias::new("desk")).target_and_where(condition).do_nothing().to_owned());
    upsert
}

fn main() {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(
        "create table turn (desk integer, state text);
         create unique index one_open on turn (desk) where state = 'open'",
    )
    .unwrap();
    let bound = upsert(Expr::col(Alias::new("state")).eq("open"));
    let written = upsert(Expr::cust("state = 'open'"));
    for (kind, upsert) in [("bound", &bound), ("written", &written)] {
        let said = db.prepare(&upsert.build(SqliteQueryBuilder).0).map(|_| ());
        println!("SQLite, {kind}: {}", said.map_or_else(|error| error.to_string(), |()| "ok".to_owned()));
    }
    std::fs::write("bound.sql", bound.build(PostgresQueryBuilder).0).unwrap();
    std::fs::write("written.sql", written.build(PostgresQueryBuilder).0).unwrap();
}
EOF
cargo run --quiet >seen
npm install --silent --no-audit --no-fund @electric-sql/pglite@0.5.17
cat >postgres.mjs <<'EOF'
import { PGlite } from '@electric-sql/pglite';
import { readFileSync } from 'node:fs';

const db = new PGlite();
await db.exec(`create table turn (desk integer, state text);
  create unique index one_open on turn (desk) where state = 'open'`);
const run = async (label, execute) => {
  for (let turn = 1; turn <= 7; turn++) {
    try {
      await db.exec(execute);
      console.log(`${label}, time ${turn}: ok`);
    } catch (error) {
      console.log(`${label}, time ${turn}: ${error.message}`);
    }
  }
};
await db.exec(`prepare bound (integer, text, text) as ${readFileSync('bound.sql')}`);
await db.exec(`prepare written (integer, text) as ${readFileSync('written.sql')}`);
await run('PostgreSQL, bound', "execute bound (7, 'open', 'open')");
await run('PostgreSQL, written', "execute written (7, 'open')");
await db.exec('set plan_cache_mode = force_custom_plan');
await run('PostgreSQL, force_custom_plan', "execute bound (7, 'open', 'open')");
await db.close();
EOF
node postgres.mjs | grep -E 'time [1567]:' >>seen
cat seen
diff seen - <<'EOF'
SQLite, bound: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
SQLite, written: ok
PostgreSQL, bound, time 1: ok
PostgreSQL, bound, time 5: ok
PostgreSQL, bound, time 6: there is no unique or exclusion constraint matching the ON CONFLICT specification
PostgreSQL, bound, time 7: there is no unique or exclusion constraint matching the ON CONFLICT specification
PostgreSQL, written, time 1: ok
PostgreSQL, written, time 5: ok
PostgreSQL, written, time 6: ok
PostgreSQL, written, time 7: ok
PostgreSQL, force_custom_plan, time 1: ok
PostgreSQL, force_custom_plan, time 5: ok
PostgreSQL, force_custom_plan, time 6: ok
PostgreSQL, force_custom_plan, time 7: ok
EOF
