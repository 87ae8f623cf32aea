//! Who the office knows: people, the roles they hold, and the links by which they come in.

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
        // `account` is how the chat service numbers the person; empty once someone has left.
        manager
            .create_table(
                Table::create()
                    .table("person")
                    .col(id())
                    .col(or_null(number("account")))
                    .col(text("name"))
                    .col(text("language"))
                    .col(or_null(text("agency")))
                    .col(or_null(moment("unreachable_since")))
                    .col(moment("created_at"))
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
                    .col(number("person_id"))
                    .col(text("role"))
                    .col(moment("since"))
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
                    .col(or_null(text("agency")))
                    .col(moment("created_at"))
                    .col(moment("expires_at"))
                    .col(or_null(moment("used_at")))
                    .col(or_null(number("used_by")))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
