//! Requests, their tasks and their history, as they are looked up.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Query,
};

use super::{
    Conn, Tx,
    entity::{event, request, task},
};
use crate::{
    Error,
    code::{AgencyCode, ProcedureCode, RoleCode, StepCode},
    id::{PersonId, RequestId, TaskId},
    person::Person,
    request::{Recorded, Request, Task},
};

/// A task that nobody has settled, locked until the transaction ends.
#[derive(Debug)]
pub struct OpenTask {
    pub task: Task,
    pub request: Request,
}

/// Which requests a list shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Filter<'a> {
    /// The ones a person sent, open ones first.
    SentBy(PersonId),
    /// The ones that wait for a person, longest first.
    WaitingFor(&'a Person),
}

impl Conn {
    pub async fn request(&self, id: RequestId) -> Result<Option<Request>, Error> {
        request::Entity::find_by_id(id.0)
            .one(&self.c())
            .await?
            .map(read)
            .transpose()
    }

    pub async fn request_by_token(&self, token: &str) -> Result<Option<Request>, Error> {
        request::Entity::find()
            .filter(request::Column::Token.eq(token))
            .one(&self.c())
            .await?
            .map(read)
            .transpose()
    }

    pub async fn task(&self, id: TaskId) -> Result<Option<Task>, Error> {
        Ok(task::Entity::find_by_id(id.0)
            .one(&self.c())
            .await?
            .map(read_task))
    }

    /// The task at which a request waits.
    pub async fn open_task_of(&self, request: RequestId) -> Result<Option<Task>, Error> {
        let found = task::Entity::find()
            .filter(task::Column::RequestId.eq(request.0))
            .filter(task::Column::ClosedAt.is_null())
            .one(&self.c())
            .await?;
        Ok(found.map(read_task))
    }

    /// Everything that happened to a request, oldest first.
    pub async fn history(&self, request: RequestId) -> Result<Vec<Recorded>, Error> {
        let found = event::Entity::find()
            .filter(event::Column::RequestId.eq(request.0))
            .order_by_asc(event::Column::Seq)
            .all(&self.c())
            .await?;
        found.into_iter().map(read_event).collect()
    }

    /// One event of a request.
    pub async fn event(&self, request: RequestId, seq: i64) -> Result<Option<Recorded>, Error> {
        event::Entity::find_by_id((request.0, seq))
            .one(&self.c())
            .await?
            .map(read_event)
            .transpose()
    }

    /// One page of a list, and how many there are in all.
    pub async fn requests(
        &self,
        filter: Filter<'_>,
        page: u64,
        size: u64,
    ) -> Result<(Vec<Request>, u64), Error> {
        let select = match filter {
            Filter::SentBy(person) => request::Entity::find()
                .filter(request::Column::ApplicantId.eq(person.0))
                .order_by_asc(request::Column::Ended.is_not_null())
                .order_by_desc(request::Column::Id),
            Filter::WaitingFor(person) => request::Entity::find()
                .filter(request::Column::Id.in_subquery(waiting_for(person)))
                .order_by_asc(request::Column::ChangedAt)
                .order_by_asc(request::Column::Id),
        };
        let total = select.clone().count(&self.c()).await?;
        let found = select
            .offset(page * size)
            .limit(size)
            .all(&self.c())
            .await?;
        Ok((
            found.into_iter().map(read).collect::<Result<_, _>>()?,
            total,
        ))
    }

    /// How many tasks wait for a person.
    pub async fn count_tasks(&self, person: &Person) -> Result<u64, Error> {
        Ok(request::Entity::find()
            .filter(request::Column::Id.in_subquery(waiting_for(person)))
            .count(&self.c())
            .await?)
    }

    /// The open tasks of a role that are for any of its holders.
    pub async fn open_tasks_of_role(
        &self,
        role: &RoleCode,
    ) -> Result<Vec<(Task, PersonId)>, Error> {
        let found = task::Entity::find()
            .filter(task::Column::Role.eq(role.as_str()))
            .filter(task::Column::ClosedAt.is_null())
            .filter(task::Column::AssignedId.is_null())
            .order_by_asc(task::Column::Id)
            .all(&self.c())
            .await?;
        let mut tasks = Vec::new();
        for model in found {
            if let Some(request) = self.request(RequestId(model.request_id)).await? {
                tasks.push((read_task(model), request.applicant));
            }
        }
        Ok(tasks)
    }
}

impl Tx {
    /// A task with its request, locked. `None` where there is no such task; a settled task comes
    /// back with the moment at which it was settled.
    pub async fn lock_task(&self, id: TaskId) -> Result<Option<OpenTask>, Error> {
        let found = task::Entity::find_by_id(id.0)
            .lock_exclusive()
            .one(&self.c())
            .await?;
        let Some(task) = found else { return Ok(None) };
        let request = self
            .request(RequestId(task.request_id))
            .await?
            .ok_or(Error::Missing("request of a task"))?;
        Ok(Some(OpenTask {
            task: read_task(task),
            request,
        }))
    }
}

/// The requests whose open task is for this person.
fn waiting_for(person: &Person) -> sea_orm::sea_query::SelectStatement {
    let roles: Vec<_> = person.roles.iter().map(RoleCode::as_str).collect();
    Query::select()
        .column((task::Entity, task::Column::RequestId))
        .from(task::Entity)
        .join(
            JoinType::InnerJoin,
            request::Entity,
            sea_orm::sea_query::ExprTrait::equals(
                sea_orm::sea_query::Expr::col((request::Entity, request::Column::Id)),
                (task::Entity, task::Column::RequestId),
            ),
        )
        .and_where(task::Column::ClosedAt.is_null())
        .cond_where(
            Condition::any()
                .add(task::Column::AssignedId.eq(person.id.0))
                .add(
                    Condition::all()
                        .add(task::Column::AssignedId.is_null())
                        .add(task::Column::Role.is_in(roles))
                        .add(request::Column::ApplicantId.ne(person.id.0)),
                ),
        )
        .to_owned()
}

pub(super) fn read(model: request::Model) -> Result<Request, Error> {
    Ok(Request {
        id: RequestId(model.id),
        token: model.token,
        ticket: model.ticket,
        procedure: ProcedureCode::new(model.procedure),
        procedure_version: u32::try_from(model.procedure_version).unwrap_or(0),
        agency: AgencyCode::new(model.agency),
        applicant: PersonId(model.applicant_id),
        opened_at: model.opened_at,
        version: model.version,
        state: serde_json::from_value(model.state)?,
    })
}

pub(super) fn read_task(model: task::Model) -> Task {
    Task {
        id: TaskId(model.id),
        request: RequestId(model.request_id),
        step: StepCode::new(model.step),
        role: RoleCode::new(model.role),
        assigned: model.assigned_id.map(PersonId),
        opened_at: model.opened_at,
        opened_seq: model.opened_seq,
        due_at: model.due_at,
        closed_at: model.closed_at,
        closed_seq: model.closed_seq,
    }
}

fn read_event(model: event::Model) -> Result<Recorded, Error> {
    Ok(Recorded {
        seq: model.seq,
        at: model.at,
        by: PersonId(model.by_id),
        event: serde_json::from_value(model.body)?,
    })
}
