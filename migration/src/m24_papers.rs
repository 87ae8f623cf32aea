//! What papers need: by what they sign whose decision stands on them, and by what the requests of a procedure are
//! found, one after the other, for its report.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["nip", "rank"] {
            manager
                .alter_table(
                    Table::alter()
                        .table("person")
                        .add_column(text_null(column))
                        .to_owned(),
                )
                .await?;
        }
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
