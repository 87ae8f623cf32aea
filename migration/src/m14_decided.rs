//! What a person has done, the newest first.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_index(
                Index::create()
                    .name("event_by_id_at")
                    .table("event")
                    .col("by_id")
                    .col("at")
                    .to_owned(),
            )
            .await
    }
}
