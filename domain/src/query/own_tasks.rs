//! The tasks that someone can decide, in the order in which they should be done.

use chrono::{DateTime, Utc};

use crate::{Counter, Error, id::TaskId, person::Person, request::Task, store::Conn};

/// The office's tasks that a person can decide now, the one that should be done first in front; not more than so many.
pub(crate) async fn own_tasks(
    conn: &Conn,
    person: &Person,
    now: DateTime<Utc>,
    limit: Option<u64>,
) -> Result<Vec<Task>, Error> {
    let mut tasks = conn.tasks_waiting_for(person, now, limit).await?;
    tasks.sort_by_key(place);
    Ok(tasks)
}

/// The task that comes after another in a person's list, or the first. After the last comes the first
/// again; one that waits alone has none after it.
pub async fn next(
    counter: &Counter,
    person: &Person,
    after: Option<TaskId>,
) -> Result<Option<Task>, Error> {
    let mut own = own_tasks(&counter.db, person, counter.now(), None).await?;
    let after = match after {
        Some(after) => counter.db.task(after).await?,
        None => None,
    };
    if let Some(after) = after {
        own.retain(|task| task.id != after.id);
        let passed = own.partition_point(|task| place(task) < place(&after));
        own.rotate_left(passed);
    }
    Ok(own.into_iter().next())
}

/// Where a task stands in the list.
fn place(task: &Task) -> (bool, Option<DateTime<Utc>>, i64) {
    (task.due_at.is_none(), task.due_at, task.id.0)
}
