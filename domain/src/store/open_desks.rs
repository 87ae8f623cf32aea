//! What waits at each desk, counted; and who takes part in what is open.

use std::collections::HashSet;

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, Select,
    sea_query::{Expr, ExprTrait},
};

use super::{
    Conn,
    entity::{request, task},
    requests,
    tasks::request_of_task,
    voices::lies_at,
};
use crate::{
    Error,
    code::RoleCode,
    id::{PersonId, RequestId, TaskId},
    request::{Request, Task},
};

/// A desk at which something waits. Read by the names of its columns.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct OpenDesk {
    pub role: RoleCode,
    /// The one person it is for; none where any holder of the role may act.
    #[sea_orm(from_alias = "assigned_id")]
    pub assigned: Option<PersonId>,
    pub waiting: i64,
    /// At how many of them somebody has spoken, and others have to as well.
    pub heard: i64,
}

/// Who spoke for a request before, in the words of both databases. Its index knows it by these words.
const BEFORE: &str = r#""request"."state" ->> 'before'"#;

impl OpenDesk {
    /// The open tasks that lie at it.
    pub(super) fn tasks(&self) -> Condition {
        let assigned = task::Column::AssignedId;
        Condition::all()
            .add(task::Column::ClosedAt.is_null())
            .add(task::Column::Role.eq(&self.role))
            .add(match self.assigned {
                Some(person) => assigned.eq(person),
                None => assigned.is_null(),
            })
    }
}

impl Conn {
    /// Lets every question know at which desks several posts sit side by side.
    pub(crate) fn knows_shared(&self, desks: Vec<RoleCode>) {
        self.roster.knows_shared(desks);
    }

    /// The desks at which somebody sits who holds these roles: their own, and those that they share.
    pub(super) fn desks_of<'a>(
        &self,
        roles: impl IntoIterator<Item = &'a RoleCode>,
    ) -> Vec<RoleCode> {
        self.roster.desks_of(roles)
    }

    /// The open tasks of a role, those at desks that it shares among them.
    pub async fn open_tasks_of_role(&self, role: &RoleCode) -> Result<Vec<Task>, Error> {
        let desks = self.desks_of([role]);
        let found = at_desks(&desks).all(&self.c()).await?;
        Ok(found.into_iter().map(requests::read_task).collect())
    }

    /// The open tasks of a role after one, with their requests, in the order of their numbers. One that does not read hides
    /// no other.
    pub async fn open_tasks_of(
        &self,
        role: &RoleCode,
        after: TaskId,
        limit: u64,
    ) -> Result<Vec<(TaskId, Result<(Task, Request), Error>)>, Error> {
        let desks = self.desks_of([role]);
        let found = at_desks(&desks)
            .filter(task::Column::Id.gt(after))
            .join(JoinType::InnerJoin, request_of_task())
            .select_also(request::Entity)
            .limit(limit)
            .all(&self.c())
            .await?;
        let read = |found: (task::Model, _)| (found.0.id, requests::read_both(found));
        Ok(found.into_iter().map(read).collect())
    }

    /// The desks at which something waits, and how much.
    pub async fn open_desks(&self) -> Result<Vec<OpenDesk>, Error> {
        let found = task::Entity::find()
            .select_only()
            .columns([task::Column::Role, task::Column::AssignedId])
            .column_as(task::Column::Id.count(), "waiting")
            .column_as(task::Column::Spoken.count(), "heard")
            .filter(task::Column::ClosedAt.is_null())
            .group_by(task::Column::Role)
            .group_by(task::Column::AssignedId)
            .order_by_asc(task::Column::Role)
            .order_by_asc(task::Column::AssignedId)
            .into_model()
            .all(&self.c())
            .await?;
        Ok(found)
    }

    /// Everyone who spoke for a request that is open, before the one who does now.
    pub async fn spoke_before(&self) -> Result<HashSet<PersonId>, Error> {
        let found: Vec<String> = request::Entity::find()
            .select_only()
            .expr(Expr::cust(BEFORE))
            .distinct()
            .filter(request::Column::Ended.is_null())
            .filter(Expr::cust(format!("{BEFORE} IS NOT NULL")))
            .into_tuple()
            .all(&self.c())
            .await?;
        let mut people = HashSet::new();
        for before in found {
            people.extend(serde_json::from_str::<Vec<PersonId>>(&before)?);
        }
        Ok(people)
    }

    /// Whether someone speaks for a request that is open.
    pub async fn speaks_for_any(&self, person: PersonId) -> Result<bool, Error> {
        let found: Option<RequestId> = request::Entity::find()
            .select_only()
            .column(request::Column::Id)
            .filter(request::Column::ApplicantId.eq(person))
            .filter(request::Column::Ended.is_null())
            .limit(1)
            .into_tuple()
            .one(&self.c())
            .await?;
        Ok(found.is_some())
    }

    /// What waits at a desk, without the requests that someone speaks for.
    pub async fn requests_at(
        &self,
        desk: &OpenDesk,
        without: PersonId,
    ) -> Result<Vec<RequestId>, Error> {
        let found = task::Entity::find()
            .select_only()
            .column(task::Column::RequestId)
            .join(JoinType::InnerJoin, request_of_task())
            .filter(desk.tasks())
            .filter(request::Column::ApplicantId.ne(without))
            .order_by_asc(task::Column::Id)
            .into_tuple()
            .all(&self.c())
            .await?;
        Ok(found)
    }

    /// The open tasks of a desk with their requests, as far as one of some people speaks for the request, or someone
    /// else did before, or somebody has spoken where several must agree. Those of one person are left out.
    pub async fn tasks_spoken_for(
        &self,
        desk: &OpenDesk,
        people: &[PersonId],
        without: Option<PersonId>,
    ) -> Result<Vec<(Task, Request)>, Error> {
        let applicant = request::Column::ApplicantId;
        let speaks = applicant.is_in(people.to_vec());
        let others = without.map(|person| applicant.ne(person));
        let found = task::Entity::find()
            .join(JoinType::InnerJoin, request_of_task())
            .select_also(request::Entity)
            .filter(desk.tasks())
            .filter(Condition::all().add_option(others))
            .filter(
                speaks
                    .or(Expr::cust(format!("{BEFORE} IS NOT NULL")))
                    .or(task::Column::Spoken.is_not_null()),
            )
            .order_by_asc(task::Column::Id)
            .all(&self.c())
            .await?;
        found.into_iter().map(requests::read_both).collect()
    }
}

/// The open tasks of some desks, in the order of their numbers.
fn at_desks(desks: &[RoleCode]) -> Select<task::Entity> {
    task::Entity::find()
        .filter(lies_at(desks))
        .filter(task::Column::ClosedAt.is_null())
        .order_by_asc(task::Column::Id)
}
