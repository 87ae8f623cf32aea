//! What screens and long acts cost in an office that has been open for years.
//!
//! Screens are looked at as their queries are asked, without the words that are made of them. While a long act runs, a
//! colleague asks for the right to write again and again: how long they wait at most is how long it holds up others.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::Context;
use domain::{
    Counter, Error,
    code::RoleCode,
    command::{self, Decided},
    id::{AccountId, PersonId, TaskId},
    office::{ADMINISTRATOR, HELPDESK},
    person::Person,
    query::{self, Period, Side, View},
    request::Phase,
    store::Db,
};
use tokio::{runtime::Handle, task::spawn_blocking};

use super::super::seed::Seed;
use crate::stage::outside;

/// How often each screen is looked at.
const TIMES: usize = 7;
/// How many decisions are made.
const DECISIONS: usize = 40;

/// What was measured.
#[derive(Debug, Default)]
pub(in super::super) struct Looks {
    screens: Vec<(String, Vec<Duration>)>,
    acts: Vec<Act>,
    pub(super) resident: String,
}

#[derive(Debug)]
struct Act {
    name: String,
    took: Duration,
    /// The longest that a colleague waited for the right to write.
    waited: Duration,
}

impl Looks {
    pub(super) async fn screen<T>(
        &mut self,
        name: &str,
        counter: &Counter,
        ask: impl AsyncFn(&Counter) -> Result<T, Error>,
    ) -> anyhow::Result<()> {
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let counter = counter.for_one_act();
            let begun = Instant::now();
            Box::pin(ask(&counter)).await.context(name.to_owned())?;
            times.push(begun.elapsed());
        }
        times.sort_unstable();
        self.screens.push((name.to_owned(), times));
        Ok(())
    }

    /// Does something long, while a colleague would like to write.
    pub(super) async fn act<T>(
        &mut self,
        name: &str,
        counter: &Counter,
        work: impl AsyncFnOnce(&Counter) -> Result<T, Error>,
    ) -> anyhow::Result<T> {
        let done = Arc::new(AtomicBool::new(false));
        let (db, until) = (counter.db.clone(), done.clone());
        let here = Handle::current();
        let colleague = spawn_blocking(move || here.block_on(waits(db, until)));
        let counter = counter.for_one_act();
        let begun = Instant::now();
        let worked = Box::pin(work(&counter)).await;
        let took = begun.elapsed();
        done.store(true, Ordering::Relaxed);
        let waited = colleague.await?;
        self.acts.push(Act {
            name: name.to_owned(),
            took,
            waited,
        });
        worked.context(name.to_owned())
    }
}

/// Asks for the right to write until something is done: the longest that was waited for it.
async fn waits(db: Db, done: Arc<AtomicBool>) -> Duration {
    let mut waited = Duration::ZERO;
    outside::found(async || {
        let begun = Instant::now();
        let turn = db.begin().await;
        waited = waited.max(begun.elapsed());
        drop(turn);
        done.load(Ordering::Relaxed).then_some(())
    })
    .await;
    waited
}

pub(super) async fn holder(counter: &Counter, role: &str) -> anyhow::Result<Person> {
    let holders = counter.db.holders(&RoleCode::new(role)).await?;
    let (id, _) = holders.first().with_context(|| format!("no {role}"))?;
    person(counter, *id).await
}

async fn person(counter: &Counter, id: PersonId) -> anyhow::Result<Person> {
    let found = counter.db.person(id).await?;
    found.context("the person")
}

/// The role at whose desk most requests wait, and how many.
pub(super) async fn busiest(counter: &Counter) -> anyhow::Result<(RoleCode, u64)> {
    let desks = counter.db.count_desks().await?;
    let most = desks.into_iter().max_by_key(|(_, waiting)| *waiting);
    most.context("nothing waits")
}

/// Looks at every screen.
pub(super) async fn screens(looks: &mut Looks, seed: &Seed) -> anyhow::Result<()> {
    let counter = &seed.counter;
    let account = AccountId(seed.applicants[0].0);
    let pic = counter.db.person_of(account).await?.context("a PIC")?;
    let administrator = holder(counter, ADMINISTRATOR).await?;
    let helpdesk = holder(counter, HELPDESK).await?;
    let (role, waiting) = busiest(counter).await?;
    let official = holder(counter, role.as_str()).await?;
    looks
        .screen("menu of a PIC", counter, async |c| {
            query::home(c, &pic).await
        })
        .await?;
    for (who, person) in [
        ("an administrator", &administrator),
        ("helpdesk", &helpdesk),
        ("an official", &official),
    ] {
        let name = format!("menu of {who}");
        looks
            .screen(&name, counter, async |c| query::home(c, person).await)
            .await?;
    }
    for page in [0, 300] {
        let name = format!("My Requests, page {}", page + 1);
        looks
            .screen(&name, counter, async |c| query::mine(c, &pic, page).await)
            .await?;
    }
    let name = format!("tasks at {role}, {waiting} open");
    looks
        .screen(&name, counter, async |c| {
            query::tasks(c, &official, 0).await
        })
        .await?;
    looks
        .screen("what can be done about them", counter, async |c| {
            query::work(c, &official).await
        })
        .await?;
    looks
        .screen("the daily list of an official", counter, async |c| {
            query::waiting(c, &official).await
        })
        .await?;
    looks
        .screen("what an official decided", counter, async |c| {
            query::decided(c, &official, 0).await
        })
        .await?;
    let views = [
        ("running", View::Phase(Phase::Running), 0),
        ("running, page 200", View::Phase(Phase::Running), 199),
        ("done", View::Phase(Phase::Done), 0),
        ("done, page 1000", View::Phase(Phase::Done), 999),
        ("one desk", View::Desk(role.clone()), 0),
        ("one holder", View::Holder(official.id), 0),
        ("stranded", View::Stranded, 0),
    ];
    for (name, view, page) in views {
        let name = format!("overview, {name}");
        looks
            .screen(&name, counter, async |c| {
                query::overview(c, &helpdesk, &view, page).await
            })
            .await?;
    }
    looks
        .screen("overview, desks", counter, async |c| {
            query::desks(c, &helpdesk).await
        })
        .await?;
    let newest = query::mine(counter, &pic, 0).await?;
    let newest = newest.items.into_iter().next().context("a request")?;
    for (name, words) in [
        ("a word in many", "dinas"),
        ("a word in none", "tidakadakatainidimanapun"),
        ("a ticket", newest.request.ticket.as_str()),
    ] {
        let name = format!("search, {name}");
        looks
            .screen(&name, counter, async |c| {
                query::find_requests(c, &helpdesk, words, 0).await
            })
            .await?;
        looks
            .screen(&format!("{name}, registers"), counter, async |c| {
                query::find_lines(c, &helpdesk, words, 0).await
            })
            .await?;
    }
    if let Some(register) = query::registers(counter, &helpdesk).first() {
        for (name, open, page) in [
            ("first page", false, 0),
            ("page 1000", false, 999),
            ("open", true, 0),
        ] {
            let name = format!("a register, {name}");
            looks
                .screen(&name, counter, async |c| {
                    query::leaf(c, &helpdesk, &register.code, open, page).await
                })
                .await?;
        }
    }
    let year = Period::year(counter.today());
    for (name, side, period) in [
        ("a month by procedure", Side::Procedures, None),
        ("a year by procedure", Side::Procedures, Some(year)),
        ("a year by role", Side::Roles, Some(year)),
        ("a year of one role", Side::Role(role.clone()), Some(year)),
    ] {
        let name = format!("figures of {name}");
        looks
            .screen(&name, counter, async |c| {
                query::figures(c, &helpdesk, &side, period).await
            })
            .await?;
    }
    let long = counter.db.open_tasks_after(TaskId(0), 1).await?;
    let long = long.first().context("an open task")?.request;
    let long = counter.db.request(long).await?.context("its request")?;
    looks
        .screen("history of 190 words", counter, async |c| {
            let dossier = query::dossier_for(c, &helpdesk, &long.token).await?;
            query::history(c, &helpdesk, &dossier).await
        })
        .await?;
    for (who, person) in [("a PIC", &pic), ("an official", &official)] {
        let name = format!("/data of {who}");
        looks
            .screen(&name, counter, async |c| query::own_data(c, person).await)
            .await?;
    }
    looks
        .screen("the file of an official", counter, async |c| {
            query::file(c, &administrator, official.id).await
        })
        .await?;
    Ok(())
}

/// Decisions that ask nothing, at whatever desk.
pub(super) async fn decisions(looks: &mut Looks, counter: &Counter) -> anyhow::Result<()> {
    let mut times = Vec::new();
    let mut last = TaskId(0);
    'all: loop {
        let tasks = counter.db.open_tasks_after(last, 500).await?;
        let Some(end) = tasks.last() else { break };
        last = end.id;
        for task in tasks.iter().filter(|task| task.assigned.is_none()) {
            let now = counter.now();
            let able = counter.db.deciders(&task.role, None, &[], now).await?;
            let Some(by) = able.first() else { continue };
            let by = person(counter, *by).await?;
            let counter = counter.for_one_act();
            let begun = Instant::now();
            let decided = command::decide(&counter, &by, task.id, |step| {
                step.outcomes.first().filter(|it| it.asks.is_empty())
            });
            if let Ok(Decided::Recorded(_)) = decided.await {
                times.push(begun.elapsed());
            }
            if times.len() == DECISIONS {
                break 'all;
            }
        }
    }
    times.sort_unstable();
    looks.screens.push(("a plain decision".to_owned(), times));
    Ok(())
}

impl fmt::Display for Looks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = |time: &Duration| time.as_secs_f64() * 1000.0;
        writeln!(f, "{:<50} {:>9} {:>9}", "screens, ms", "median", "longest")?;
        for (name, times) in &self.screens {
            let median = times.get(times.len() / 2).map_or(0.0, ms);
            let longest = times.last().map_or(0.0, ms);
            writeln!(f, "{name:<50} {median:>9.2} {longest:>9.2}")?;
        }
        writeln!(f, "{:<50} {:>9} {:>9}", "acts, ms", "took", "held up")?;
        for Act { name, took, waited } in &self.acts {
            writeln!(f, "{name:<50} {:>9.1} {:>9.1}", ms(took), ms(waited))?;
        }
        writeln!(f, "{}", self.resident)
    }
}
