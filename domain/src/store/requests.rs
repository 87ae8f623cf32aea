//! Requests, their tasks and their history, as they are looked up.

use std::ops::Range;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{ExprTrait, Query, SelectStatement},
};

use super::{
    Conn,
    entity::{event, request, task},
    voices::{lies_at, not_spoken_by},
};
use crate::{
    Error,
    code::AgencyCode,
    id::{AccountId, PersonId, RequestId, TaskId},
    office,
    person::Person,
    procedure::StandardTime,
    request::{RecordedEvent, Request, Task, Timing},
};

/// Which requests a list shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Filter<'a> {
    /// The ones that are a person's own or their agency's, open ones first.
    Own(&'a Person),
    /// The ones that wait for a person at a moment, longest first.
    WaitingFor(&'a Person, DateTime<Utc>),
}

impl Conn {
    pub async fn request(&self, id: RequestId) -> Result<Option<Request>, Error> {
        request::Entity::find_by_id(id)
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

    /// Everything that happened to a request, oldest first.
    pub async fn history(&self, request: RequestId) -> Result<Vec<RecordedEvent>, Error> {
        let found = event::Entity::find()
            .filter(event::Column::RequestId.eq(request))
            .order_by_asc(event::Column::Seq)
            .all(&self.c())
            .await?;
        found.into_iter().map(read_event).collect()
    }

    /// The requests in which the office's clock decided something between two moments.
    pub async fn decided_by_clock(
        &self,
        between: Range<DateTime<Utc>>,
    ) -> Result<Vec<RequestId>, Error> {
        let Some(clock) = self.person_of(AccountId(0)).await? else {
            return Ok(Vec::new());
        };
        let found = event::Entity::find()
            .filter(event::Column::At.gte(between.start))
            .filter(event::Column::At.lt(between.end))
            .filter(event::Column::ById.eq(clock.id))
            .order_by_asc(event::Column::RequestId)
            .all(&self.c())
            .await?;
        let mut requests: Vec<_> = found.iter().map(|row| row.request_id).collect();
        requests.dedup();
        Ok(requests)
    }

    /// One event of a request.
    pub async fn event(
        &self,
        request: RequestId,
        seq: i64,
    ) -> Result<Option<RecordedEvent>, Error> {
        event::Entity::find_by_id((request, seq))
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
        let (select, total) = match filter {
            Filter::Own(person) => {
                let select = request::Entity::find()
                    .filter(own(person))
                    .order_by_asc(request::Column::Ended.is_not_null())
                    .order_by_desc(request::Column::Id);
                let total = select.clone().count(&self.c()).await?;
                (select, total)
            }
            Filter::WaitingFor(person, now) => {
                let select = request::Entity::find()
                    .filter(request::Column::Id.in_subquery(waiting_for(self, person, now)))
                    .order_by_asc(request::Column::ChangedAt)
                    .order_by_asc(request::Column::Id);
                (select, self.count_tasks(person, now).await?)
            }
        };
        let found = page_of(&self.c(), select, (page, size)).await?;
        Ok((found, total))
    }

    /// The open tasks of the office's that a person can decide at a moment, the one that should be done first in
    /// front; not more than so many. What they are asked as the applicant is none.
    pub async fn tasks_waiting_for(
        &self,
        person: &Person,
        now: DateTime<Utc>,
        limit: Option<u64>,
    ) -> Result<Vec<Task>, Error> {
        let found = offices_waiting(self, person, now)
            .order_by_asc(task::Column::DueAt.is_null())
            .order_by_asc(task::Column::DueAt)
            .order_by_asc(task::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read_task).collect())
    }

    /// As many as [`Conn::tasks_waiting_for`] finds without those of one request, counted up to a limit.
    pub async fn count_waiting(
        &self,
        person: &Person,
        now: DateTime<Utc>,
        without: RequestId,
        limit: u64,
    ) -> Result<u64, Error> {
        let found: Vec<TaskId> = offices_waiting(self, person, now)
            .filter(task::Column::RequestId.ne(without))
            .select_only()
            .column(task::Column::Id)
            .limit(limit)
            .into_tuple()
            .all(&self.c())
            .await?;
        Ok(found.len() as u64)
    }

    /// How many of the office's tasks wait for a person.
    pub async fn count_offices(&self, person: &Person, now: DateTime<Utc>) -> Result<u64, Error> {
        Ok(offices_waiting(self, person, now).count(&self.c()).await?)
    }

    /// How many tasks wait for a person, those that they are asked as the applicant among them.
    pub async fn count_tasks(&self, person: &Person, now: DateTime<Utc>) -> Result<u64, Error> {
        Ok(waiting(self, person, now).count(&self.c()).await?)
    }

    /// The oldest open requests for which someone speaks, of one agency.
    pub async fn open_requests_of(
        &self,
        applicant: PersonId,
        agency: &AgencyCode,
        after: RequestId,
        limit: u64,
    ) -> Result<Vec<(RequestId, Result<Request, Error>)>, Error> {
        let found = spoken_for(applicant)
            .filter(request::Column::Agency.eq(agency))
            .filter(request::Column::Id.gt(after))
            .order_by_asc(request::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(|row| (row.id, read(row))).collect())
    }

    /// How many open requests someone speaks for; where an agency is named, how many of its.
    pub async fn count_open_requests_of(
        &self,
        applicant: PersonId,
        agency: Option<&AgencyCode>,
    ) -> Result<u64, Error> {
        let of_agency = agency.map(|agency| request::Column::Agency.eq(agency));
        let found = spoken_for(applicant).filter(Condition::all().add_option(of_agency));
        Ok(found.count(&self.c()).await?)
    }
}

/// The open requests for which someone speaks.
fn spoken_for(applicant: PersonId) -> Select<request::Entity> {
    request::Entity::find()
        .filter(request::Column::ApplicantId.eq(applicant))
        .filter(request::Column::Ended.is_null())
}

/// What a person answers for, and for contact persons what their colleagues do.
fn own(person: &Person) -> Condition {
    let own = Condition::any().add(request::Column::ApplicantId.eq(person.id));
    match &person.agency {
        Some(agency) if person.holds(&office::PIC.into()) => {
            own.add(request::Column::Agency.eq(agency))
        }
        _ => own,
    }
}

/// The rows of one page: first which they are, and then these. A database that sorts whole rows moves all that is
/// written in them.
pub(super) async fn page_of(
    conn: &impl ConnectionTrait,
    select: Select<request::Entity>,
    (page, size): (u64, u64),
) -> Result<Vec<Request>, Error> {
    let ids: Vec<RequestId> = select
        .select_only()
        .column(request::Column::Id)
        .offset(page * size)
        .limit(size)
        .into_tuple()
        .all(conn)
        .await?;
    let Some(last) = ids.last().copied() else {
        return Ok(Vec::new());
    };
    // As many as a page has: a database compiles a statement for each length anew, and keeps it.
    let padded = ids.iter().copied().chain(std::iter::repeat(last));
    let padded = padded.take(usize::try_from(size).unwrap_or(ids.len()));
    let found = request::Entity::find()
        .filter(request::Column::Id.is_in(padded))
        .all(conn)
        .await?;
    let place = |id: &RequestId| ids.iter().position(|it| it == id);
    let mut found: Vec<Request> = found.into_iter().map(read).collect::<Result<_, _>>()?;
    found.sort_by_key(|request| place(&request.id));
    Ok(found)
}

/// The office's open tasks that this person can decide now.
fn offices_waiting(conn: &Conn, person: &Person, now: DateTime<Utc>) -> Select<task::Entity> {
    waiting(conn, person, now).filter(
        task::Column::AssignedId
            .is_null()
            .or(task::Column::Role.ne(office::PIC)),
    )
}

/// The requests whose open task this person can decide now.
fn waiting_for(conn: &Conn, person: &Person, now: DateTime<Utc>) -> SelectStatement {
    let found = waiting(conn, person, now).select_only();
    found.column(task::Column::RequestId).into_query()
}

/// The open tasks that this person can decide now. They are found by the desks at which they lie, and the requests
/// themselves are not looked at.
fn waiting(conn: &Conn, person: &Person, now: DateTime<Utc>) -> Select<task::Entity> {
    let sent_by = |people: Vec<PersonId>| {
        let open = Query::select()
            .column(request::Column::Id)
            .from(request::Entity)
            .and_where(request::Column::ApplicantId.is_in(people))
            .and_where(request::Column::Ended.is_null())
            .to_owned();
        task::Column::RequestId.in_subquery(open)
    };
    let own = person
        .roles
        .iter()
        .filter(|it| person.deputy(it, now).is_none());
    let own = conn.desks_of(own);
    let mine = task::Column::AssignedId
        .eq(person.id)
        // What waits for the applicant waits for nobody's deputy.
        .and(sent_by(vec![person.id]).or(task::Column::Role.is_in(own.clone())));
    let anyones = Condition::all()
        .add(task::Column::AssignedId.is_null())
        .add(task::Column::Role.is_in(own))
        .add(sent_by(vec![person.id]).not());
    let mut theirs = Condition::any().add(mine).add(anyones);
    for mandate in person.mandates_now(now).filter(|it| it.replaces()) {
        let principal = mandate.principal;
        let for_all = task::Column::AssignedId.is_null();
        theirs = theirs.add(
            Condition::all()
                .add(lies_at(&conn.desks_of([&mandate.role])))
                .add(match principal {
                    Some(principal) => for_all.or(task::Column::AssignedId.eq(principal)),
                    None => for_all,
                })
                .add(sent_by(principal.into_iter().chain([person.id]).collect()).not())
                .add_option(principal.map(not_spoken_by)),
        );
    }
    task::Entity::find()
        .filter(task::Column::ClosedAt.is_null())
        .filter(theirs)
        .filter(not_spoken_by(person.id))
}

pub(super) fn read(model: request::Model) -> Result<Request, Error> {
    Ok(Request {
        id: model.id,
        token: model.token,
        ticket: model.ticket,
        procedure: model.procedure,
        procedure_version: u32::try_from(model.procedure_version).unwrap_or(0),
        agency: model.agency,
        applicant: model.applicant_id,
        opened_at: model.opened_at,
        version: model.version,
        alike: match model.alike {
            Some(alike) => serde_json::from_value(alike)?,
            None => Vec::new(),
        },
        nudged_until: model.nudged_until,
        state: serde_json::from_value(model.state)?,
    })
}

/// A task's time as its row keeps it, in seconds.
pub(super) fn read_timing(
    from: DateTime<Utc>,
    standard: Option<&str>,
    [allowed, took]: [Option<i64>; 2],
    [used, paused]: [i64; 2],
    revision: i64,
) -> Timing {
    let seconds = TimeDelta::seconds;
    Timing {
        from,
        standard: standard.and_then(StandardTime::parse),
        allowed: allowed.map(seconds),
        used: seconds(used),
        paused: seconds(paused),
        took: took.map(seconds),
        revision,
    }
}

/// A task with its request, as a join finds them.
pub(super) fn read_both(
    (task, request): (task::Model, Option<request::Model>),
) -> Result<(Task, Request), Error> {
    let request = request.ok_or(Error::Missing("request of a task"))?;
    Ok((read_task(task), read(request)?))
}

pub(super) fn read_task(model: task::Model) -> Task {
    let timing = read_timing(
        model.counts_from.unwrap_or(model.opened_at),
        model.standard.as_deref(),
        [model.allowed, model.took],
        [model.used, model.paused],
        model.revision,
    );
    Task {
        id: model.id,
        request: model.request_id,
        step: model.step,
        role: model.role,
        assigned: model.assigned_id,
        opened_at: model.opened_at,
        opened_seq: model.opened_seq,
        due_at: model.due_at,
        timing,
        closed_at: model.closed_at,
        closed_seq: model.closed_seq,
    }
}

pub(super) fn read_event(model: event::Model) -> Result<RecordedEvent, Error> {
    Ok(RecordedEvent {
        seq: model.seq,
        at: model.at,
        by: model.by_id,
        event: serde_json::from_value(model.body)?,
    })
}
