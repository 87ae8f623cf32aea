//! What is removed after its time, and who guesses at start links.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Since when a request, or a line of a register, holds no details of people any more.
        for table in ["request", "line"] {
            manager
                .alter_table(
                    Table::alter()
                        .table(table)
                        .add_column(timestamp_with_time_zone_null("removed_at"))
                        .to_owned(),
                )
                .await?;
        }
        manager
            .create_index(
                Index::create()
                    .name("request_kept")
                    .table("request")
                    .col("changed_at")
                    .and_where(Expr::col("ended").is_not_null())
                    .and_where(Expr::col("removed_at").is_null())
                    .to_owned(),
            )
            .await?;
        // What was removed, and how many; never whose.
        manager
            .create_table(
                Table::create()
                    .table("removal")
                    .col(big_pk_auto("id"))
                    .col(timestamp_with_time_zone("at"))
                    .col(text("what"))
                    .col(big_integer("count"))
                    .to_owned(),
            )
            .await?;
        // Papers whose bytes are to leave the archive. The row stays until they have left.
        manager
            .create_table(
                Table::create()
                    .table("shredding")
                    .col(text("sha256").primary_key().to_owned())
                    .col(timestamp_with_time_zone("at"))
                    .to_owned(),
            )
            .await?;
        // How often an account tried start links that nobody gave out.
        manager
            .create_table(
                Table::create()
                    .table("guess")
                    .col(big_integer("account").primary_key().to_owned())
                    .col(big_integer("tries"))
                    .col(timestamp_with_time_zone("since"))
                    .col(timestamp_with_time_zone_null("barred_until"))
                    .col(timestamp_with_time_zone_null("told_at"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
