//! What administrators have entered about when the office works, laid over the files.

use sea_orm_migration::prelude::*;

use super::{id, moment, number, or_null, refers, text};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // SQLite would leave half a migration behind otherwise.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // How often the calendar was changed. One row, which whoever changes it locks.
        manager
            .create_table(
                Table::create()
                    .table("calendar")
                    .col(number("id").primary_key().to_owned())
                    .col(number("revision"))
                    .to_owned(),
            )
            .await?;
        let first = Query::insert()
            .into_table("calendar")
            .columns(["id", "revision"])
            .values_panic([1.into(), 0.into()])
            .to_owned();
        manager.execute(first).await?;
        // Days off; a removed one is a day on which the office works whatever the files say.
        manager
            .create_table(
                Table::create()
                    .table("calendar_day")
                    .col(day("day").primary_key().to_owned())
                    .col(text("name"))
                    .col(text("kind"))
                    .col(text("source"))
                    .col(flag("expected"))
                    .col(flag("removed"))
                    .to_owned(),
            )
            .await?;
        // Hours, known by their name; without first and last day they hold always.
        manager
            .create_table(
                Table::create()
                    .table("calendar_term")
                    .col(text("name").primary_key().to_owned())
                    .col(or_null(day("first_day")))
                    .col(or_null(day("last_day")))
                    .col(text("week"))
                    .col(flag("removed"))
                    .to_owned(),
            )
            .await?;
        // Who changed what, and when. Only ever added to; nobody is named where it was done from the
        // command line.
        manager
            .create_table(
                Table::create()
                    .table("calendar_change")
                    .col(id())
                    .col(number("revision"))
                    .col(moment("at"))
                    .col(or_null(number("by_id")))
                    .col(ColumnDef::new("body").json_binary().not_null().to_owned())
                    .foreign_key(&mut refers("calendar_change", "by_id", "person"))
                    .to_owned(),
            )
            .await?;
        // A file that was read and waits to be saved; one for each person, the newest.
        manager
            .create_table(
                Table::create()
                    .table("calendar_import")
                    .col(number("person_id").primary_key().to_owned())
                    .col(text("token"))
                    .col(moment("at"))
                    .col(ColumnDef::new("body").json_binary().not_null().to_owned())
                    .foreign_key(&mut refers("calendar_import", "person_id", "person"))
                    .to_owned(),
            )
            .await?;
        // Who was reminded that a year has no days off.
        manager
            .create_table(
                Table::create()
                    .table("calendar_reminder")
                    .col(number("year"))
                    .col(number("person_id"))
                    .col(moment("at"))
                    .primary_key(Index::create().col("year").col("person_id"))
                    .foreign_key(&mut refers("calendar_reminder", "person_id", "person"))
                    .to_owned(),
            )
            .await
    }
}

fn day(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).date().not_null().to_owned()
}

fn flag(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().to_owned()
}
