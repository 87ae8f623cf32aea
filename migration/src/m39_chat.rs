//! What stands in somebody's chat: the message whose buttons lead from screen to screen, of which there is one. It is kept by
//! account, because a message is one of a chat.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("chat")
                    .col(big_integer("account").primary_key().to_owned())
                    .col(big_integer_null("list"))
                    .to_owned(),
            )
            .await
    }
}
