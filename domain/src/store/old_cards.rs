//! Cards that were settled long ago, and are forgotten.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{
    Conn, Tx,
    entity::{card, outbox, task},
};
use crate::{Error, id::CardId};

impl Conn {
    /// Some of the cards that were retired before a moment, of tasks that are settled, and about which nothing is to be
    /// told any more; the oldest first. Status cards stay: they lead to their request.
    pub(crate) async fn old_cards(
        &self,
        before: DateTime<Utc>,
        limit: u64,
    ) -> Result<Vec<CardId>, Error> {
        let found = card::Entity::find()
            .select_only()
            .column(card::Column::Id)
            .filter(is_old(before))
            .order_by_asc(card::Column::RetiredAt)
            .limit(limit)
            .into_tuple()
            .all(&self.long())
            .await?;
        Ok(found)
    }
}

impl Tx {
    /// Forgets cards that are as old still, and says how many it were.
    pub(crate) async fn forget_old_cards(
        &self,
        these: Vec<CardId>,
        before: DateTime<Utc>,
    ) -> Result<u64, Error> {
        let gone = card::Entity::delete_many()
            .filter(card::Column::Id.is_in(these))
            .filter(is_old(before))
            .exec(&self.c())
            .await?;
        Ok(gone.rows_affected)
    }
}

fn is_old(before: DateTime<Utc>) -> Condition {
    let untold = Query::select()
        .expr(Expr::val(1))
        .from(outbox::Entity)
        .and_where(
            Expr::col((outbox::Entity, outbox::Column::CardId))
                .equals((card::Entity, card::Column::Id)),
        )
        .and_where(outbox::Column::DoneAt.is_null())
        .to_owned();
    let open = Query::select()
        .expr(Expr::val(1))
        .from(task::Entity)
        .and_where(
            Expr::col((task::Entity, task::Column::Id))
                .equals((card::Entity, card::Column::TaskId)),
        )
        .and_where(task::Column::ClosedAt.is_null())
        .to_owned();
    Condition::all()
        .add(card::Column::RetiredAt.lt(before))
        .add(card::Column::TaskId.is_not_null())
        .add(Expr::exists(open).not())
        .add(Expr::exists(untold).not())
}

#[cfg(test)]
mod tests {
    use sea_orm::ConnectionTrait;
    use tempfile::TempDir;

    use super::*;
    use crate::{clock::Clock, id::RequestId, store::Db};

    /// Five cards: one is settled and told, one waits, one is a status card, one is still to be drawn, and one was
    /// retired because its holder is away while the task is open.
    const ROWS: &str = r#"
        INSERT INTO person (id, account, name, language, created_at) VALUES (1, 1, 'P', 'id', '2020-01-01T00:00:00+00:00');
        INSERT INTO request (id, token, ticket, procedure, procedure_version, agency, applicant_id, state, version,
            opened_at, changed_at) VALUES (1, 't', 'T', 'p', 1, 'a', 1, '{}', 1, '2020-01-01T00:00:00+00:00',
            '2020-01-01T00:00:00+00:00');
        INSERT INTO task (id, request_id, step, role, opened_at, opened_seq, closed_at) VALUES
            (1, 1, 's', 'r', '2020-01-01T00:00:00+00:00', 1, '2020-01-02T00:00:00+00:00'),
            (2, 1, 's', 'r', '2020-01-01T00:00:00+00:00', 1, NULL);
        INSERT INTO card (id, token, person_id, request_id, task_id, retired_at) VALUES
            (1, 'a', 1, 1, 1, '2020-01-02T00:00:00+00:00'),
            (2, 'b', 1, 1, 2, NULL),
            (3, 'c', 1, 1, NULL, '2020-01-02T00:00:00+00:00'),
            (4, 'd', 1, 1, 1, '2020-01-02T00:00:00+00:00'),
            (5, 'e', 1, 1, 2, '2020-01-02T00:00:00+00:00');
        INSERT INTO outbox (person_id, what, card_id, created_at, attempts, done_at) VALUES
            (1, '{"kind":"card","card":1}', 1, '2020-01-02T00:00:00+00:00', 0, '2020-01-02T00:00:01+00:00'),
            (1, '{"kind":"card","card":4}', 4, '2020-01-02T00:00:00+00:00', 0, NULL);
    "#;

    #[tokio::test]
    async fn what_is_to_be_told_is_never_forgotten() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("loket");
        let address = format!("sqlite://{}?mode=rwc", file.display());
        migration::run(&address).await.unwrap();
        let rows = migration::connect(&address).await.unwrap();
        rows.execute_unprepared(ROWS).await.unwrap();
        let db = Db::open(&address, Clock::system()).await.unwrap();
        let long_ago = "2020-01-01T12:00:00Z".parse().unwrap();
        assert_eq!(db.old_cards(long_ago, 9).await.unwrap(), []);
        let before = "2020-02-01T00:00:00Z".parse().unwrap();
        assert_eq!(db.old_cards(before, 9).await.unwrap(), [CardId(1)]);
        let all = (1..=5).map(CardId).collect();
        let tx = db.begin().await.unwrap();
        // Whatever is asked for, what waits, what leads to a request and what is untold stays.
        assert_eq!(tx.forget_old_cards(all, before).await.unwrap(), 1);
        assert!(tx.card(CardId(1)).await.unwrap().is_none());
        tx.commit().await.unwrap();
        assert_eq!(db.cards_of(RequestId(1)).await.unwrap().len(), 4);
    }
}
