//! Requests, the tasks they wait at, and everything that happened to them.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `state` is what the events fold to; the columns beside it are the parts that are looked up.
        manager
            .create_table(
                Table::create()
                    .table("request")
                    .col(big_pk_auto("id"))
                    .col(text_uniq("token"))
                    .col(text_uniq("ticket"))
                    .col(text("procedure"))
                    .col(big_integer("procedure_version"))
                    .col(text("agency"))
                    .col(big_integer("applicant_id"))
                    .col(json_binary("state"))
                    .col(text_null("ended"))
                    .col(big_integer("version"))
                    .col(timestamp_with_time_zone("opened_at"))
                    .col(timestamp_with_time_zone("changed_at"))
                    .foreign_key(&mut refers("request", "applicant_id", "person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("request_applicant")
                    .table("request")
                    .col("applicant_id")
                    .col("id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("task")
                    .col(big_pk_auto("id"))
                    .col(big_integer("request_id"))
                    .col(text("step"))
                    .col(text("role"))
                    .col(big_integer_null("assigned_id"))
                    .col(timestamp_with_time_zone("opened_at"))
                    .col(big_integer("opened_seq"))
                    .col(timestamp_with_time_zone_null("closed_at"))
                    .col(big_integer_null("closed_seq"))
                    .foreign_key(&mut refers("task", "request_id", "request"))
                    .to_owned(),
            )
            .await?;
        // `opened_seq` and `closed_seq` name the events that opened and settled a task.
        // A request waits at one desk at a time.
        manager
            .create_index(
                Index::create()
                    .name("task_open")
                    .table("task")
                    .col("request_id")
                    .unique()
                    .and_where(Expr::col("closed_at").is_null())
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("task_role")
                    .table("task")
                    .col("role")
                    .and_where(Expr::col("closed_at").is_null())
                    .to_owned(),
            )
            .await?;
        // Only ever inserted. `seq` counts within a request, so that two decisions cannot both be the fifth.
        manager
            .create_table(
                Table::create()
                    .table("event")
                    .col(big_integer("request_id"))
                    .col(big_integer("seq"))
                    .col(timestamp_with_time_zone("at"))
                    .col(big_integer("by_id"))
                    .col(json_binary("body"))
                    .primary_key(Index::create().col("request_id").col("seq"))
                    .foreign_key(&mut refers("event", "request_id", "request"))
                    .foreign_key(&mut refers("event", "by_id", "person"))
                    .to_owned(),
            )
            .await?;
        // The last number given out, per prefix and year: gapless, because it is a register number.
        manager
            .create_table(
                Table::create()
                    .table("ticket_count")
                    .col(text("prefix"))
                    .col(big_integer("year"))
                    .col(big_integer("last"))
                    .primary_key(Index::create().col("prefix").col("year"))
                    .to_owned(),
            )
            .await?;
        // The bytes lie in the archive under their fingerprint; `handle` lets the front end send them again cheaply.
        manager
            .create_table(
                Table::create()
                    .table("paper")
                    .col(big_pk_auto("id"))
                    .col(text("name"))
                    .col(text("media"))
                    .col(big_integer("size"))
                    .col(text("sha256"))
                    .col(text_null("handle"))
                    .col(big_integer("by_id"))
                    .col(timestamp_with_time_zone("at"))
                    .foreign_key(&mut refers("paper", "by_id", "person"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
