//! How the database came to be: one migration, one idea. The same on SQLite and PostgreSQL.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{
        ConnectOptions, ConnectionTrait, Database, DbBackend, SqliteTransactionMode,
        TransactionOptions, TransactionTrait,
    },
};

mod m01_people;
mod m02_procedures;
mod m03_requests;
mod m04_conversation;
mod m05_delivery;
mod m06_registers;
mod m07_people;
mod m08_groups;
mod m10_overview;
mod m11_privacy;
mod m12_time;
mod m13_calendar;

/// All migrations in their order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m01_people::Migration),
            Box::new(m02_procedures::Migration),
            Box::new(m03_requests::Migration),
            Box::new(m04_conversation::Migration),
            Box::new(m05_delivery::Migration),
            Box::new(m06_registers::Migration),
            Box::new(m07_people::Migration),
            Box::new(m08_groups::Migration),
            Box::new(m10_overview::Migration),
            Box::new(m11_privacy::Migration),
            Box::new(m12_time::Migration),
            Box::new(m13_calendar::Migration),
        ]
    }
}

/// Brings the database at `url` up to date, in one transaction: two processes that start together
/// wait for each other, and a failure leaves nothing half made.
///
/// It uses a connection of its own, because switching foreign keys on SQLite is a matter of one connection.
pub async fn run(url: &str) -> Result<(), DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await?;
    let tx = db
        .begin_with_options(TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        })
        .await?;
    if db.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared("SELECT pg_advisory_xact_lock(734521)")
            .await?;
    }
    Migrator::up(&tx, None).await?;
    tx.commit().await?;
    db.close().await
}

/// A row's own number, counted by the database.
fn id() -> ColumnDef {
    ColumnDef::new("id")
        .big_integer()
        .not_null()
        .auto_increment()
        .primary_key()
        .to_owned()
}

/// A whole number that must be there.
fn number(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().to_owned()
}

/// A text that must be there.
fn text(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().not_null().to_owned()
}

/// A moment, always UTC, that must be there.
fn moment(name: &'static str) -> ColumnDef {
    ColumnDef::new(name)
        .timestamp_with_time_zone()
        .not_null()
        .to_owned()
}

/// The same column, allowed to be empty.
fn or_null(mut column: ColumnDef) -> ColumnDef {
    column.null().to_owned()
}

/// A reference that the database itself keeps true.
fn refers(
    table: &'static str,
    column: &'static str,
    to: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, column)
        .to(to, "id")
        .to_owned()
}
