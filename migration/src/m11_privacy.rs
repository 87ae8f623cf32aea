//! What is removed after its time, and who guesses at start links.

use sea_orm_migration::prelude::*;

use super::{id, moment, number, or_null, text};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // SQLite would leave half a migration behind otherwise.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Since when a request, or a line of a register, holds no details of people any more.
        for table in ["request", "line"] {
            manager
                .alter_table(
                    Table::alter()
                        .table(table)
                        .add_column(or_null(moment("removed_at")))
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
                    .col(id())
                    .col(moment("at"))
                    .col(text("what"))
                    .col(number("count"))
                    .to_owned(),
            )
            .await?;
        // Papers whose bytes are to leave the archive. The row stays until they have left.
        manager
            .create_table(
                Table::create()
                    .table("shredding")
                    .col(text("sha256").primary_key().to_owned())
                    .col(moment("at"))
                    .to_owned(),
            )
            .await?;
        // How often an account tried start links that nobody gave out.
        manager
            .create_table(
                Table::create()
                    .table("guess")
                    .col(number("account").primary_key().to_owned())
                    .col(number("tries"))
                    .col(moment("since"))
                    .col(or_null(moment("barred_until")))
                    .col(or_null(moment("told_at")))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
