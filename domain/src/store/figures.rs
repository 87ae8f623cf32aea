//! Finished steps and how long they took.

use std::{collections::BTreeMap, ops::Range};

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Query,
};

use super::{
    Conn,
    entity::{request, task},
    requests::{read_task, read_timing},
    tasks::request_of_task,
};
use crate::{
    Error,
    code::{AgencyCode, EndCode, ProcedureCode, RoleCode, StepCode},
    id::RequestId,
    procedure::{Procedure, SpanPlan},
    request::Timing,
};

/// Finished steps of one kind that took the same time: decided, and not merely interrupted by a question to the
/// applicant.
#[derive(Debug, Clone, PartialEq)]
pub struct Finished {
    pub procedure: ProcedureCode,
    pub step: StepCode,
    pub role: RoleCode,
    /// How long each of them took; when each began is left out.
    pub timing: Timing,
    /// How many they are.
    pub count: u64,
}

/// The columns of finished steps as they are selected.
#[derive(FromQueryResult)]
struct FinishedColumns {
    procedure: ProcedureCode,
    step: StepCode,
    role: RoleCode,
    standard: Option<String>,
    allowed: Option<i64>,
    used: i64,
    paused: i64,
    took: Option<i64>,
    count: i64,
}

/// A stay at a step, as it is selected.
#[derive(FromQueryResult)]
struct StayColumns {
    request_id: RequestId,
    opened_at: DateTime<Utc>,
    took: i64,
}

/// How the requests stood whose steps are summed up.
#[derive(Debug, Clone)]
pub struct FinishedWhere {
    /// The ends in which they had ended; none: they were open.
    pub ends: Option<Vec<EndCode>>,
    /// By when.
    pub by: DateTime<Utc>,
}

impl FinishedWhere {
    fn condition(&self) -> Condition {
        match &self.ends {
            Some(ends) => Condition::all()
                .add(request::Column::Ended.is_in(ends))
                .add(request::Column::ChangedAt.lt(self.by)),
            None => Condition::any()
                .add(request::Column::Ended.is_null())
                .add(request::Column::ChangedAt.gte(self.by)),
        }
    }
}

impl Conn {
    /// The steps that were finished between two moments, summed up where they took the same time, those with the newest
    /// of all last: all, or only those of a procedure, of a role, of an agency, or of requests that stood so.
    pub async fn finished_steps(
        &self,
        within: Range<DateTime<Utc>>,
        procedure: Option<&ProcedureCode>,
        role: Option<&RoleCode>,
        (agency, stood): (Option<&AgencyCode>, Option<&FinishedWhere>),
    ) -> Result<Vec<Finished>, Error> {
        let alike = [
            task::Column::Step,
            task::Column::Role,
            task::Column::Standard,
            task::Column::Allowed,
            task::Column::Used,
            task::Column::Paused,
            task::Column::Took,
        ];
        let all = task::Entity::find()
            .select_only()
            .column(request::Column::Procedure)
            .columns(alike)
            .column_as(task::Column::Id.count(), "count")
            .join(JoinType::InnerJoin, request_of_task())
            .filter(task::Column::ClosedAt.gte(within.start))
            .filter(task::Column::ClosedAt.lt(within.end))
            .filter(task::Column::Took.is_not_null())
            .filter(task::Column::ContinuedBy.is_null())
            .filter(task::Column::Decided.eq(true));
        let of_procedure = procedure.map(|code| request::Column::Procedure.eq(code));
        let of_agency = agency.map(|code| request::Column::Agency.eq(code));
        let of_role = role.map(|code| task::Column::Role.eq(code));
        let grouped = all
            .filter(
                Condition::all()
                    .add_option(of_procedure)
                    .add_option(of_role)
                    .add_option(of_agency)
                    .add_option(stood.map(FinishedWhere::condition)),
            )
            .group_by(request::Column::Procedure);
        let grouped = alike.into_iter().fold(grouped, QuerySelect::group_by);
        let found: Vec<FinishedColumns> = grouped
            .order_by_asc(task::Column::ClosedAt.max())
            .order_by_asc(task::Column::Id.max())
            .into_model()
            .all(&self.long())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }

    /// How long some steps together took, of each request that went beyond the last of them between two moments: when
    /// the first of them began, and what all stays at them come to. Without what the applicant took.
    pub async fn stays_between(
        &self,
        within: Range<DateTime<Utc>>,
        procedure: &Procedure,
        span: &SpanPlan,
        (agency, stood): (Option<&AgencyCode>, Option<&FinishedWhere>),
    ) -> Result<Vec<(DateTime<Utc>, TimeDelta)>, Error> {
        let beyond = Query::select()
            .column(task::Column::RequestId)
            .from(task::Entity)
            .and_where(task::Column::Step.eq(&span.until))
            .and_where(task::Column::ClosedAt.gte(within.start))
            .and_where(task::Column::ClosedAt.lt(within.end))
            .and_where(task::Column::ContinuedBy.is_null())
            .and_where(task::Column::Decided.eq(true))
            .to_owned();
        let steps = procedure.between(&span.from, &span.until);
        let steps: Vec<StepCode> = steps.map(|step| step.code.clone()).collect();
        let of_agency = agency.map(|code| request::Column::Agency.eq(code));
        let found: Vec<StayColumns> = task::Entity::find()
            .select_only()
            .columns([
                task::Column::RequestId,
                task::Column::OpenedAt,
                task::Column::Took,
            ])
            .join(JoinType::InnerJoin, request_of_task())
            .filter(request::Column::Procedure.eq(&procedure.code))
            .filter(task::Column::RequestId.in_subquery(beyond))
            .filter(task::Column::Step.is_in(steps))
            .filter(task::Column::Role.ne(&procedure.opens))
            .filter(task::Column::Took.is_not_null())
            .filter(
                Condition::all()
                    .add_option(of_agency)
                    .add_option(stood.map(FinishedWhere::condition)),
            )
            .into_model()
            .all(&self.long())
            .await?;
        let mut stays: BTreeMap<RequestId, (DateTime<Utc>, TimeDelta)> = BTreeMap::new();
        for it in found {
            let first = (it.opened_at, TimeDelta::zero());
            let stay = stays.entry(it.request_id).or_insert(first);
            stay.0 = stay.0.min(it.opened_at);
            stay.1 += TimeDelta::seconds(it.took);
        }
        Ok(stays.into_values().collect())
    }

    /// When a step was finished for the first time ever.
    pub async fn first_finished(&self) -> Result<Option<DateTime<Utc>>, Error> {
        let first = task::Entity::find()
            .select_only()
            .column(task::Column::ClosedAt)
            .filter(task::Column::ClosedAt.is_not_null())
            .order_by_asc(task::Column::ClosedAt)
            .limit(1);
        Ok(first.into_tuple().one(&self.c()).await?)
    }

    /// How long the finished steps of a request took, each by the event that finished it.
    pub async fn timings_of(&self, request: RequestId) -> Result<BTreeMap<i64, Timing>, Error> {
        let found = task::Entity::find()
            .filter(task::Column::RequestId.eq(request))
            .filter(task::Column::Took.is_not_null())
            .filter(task::Column::ContinuedBy.is_null())
            .all(&self.c())
            .await?;
        let tasks = found.into_iter().map(read_task);
        Ok(tasks
            .filter_map(|task| Some((task.closed_seq?, task.timing)))
            .collect())
    }
}

fn read(columns: FinishedColumns) -> Finished {
    Finished {
        procedure: columns.procedure,
        step: columns.step,
        role: columns.role,
        timing: read_timing(
            DateTime::default(),
            columns.standard.as_deref(),
            [columns.allowed, columns.took],
            [columns.used, columns.paused],
            0,
        ),
        count: columns.count.unsigned_abs(),
    }
}
