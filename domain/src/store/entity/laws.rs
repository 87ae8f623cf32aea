//! Every table is there as its entity reads it. A value of another type than an entity asks for would be
//! taken to be NULL.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, Schema, Statement};
use tempfile::TempDir;

/// Tables by name, their columns by name, each with what it holds.
type Tables = BTreeMap<String, BTreeMap<String, String>>;

macro_rules! make {
    ($db:expr, $($table:ident),* $(,)?) => {$(make($db, super::$table::Entity).await;)*};
}

#[tokio::test]
async fn every_column_is_declared_as_its_entity_reads_it() {
    let folder = TempDir::new().unwrap();
    let address = |name| format!("sqlite://{}?mode=rwc", folder.path().join(name).display());
    migration::run(&address("migrated")).await.unwrap();
    let migrated = migration::connect(&address("migrated")).await.unwrap();
    let made = migration::connect(&address("made")).await.unwrap();
    make!(
        &made,
        agency_change,
        calendar,
        calendar_change,
        calendar_day,
        calendar_import,
        calendar_reminder,
        calendar_term,
        card,
        chat,
        chat_group,
        deed,
        draft,
        due_change,
        event,
        follow_up,
        group_topic,
        guess,
        holding,
        inbox,
        invitation,
        issued,
        likeness,
        line,
        link,
        mandate,
        mark,
        memory,
        numbered,
        official,
        outbox,
        paper,
        person,
        procedure_version,
        removal,
        request,
        reservation,
        restoration,
        roster,
        shelf,
        shredding,
        survey,
        survey_count,
        task,
        ticket_count,
        timer,
    );
    assert_eq!(tables(&migrated).await, tables(&made).await);
}

async fn make<E: EntityTrait>(db: &DatabaseConnection, entity: E) {
    let table = Schema::new(DbBackend::Sqlite).create_table_from_entity(entity);
    db.execute(&table).await.unwrap();
}

async fn tables(db: &DatabaseConnection) -> Tables {
    let columns = Statement::from_string(
        DbBackend::Sqlite,
        "SELECT t.name AS of, c.name AS name, c.type AS declared
         FROM sqlite_master t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'seaql_migrations'",
    );
    let mut tables = Tables::new();
    for row in db.query_all_raw(columns).await.unwrap() {
        let [table, name, declared] =
            ["of", "name", "declared"].map(|column| row.try_get::<String>("", column).unwrap());
        let columns = tables.entry(table).or_default();
        columns.insert(name, holds(&declared).to_owned());
    }
    tables
}

/// Declarations that are read alike are one.
fn holds(declared: &str) -> &str {
    match declared {
        "bigint" => "integer",
        "text" | "TEXT" => "varchar",
        "jsonb_text" => "json_text",
        other => other,
    }
}
