//! What someone has decided.

use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    RelationDef, Select, SelectTwo,
    sea_query::{Alias, Expr, ExprTrait, Query, SimpleExpr},
};

use super::{
    Conn,
    entity::{event, request},
    requests,
};
use crate::{
    Error,
    id::{PersonId, RequestId},
    request::{RecordedEvent, Request},
};

impl Conn {
    /// The requests of others that a person has decided on, each with their last decision, the newest of these in
    /// front. It goes through their own events only, and no further than is asked for.
    pub(crate) async fn decided_by(
        &self,
        person: PersonId,
        skip: u64,
        limit: u64,
    ) -> Result<Vec<(Request, RecordedEvent)>, Error> {
        let found = listed(person)
            .offset(skip)
            .limit(limit)
            .all(&self.long())
            .await?;
        let read = |(event, request): (event::Model, Option<request::Model>)| {
            let request = request.ok_or(Error::Missing("request of an event"))?;
            Ok((requests::read(request)?, requests::read_event(event)?))
        };
        found.into_iter().map(read).collect()
    }

    /// Whether a person has decided on a request.
    pub(crate) async fn has_decided(
        &self,
        person: PersonId,
        request: RequestId,
    ) -> Result<bool, Error> {
        let found = decisions(person).filter(event::Column::RequestId.eq(request));
        Ok(found.limit(1).count(&self.c()).await? > 0)
    }

    /// All who have decided on a request of another's.
    pub(super) async fn deciders_of(&self, request: RequestId) -> Result<Vec<PersonId>, Error> {
        let found = event::Entity::find()
            .select_only()
            .column(event::Column::ById)
            .distinct()
            .filter(event::Column::RequestId.eq(request))
            .filter(is_decision("event"))
            .order_by_asc(event::Column::ById)
            .into_tuple()
            .all(&self.c())
            .await?;
        Ok(found)
    }
}

/// The last decision of a person on each request of another's, with that request, the newest in front.
fn listed(person: PersonId) -> SelectTwo<event::Entity, request::Entity> {
    let of: RelationDef = event::Entity::belongs_to(request::Entity)
        .from(event::Column::RequestId)
        .to(request::Column::Id)
        .into();
    decisions(person)
        .join(JoinType::InnerJoin, of)
        .select_also(request::Entity)
        .filter(request::Column::ApplicantId.ne(person))
        .filter(decided_again(person).not())
        .order_by_desc(event::Column::At)
        .order_by_desc(event::Column::RequestId)
}

fn decisions(person: PersonId) -> Select<event::Entity> {
    event::Entity::find()
        .filter(event::Column::ById.eq(person))
        .filter(is_decision("event"))
}

/// SQLite and PostgreSQL read JSON alike here.
fn is_decision(event: &str) -> SimpleExpr {
    Expr::cust(format!(r#""{event}"."body" ->> 'kind' = 'decided'"#))
}

/// Whether the same person has decided on the same request later.
fn decided_again(person: PersonId) -> SimpleExpr {
    let later = Alias::new("later");
    let of = |column| Expr::col((later.clone(), column));
    let this = |column| Expr::col((event::Entity, column));
    let found = Query::select()
        .expr(Expr::val(1))
        .from_as(event::Entity, later.clone())
        .and_where(of(event::Column::RequestId).equals((event::Entity, event::Column::RequestId)))
        .and_where(of(event::Column::Seq).gt(this(event::Column::Seq)))
        .and_where(of(event::Column::ById).eq(person))
        .and_where(is_decision("later"))
        .to_owned();
    Expr::exists(found)
}

#[cfg(test)]
mod tests {
    use sea_orm::{ConnectionTrait, DbBackend, QueryTrait, Statement};
    use tempfile::TempDir;

    use super::*;

    /// The list follows the index on a person's own events, from the newest on, and sorts nothing.
    #[tokio::test]
    async fn only_ones_own_events_are_gone_through() {
        let folder = TempDir::new().unwrap();
        let address = format!(
            "sqlite://{}?mode=rwc",
            folder.path().join("loket").display()
        );
        migration::run(&address).await.unwrap();
        let db = migration::connect(&address).await.unwrap();
        let asked = listed(PersonId(1)).limit(6).build(DbBackend::Sqlite);
        let plan = Statement::from_string(DbBackend::Sqlite, format!("EXPLAIN QUERY PLAN {asked}"));
        let plan = db.query_all_raw(plan).await.unwrap();
        let steps = plan
            .iter()
            .map(|row| row.try_get::<String>("", "detail").unwrap());
        let steps = steps.collect::<Vec<_>>().join("\n");
        assert!(
            steps.contains("SEARCH event USING INDEX event_by_id_at"),
            "{steps}"
        );
        assert!(!steps.contains("SCAN"), "{steps}");
    }
}
