//! What happens by itself and when; by what a step's due time was computed; how long it took.

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
        timed_tasks(manager).await?;
        // What a due time was before the calendar changed.
        manager
            .create_table(
                Table::create()
                    .table("due_change")
                    .col(id())
                    .col(number("task_id"))
                    .col(moment("at"))
                    .col(or_null(moment("due_at")))
                    .col(number("revision"))
                    .foreign_key(&mut refers("due_change", "task_id", "task"))
                    .to_owned(),
            )
            .await?;
        timers(manager).await
    }
}

/// Working time is kept in seconds.
async fn timed_tasks(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        // The SOP's own words: `15 menit`.
        or_null(text("standard")),
        // The working time it allows.
        or_null(number("allowed")),
        // When its time began to count: when it was opened, or at a planned moment.
        or_null(moment("counts_from")),
        // Working time at the step before the applicant was asked, and while they were.
        number("used").default(0).to_owned(),
        number("paused").default(0).to_owned(),
        // Working time from opening to settling.
        or_null(number("took")),
        // The calendar by which it was computed.
        number("revision").default(0).to_owned(),
        // The task at which the same step went on.
        or_null(number("continued_by")),
    ];
    for column in columns {
        manager
            .alter_table(Table::alter().table("task").add_column(column).to_owned())
            .await?;
    }
    // Figures are asked for by the month.
    manager
        .create_index(
            Index::create()
                .name("task_closed_at")
                .table("task")
                .col("closed_at")
                .and_where(Expr::col("closed_at").is_not_null())
                .to_owned(),
        )
        .await
}

async fn timers(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("timer")
                .col(id())
                // Names what happens; it happens once.
                .col(text("key").unique_key().to_owned())
                .col(ColumnDef::new("wake").json().not_null().to_owned())
                .col(or_null(number("task_id")))
                .col(moment("planned_at"))
                // Put off where it came at a bad time.
                .col(moment("at"))
                .col(or_null(moment("done_at")))
                .foreign_key(&mut refers("timer", "task_id", "task"))
                .to_owned(),
        )
        .await?;
    // However many there were, only those to come are looked at.
    manager
        .create_index(
            Index::create()
                .name("timer_due")
                .table("timer")
                .col("at")
                .col("id")
                .and_where(Expr::col("done_at").is_null())
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("timer_task")
                .table("timer")
                .col("task_id")
                .and_where(Expr::col("done_at").is_null())
                .to_owned(),
        )
        .await
}
