//! Who stands in for whom, who was invited by whom, and what was done to people.

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
        // A post that someone else fills for a time. Without a principal the post is vacant; without
        // an end it lasts until it is ended. `begun_at` and `ended_at` say that the cards have moved.
        manager
            .create_table(
                Table::create()
                    .table("mandate")
                    .col(id())
                    .col(text("kind"))
                    .col(text("role"))
                    .col(or_null(number("principal_id")))
                    .col(number("deputy_id"))
                    .col(moment("from_at"))
                    .col(or_null(moment("until_at")))
                    .col(text("letter"))
                    .col(number("named_by"))
                    .col(moment("named_at"))
                    .col(or_null(moment("begun_at")))
                    .col(or_null(moment("ended_at")))
                    .foreign_key(&mut refers("mandate", "principal_id", "person"))
                    .foreign_key(&mut refers("mandate", "deputy_id", "person"))
                    .to_owned(),
            )
            .await?;
        // What is over is asked for by no tap, so the index holds only what is not.
        manager
            .create_index(
                Index::create()
                    .name("mandate_running")
                    .table("mandate")
                    .col("role")
                    .and_where(Expr::col("ended_at").is_null())
                    .to_owned(),
            )
            .await?;
        // Whom a link is for: someone new, or someone known who comes with another account.
        for column in [number("invited_by"), number("person_id")] {
            manager
                .alter_table(
                    Table::alter()
                        .table("invitation")
                        .add_column(or_null(column))
                        .to_owned(),
                )
                .await?;
        }
        // A notice for an account that is no longer its person's.
        manager
            .alter_table(
                Table::alter()
                    .table("outbox")
                    .add_column(or_null(number("account")))
                    .to_owned(),
            )
            .await?;
        // Everything that is done to people; only ever added to. `about_id` is empty where a whole
        // agency is meant.
        manager
            .create_table(
                Table::create()
                    .table("deed")
                    .col(id())
                    .col(moment("at"))
                    .col(number("by_id"))
                    .col(or_null(number("about_id")))
                    .col(ColumnDef::new("body").json_binary().not_null())
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("deed_about")
                    .table("deed")
                    .col("about_id")
                    .to_owned(),
            )
            .await?;
        // Agencies as they are called today, where the office file has not caught up.
        manager
            .create_table(
                Table::create()
                    .table("agency_change")
                    .col(text("agency").primary_key().to_owned())
                    .col(or_null(text("name")))
                    .col(or_null(text("merged_into")))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
