//! What asks nothing of its reader waits for their next list: done as far as the courier is concerned, and not told yet.

use sea_orm_migration::{prelude::*, schema::boolean_null};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let waits = Table::alter()
            .table("outbox")
            .add_column(boolean_null("gathered"))
            .to_owned();
        manager.alter_table(waits).await?;
        let whose = Index::create()
            .name("outbox_gathered")
            .table("outbox")
            .col("person_id")
            .col("id")
            .and_where(Expr::col("gathered").is_not_null())
            .to_owned();
        manager.create_index(whose).await
    }
}
