//! Who is a mere number by now.

use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, Select,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::{
    Conn, Tx,
    entity::{draft, event, holding, mandate, person, request},
    retention::{NAMELESS, ids},
};
use crate::{Error, id::PersonId, office::NEWCOMER};

impl Conn {
    /// Those who are no longer with the office, and of whose requests and acts nothing is left that
    /// tells of people. Whoever has done nothing at all is not among them.
    pub(crate) async fn outlived_people(&self, limit: u64) -> Result<Vec<PersonId>, Error> {
        let found = gone()
            .filter(Expr::exists(acts(false)).not())
            .filter(Expr::exists(acts(true)));
        let ids = ids(found, person::Column::Id, limit);
        Ok(ids.all(&self.long()).await?)
    }
}

impl Tx {
    /// Those of some people who are no longer with the office still: nobody else acts there.
    pub(crate) async fn still_gone(&self, these: &[PersonId]) -> Result<Vec<PersonId>, Error> {
        let found = gone().filter(person::Column::Id.is_in(these.iter().copied()));
        let ids = ids(found, person::Column::Id, these.len() as u64);
        Ok(ids.all(&self.c()).await?)
    }
}

/// Everyone who is no longer with the office, and speaks for nothing that still tells of people.
fn gone() -> Select<person::Entity> {
    let id = person::Column::Id;
    let account = person::Column::Account;
    person::Entity::find()
        .filter(person::Column::Name.ne(NAMELESS))
        // The office's clock has account 0, a group one below.
        .filter(account.is_null().or(account.gt(0)))
        // Those with the office are passed over first, so that what they did need not be gone through.
        .filter(id.not_in_subquery(holders()))
        .filter(id.not_in_subquery(deputies()))
        .filter(id.not_in_subquery(writers()))
        .filter(Expr::exists(spoken_for()).not())
}

fn holders() -> SelectStatement {
    Query::select()
        .column(holding::Column::PersonId)
        .from(holding::Entity)
        .and_where(holding::Column::Role.ne(NEWCOMER))
        .to_owned()
}

fn deputies() -> SelectStatement {
    Query::select()
        .column(mandate::Column::DeputyId)
        .from(mandate::Entity)
        .and_where(mandate::Column::EndedAt.is_null())
        .to_owned()
}

fn writers() -> SelectStatement {
    Query::select()
        .column(draft::Column::PersonId)
        .from(draft::Entity)
        .to_owned()
}

/// The requests that a person speaks for and that still tell of people.
fn spoken_for() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(request::Entity)
        .and_where(theirs(request::Entity, request::Column::ApplicantId))
        .and_where(request::Column::RemovedAt.is_null())
        .to_owned()
}

/// What a person did in requests that tell of people no more, or in those that do.
fn acts(removed: bool) -> SelectStatement {
    let at = request::Column::RemovedAt;
    let of = Expr::col((request::Entity, request::Column::Id))
        .equals((event::Entity, event::Column::RequestId));
    Query::select()
        .expr(Expr::val(1))
        .from(event::Entity)
        .inner_join(request::Entity, of)
        .and_where(theirs(event::Entity, event::Column::ById))
        .and_where(if removed {
            at.is_not_null()
        } else {
            at.is_null()
        })
        .to_owned()
}

fn theirs<E: EntityTrait, C: ColumnTrait>(table: E, person: C) -> Expr {
    Expr::col((table, person)).equals((person::Entity, person::Column::Id))
}
