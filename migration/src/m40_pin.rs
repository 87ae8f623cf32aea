//! Whether a person wants the card of their newest request pinned above their chat, and what is pinned there.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let wanted = Table::alter()
            .table("person")
            .add_column(boolean("pins_card").default(false).to_owned())
            .to_owned();
        manager.alter_table(wanted).await?;
        let pinned = Table::alter()
            .table("chat")
            .add_column(big_integer_null("pinned"))
            .to_owned();
        manager.alter_table(pinned).await
    }
}
