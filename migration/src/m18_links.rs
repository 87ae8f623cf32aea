//! Start links that ended before anyone used them, because what they rested on was over.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::alter();
        table
            .table("invitation")
            .add_column(timestamp_with_time_zone_null("ended_at"));
        manager.alter_table(table).await
    }
}
