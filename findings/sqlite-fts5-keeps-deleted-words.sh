#!/usr/bin/env bash
# A deleted word stays readable in the file of an FTS5 table, with PRAGMA secure_delete on, and after VACUUM.
#
# Versions:  rusqlite 0.39.0 with its bundled SQLite 3.51.3.
# Behaviour: `secure_delete` overwrites what SQLite deletes. FTS5 deletes nothing when a row goes: it adds a mark that
#            the row is gone, and the word itself stays in a segment of the index, as live content that VACUUM copies
#            along, until segments happen to be merged. A search no longer finds it, so nothing is to be seen but the
#            bytes. Two things take it out: FTS5's own option 'secure-delete', set once for the table before deleting,
#            or 'optimize' (with `secure_delete` on; else a VACUUM after it).
# Why it matters: a name whose keeping time is over, or that its owner asked to be removed, goes on into every backup.
#            Set 'secure-delete' when the table is made; it is remembered in the file, `secure_delete` is not.
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

/// Whether the word can be read in the file.
fn there(path: &str) -> &'static str {
    let bytes = std::fs::read(path).unwrap();
    let word = b"zulkarnaen";
    if bytes.windows(word.len()).any(|it| it.eq_ignore_ascii_case(word)) { "there" } else { "gone" }
}

fn main() {
    println!("SQLite {}", rusqlite::version());
    for own in [false, true] {
        let path = format!("{own}.db");
        let db = Connection::open(&path).unwrap();
        db.execute_batch("pragma secure_delete = on; create virtual table found using fts5 (name)").unwrap();
        if own {
            db.execute("insert into found (found, rank) values ('secure-delete', 1)", []).unwrap();
        }
        db.execute_batch(
            "insert into found (rowid, name)
             with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000)
             select i, iif(i = 77, 'Zulkarnaen', 'orang nomor ' || i) from n",
        )
        .unwrap();
        print!("'secure-delete' of FTS5 {own}: {}", there(&path));
        db.execute("delete from found where rowid = 77", []).unwrap();
        let hits = "select count(*) from found where found match 'zulkarnaen'";
        let hits: i64 = db.query_row(hits, [], |row| row.get(0)).unwrap();
        print!(", deleted: {hits} hits and {}", there(&path));
        db.execute_batch("vacuum").unwrap();
        print!(", VACUUM: {}", there(&path));
        db.execute("insert into found (found) values ('optimize')", []).unwrap();
        println!(", optimize: {}", there(&path));
    }
}
EOF
cargo run --quiet >seen
cat seen
diff seen - <<'EOF'
SQLite 3.51.3
'secure-delete' of FTS5 false: there, deleted: 0 hits and there, VACUUM: there, optimize: gone
'secure-delete' of FTS5 true: there, deleted: 0 hits and gone, VACUUM: gone, optimize: gone
EOF
