//! By what all requests are listed and searched: how each stands, what it is found by, and when a
//! step should be done.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Empty in rows from before. What belongs there follows from the procedure of the request, so
        // the counter fills it in when it opens.
        for column in ["phase", "found_by"] {
            manager
                .alter_table(
                    Table::alter()
                        .table("request")
                        .add_column(text_null(column))
                        .to_owned(),
                )
                .await?;
        }
        // Empty where the SOP sets no time, and where the applicant is to act.
        manager
            .alter_table(
                Table::alter()
                    .table("task")
                    .add_column(timestamp_with_time_zone_null("due_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("request_phase")
                    .table("request")
                    .col("phase")
                    .col("id")
                    .to_owned(),
            )
            .await
    }
}
