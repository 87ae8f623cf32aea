//! By what is found what an office gathers over the years, so that a full house costs no more than an empty one.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let all = cards().into_iter().chain(notices()).chain(requests());
        let all = all.chain(reservations()).chain(timers()).chain(papers());
        for mut index in all {
            manager.create_index(index.take()).await?;
        }
        // Each is the beginning of another now, or a part of it.
        for (name, table) in [
            ("timer_task", "timer"),
            ("request_phase", "request"),
            ("reservation_live", "reservation"),
            ("reservation_request", "reservation"),
        ] {
            let gone = Index::drop().name(name).table(table).to_owned();
            manager.drop_index(gone).await?;
        }
        Ok(())
    }
}

fn index(
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

fn is_null(column: &'static str) -> Expr {
    Expr::col(column).is_null()
}

fn is_known(column: &'static str) -> Expr {
    Expr::col(column).is_not_null()
}

/// The cards of a task, which are retired when it is settled; those that a person has in their chat.
fn cards() -> [IndexCreateStatement; 2] {
    [
        index("card_task", "card", &["task_id"]),
        index("card_person", "card", &["person_id", "retired_at"]),
    ]
}

/// What is to be told about a card, settled by one edit; whether someone was told something; what could not
/// be told to them.
fn notices() -> [IndexCreateStatement; 3] {
    [
        index("outbox_card", "outbox", &["card_id", "id"])
            .and_where(is_null("done_at"))
            .to_owned(),
        index("outbox_person", "outbox", &["person_id", "id"])
            .and_where(is_null("card_id"))
            .to_owned(),
        index("outbox_failed", "outbox", &["person_id", "id"])
            .and_where(is_known("failure"))
            .to_owned(),
    ]
}

/// What belongs to a request, open or not; the lines of a register, the requests of an agency, and those of a
/// phase, each in the order of their lists.
fn requests() -> [IndexCreateStatement; 6] {
    [
        index("task_request", "task", &["request_id", "id"]),
        index("due_change_task", "due_change", &["task_id"]),
        index("line_request", "line", &["request_id"]),
        index("line_register", "line", &["register", "id"]),
        index("request_agency", "request", &["agency", "id"]),
        index(
            "request_phase_changed",
            "request",
            &["phase", "changed_at", "id"],
        ),
    ]
}

/// What a request has held, and what is held: by its name, which may be empty, and by the line that keeps it.
fn reservations() -> [IndexCreateStatement; 3] {
    [
        index("reservation_of_request", "reservation", &["request_id"]),
        index("reservation_shelf", "reservation", &["shelf", "name"])
            .and_where(is_null("released_at"))
            .to_owned(),
        index("reservation_line", "reservation", &["line_id"])
            .and_where(is_null("released_at"))
            .to_owned(),
    ]
}

/// What was planned or done at a task; what was done long ago, and is forgotten.
fn timers() -> [IndexCreateStatement; 2] {
    [
        index("timer_of_task", "timer", &["task_id"]),
        index("timer_done", "timer", &["done_at"])
            .and_where(is_known("done_at"))
            .to_owned(),
    ]
}

/// The papers that someone has sent; whether another paper is the same.
fn papers() -> [IndexCreateStatement; 2] {
    [
        index("paper_by", "paper", &["by_id"]),
        index("paper_sha256", "paper", &["sha256"]),
    ]
}
