//! The text of every version of every procedure, so that a running request keeps the one it was opened with.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("procedure_version")
                    .col(text("code"))
                    .col(big_integer("version"))
                    .col(text("source"))
                    .col(timestamp_with_time_zone("since"))
                    .primary_key(Index::create().col("code").col("version"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
