//! What waits for a person, by when it should be done, and what waits too long beneath them.

use chrono::{DateTime, Utc};

use super::{Dossier, dossier};
use crate::{
    Counter, Error, code::RoleCode, office::Office, person::Person, request::Task, store::Conn,
};

/// Someone's tasks as the daily list shows them.
#[derive(Debug)]
pub struct Waiting {
    /// Theirs, the one that should be done first in front.
    pub own: Vec<Line>,
    /// Of the posts beneath them, the one that waits longest in front.
    pub beneath: Vec<Line>,
}

/// A task, and the request that waits at it.
#[derive(Debug)]
pub struct Line {
    pub task: Task,
    pub dossier: Dossier,
}

impl Waiting {
    pub fn is_empty(&self) -> bool {
        self.own.is_empty() && self.beneath.is_empty()
    }
}

/// What a person's daily list says now.
pub async fn waiting(counter: &Counter, person: &Person) -> Result<Waiting, Error> {
    let (db, now) = (&counter.db, counter.now());
    Ok(Waiting {
        own: lines(counter, own(db, person, now).await?).await?,
        beneath: lines(counter, beneath(db, &counter.office, person, now).await?).await?,
    })
}

async fn lines(counter: &Counter, tasks: Vec<Task>) -> Result<Vec<Line>, Error> {
    let mut lines = Vec::new();
    for task in tasks {
        if let Some(request) = counter.db.request(task.request).await? {
            let dossier = dossier(counter, request).await?;
            lines.push(Line { task, dossier });
        }
    }
    Ok(lines)
}

/// The office's tasks that a person can decide now, the one that should be done first in front.
pub(crate) async fn own(
    conn: &Conn,
    person: &Person,
    now: DateTime<Utc>,
) -> Result<Vec<Task>, Error> {
    let mut tasks = conn.tasks_waiting_for(person, now).await?;
    tasks.sort_by_key(|task| (task.due_at.is_none(), task.due_at, task.id.0));
    Ok(tasks)
}

/// Whether a task has waited so long that it stands in its holder's daily list: from the day after their
/// second reminder.
pub(crate) fn is_listed(office: &Office, task: &Task, now: DateTime<Utc>) -> bool {
    let stages = task
        .timing
        .stages((&office.calendar, &office.reminders), task.opened_at);
    let day = |at| office.calendar.day_of(at);
    day(stages.second) < day(now)
}

/// What has waited so long at the posts beneath a person that they should know.
pub(crate) async fn beneath(
    conn: &Conn,
    office: &Office,
    person: &Person,
    now: DateTime<Utc>,
) -> Result<Vec<Task>, Error> {
    let is_beneath = |superior: &Option<RoleCode>| {
        superior
            .as_ref()
            .is_some_and(|superior| person.acts_as(superior, now))
    };
    let mut found = Vec::new();
    for role in office
        .roles
        .iter()
        .filter(|role| is_beneath(&role.superior))
    {
        for (task, _) in conn.open_tasks_of_role(&role.code).await? {
            let stages = task
                .timing
                .stages((&office.calendar, &office.reminders), task.opened_at);
            if stages.superior.is_some_and(|superior| superior <= now) {
                found.push(task);
            }
        }
    }
    found.sort_by_key(|task| (task.opened_at, task.id.0));
    Ok(found)
}
