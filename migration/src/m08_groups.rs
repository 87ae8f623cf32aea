//! Groups of several people that read along with a role, and the topics of their requests.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A group has a row in `person`, so that cards and notices can be for it; its account is negative.
        // `role` is empty until an administrator has said what it is for.
        // `ended_by` is empty where the bot was taken out of the group.
        manager
            .create_table(
                Table::create()
                    .table("chat_group")
                    .col(big_integer("person_id").primary_key().to_owned())
                    .col(text_null("role"))
                    .col(boolean("topics"))
                    .col(big_integer("added_by"))
                    .col(timestamp_with_time_zone("added_at"))
                    .col(big_integer_null("bound_by"))
                    .col(timestamp_with_time_zone_null("bound_at"))
                    .col(big_integer_null("ended_by"))
                    .col(timestamp_with_time_zone_null("ended_at"))
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
                    .col(big_integer("person_id"))
                    .col(big_integer("request_id"))
                    .col(big_integer("thread"))
                    .primary_key(Index::create().col("person_id").col("request_id"))
                    .foreign_key(&mut refers("group_topic", "person_id", "person"))
                    .foreign_key(&mut refers("group_topic", "request_id", "request"))
                    .to_owned(),
            )
            .await
    }
}
