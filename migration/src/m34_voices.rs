//! Who has spoken at a task where several must agree: it waits for the others, and not for them.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .alter_table(
                Table::alter()
                    .table("task")
                    .add_column(text_null("spoken"))
                    .to_owned(),
            )
            .await
    }
}
