//! What finding costs that is due by itself, while very many tasks are open.
//!
//! One request is opened as the bot opens it and copied by the database, with its task, its card and the
//! timer of its first reminder. Then the clock is asked what is due: with nothing due, with one thing due,
//! and once more when there are many timers that are done.

use std::{
    fmt,
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use chrono::{Days, NaiveDate, TimeDelta};
use domain::{
    Counter,
    code::AgencyCode,
    command::clock::tick,
    id::{PersonId, RequestId},
    procedure::Answers,
    request::{Change, Request, State},
    wake::Wake,
};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use super::seed::Seed;

/// How often each thing is measured.
const TIMES: usize = 201;

/// What was measured, each the median and the longest of [`TIMES`].
#[derive(Debug)]
pub(super) struct Ticks {
    open: u32,
    nothing_due: Spread,
    one_due: Spread,
    /// How many timers were done when it was measured once more.
    done: u32,
    nothing_due_then: Spread,
    one_due_then: Spread,
}

#[derive(Debug, Clone, Copy)]
struct Spread {
    median: Duration,
    longest: Duration,
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        write!(
            f,
            "{:.2} ms (longest {:.2})",
            ms(self.median),
            ms(self.longest)
        )
    }
}

impl fmt::Display for Ticks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} open tasks, each with a timer; median of {TIMES}",
            self.open
        )?;
        writeln!(f, "a tick with nothing due:      {}", self.nothing_due)?;
        writeln!(f, "finding and claiming one due: {}", self.one_due)?;
        writeln!(f, "the same with {} timers that are done", self.done)?;
        writeln!(f, "a tick with nothing due:      {}", self.nothing_due_then)?;
        writeln!(f, "finding and claiming one due: {}", self.one_due_then)
    }
}

/// Opens so many tasks and measures.
pub(super) async fn measure(seed: &Seed, open: u32, done: u32) -> anyhow::Result<Ticks> {
    let counter = &seed.counter;
    let template = open_one(seed).await?;
    let db = migration::connect(&seed.database).await?;
    copy(&db, template, open).await?;
    // The daily lists are planned by the first tick.
    tick(counter).await?;
    let nothing_due = spread(counter, None).await?;
    let one_due = spread(counter, Some(NaiveDate::default())).await?;
    finish(&db, done).await?;
    Ok(Ticks {
        open,
        nothing_due,
        one_due,
        done,
        nothing_due_then: spread(counter, None).await?,
        one_due_then: spread(counter, Some(NaiveDate::default() + Days::new(1))).await?,
    })
}

/// One request at its first desk.
async fn open_one(seed: &Seed) -> anyhow::Result<RequestId> {
    let counter = &seed.counter;
    let procedure = counter.open_procedure(&"hosting".into())?;
    let people = counter.db.everyone().await?;
    let applicant = people.iter().find(|person| person.holds(&procedure.opens));
    let applicant = applicant.ok_or_else(|| anyhow::anyhow!("nobody can ask for anything"))?;
    let now = counter.now();
    let request = Request {
        id: RequestId(0),
        token: "the-first-of-many".to_owned(),
        ticket: "HWA-0001".to_owned(),
        procedure: procedure.code.clone(),
        procedure_version: procedure.version,
        agency: applicant
            .agency
            .clone()
            .unwrap_or(AgencyCode::new("dinsos")),
        applicant: applicant.id,
        opened_at: now,
        version: 0,
        alike: Vec::new(),
        nudged_until: None,
        state: State::begins("ajukan".into(), Answers::new(), now),
    };
    let opening = (&**procedure, &*counter.office);
    let change = Change::opened(opening, request, applicant, Answers::new(), now);
    let change = change.ok_or_else(|| anyhow::anyhow!("the request cannot be opened"))?;
    let tx = counter.db.begin().await?;
    Ok(tx.record(&counter.office, change).await?.id)
}

/// Copies a request with its task, its cards and its timer until so many are open.
async fn copy(db: &DatabaseConnection, template: RequestId, open: u32) -> anyhow::Result<()> {
    let RequestId(id) = template;
    let last = open.max(2) - 1;
    db.execute_unprepared(&format!(
        "INSERT INTO request (token, ticket, procedure, procedure_version, agency, applicant_id, state, phase, found_by, \
            version, opened_at, changed_at)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {last})
         SELECT 'copy-' || i, 'HWA-COPY-' || i, procedure, procedure_version, agency, applicant_id, state, phase, \
            'copy ' || i, version, opened_at, changed_at
         FROM request, n WHERE id = {id}"
    ))
    .await?;
    db.execute_unprepared(&format!(
        "INSERT INTO task (request_id, step, role, assigned_id, opened_at, opened_seq, due_at, standard, allowed)
         SELECT r.id, t.step, t.role, t.assigned_id, t.opened_at, t.opened_seq, t.due_at, t.standard, t.allowed
         FROM task t, request r WHERE t.request_id = {id} AND r.id > {id}"
    ))
    .await?;
    db.execute_unprepared(&format!(
        "INSERT INTO card (token, person_id, request_id, task_id)
         SELECT 'card-' || t.id || '-' || c.id, c.person_id, t.request_id, t.id
         FROM card c, task t WHERE c.request_id = {id} AND c.task_id IS NOT NULL AND t.request_id > {id}"
    ))
    .await?;
    let wake = json(
        db,
        "'{\"kind\":\"remind\",\"task\":' || t.id || ',\"stage\":\"first\"}'",
    );
    db.execute_unprepared(&format!(
        "INSERT INTO timer (key, wake, task_id, planned_at, at)
         SELECT 'remind:' || t.id || ':0', {wake}, t.id, o.planned_at, o.at
         FROM task t, timer o, task f
         WHERE f.request_id = {id} AND o.task_id = f.id AND t.request_id > {id}"
    ))
    .await?;
    Ok(())
}

/// Adds timers that are done.
async fn finish(db: &DatabaseConnection, done: u32) -> anyhow::Result<()> {
    db.execute_unprepared(&format!(
        "INSERT INTO timer (key, wake, planned_at, at, done_at)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {done})
         SELECT 'done-' || i, wake, planned_at, at, planned_at
         FROM (SELECT wake, planned_at, at FROM timer ORDER BY id LIMIT 1) AS one, n"
    ))
    .await?;
    Ok(())
}

fn json(db: &DatabaseConnection, text: &str) -> String {
    match db.get_database_backend() {
        sea_orm::DbBackend::Postgres => format!("CAST({text} AS json)"),
        _ => text.to_owned(),
    }
}

/// A look at the clock with nothing due, which is what it costs every minute; or finding the one thing
/// that is due, and claiming it.
async fn spread(counter: &Counter, due: Option<NaiveDate>) -> anyhow::Result<Spread> {
    if let Some(day) = due {
        let person = PersonId(1);
        let gap = false;
        let tx = counter.db.begin().await?;
        let before = counter.now() - TimeDelta::days(1);
        tx.plan(&Wake::List { person, day, gap }, before).await?;
        tx.commit().await?;
    }
    let mut times = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let begun = Instant::now();
        if due.is_some() {
            let due = counter.db.next_due().await?.context("nothing was due")?;
            let tx = counter.db.begin().await?;
            let claimed = tx.claim(due.id, counter.now()).await?;
            times.push(begun.elapsed());
            ensure!(claimed, "what was due could not be claimed");
            // Dropping the transaction leaves it to be found again.
        } else {
            tick(counter).await?;
            times.push(begun.elapsed());
        }
    }
    if due.is_some() {
        let due = counter.db.next_due().await?.context("nothing was due")?;
        let tx = counter.db.begin().await?;
        tx.claim(due.id, counter.now()).await?;
        tx.commit().await?;
    }
    times.sort_unstable();
    Ok(Spread {
        median: times[TIMES / 2],
        longest: times[TIMES - 1],
    })
}
