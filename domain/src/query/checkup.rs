//! How the office itself is doing: for administrators, and for whoever looks after the machine.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::{groups::only_administrators, people::unheld, stranded::count_stranded};
use crate::{
    Counter, Error,
    code::{ADMINISTRATOR, HELPDESK, RoleCode},
    person::Person,
    store::{Conn, WaitingQueue},
};

/// What waits for so long is behind: people have noticed.
const LONG: TimeDelta = TimeDelta::minutes(10);

/// What waits, of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Backlog {
    /// What came in and is not handled.
    pub unhandled: WaitingQueue,
    /// What is due to be told.
    pub untold: WaitingQueue,
    /// What was to happen by itself a while ago.
    pub late: WaitingQueue,
}

impl Backlog {
    /// Whether something has waited for longer than it ever should.
    pub fn is_behind(&self, now: DateTime<Utc>) -> bool {
        let is_long = |queue: &WaitingQueue| queue.since.is_some_and(|since| since + LONG < now);
        [self.unhandled, self.untold, self.late].iter().any(is_long)
    }
}

/// What waits now.
pub async fn backlog(counter: &Counter) -> Result<Backlog, Error> {
    let conn: &Conn = &counter.db;
    // Where administrators are asked whether the date is right, what is planned waits for their answer.
    let asks = conn.date_asked_about().await?.is_some();
    Ok(Backlog {
        unhandled: conn.unhandled_queue().await?,
        untold: conn.untold_queue().await?,
        late: if asks {
            WaitingQueue::default()
        } else {
            conn.late_queue(counter.now() - LONG).await?
        },
    })
}

/// How the office is doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkup {
    pub backlog: Backlog,
    /// Roles at whose desks requests come by, and that nobody holds.
    pub vacant: Vec<RoleCode>,
    /// How many people nothing reaches.
    pub unreachable: u64,
    /// How many requests wait where nobody can act.
    pub stranded: u64,
    /// How many notices came to nobody within a month.
    pub undelivered: u64,
    /// How many papers could not be made.
    pub unmade: u64,
}

/// Looks the office over. Refused for anyone but administrators.
pub async fn checkup(counter: &Counter, by: &Person) -> Result<Checkup, Error> {
    only_administrators(by)?;
    checkup_of_machine(counter).await
}

/// The same for whoever has the machine.
pub async fn checkup_of_machine(counter: &Counter) -> Result<Checkup, Error> {
    let db = &counter.db;
    let vacant = unheld(counter, needed(counter)).await?;
    Ok(Checkup {
        backlog: backlog(counter).await?,
        vacant,
        unreachable: db.count_unreachable().await?,
        stranded: count_stranded(counter).await?,
        undelivered: db.count_undelivered().await?,
        unmade: db.count_unmade().await?,
    })
}

/// The roles without which something stands still: those who decide, and those who look after everyone else.
fn needed(counter: &Counter) -> BTreeSet<RoleCode> {
    let open = counter.catalogue.open(&counter.office);
    // The first step is the applicant's.
    let steps = open.flat_map(|procedure| {
        procedure
            .steps
            .iter()
            .skip(1)
            .map(|it| (it, &procedure.opens))
    });
    let decide = steps
        .filter(|(step, opens)| step.performer != **opens)
        .flat_map(|(step, _)| step.performer.posts());
    let mut needed: BTreeSet<RoleCode> = decide.collect();
    needed.extend([ADMINISTRATOR.into(), HELPDESK.into()]);
    needed
}
