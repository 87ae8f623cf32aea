//! What happens by itself and when; by what a step's due time was computed; how long it took.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        timed_tasks(manager).await?;
        // What a due time was before the calendar changed.
        manager
            .create_table(
                Table::create()
                    .table("due_change")
                    .col(big_pk_auto("id"))
                    .col(big_integer("task_id"))
                    .col(timestamp_with_time_zone("at"))
                    .col(timestamp_with_time_zone_null("due_at"))
                    .col(big_integer("revision"))
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
        text_null("standard"),
        // The working time it allows.
        big_integer_null("allowed"),
        // When its time began to count: when it was opened, or at a planned moment.
        timestamp_with_time_zone_null("counts_from"),
        // Working time at the step before the applicant was asked, and while they were.
        big_integer("used").default(0).to_owned(),
        big_integer("paused").default(0).to_owned(),
        // Working time from opening to settling.
        big_integer_null("took"),
        // The calendar by which it was computed.
        big_integer("revision").default(0).to_owned(),
        // The task at which the same step went on.
        big_integer_null("continued_by"),
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
                .col(big_pk_auto("id"))
                // Names what happens; it happens once.
                .col(text_uniq("key"))
                .col(json("wake"))
                .col(big_integer_null("task_id"))
                .col(timestamp_with_time_zone("planned_at"))
                // Put off where it came at a bad time.
                .col(timestamp_with_time_zone("at"))
                .col(timestamp_with_time_zone_null("done_at"))
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
