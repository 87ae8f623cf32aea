//! What people wait for is told before what happens by itself. When a notice is tried again is no matter of the
//! time of day any more: that can be set back.

use sea_orm_migration::{prelude::*, schema::big_integer};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let due = Index::drop().name("outbox_due").table("outbox").to_owned();
        manager.drop_index(due).await?;
        let gone = Table::alter()
            .table("outbox")
            .drop_column("not_before")
            .to_owned();
        manager.alter_table(gone).await?;
        let urgency = Table::alter()
            .table("outbox")
            .add_column(big_integer("urgency").default(0))
            .to_owned();
        manager.alter_table(urgency).await?;
        let due = Index::create()
            .name("outbox_due")
            .table("outbox")
            .col("person_id")
            .col("id")
            .col("urgency")
            .and_where(Expr::col("done_at").is_null())
            .to_owned();
        manager.create_index(due).await
    }
}
