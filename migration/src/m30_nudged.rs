//! Until when a request that its agency has asked after cannot be asked after again: the button stands on no card before.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .alter_table(
                Table::alter()
                    .table("request")
                    .add_column(timestamp_with_time_zone_null("nudged_until"))
                    .to_owned(),
            )
            .await
    }
}
