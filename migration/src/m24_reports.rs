//! By what the requests of a procedure are found, one after the other, for its report.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_index(
                Index::create()
                    .name("request_procedure")
                    .table("request")
                    .col("procedure")
                    .col("id")
                    .to_owned(),
            )
            .await
    }
}
