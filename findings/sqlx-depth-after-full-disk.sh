#!/usr/bin/env bash
# After SQLite ran out of room, a pooled connection of sqlx counts itself in a transaction for good.
#
# Versions:  sqlx 0.9.0 (sqlite), bundled SQLite.
# Behaviour: a row that does not fit makes SQLite undo the whole transaction by itself. COMMIT then fails
#            ("no transaction is active"), and so does the ROLLBACK that sqlx queues; sqlx lowers its depth
#            only where one of them succeeds. The connection goes back into the pool at depth 1 and stays
#            there when there is room again: begin_with is refused, and begin() opens a savepoint, which
#            SQLite commits, while is_in_transaction() says yes although SQLite says no.
# Why it matters: a pool of one writer that begins with BEGIN IMMEDIATE never writes again, and nothing but
#            the error of begin_with tells it. Throw the connection away after a failed COMMIT or ROLLBACK.
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
sqlx = { version = "=0.9.0", default-features = false, features = ["runtime-tokio", "sqlite"] }
tokio = { version = "=1.54.1", features = ["rt", "macros"] }
EOF
cat >src/main.rs <<'EOF'
use sqlx::{Connection, Error, sqlite::{SqliteConnectOptions, SqlitePoolOptions}};

fn said<T>(result: Result<T, Error>) -> String {
    result.map_or_else(|error| error.to_string(), |_| "ok".to_owned())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let memory = SqliteConnectOptions::new().in_memory(true);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(memory).await.unwrap();
    sqlx::query("create table note (body text)").execute(&pool).await.unwrap();
    // A full disk, as SQLite itself lets one have it.
    sqlx::query("pragma max_page_count = 8").fetch_one(&pool).await.unwrap();
    let mut tx = pool.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let long = sqlx::query("insert into note values (?1)").bind("x".repeat(100_000));
    println!("insert: {}", said(long.execute(&mut *tx).await));
    println!("commit: {}", said(tx.commit().await));
    // There is room again.
    sqlx::query("pragma max_page_count = 1000").fetch_one(&pool).await.unwrap();
    println!("begin_with: {}", said(pool.begin_with("BEGIN IMMEDIATE").await.map(drop)));
    let mut tx = pool.begin().await.unwrap();
    sqlx::query("insert into note values ('y')").execute(&mut *tx).await.unwrap();
    println!("begin, insert, commit: {}", said(tx.commit().await));
    let mut connection = pool.acquire().await.unwrap();
    println!("is_in_transaction: {}", connection.is_in_transaction());
    let rolled_back = sqlx::query("rollback").execute(&mut *connection).await;
    println!("rollback, asked of SQLite: {}", said(rolled_back));
}
EOF
cargo run --quiet >seen
cat seen
diff seen - <<'EOF'
insert: error returned from database: (code: 13) database or disk is full
commit: error returned from database: (code: 1) cannot commit - no transaction is active
begin_with: attempted to call begin_with at non-zero transaction depth
begin, insert, commit: ok
is_in_transaction: true
rollback, asked of SQLite: error returned from database: (code: 1) cannot rollback - no transaction is active
EOF
