//! Every row of every table, as text: for plays that assert that nothing changed, or that something
//! is nowhere.

use std::fmt::Write;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use super::World;

/// All rows of the world's database.
pub async fn everything(world: &World) -> String {
    without(world, &[]).await
}

/// All rows but those of some tables.
pub async fn without(world: &World, passed_over: &[&str]) -> String {
    world.opens().await;
    at(&world.settings().database_url, passed_over).await
}

/// All rows of some tables: for whoever reads a failure.
pub async fn of(world: &World, some: &[&str]) -> String {
    rows(&world.settings().database_url, |table| {
        some.contains(&table)
    })
    .await
}

/// The rows of the database at an address.
pub async fn at(database: &str, passed_over: &[&str]) -> String {
    rows(database, |table| !passed_over.contains(&table)).await
}

async fn rows(database: &str, is_wanted: impl Fn(&str) -> bool) -> String {
    let db = migration::connect(database).await.expect("the database");
    let mut dump = String::new();
    for table in tables(&db).await {
        if !is_wanted(&table) {
            continue;
        }
        let mut rows = column(&db, &rows_of(&db, &table).await).await;
        rows.sort();
        for row in rows {
            writeln!(dump, "{table}: {row}").expect("a string takes everything");
        }
    }
    db.close().await.expect("it closes");
    dump
}

async fn tables(db: &DatabaseConnection) -> Vec<String> {
    let named = match db.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        }
        _ => "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
    };
    column(db, named).await
}

/// The question for all rows of a table, each as one text.
async fn rows_of(db: &DatabaseConnection, table: &str) -> String {
    if db.get_database_backend() == DbBackend::Sqlite {
        let names = format!("SELECT name FROM pragma_table_info('{table}')");
        let quoted: Vec<String> = column(db, &names)
            .await
            .iter()
            .map(|name| format!("quote(\"{name}\")"))
            .collect();
        format!("SELECT {} FROM \"{table}\"", quoted.join(" || ' ' || "))
    } else {
        format!("SELECT row_to_json(t)::text FROM \"{table}\" t")
    }
}

/// The first column of what is found, as text.
async fn column(db: &DatabaseConnection, question: &str) -> Vec<String> {
    let statement = Statement::from_string(db.get_database_backend(), question.to_owned());
    let rows = db.query_all_raw(statement).await.expect("an answer");
    rows.iter()
        .map(|row| row.try_get_by_index::<String>(0).expect("a text"))
        .collect()
}
