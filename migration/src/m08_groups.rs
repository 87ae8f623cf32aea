//! Groups of several people that read along with a role, and the topics of their requests.

use sea_orm_migration::prelude::*;

use super::{moment, number, or_null, refers, text};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // SQLite would leave half a migration behind otherwise.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A group has a row in `person`, so that cards and notices can be for it; its account is negative.
        // `role` is empty until an administrator has said what it is for.
        // `ended_by` is empty where the bot was taken out of the group.
        manager
            .create_table(
                Table::create()
                    .table("chat_group")
                    .col(number("person_id").primary_key().to_owned())
                    .col(or_null(text("role")))
                    .col(ColumnDef::new("topics").boolean().not_null())
                    .col(number("added_by"))
                    .col(moment("added_at"))
                    .col(or_null(number("bound_by")))
                    .col(or_null(moment("bound_at")))
                    .col(or_null(number("ended_by")))
                    .col(or_null(moment("ended_at")))
                    .foreign_key(&mut refers("chat_group", "person_id", "person"))
                    .foreign_key(&mut refers("chat_group", "added_by", "person"))
                    .foreign_key(&mut refers("chat_group", "bound_by", "person"))
                    .foreign_key(&mut refers("chat_group", "ended_by", "person"))
                    .to_owned(),
            )
            .await?;
        // `thread` is the chat service's own number of the topic, within the group.
        manager
            .create_table(
                Table::create()
                    .table("group_topic")
                    .col(number("person_id"))
                    .col(number("request_id"))
                    .col(number("thread"))
                    .primary_key(Index::create().col("person_id").col("request_id"))
                    .foreign_key(&mut refers("group_topic", "person_id", "person"))
                    .foreign_key(&mut refers("group_topic", "request_id", "request"))
                    .to_owned(),
            )
            .await
    }
}
