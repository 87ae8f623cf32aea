//! Tasks and their time: opening, settling, going on after the applicant was asked.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    sea_query::Query,
};

use super::{
    Conn, Tx,
    entity::{card, due_change, request, task},
    requests::{read_both, read_task},
};
use crate::{
    Error,
    id::{PersonId, RequestId, TaskId},
    office::Office,
    request::{Request, Task, Timing, desk::Desk},
    wake::{Stage, Wake},
};

/// How many tasks of a request are looked at for the one that goes on.
const LOOKED_BACK: u64 = 20;

/// A task that nobody has settled, locked until the transaction ends.
#[derive(Debug)]
pub struct OpenTask {
    pub task: Task,
    pub request: Request,
}

/// From a task to its request.
pub(super) fn request_of_task() -> RelationDef {
    task::Entity::belongs_to(request::Entity)
        .from(task::Column::RequestId)
        .to(request::Column::Id)
        .into()
}

impl Conn {
    pub async fn task(&self, id: TaskId) -> Result<Option<Task>, Error> {
        Ok(task::Entity::find_by_id(id)
            .one(&self.c())
            .await?
            .map(read_task))
    }

    /// The task at which a request waits.
    pub async fn open_task_of(&self, request: RequestId) -> Result<Option<Task>, Error> {
        let found = task::Entity::find()
            .filter(task::Column::RequestId.eq(request))
            .filter(task::Column::ClosedAt.is_null())
            .one(&self.c())
            .await?;
        Ok(found.map(read_task))
    }

    /// The open tasks after a given one, in the order of their numbers.
    pub async fn open_tasks_after(&self, last: TaskId, limit: u64) -> Result<Vec<Task>, Error> {
        let found = task::Entity::find()
            .filter(task::Column::ClosedAt.is_null())
            .filter(task::Column::Id.gt(last))
            .order_by_asc(task::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read_task).collect())
    }

    /// Whether the due time of an open task comes from an older calendar.
    pub(crate) async fn is_timed_by_older(&self, revision: i64) -> Result<bool, Error> {
        let found = task::Entity::find()
            .filter(task::Column::ClosedAt.is_null())
            .filter(task::Column::Revision.lt(revision))
            .limit(1)
            .one(&self.c())
            .await?;
        Ok(found.is_some())
    }

    /// When due times of a request's tasks were computed again, and what they were before, oldest first.
    pub async fn due_changes_of(
        &self,
        request: RequestId,
    ) -> Result<Vec<(DateTime<Utc>, Option<DateTime<Utc>>)>, Error> {
        let tasks = Query::select()
            .column(task::Column::Id)
            .from(task::Entity)
            .and_where(task::Column::RequestId.eq(request))
            .to_owned();
        let found = due_change::Entity::find()
            .filter(due_change::Column::TaskId.in_subquery(tasks))
            .order_by_asc(due_change::Column::Id)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(|row| (row.at, row.due_at)).collect())
    }
}

impl Tx {
    /// A task with its request, locked. `None` where there is no such task; a settled task comes
    /// back with the moment at which it was settled.
    pub async fn lock_task(&self, id: TaskId) -> Result<Option<OpenTask>, Error> {
        // Both are locked: of a row that is only joined, whoever waited for the other would see what it was before.
        let found = task::Entity::find_by_id(id)
            .join(JoinType::InnerJoin, request_of_task())
            .select_also(request::Entity)
            .lock_exclusive()
            .one(&self.c())
            .await?;
        let found = found.map(read_both).transpose()?;
        Ok(found.map(|(task, request)| OpenTask { task, request }))
    }

    /// As [`Tx::lock_task`], and none where it is settled.
    pub async fn lock_open_task(&self, id: TaskId) -> Result<Option<OpenTask>, Error> {
        let locked = self.lock_task(id).await?;
        Ok(locked.filter(|open| open.task.closed_at.is_none()))
    }

    /// A task waits for someone else from now on.
    pub(crate) async fn assign(&self, id: TaskId, to: PersonId) -> Result<(), Error> {
        task::Entity::update_many()
            .set(task::ActiveModel {
                assigned_id: Set(Some(to)),
                ..Default::default()
            })
            .filter(task::Column::Id.eq(id))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Opens a task at a desk and starts its clock. `closed` is the task that was settled with it.
    pub(super) async fn open_task(
        &self,
        office: &Office,
        (request, at): (&Request, DateTime<Utc>),
        desk: &Desk,
        closed: Option<Task>,
    ) -> Result<Task, Error> {
        let earlier = match closed {
            Some(closed) if closed.assigned == Some(request.applicant) => {
                self.went_before(office, request, desk, at).await?
            }
            _ => None,
        };
        let continues = earlier.as_ref().map(|(task, _)| *task);
        let calendar = &office.calendar;
        let from = desk.starts.map_or(at, |starts| starts.max(at));
        let timing = Timing::begins(calendar, from, desk.time, earlier.map(|(_, timing)| timing));
        let row = task::ActiveModel {
            id: NotSet,
            request_id: Set(request.id),
            step: Set(desk.step.clone()),
            role: Set(desk.role.clone()),
            assigned_id: Set(desk.assigned),
            opened_at: Set(at),
            due_at: Set(timing.due(calendar)),
            opened_seq: Set(request.version),
            closed_at: Set(None),
            closed_seq: Set(None),
            standard: Set(timing.standard.map(|time| time.to_string())),
            allowed: Set(timing.allowed.map(|time| time.num_seconds())),
            counts_from: Set(Some(timing.from)),
            used: Set(timing.used.num_seconds()),
            paused: Set(timing.paused.num_seconds()),
            took: Set(None),
            revision: Set(timing.revision),
            continued_by: Set(None),
            decided: Set(false),
            spoken: Set(None),
        };
        let task = read_task(row.insert(&self.c()).await?);
        if let Some(earlier) = continues {
            task::Entity::update_many()
                .set(task::ActiveModel {
                    continued_by: Set(Some(task.id)),
                    ..Default::default()
                })
                .filter(task::Column::Id.eq(earlier))
                .exec(&self.c())
                .await?;
        }
        self.plan_ends(office, &task, desk).await?;
        if desk.assigned != Some(request.applicant) {
            self.plan_reminder(office, &task, Stage::First).await?;
        } else if desk.waits.is_none() {
            self.plan_silence(office, &task, 0).await?;
        }
        Ok(task)
    }

    /// The task at the same step, and its time, where since then only the applicant was asked.
    async fn went_before(
        &self,
        office: &Office,
        request: &Request,
        desk: &Desk,
        at: DateTime<Utc>,
    ) -> Result<Option<(TaskId, Timing)>, Error> {
        let found = task::Entity::find()
            .filter(task::Column::RequestId.eq(request.id))
            .filter(task::Column::ClosedAt.is_not_null())
            .order_by_desc(task::Column::Id)
            .limit(LOOKED_BACK)
            .all(&self.c())
            .await?;
        let spoke = |task: &Task| {
            task.assigned
                .is_some_and(|it| it == request.applicant || request.state.before.contains(&it))
        };
        let mut officers = found.into_iter().map(read_task).filter(|task| !spoke(task));
        let before = officers.next().filter(|task| task.step == desk.step);
        Ok(before.map(|task| {
            let mut timing = task.timing;
            let since = task.closed_at.unwrap_or(at);
            timing.paused += office.calendar.between(since, at);
            (task.id, timing)
        }))
    }

    /// Plans when the holders of a task are reminded, at a time when people may be written to.
    pub(crate) async fn plan_reminder(
        &self,
        office: &Office,
        task: &Task,
        stage: Stage,
    ) -> Result<(), Error> {
        let stages = task.timing.stages((&office.calendar, &office.reminders));
        let at = match stage {
            Stage::First => stages.first,
            Stage::Second => stages.second,
        };
        let wake = Wake::Remind {
            task: task.id,
            stage,
        };
        self.replan(&wake, office.calendar.next_polite(at)).await
    }

    /// Plans when it is said of a task that it is late.
    pub(crate) async fn plan_late(&self, office: &Office, task: &Task) -> Result<(), Error> {
        match task.late_at(office) {
            Some(at) => self.plan(&task.late(), at).await,
            None => Ok(()),
        }
    }

    /// The same by another calendar, where it is planned and not done yet.
    pub(crate) async fn move_late(&self, office: &Office, task: &Task) -> Result<(), Error> {
        let late = task.late();
        match task.late_at(office) {
            Some(at) if self.is_planned(&late).await? => self.replan(&late, at).await,
            _ => Ok(()),
        }
    }

    /// Settles a task that is open by an event, which may be a decision, and stops its clock.
    pub(super) async fn close_task(
        &self,
        office: &Office,
        mut open: Task,
        (by, decided): (i64, bool),
        at: DateTime<Utc>,
    ) -> Result<Task, Error> {
        let (id, from) = (open.id, open.timing.from);
        let took = office.calendar.between(from, at);
        let closed = task::Entity::update_many()
            .set(task::ActiveModel {
                closed_at: Set(Some(at)),
                closed_seq: Set(Some(by)),
                took: Set(Some(took.num_seconds())),
                decided: Set(decided),
                ..Default::default()
            })
            .filter(task::Column::Id.eq(id))
            .filter(task::Column::ClosedAt.is_null())
            .exec(&self.c())
            .await?;
        if closed.rows_affected != 1 {
            return Err(Error::Missing("task that is open"));
        }
        self.retire(card::Column::TaskId.eq(id), at).await?;
        self.drop_timers(id).await?;
        open.timing.took = Some(took);
        Ok(open)
    }

    /// Computes the due time of an open task again, by another calendar, and keeps the old one. Says
    /// whether it is another.
    pub(crate) async fn time_again(&self, office: &Office, task: &Task) -> Result<bool, Error> {
        let calendar = &office.calendar;
        if task.timing.revision == calendar.revision {
            return Ok(false);
        }
        let timing = task.timing.again(calendar);
        let due = timing.due(calendar);
        if due != task.due_at {
            due_change::Entity::insert(due_change::ActiveModel {
                id: NotSet,
                task_id: Set(task.id),
                at: Set(self.now()),
                due_at: Set(task.due_at),
                revision: Set(task.timing.revision),
            })
            .exec_without_returning(&self.c())
            .await?;
        }
        task::Entity::update_many()
            .set(task::ActiveModel {
                due_at: Set(due),
                allowed: Set(timing.allowed.as_ref().map(TimeDelta::num_seconds)),
                revision: Set(timing.revision),
                ..Default::default()
            })
            .filter(task::Column::Id.eq(task.id))
            .filter(task::Column::ClosedAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(due != task.due_at)
    }
}
