//! How far the chain went in a copy from which the office went on: what was linked after that was lost with the database,
//! and an anchor of it is none that somebody has made false.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .alter_table(
                Table::alter()
                    .table("restoration")
                    .add_column(big_integer_null("place"))
                    .to_owned(),
            )
            .await
    }
}
