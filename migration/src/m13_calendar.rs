//! What administrators have entered about when the office works, laid over the files.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // How often the calendar was changed. One row, which whoever changes it locks.
        manager
            .create_table(
                Table::create()
                    .table("calendar")
                    .col(big_integer("id").primary_key().to_owned())
                    .col(big_integer("revision"))
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
                    .col(date("day").primary_key().to_owned())
                    .col(text("name"))
                    .col(text("kind"))
                    .col(text("source"))
                    .col(boolean("expected"))
                    .col(boolean("removed"))
                    .to_owned(),
            )
            .await?;
        // Hours, known by their name; without first and last day they hold always.
        manager
            .create_table(
                Table::create()
                    .table("calendar_term")
                    .col(text("name").primary_key().to_owned())
                    .col(date_null("first_day"))
                    .col(date_null("last_day"))
                    .col(text("week"))
                    .col(boolean("removed"))
                    .to_owned(),
            )
            .await?;
        // Who changed what, and when. Only ever added to; nobody is named where it was done from the
        // command line.
        manager
            .create_table(
                Table::create()
                    .table("calendar_change")
                    .col(big_pk_auto("id"))
                    .col(big_integer("revision"))
                    .col(timestamp_with_time_zone("at"))
                    .col(big_integer_null("by_id"))
                    .col(json_binary("body"))
                    .foreign_key(&mut refers("calendar_change", "by_id", "person"))
                    .to_owned(),
            )
            .await?;
        // A file that was read and waits to be saved; one for each person, the newest.
        manager
            .create_table(
                Table::create()
                    .table("calendar_import")
                    .col(big_integer("person_id").primary_key().to_owned())
                    .col(text("token"))
                    .col(timestamp_with_time_zone("at"))
                    .col(json_binary("body"))
                    .foreign_key(&mut refers("calendar_import", "person_id", "person"))
                    .to_owned(),
            )
            .await?;
        // Who was reminded that a year has no days off.
        manager
            .create_table(
                Table::create()
                    .table("calendar_reminder")
                    .col(big_integer("year"))
                    .col(big_integer("person_id"))
                    .col(timestamp_with_time_zone("at"))
                    .primary_key(Index::create().col("year").col("person_id"))
                    .foreign_key(&mut refers("calendar_reminder", "person_id", "person"))
                    .to_owned(),
            )
            .await
    }
}
