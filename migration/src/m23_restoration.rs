//! When the office went on from a copy of its database: numbers are missing from then on, and somebody will ask why.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("restoration")
                    .col(big_pk_auto("id"))
                    .col(timestamp_with_time_zone("at"))
                    .col(timestamp_with_time_zone("copied_at"))
                    .col(big_integer("left_out"))
                    .to_owned(),
            )
            .await
    }
}
