//! Finished steps and how long they took.

use std::{collections::BTreeMap, ops::Range};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef, sea_query::Expr,
};

use super::{
    Conn,
    entity::{event, request, task},
    requests::{read_task, read_timing},
    tasks::request_of_task,
};
use crate::{
    Error,
    code::{ProcedureCode, RoleCode, StepCode},
    id::RequestId,
    request::Timing,
};

/// A step that was finished: decided, and not merely interrupted by a question to the applicant.
#[derive(Debug, Clone, PartialEq)]
pub struct Finished {
    pub procedure: ProcedureCode,
    pub step: StepCode,
    pub role: RoleCode,
    pub timing: Timing,
}

/// The columns of a finished step as they are selected.
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
    revision: i64,
    opened_at: DateTime<Utc>,
}

impl Conn {
    /// The steps that were finished between two moments, oldest first: all, or only those of a procedure,
    /// or of a role.
    pub async fn finished_steps(
        &self,
        within: Range<DateTime<Utc>>,
        procedure: Option<&ProcedureCode>,
        role: Option<&RoleCode>,
    ) -> Result<Vec<Finished>, Error> {
        let by: RelationDef = task::Entity::belongs_to(event::Entity)
            .from((task::Column::RequestId, task::Column::ClosedSeq))
            .to((event::Column::RequestId, event::Column::Seq))
            .into();
        let all = task::Entity::find()
            .select_only()
            .column(request::Column::Procedure)
            .columns([
                task::Column::Step,
                task::Column::Role,
                task::Column::Standard,
                task::Column::Allowed,
                task::Column::Used,
                task::Column::Paused,
                task::Column::Took,
                task::Column::Revision,
                task::Column::OpenedAt,
            ])
            .join(JoinType::InnerJoin, request_of_task())
            .join(JoinType::InnerJoin, by)
            .filter(task::Column::ClosedAt.gte(within.start))
            .filter(task::Column::ClosedAt.lt(within.end))
            .filter(task::Column::Took.is_not_null())
            .filter(task::Column::ContinuedBy.is_null())
            // SQLite and PostgreSQL read JSON alike here. Whoever withdraws finishes no step.
            .filter(Expr::cust(r#""event"."body" ->> 'kind' = 'decided'"#));
        let of_procedure = procedure.map(|code| request::Column::Procedure.eq(code));
        let of_role = role.map(|code| task::Column::Role.eq(code));
        let found: Vec<FinishedColumns> = all
            .filter(
                Condition::all()
                    .add_option(of_procedure)
                    .add_option(of_role),
            )
            .order_by_asc(task::Column::ClosedAt)
            .order_by_asc(task::Column::Id)
            .into_model()
            .all(&self.long())
            .await?;
        Ok(found.into_iter().map(read).collect())
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
            columns.opened_at,
            columns.standard.as_deref(),
            [columns.allowed, columns.took],
            [columns.used, columns.paused],
            columns.revision,
        ),
    }
}
