//! Tasks of one kind that a person can decide in one go.

use std::sync::Arc;

use super::own_tasks::own_tasks;
use crate::{
    Counter, Error, Refusal,
    id::TaskId,
    person::Person,
    procedure::{Outcome, Procedure},
    request::{Request, Task},
};

/// How many can be decided in one go: what someone can read before they say yes.
pub const AT_ONCE: usize = 10;
/// How many of someone's tasks are looked at, those that should be done first.
pub(super) const LOOKED_AT: usize = 50;

/// Tasks at the same step of the same procedure, the one that should be done first in front.
#[derive(Debug, Clone)]
pub struct Together {
    pub procedure: Arc<Procedure>,
    pub outcome: Outcome,
    pub tasks: Vec<(Task, Request)>,
}

impl Together {
    pub fn ids(&self) -> Vec<TaskId> {
        self.tasks.iter().map(|(task, _)| task.id).collect()
    }

    fn is_of(&self, task: &Task, request: &Request) -> bool {
        let first = self.tasks.first();
        first.is_some_and(|(first, its)| task.is_like(request, (first, its)))
    }
}

/// Which of someone's tasks can be decided in one go: kinds of which two or more wait.
pub(super) async fn together(
    counter: &Counter,
    person: &Person,
    own: &[Task],
) -> Result<Vec<Together>, Error> {
    let mut kinds: Vec<Together> = Vec::new();
    for task in own.iter().take(LOOKED_AT) {
        let Some((request, found)) = decidable(counter, person, task).await? else {
            continue;
        };
        match kinds.iter_mut().find(|kind| kind.is_of(task, &request)) {
            Some(kind) if kind.tasks.len() < AT_ONCE => kind.tasks.extend(found.tasks),
            Some(_) => {}
            None => kinds.push(found),
        }
    }
    kinds.retain(|kind| kind.tasks.len() > 1);
    Ok(kinds)
}

/// The tasks of the same kind as this one that a person can decide in one go now.
///
/// Refused where none is left.
pub async fn together_with(
    counter: &Counter,
    person: &Person,
    task: TaskId,
) -> Result<Together, Error> {
    let like = counter.db.task(task).await?.ok_or(Refusal::NoSuchButton)?;
    let request = counter.db.request(like.request).await?;
    let request = request.ok_or(Error::Missing("request of a task"))?;
    let mut own = own_tasks(&counter.db, person, counter.now(), None).await?;
    own.retain(|task| task.step == like.step);
    let mut all: Option<Together> = None;
    for task in own.iter().take(LOOKED_AT) {
        let Some((_, found)) = decidable(counter, person, task).await? else {
            continue;
        };
        match &mut all {
            _ if !found.is_of(&like, &request) => {}
            Some(all) if all.tasks.len() < AT_ONCE => all.tasks.extend(found.tasks),
            Some(_) => break,
            None => all = Some(found),
        }
    }
    all.ok_or_else(|| Refusal::NotOffered.into())
}

/// A task that can be decided together with others, alone as yet.
async fn decidable(
    counter: &Counter,
    person: &Person,
    task: &Task,
) -> Result<Option<(Request, Together)>, Error> {
    let Some(request) = counter.db.request(task.request).await? else {
        return Ok(None);
    };
    let procedure = counter.shown_procedure_of(&request).await?;
    let now = counter.now();
    let chosen = task
        .together_with(&procedure)
        .filter(|outcome| task.can_be_decided_with(&request, (&procedure, outcome), person, now))
        .cloned();
    Ok(chosen.map(|outcome| {
        let tasks = vec![(task.clone(), request.clone())];
        let alone = Together {
            procedure,
            outcome,
            tasks,
        };
        (request, alone)
    }))
}
