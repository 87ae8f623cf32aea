//! How the database came to be: one migration, one idea. The same on SQLite and PostgreSQL.
#![allow(
    clippy::wildcard_imports,
    reason = "the words in which tables are written down"
)]

use sea_orm_migration::{
    prelude::*,
    sea_orm::{
        ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement,
        TransactionTrait,
    },
};

pub use sea_orm_migration::MigratorTrait;

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
mod m14_decided;
mod m15_growth;
mod m16_urgency;
mod m17_papers;
mod m18_links;
mod m19_roster;
mod m20_issued;
mod m21_desks;
mod m22_likeness;
mod m23_restoration;
mod m24_papers;
mod m26_chain;
mod m27_windows;
mod m29_copied_place;
mod m30_nudged;
mod m31_survey;
mod m32_follow_up;
mod m33_line_expiry;
mod m34_voices;
mod m35_hold;
mod m37_numbered;
mod m38_signed;
mod m39_chat;
mod m40_pin;
mod m41_gathered;
mod m42_line_states;
mod m45_series;

/// All migrations in their order. Those whose numbers are missing were never written, and it stays so:
/// databases know the others by name.
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
            Box::new(m14_decided::Migration),
            Box::new(m15_growth::Migration),
            Box::new(m16_urgency::Migration),
            Box::new(m17_papers::Migration),
            Box::new(m18_links::Migration),
            Box::new(m19_roster::Migration),
            Box::new(m20_issued::Migration),
            Box::new(m21_desks::Migration),
            Box::new(m22_likeness::Migration),
            Box::new(m23_restoration::Migration),
            Box::new(m24_papers::Migration),
            Box::new(m26_chain::Migration),
            Box::new(m27_windows::Migration),
            Box::new(m29_copied_place::Migration),
            Box::new(m30_nudged::Migration),
            Box::new(m31_survey::Migration),
            Box::new(m32_follow_up::Migration),
            Box::new(m33_line_expiry::Migration),
            Box::new(m34_voices::Migration),
            Box::new(m35_hold::Migration),
            Box::new(m37_numbered::Migration),
            Box::new(m38_signed::Migration),
            Box::new(m39_chat::Migration),
            Box::new(m40_pin::Migration),
            Box::new(m41_gathered::Migration),
            Box::new(m42_line_states::Migration),
            Box::new(m45_series::Migration),
        ]
    }
}

/// Brings the database at `url` up to date, in one transaction: two processes that start together
/// wait for each other, and a failure leaves nothing half made. So none asks for one of its own.
///
/// It uses a connection of its own, because switching foreign keys on SQLite is a matter of one connection.
pub async fn run(url: &str) -> Result<(), DbErr> {
    let db = connect(url).await?;
    if db.get_database_backend() == DbBackend::Postgres {
        let tx = db.begin().await?;
        tx.execute_unprepared("SELECT pg_advisory_xact_lock(734521)")
            .await?;
        refuse_newer(&tx).await?;
        Migrator::up(&tx, None).await?;
        tx.commit().await?;
    } else {
        // What is not committed is undone when the connection closes.
        db.execute_unprepared("BEGIN IMMEDIATE").await?;
        refuse_newer(&db).await?;
        Migrator::up(&db, None).await?;
        db.execute_unprepared("COMMIT").await?;
    }
    db.close().await
}

/// How many changes a start would make in the database at `url`. Changes nothing; an error where this program is too old.
pub async fn pending(url: &str) -> Result<usize, DbErr> {
    let db = connect(url).await?;
    refuse_newer(&db).await?;
    let applied = applied(&db).await?.len();
    db.close().await?;
    Ok(Migrator::migrations().len().saturating_sub(applied))
}

/// A database that a newer program has brought further is left alone: this one would not write what that one reads.
async fn refuse_newer(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    let known: Vec<String> = Migrator::migrations()
        .iter()
        .map(|migration| migration.name().to_owned())
        .collect();
    let unknown = applied(db)
        .await?
        .into_iter()
        .find(|applied| !known.contains(applied));
    match unknown {
        None => Ok(()),
        Some(unknown) => Err(DbErr::Custom(format!(
            "a newer version of loket has brought this database further (`{unknown}`); \
             run that version, or restore the backup that was made before it"
        ))),
    }
}

/// The names of the migrations that a database has had, the oldest first; none where there is no table of them yet.
pub async fn applied(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let backend = db.get_database_backend();
    let ask = |question: &str| Statement::from_string(backend, question.to_owned());
    let is_there = match backend {
        DbBackend::Sqlite => "SELECT 1 FROM sqlite_master WHERE name = 'seaql_migrations'",
        _ => "SELECT 1 FROM pg_tables WHERE tablename = 'seaql_migrations'",
    };
    if db.query_one_raw(ask(is_there)).await?.is_none() {
        return Ok(Vec::new());
    }
    let rows = db
        .query_all_raw(ask("SELECT version FROM seaql_migrations ORDER BY version"))
        .await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// One connection to the database at `url`, of whichever kind.
pub async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    if sqlite::is_meant(url) {
        return sqlite::connect(url).await;
    }
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await
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
