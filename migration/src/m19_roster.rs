//! A number that is another one after every change of who people are, what they hold and for whom they stand in:
//! whoever remembers people reads it first. The database itself changes it, so no writer can forget to.

use sea_orm_migration::{
    prelude::*,
    schema::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const TABLES: [&str; 4] = ["person", "holding", "mandate", "chat_group"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create();
        table
            .table("roster")
            .col(big_integer("id").primary_key())
            .col(big_integer("revision"));
        manager.create_table(table).await?;
        let first = "INSERT INTO roster (id, revision) VALUES (1, 0)";
        let db = manager.get_connection();
        db.execute_unprepared(first).await?;
        let changes = match manager.get_database_backend() {
            DbBackend::Sqlite => on_sqlite(),
            _ => on_postgres(),
        };
        db.execute_unprepared(&changes).await?;
        Ok(())
    }
}

/// A number that never comes again, not even after a transaction that was undone.
fn on_sqlite() -> String {
    let trigger = |table, change| {
        format!(
            "CREATE TRIGGER roster_{table}_{change} AFTER {change} ON {table}
             BEGIN UPDATE roster SET revision = random(); END;"
        )
    };
    let changes = ["insert", "update", "delete"];
    let triggers = TABLES.map(|table| changes.map(|change| trigger(table, change)).concat());
    triggers.concat()
}

/// At the end of the transaction, when it waits for nobody any more: two that change people do not lock each other
/// out over this one row.
fn on_postgres() -> String {
    let changed = "CREATE SEQUENCE roster_revision;
        CREATE FUNCTION roster_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE roster SET revision = nextval('roster_revision');
            RETURN NULL;
        END $$;";
    let trigger = |table| {
        format!(
            "CREATE CONSTRAINT TRIGGER roster_{table} AFTER INSERT OR UPDATE OR DELETE ON {table}
             DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION roster_changed();"
        )
    };
    format!("{changed}{}", TABLES.map(trigger).concat())
}
