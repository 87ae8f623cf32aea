//! What people are asked after a service has ended for them, and what was answered. The two know nothing of each other:
//! one says who was asked and is forgotten, the other counts and names nobody.

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
                    .table("survey")
                    .col(text("token").primary_key())
                    .col(big_integer("person_id"))
                    .col(big_integer("request_id"))
                    .col(text("procedure"))
                    .col(big_integer("quarter"))
                    .col(text("asks"))
                    .col(big_integer("behind"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .foreign_key(&mut refers("survey", "person_id", "person"))
                    .foreign_key(&mut refers("survey", "request_id", "request"))
                    .to_owned(),
            )
            .await?;
        // Of a service nobody is asked twice in a quarter, whoever looks at the same moment.
        manager
            .create_index(
                Index::create()
                    .name("survey_once")
                    .table("survey")
                    .col("person_id")
                    .col("procedure")
                    .col("quarter")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("survey_count")
                    .col(text("procedure"))
                    .col(big_integer("quarter"))
                    .col(text("what"))
                    .col(big_integer("grade"))
                    .col(big_integer("count"))
                    .primary_key(
                        Index::create()
                            .col("procedure")
                            .col("quarter")
                            .col("what")
                            .col("grade"),
                    )
                    .to_owned(),
            )
            .await
    }
}
