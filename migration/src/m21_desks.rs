//! What lies at each desk and what was finished there is counted without looking at the requests themselves.

use sea_orm_migration::{prelude::*, schema::boolean, sea_orm::ConnectionTrait};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The open tasks of a role in the order of their numbers, and to whom each is given.
        let desks = Index::create()
            .name("task_desk")
            .table("task")
            .col("role")
            .col("id")
            .col("assigned_id")
            .col("request_id")
            .and_where(Expr::col("closed_at").is_null())
            .to_owned();
        manager.create_index(desks).await?;
        let gone = Index::drop().name("task_role").table("task").to_owned();
        manager.drop_index(gone).await?;
        // Those that should be done first.
        let due = Index::create()
            .name("task_due")
            .table("task")
            .col("due_at")
            .col("role")
            .col("request_id")
            .and_where(Expr::col("closed_at").is_null())
            .to_owned();
        manager.create_index(due).await?;
        // Who speaks for what is open …
        let open = Index::create()
            .name("request_open")
            .table("request")
            .col("applicant_id")
            .col("id")
            .and_where(Expr::col("ended").is_null())
            .to_owned();
        manager.create_index(open).await?;
        // … and who spoke for it before, where someone did. Both databases read JSON alike here.
        let before = "CREATE INDEX request_before ON request ((state ->> 'before')) \
             WHERE ended IS NULL AND state ->> 'before' IS NOT NULL";
        let db = manager.get_connection();
        db.execute_unprepared(before).await?;
        // What is settled for long, and forgotten.
        let settled = Index::create()
            .name("card_settled")
            .table("card")
            .col("retired_at")
            .and_where(Expr::col("retired_at").is_not_null())
            .and_where(Expr::col("task_id").is_not_null())
            .to_owned();
        manager.create_index(settled).await?;
        // Whether a task was settled by a decision: whoever withdraws finishes no step.
        let decided = Table::alter()
            .table("task")
            .add_column(boolean("decided").default(false))
            .to_owned();
        manager.alter_table(decided).await?;
        let known = "UPDATE task SET decided = TRUE WHERE closed_at IS NOT NULL AND EXISTS \
             (SELECT 1 FROM event WHERE event.request_id = task.request_id AND event.seq = task.closed_seq \
             AND event.body ->> 'kind' = 'decided')";
        db.execute_unprepared(known).await?;
        Ok(())
    }
}
