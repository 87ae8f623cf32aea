//! Where people are in a form, and which views of tasks and requests lie in their chats.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("draft")
                    .col(big_pk_auto("id"))
                    .col(text_uniq("token"))
                    .col(big_integer("person_id"))
                    .col(text("procedure"))
                    .col(big_integer("procedure_version"))
                    .col(big_integer_null("task_id"))
                    .col(text_null("outcome"))
                    .col(json_binary("filling"))
                    .col(boolean("parked"))
                    .col(big_integer("revision"))
                    .col(timestamp_with_time_zone("changed_at"))
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
                    .col(big_pk_auto("id"))
                    .col(text_uniq("token"))
                    .col(big_integer("person_id"))
                    .col(big_integer("request_id"))
                    .col(big_integer_null("task_id"))
                    .col(big_integer_null("message"))
                    .col(timestamp_with_time_zone_null("retired_at"))
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
