//! The text of every version of every procedure, so that a running request keeps the one it was opened with.

use sea_orm_migration::prelude::*;

use super::{moment, number, text};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // SQLite would leave half a migration behind otherwise.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("procedure_version")
                    .col(text("code"))
                    .col(number("version"))
                    .col(text("source"))
                    .col(moment("since"))
                    .primary_key(Index::create().col("code").col("version"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
