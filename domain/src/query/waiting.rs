//! What waits for a person, by when it should be done, and what waits too long beneath them.

use chrono::{DateTime, Utc};

pub use super::own_tasks::next;

use super::{
    Dossier, dossier,
    own_tasks::own_tasks,
    tasks_together::{LOOKED_AT, Together, together},
};
use crate::{
    Counter, Error, code::RoleCode, id::RequestId, office::Office, person::Person, request::Task,
    store::Conn,
};

/// How many tasks a list shows.
pub const SHOWN: usize = 10;
/// How many are counted; beyond, there are many.
pub const COUNTED: u64 = 100;

/// Someone's tasks as the daily list shows them.
#[derive(Debug)]
pub struct Waiting {
    /// The first of theirs, the one that should be done first in front.
    pub own: Vec<WaitingTask>,
    /// How many are theirs in all.
    pub total: usize,
    /// Which of theirs can be decided in one go.
    pub together: Vec<Together>,
    /// What waits at the posts beneath them, desk by desk.
    pub beneath: Vec<LateDesk>,
}

/// What can be done about one's tasks, beside opening them.
#[derive(Debug)]
pub struct Work {
    /// How many wait.
    pub total: usize,
    /// Which can be decided in one go.
    pub together: Vec<Together>,
}

/// What has waited too long at one desk.
#[derive(Debug)]
pub struct LateDesk {
    pub role: RoleCode,
    /// Whose desk it is now.
    pub holders: Vec<String>,
    /// The first few, the one that waits longest in front.
    pub lines: Vec<WaitingTask>,
    pub total: usize,
}

/// A task, and the request that waits at it.
#[derive(Debug)]
pub struct WaitingTask {
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
    let own = own_tasks(db, person, now, Some(LOOKED_AT as u64)).await?;
    let beneath = beneath(db, &counter.office, person, now).await?;
    Ok(Waiting {
        total: total(db, person, now).await?,
        together: together(counter, person, &own).await?,
        own: lines(counter, own).await?,
        beneath: desks(counter, beneath).await?,
    })
}

/// What a person can do about their tasks now.
pub async fn work(counter: &Counter, person: &Person) -> Result<Work, Error> {
    let (db, now) = (&counter.db, counter.now());
    let own = own_tasks(db, person, now, Some(LOOKED_AT as u64)).await?;
    Ok(Work {
        total: total(db, person, now).await?,
        together: together(counter, person, &own).await?,
    })
}

async fn total(db: &Conn, person: &Person, now: DateTime<Utc>) -> Result<usize, Error> {
    let all = db.count_offices(person, now).await?;
    Ok(usize::try_from(all).unwrap_or(usize::MAX))
}

/// How many of the office's tasks wait for a person once they have decided one of a request; not more than
/// [`COUNTED`]. The next task of the same request comes to them by itself, and does not count.
pub async fn left(counter: &Counter, person: &Person, request: RequestId) -> Result<u64, Error> {
    let (db, now) = (&counter.db, counter.now());
    db.count_waiting(person, now, request, COUNTED).await
}

async fn desks(counter: &Counter, tasks: Vec<Task>) -> Result<Vec<LateDesk>, Error> {
    let mut desks: Vec<Vec<Task>> = Vec::new();
    for task in tasks {
        let same = |desk: &&mut Vec<Task>| {
            let first = desk.first();
            first.is_some_and(|it| it.role == task.role && it.assigned == task.assigned)
        };
        match desks.iter_mut().find(same) {
            Some(desk) => desk.push(task),
            None => desks.push(vec![task]),
        }
    }
    let mut found = Vec::new();
    for tasks in desks {
        let Some((role, assigned)) = tasks.first().map(|it| (it.role.clone(), it.assigned)) else {
            continue;
        };
        let deciders = counter
            .db
            .deciders(&role, assigned, &[], counter.now())
            .await?;
        let mut holders = Vec::new();
        for id in deciders {
            holders.extend(counter.db.person(id).await?.map(|person| person.name));
        }
        found.push(LateDesk {
            role,
            holders,
            total: tasks.len(),
            lines: lines(counter, tasks).await?,
        });
    }
    Ok(found)
}

/// The first of some tasks, as a list shows them.
async fn lines(counter: &Counter, tasks: Vec<Task>) -> Result<Vec<WaitingTask>, Error> {
    let mut lines = Vec::new();
    for task in tasks.into_iter().take(SHOWN) {
        if let Some(request) = counter.db.request(task.request).await? {
            let dossier = dossier(counter, request).await?;
            lines.push(WaitingTask { task, dossier });
        }
    }
    Ok(lines)
}

/// Whether a task has waited so long that it stands in its holder's daily list: from the day after their
/// second reminder.
pub(crate) fn is_listed(office: &Office, task: &Task, now: DateTime<Utc>) -> bool {
    let stages = task.timing.stages((&office.calendar, &office.reminders));
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
        for task in conn.open_tasks_of_role(&role.code).await? {
            let stages = task.timing.stages((&office.calendar, &office.reminders));
            if stages.superior.is_some_and(|superior| superior <= now) {
                found.push(task);
            }
        }
    }
    found.sort_by_key(|task| (task.opened_at, task.id.0));
    Ok(found)
}
