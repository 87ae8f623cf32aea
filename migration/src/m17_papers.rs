//! In whose history a paper stands, so that those can be found that stand in none; and which are lost.

use sea_orm_migration::{
    prelude::*,
    schema::*,
    sea_orm::{ConnectionTrait, DbErr, Statement},
};
use serde_json::Value;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// So many requests are gone through in one go.
const AT_ONCE: i64 = 1_000;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut column in [
            big_integer_null("request_id"),
            timestamp_with_time_zone_null("lost_at"),
        ] {
            let mut table = Table::alter();
            table.table("paper").add_column(column.take());
            manager.alter_table(table).await?;
        }
        for request in papers_of_requests(manager.get_connection()).await? {
            manager.execute(request).await?;
        }
        manager
            .create_index(
                Index::create()
                    .name("paper_unsent")
                    .table("paper")
                    .col("id")
                    .and_where(Expr::col("request_id").is_null())
                    .to_owned(),
            )
            .await
    }
}

/// What is to be noted about the papers that stand in a history already.
async fn papers_of_requests(
    db: &SchemaManagerConnection<'_>,
) -> Result<Vec<UpdateStatement>, DbErr> {
    let ask = |sql: String| Statement::from_string(db.get_database_backend(), sql);
    let newest = "SELECT CAST(COALESCE(MAX(id), 0) AS bigint) AS newest FROM request";
    let newest = db.query_one_raw(ask(newest.to_owned())).await?;
    let newest: i64 = newest.map_or(Ok(0), |row| row.try_get("", "newest"))?;
    let mut noted = Vec::new();
    for part in 0..=newest / AT_ONCE {
        let first = part * AT_ONCE;
        let last = first + AT_ONCE;
        let events = db
            .query_all_raw(ask(format!(
                "SELECT request_id, CAST(body AS text) AS body FROM event \
                 WHERE request_id >= {first} AND request_id < {last} \
                 AND CAST(body AS text) LIKE '%\"sha256\"%'"
            )))
            .await?;
        for event in events {
            let request: i64 = event.try_get("", "request_id")?;
            let body: String = event.try_get("", "body")?;
            let body: Value = serde_json::from_str(&body)
                .map_err(|error| DbErr::Migration(format!("an event: {error}")))?;
            let mut papers = Vec::new();
            find_papers(&body, &mut papers);
            noted.push(
                Query::update()
                    .table("paper")
                    .value("request_id", request)
                    .and_where(Expr::col("id").is_in(papers))
                    .and_where(Expr::col("request_id").is_null())
                    .to_owned(),
            );
        }
    }
    Ok(noted)
}

/// A paper is what has a number and a fingerprint, wherever it stands.
fn find_papers(value: &Value, papers: &mut Vec<i64>) {
    match value {
        Value::Object(fields) => {
            if let (Some(id), Some(_)) = (
                fields.get("id").and_then(Value::as_i64),
                fields.get("sha256"),
            ) {
                papers.push(id);
            }
            fields.values().for_each(|value| find_papers(value, papers));
        }
        Value::Array(values) => values.iter().for_each(|value| find_papers(value, papers)),
        _ => {}
    }
}
