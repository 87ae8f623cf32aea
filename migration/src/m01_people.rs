//! Who the office knows: people, the roles they hold, and the links by which they come in.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `account` is how the chat service numbers the person; empty once someone has left.
        manager
            .create_table(
                Table::create()
                    .table("person")
                    .col(big_pk_auto("id"))
                    .col(big_integer_null("account"))
                    .col(text("name"))
                    .col(text("language"))
                    .col(text_null("agency"))
                    .col(timestamp_with_time_zone_null("unreachable_since"))
                    .col(timestamp_with_time_zone("created_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("person_account")
                    .table("person")
                    .col("account")
                    .unique()
                    .to_owned(),
            )
            .await?;
        // A person holds any number of roles, a role any number of people.
        manager
            .create_table(
                Table::create()
                    .table("holding")
                    .col(big_integer("person_id"))
                    .col(text("role"))
                    .col(timestamp_with_time_zone("since"))
                    .primary_key(Index::create().col("person_id").col("role"))
                    .foreign_key(&mut refers("holding", "person_id", "person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("holding_role")
                    .table("holding")
                    .col("role")
                    .to_owned(),
            )
            .await?;
        // Only the hash of a link is kept: who reads the database cannot come in with it.
        manager
            .create_table(
                Table::create()
                    .table("invitation")
                    .col(text("token_hash").primary_key().to_owned())
                    .col(text("role"))
                    .col(text("name"))
                    .col(text_null("agency"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("used_at"))
                    .col(big_integer_null("used_by"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
