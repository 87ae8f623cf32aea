//! Numbers that were written on paper while Loket stood still, and are entered afterwards: they are of the same series.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `day` stands on the paper, `at` is when somebody has entered it. `subject` goes when its time is over, and its
        // fingerprint stays, so that the link of the row stays true.
        manager
            .create_table(
                Table::create()
                    .table("numbered")
                    .col(big_pk_auto("id"))
                    .col(text("procedure"))
                    .col(text("paper"))
                    .col(big_integer("year"))
                    .col(big_integer("place"))
                    .col(text("number"))
                    .col(date("day"))
                    .col(text("agency"))
                    .col(text_null("subject"))
                    .col(text("subject_digest"))
                    .col(big_integer_null("request_id"))
                    .col(text("check_code").unique_key().to_owned())
                    .col(big_integer("by_id"))
                    .col(timestamp_with_time_zone("at"))
                    .foreign_key(&mut refers("numbered", "request_id", "request"))
                    .foreign_key(&mut refers("numbered", "by_id", "person"))
                    .to_owned(),
            )
            .await?;
        // A number is given once, whoever enters it at the same moment.
        manager
            .create_index(
                Index::create()
                    .name("numbered_once")
                    .table("numbered")
                    .col("paper")
                    .col("year")
                    .col("place")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("numbered_number")
                    .table("numbered")
                    .col("number")
                    .to_owned(),
            )
            .await
    }
}
