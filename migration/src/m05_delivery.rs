//! What came in and is not handled yet, what is to be told and is not told yet.

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
        // `update_id` is the chat service's own number: an update that arrives twice is one row.
        manager
            .create_table(
                Table::create()
                    .table("inbox")
                    .col(
                        ColumnDef::new("update_id")
                            .big_integer()
                            .not_null()
                            .primary_key(),
                    )
                    .col(number("chat"))
                    .col(text("body"))
                    .col(moment("received_at"))
                    .col(or_null(moment("done_at")))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("inbox_waiting")
                    .table("inbox")
                    .col("update_id")
                    .and_where(Expr::col("done_at").is_null())
                    .to_owned(),
            )
            .await?;
        // A notice is due until it is sent or given up; `failure` says why it was given up.
        // `card_id` repeats what is in `what`, so that ten changes of a card can be settled by one edit.
        manager
            .create_table(
                Table::create()
                    .table("outbox")
                    .col(id())
                    .col(number("person_id"))
                    .col(ColumnDef::new("what").json_binary().not_null())
                    .col(or_null(number("card_id")))
                    .col(moment("created_at"))
                    .col(moment("not_before"))
                    .col(number("attempts"))
                    .col(or_null(moment("done_at")))
                    .col(or_null(text("failure")))
                    .foreign_key(&mut refers("outbox", "person_id", "person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("outbox_due")
                    .table("outbox")
                    .col("person_id")
                    .col("id")
                    .and_where(Expr::col("done_at").is_null())
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
