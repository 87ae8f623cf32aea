#!/usr/bin/env bash
# A row that a sea-orm proxy answers is read by the alphabet, and a value of another type is read as NULL.
#
# Versions:  sea-orm 2.0.4 (feature `proxy`).
# Behaviour: a proxy answers with rows that are maps from column names to values.
#            1. Where columns are read by their place, as `into_tuple` does, the place is that of the name in
#               the alphabet, not that in the SELECT: two columns of one type change places without a word.
#            2. Where the type that is asked for is not exactly the type of the value (an i32 of a BigInt, a
#               moment of a text), a required column fails with "a null value was encountered", and an optional
#               one is read as None: content looks like nothing there.
#            The drivers of sea-orm itself read by the place in the SELECT, and fail on a wrong type.
# Why it matters: whoever puts a database of their own under sea-orm selects into structs, by name, and
#            gives each column the one type that its entity asks for.
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
async-trait = "=0.1.92"
sea-orm = { version = "=2.0.4", default-features = false, features = ["macros", "proxy", "with-chrono"] }
futures = { version = "0.3", default-features = false, features = ["executor", "std"] }
EOF
cat >src/main.rs <<'EOF'
use std::sync::Arc;

use sea_orm::{
    Database, DbBackend, DbErr, ProxyDatabaseTrait, ProxyExecResult, ProxyRow, Statement,
    entity::prelude::*,
    QuerySelect,
};

mod trip {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "trip")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub start: String,
        pub goal: String,
        pub seats: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Answers every question with the same row.
#[derive(Debug)]
struct OneTrip;

#[async_trait::async_trait]
impl ProxyDatabaseTrait for OneTrip {
    async fn query(&self, statement: Statement) -> Result<Vec<ProxyRow>, DbErr> {
        let all: [(&str, sea_orm::Value); 4] = [
            ("id", 1_i64.into()),
            ("start", "Bandung".into()),
            ("goal", "Jakarta".into()),
            // As SQLite would give it: a whole number.
            ("seats", 40_i64.into()),
        ];
        let asked = all
            .into_iter()
            .filter(|(name, _)| statement.sql.contains(&format!("\"{name}\"")));
        let row = asked.map(|(name, value)| (name.to_owned(), value)).collect();
        Ok(vec![ProxyRow::new(row)])
    }

    async fn execute(&self, _: Statement) -> Result<ProxyExecResult, DbErr> {
        unreachable!()
    }
}

fn main() {
    futures::executor::block_on(async {
        let db = Database::connect_proxy(DbBackend::Sqlite, Arc::new(Box::new(OneTrip)));
        let db = db.await.unwrap();
        let way: Option<(String, String)> = trip::Entity::find()
            .select_only()
            .columns([trip::Column::Start, trip::Column::Goal])
            .into_tuple()
            .one(&db)
            .await
            .unwrap();
        println!("SELECT start, goal: {way:?}");
        let found = trip::Entity::find().one(&db).await.unwrap().unwrap();
        println!("40 seats, read as Option<i32>: {:?}", found.seats);
        let seats: Result<Option<i32>, _> = trip::Entity::find()
            .select_only()
            .column(trip::Column::Seats)
            .into_tuple()
            .one(&db)
            .await;
        println!("40 seats, read as i32: {}", seats.unwrap_err());
    });
}
EOF
cargo run --quiet >seen
cat seen
diff seen - <<'EOF'
SELECT start, goal: Some(("Jakarta", "Bandung"))
40 seats, read as Option<i32>: None
40 seats, read as i32: Type Error: A null value was encountered while decoding 0
EOF
