//! When the office went on from a copy of its database: numbers are missing from then on, and somebody will ask why.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("restoration")
                    .col(big_pk_auto("id"))
                    .col(timestamp_with_time_zone("at"))
                    .col(timestamp_with_time_zone("copied_at"))
                    .col(big_integer("left_out"))
                    .to_owned(),
            )
            .await?;
        // Papers that could not be made are few, and are looked for among very many.
        manager
            .create_index(
                Index::create()
                    .name("issued_failed")
                    .table("issued")
                    .col("id")
                    .and_where(Expr::col("failure").is_not_null())
                    .to_owned(),
            )
            .await
    }
}
