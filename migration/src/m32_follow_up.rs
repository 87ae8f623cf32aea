//! Which request was begun from which one that had ended. From each there is one, whoever asks at the same moment.

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
                    .table("follow_up")
                    .col(big_integer("origin_id").primary_key())
                    .col(big_integer("request_id").unique_key())
                    .foreign_key(&mut refers("follow_up", "origin_id", "request"))
                    .foreign_key(&mut refers("follow_up", "request_id", "request"))
                    .to_owned(),
            )
            .await
    }
}
