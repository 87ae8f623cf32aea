//! What came in and is not handled yet, what is to be told and is not told yet.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `update_id` is the chat service's own number: an update that arrives twice is one row.
        manager
            .create_table(
                Table::create()
                    .table("inbox")
                    .col(big_integer("update_id").primary_key().to_owned())
                    .col(big_integer("chat"))
                    .col(text("body"))
                    .col(timestamp_with_time_zone("received_at"))
                    .col(timestamp_with_time_zone_null("done_at"))
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
                    .col(big_pk_auto("id"))
                    .col(big_integer("person_id"))
                    .col(json_binary("what"))
                    .col(big_integer_null("card_id"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("not_before"))
                    .col(big_integer("attempts"))
                    .col(timestamp_with_time_zone_null("done_at"))
                    .col(text_null("failure"))
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
