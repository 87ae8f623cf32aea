//! A line of a register stands in more ways than open and closed, where the office has words for them.

use sea_orm_migration::{prelude::*, schema::text_null};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let stands = Table::alter()
            .table("line")
            .add_column(text_null("stands"))
            .to_owned();
        manager.alter_table(stands).await
    }
}
