//! Requests, the tasks they wait at, and everything that happened to them.

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
        // `state` is what the events fold to; the columns beside it are the parts that are looked up.
        manager
            .create_table(
                Table::create()
                    .table("request")
                    .col(id())
                    .col(text("token").unique_key().to_owned())
                    .col(text("ticket").unique_key().to_owned())
                    .col(text("procedure"))
                    .col(number("procedure_version"))
                    .col(text("agency"))
                    .col(number("applicant_id"))
                    .col(ColumnDef::new("state").json_binary().not_null())
                    .col(or_null(text("ended")))
                    .col(number("version"))
                    .col(moment("opened_at"))
                    .col(moment("changed_at"))
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
                    .col(id())
                    .col(number("request_id"))
                    .col(text("step"))
                    .col(text("role"))
                    .col(or_null(number("assigned_id")))
                    .col(moment("opened_at"))
                    .col(number("opened_seq"))
                    .col(or_null(moment("closed_at")))
                    .col(or_null(number("closed_seq")))
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
                    .col(number("request_id"))
                    .col(number("seq"))
                    .col(moment("at"))
                    .col(number("by_id"))
                    .col(ColumnDef::new("body").json_binary().not_null())
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
                    .col(number("year"))
                    .col(number("last"))
                    .primary_key(Index::create().col("prefix").col("year"))
                    .to_owned(),
            )
            .await?;
        // The bytes lie in the archive under their fingerprint; `handle` lets the front end send them again cheaply.
        manager
            .create_table(
                Table::create()
                    .table("paper")
                    .col(id())
                    .col(text("name"))
                    .col(text("media"))
                    .col(number("size"))
                    .col(text("sha256"))
                    .col(or_null(text("handle")))
                    .col(number("by_id"))
                    .col(moment("at"))
                    .foreign_key(&mut refers("paper", "by_id", "person"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
