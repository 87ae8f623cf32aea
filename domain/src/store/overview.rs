//! All requests, as they are listed and searched.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, RelationDef, Select,
    sea_query::{Expr, ExprTrait, LikeExpr, Query},
};

use super::{
    Conn, Tx,
    entity::{person, request, task},
    open_desks::OpenDesk,
    registers::escaped,
    requests,
};
use crate::{
    Error,
    code::{AgencyCode, RoleCode},
    id::RequestId,
    request::{Phase, Request},
};

/// Which of all requests are looked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sought<'a> {
    Phase(Phase),
    /// The ones that wait at the desk of a role.
    Desk(&'a RoleCode),
    /// The ones that wait at these desks, and some others.
    Stuck(&'a [OpenDesk], &'a [RequestId]),
    /// The ones that hold all of these words.
    Words(&'a [Word]),
}

/// A word that is searched for.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// In lower case.
    pub word: String,
    /// The agencies in whose names it stands.
    pub agencies: Vec<AgencyCode>,
}

impl Conn {
    /// One page of all requests, and how many there are in all. Open ones: the one that should be done
    /// first in front. Ended ones: the newest end in front. Searched ones: the newest request in front.
    pub async fn all_requests(
        &self,
        sought: Sought<'_>,
        page: u64,
        size: u64,
    ) -> Result<(Vec<Request>, u64), Error> {
        let total = match sought {
            // Nothing but the requests themselves is asked about.
            Sought::Phase(phase) => {
                request::Entity::find()
                    .filter(request::Column::Phase.eq(phase))
                    .count(&self.long())
                    .await?
            }
            _ => select(sought).count(&self.long()).await?,
        };
        let select = match sought {
            Sought::Words(_) => select(sought).order_by_desc(request::Column::Id),
            Sought::Phase(phase) if phase.is_end() => select(sought)
                .order_by_desc(request::Column::ChangedAt)
                .order_by_desc(request::Column::Id),
            _ => select(sought)
                .order_by_asc(task::Column::DueAt.is_null())
                .order_by_asc(task::Column::DueAt)
                .order_by_asc(request::Column::ChangedAt)
                .order_by_asc(request::Column::Id),
        };
        let found = requests::page_of(&self.long(), select, (page, size)).await?;
        Ok((found, total))
    }

    /// How many of them should have been done before a moment.
    pub async fn count_late(&self, sought: Sought<'_>, now: DateTime<Utc>) -> Result<u64, Error> {
        let late = task::Entity::find()
            .filter(task::Column::ClosedAt.is_null())
            .filter(task::Column::DueAt.lt(now));
        let late = match sought {
            // What is due is the office's to do: nothing else has a due time.
            Sought::Phase(Phase::Running) => late,
            Sought::Phase(_) => return Ok(0),
            Sought::Desk(role) => late.filter(task::Column::Role.eq(role)),
            _ => {
                let late = select(sought).filter(task::Column::DueAt.lt(now));
                return Ok(late.count(&self.long()).await?);
            }
        };
        Ok(late.count(&self.long()).await?)
    }

    /// Requests that are older than the lists of all requests and do not stand in them yet.
    pub async fn unlisted(&self, limit: u64) -> Result<Vec<Request>, Error> {
        let found = request::Entity::find()
            .filter(request::Column::Phase.is_null())
            .order_by_asc(request::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        found.into_iter().map(requests::read).collect()
    }
}

impl Tx {
    /// Notes how a request stands and what it is found by, and when its open task should be done,
    /// where nobody has noted it yet.
    pub async fn list_request(
        &self,
        request: &Request,
        phase: Phase,
        due: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        request::Entity::update_many()
            .set(request::ActiveModel {
                phase: Set(Some(phase)),
                found_by: Set(Some(request.found_by())),
                ..Default::default()
            })
            .filter(request::Column::Id.eq(request.id))
            .exec(&self.c())
            .await?;
        task::Entity::update_many()
            .set(task::ActiveModel {
                due_at: Set(due),
                ..Default::default()
            })
            .filter(task::Column::RequestId.eq(request.id))
            .filter(task::Column::ClosedAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(())
    }
}

/// The requests that are looked for, each beside its open task.
fn select(sought: Sought<'_>) -> Select<request::Entity> {
    let open: RelationDef = request::Entity::belongs_to(task::Entity)
        .from(request::Column::Id)
        .to(task::Column::RequestId)
        .on_condition(|_, _| Condition::all().add(task::Column::ClosedAt.is_null()))
        .into();
    let all = request::Entity::find().join(JoinType::LeftJoin, open);
    match sought {
        Sought::Phase(phase) => all.filter(request::Column::Phase.eq(phase)),
        Sought::Desk(role) => all
            .filter(request::Column::Phase.eq(Phase::Running))
            .filter(task::Column::Role.eq(role)),
        Sought::Stuck(desks, others) => {
            let these = request::Column::Id.is_in(others.iter().copied());
            let some = Condition::any().add_option((!others.is_empty()).then_some(these));
            let at_desk = |desk: &OpenDesk| {
                let waiting = Query::select()
                    .column(task::Column::RequestId)
                    .from(task::Entity)
                    .cond_where(desk.tasks())
                    .to_owned();
                request::Column::Id.in_subquery(waiting)
            };
            all.filter(desks.iter().map(at_desk).fold(some, Condition::add))
        }
        Sought::Words(words) => words
            .iter()
            .fold(all, |select, word| select.filter(holds(word))),
    }
}

/// Whether a word stands in a request, in the name of its agency or in its applicant's.
fn holds(word: &Word) -> Condition {
    let like = || LikeExpr::new(format!("%{}%", escaped(&word.word))).escape('\\');
    let name = Expr::expr(sea_orm::sea_query::Func::lower(Expr::col((
        person::Entity,
        person::Column::Name,
    ))));
    let people = Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .and_where(name.like(like()))
        .to_owned();
    let agencies = word.agencies.iter();
    Condition::any()
        .add(Expr::col((request::Entity, request::Column::FoundBy)).like(like()))
        .add(request::Column::Agency.is_in(agencies))
        .add(request::Column::ApplicantId.in_subquery(people))
}
