//! What is to happen by itself: first a row, then, when its time has come, done once.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{PersonId, RequestId, TaskId, TimerId};

/// One thing that is to happen by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Wake {
    /// The holders of a task are reminded of it.
    Remind { task: TaskId, stage: Stage },
    /// The daily lists of a day are begun.
    Lists { day: NaiveDate },
    /// A person gets the list of what waits for them; after a long gap also where it would otherwise be too
    /// early, in place of many reminders.
    List {
        person: PersonId,
        day: NaiveDate,
        gap: bool,
    },
    /// The applicant is reminded of what waits for them, for the nth time, from 0.
    Silent { task: TaskId, nth: u32 },
    /// A request ends because its applicant did not answer.
    Lapse { task: TaskId },
    /// What ended by itself can be taken up again no more.
    Closed { request: RequestId },
}

/// Which reminder of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    First,
    Second,
}

/// Something whose time has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub id: TimerId,
    pub wake: Wake,
    /// When it was to happen; it may have been put off since, or nobody was there to do it.
    pub planned_at: DateTime<Utc>,
}

impl Wake {
    /// Names it: what has the same name happens once.
    pub fn key(&self) -> String {
        match self {
            Wake::Remind { task, stage } => format!("remind:{}:{}", task.0, *stage as u8),
            Wake::Lists { day } => format!("lists:{day}"),
            Wake::List { person, day, .. } => format!("list:{}:{day}", person.0),
            Wake::Silent { task, nth } => format!("silent:{}:{nth}", task.0),
            Wake::Lapse { task } => format!("lapse:{}", task.0),
            Wake::Closed { request } => format!("closed:{}", request.0),
        }
    }

    /// Whether it waits for a time at which people may be written to.
    pub fn can_wait(&self) -> bool {
        match self {
            Wake::Remind { .. }
            | Wake::Lists { .. }
            | Wake::List { .. }
            | Wake::Silent { .. }
            | Wake::Lapse { .. } => true,
            Wake::Closed { .. } => false,
        }
    }

    /// The task that it is about: once that is settled, it will not happen.
    pub fn task(&self) -> Option<TaskId> {
        match self {
            Wake::Remind { task, .. } | Wake::Silent { task, .. } | Wake::Lapse { task } => {
                Some(*task)
            }
            Wake::Lists { .. } | Wake::List { .. } | Wake::Closed { .. } => None,
        }
    }
}
