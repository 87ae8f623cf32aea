//! Where people are in a form, and which views of tasks and requests lie in their chats.

use sea_orm_migration::prelude::*;

use super::{id, moment, number, or_null, refers, text};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // SQLite would leave half a migration behind otherwise.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("draft")
                    .col(id())
                    .col(text("token").unique_key().to_owned())
                    .col(number("person_id"))
                    .col(text("procedure"))
                    .col(number("procedure_version"))
                    .col(or_null(number("task_id")))
                    .col(or_null(text("outcome")))
                    .col(ColumnDef::new("filling").json_binary().not_null())
                    .col(ColumnDef::new("parked").boolean().not_null())
                    .col(number("revision"))
                    .col(moment("changed_at"))
                    .foreign_key(&mut refers("draft", "person_id", "person"))
                    .foreign_key(&mut refers("draft", "task_id", "task"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("draft_person")
                    .table("draft")
                    .col("person_id")
                    .to_owned(),
            )
            .await?;
        // One draft at a time listens to what a person types.
        manager
            .create_index(
                Index::create()
                    .name("draft_listening")
                    .table("draft")
                    .col("person_id")
                    .unique()
                    .and_where(Expr::col("parked").eq(false))
                    .to_owned(),
            )
            .await?;
        // `message` is empty until the courier has sent the card; `task_id` is empty on a status card.
        manager
            .create_table(
                Table::create()
                    .table("card")
                    .col(id())
                    .col(text("token").unique_key().to_owned())
                    .col(number("person_id"))
                    .col(number("request_id"))
                    .col(or_null(number("task_id")))
                    .col(or_null(number("message")))
                    .col(or_null(moment("retired_at")))
                    .foreign_key(&mut refers("card", "person_id", "person"))
                    .foreign_key(&mut refers("card", "request_id", "request"))
                    .foreign_key(&mut refers("card", "task_id", "task"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("card_request")
                    .table("card")
                    .col("request_id")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
