//! Who stands in for whom, who was invited by whom, and what was done to people.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A post that someone else fills for a time. Without a principal the post is vacant; without
        // an end it lasts until it is ended. `begun_at` and `ended_at` say that the cards have moved.
        manager
            .create_table(
                Table::create()
                    .table("mandate")
                    .col(big_pk_auto("id"))
                    .col(text("kind"))
                    .col(text("role"))
                    .col(big_integer_null("principal_id"))
                    .col(big_integer("deputy_id"))
                    .col(timestamp_with_time_zone("from_at"))
                    .col(timestamp_with_time_zone_null("until_at"))
                    .col(text("letter"))
                    .col(big_integer("named_by"))
                    .col(timestamp_with_time_zone("named_at"))
                    .col(timestamp_with_time_zone_null("begun_at"))
                    .col(timestamp_with_time_zone_null("ended_at"))
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
        for column in [
            big_integer_null("invited_by"),
            big_integer_null("person_id"),
        ] {
            manager
                .alter_table(
                    Table::alter()
                        .table("invitation")
                        .add_column(column)
                        .to_owned(),
                )
                .await?;
        }
        // A notice for an account that is no longer its person's.
        manager
            .alter_table(
                Table::alter()
                    .table("outbox")
                    .add_column(big_integer_null("account"))
                    .to_owned(),
            )
            .await?;
        // Everything that is done to people; only ever added to. `about_id` is empty where a whole
        // agency is meant.
        manager
            .create_table(
                Table::create()
                    .table("deed")
                    .col(big_pk_auto("id"))
                    .col(timestamp_with_time_zone("at"))
                    .col(big_integer("by_id"))
                    .col(big_integer_null("about_id"))
                    .col(json_binary("body"))
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
                    .col(text_null("name"))
                    .col(text_null("merged_into"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
