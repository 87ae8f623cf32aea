//! Rights that are taken while they are used. Whoever acts and whoever takes the right to it do so at the same
//! time, each held back now and then wherever they wait; the rows tell in which order the two were committed. A
//! deed of someone is never recorded after the one that took their right.
//!
//! Every run throws other dice.

mod ended;
mod held_back;
mod later;
mod taking;
mod trail;

use std::{collections::HashMap, ops::Range};

use domain::{
    Counter, Error, Language,
    archive::Archive,
    code::RoleCode,
    command::{self, Invite, accept_invitation},
    id::{AccountId, PersonId},
    office::Office,
    person::Person,
    procedure::Catalogue,
    store::{Db, Hope},
};
use held_back::HeldBack;
use rand::{SeedableRng, rngs::StdRng, seq::SliceRandom};
use sea_orm::DatabaseConnection;
use taking::{Taking, takes, takings};
use tests::{Engine, stage::Template};
use trail::{Step, keeps_a_trail, trail};

use super::{
    LOOKS, Situation,
    commands::{COMMANDS, Things, Try},
    situation,
};

/// The account of a second administrator, who takes everybody's rights.
const TAKER: AccountId = AccountId(4_000_001);
/// Those of further ones, who may what Ade may: a third of all commands is theirs alone.
const MORE: Range<i64> = 4_000_002..4_000_006;

/// A command, someone who may do it, and something that takes the right to it.
#[derive(Clone)]
struct Case {
    actor: &'static str,
    command: &'static str,
    attempt: Try,
    taking: Taking,
}

/// A situation that every race begins with.
struct Start {
    situation: Situation,
    things: Things,
    engine: Engine,
    template: Template,
    _folder: tempfile::TempDir,
}

/// A counter at a copy of it.
struct Copy {
    counter: Counter,
    taker: Person,
    /// Everyone, as they stand in the beginning.
    people: Vec<Person>,
    rows: DatabaseConnection,
    _folder: tempfile::TempDir,
}

impl Start {
    async fn of(engine: Engine) -> Start {
        let situation = situation(engine).await;
        let things = situation.things(&situation.world.counter()).await;
        Start::with(engine, situation, things).await
    }

    /// … and one in which there is something that was not there before.
    async fn later(engine: Engine) -> Start {
        let (situation, things) = later::situation(engine).await;
        Start::with(engine, situation, things).await
    }

    async fn with(engine: Engine, situation: Situation, things: Things) -> Start {
        let counter = situation.world.counter();
        for account in [TAKER].into_iter().chain(MORE.map(AccountId)) {
            let administrator = Invite {
                role: RoleCode::new("administrator"),
                name: "Oki".to_owned(),
                agency: None,
            };
            let link = command::invite(&counter, administrator).await.unwrap();
            let came = accept_invitation(&counter, account, &link, Language::default());
            came.await.unwrap();
        }
        situation.world.settle().await;
        situation.world.stop_bot().await;
        let url = situation.world.settings().database_url;
        keeps_a_trail(&url).await;
        let folder = tempfile::tempdir().unwrap();
        let template = engine.keep(&url, folder.path()).await;
        Start {
            situation,
            things,
            engine,
            template,
            _folder: folder,
        }
    }

    async fn copy(&self) -> Copy {
        let folder = tempfile::tempdir().unwrap();
        let url = self.engine.copy(&self.template, folder.path()).await;
        let world = &self.situation.world;
        let db = Db::open(&url, world.clock.clone()).await.unwrap();
        let mut office = Office::built_in().unwrap();
        // What is decided is recorded at once, so that it leaves a trace.
        office.reminders.hold = chrono::TimeDelta::zero();
        let catalogue = Catalogue::built_in(&office).unwrap();
        let archive = Archive::folder(&world.settings().archive).unwrap();
        let counter = Counter::open(db, world.clock.clone(), office, catalogue, archive);
        let counter = counter.await.unwrap();
        Copy {
            people: counter.db.everyone().await.unwrap(),
            taker: counter.db.person_of(TAKER).await.unwrap().unwrap(),
            counter,
            rows: migration::connect(&url).await.unwrap(),
            _folder: folder,
        }
    }

    /// Every command that somebody may do, with everything that takes the right to it: whoever taps afterwards
    /// is refused.
    async fn cases(&self) -> Vec<Case> {
        let mut cases = Vec::new();
        for (place, actor) in self.situation.actors.iter().enumerate() {
            let allowed = self.allowed(place);
            if allowed.is_empty() {
                continue;
            }
            let copy = self.copy().await;
            let before = self.situation.person(&copy.counter, actor.name).await;
            for taking in takings(&before) {
                let mut without = self.without(before.id, &taking).await;
                for &(command, attempt) in &allowed {
                    let (copy, now) = &without;
                    let gone = matches!(taking, Taking::Account | Taking::Leaving);
                    if gone || attempt(&copy.counter, now, &self.things).await.is_err() {
                        cases.push(Case {
                            actor: actor.name,
                            command,
                            attempt,
                            taking: taking.clone(),
                        });
                    } else {
                        without = self.without(before.id, &taking).await;
                    }
                }
            }
        }
        cases
    }

    /// What someone may do that leaves something behind; `place` is that of the actor.
    fn allowed(&self, place: usize) -> Vec<(&'static str, Try)> {
        match self.things.later {
            None => allowed(place),
            Some(_) => later::allowed(self.situation.actors[place].name),
        }
    }

    /// A counter at which something has been taken from someone, and how they stand there since.
    async fn without(&self, person: PersonId, taking: &Taking) -> (Copy, Person) {
        let copy = self.copy().await;
        let taken = takes(&copy.counter, &copy.taker, person, &self.things, taking);
        taken.await.unwrap();
        let now = copy.counter.db.person(person).await.unwrap().unwrap();
        (copy, now)
    }
}

/// Every command leaves something behind by which a race can be judged, whoever does it.
async fn all_leave_a_trace(start: &Start) {
    let mut traced = Vec::new();
    for (place, actor) in start.situation.actors.iter().enumerate() {
        for (command, attempt) in start.allowed(place) {
            if traced.contains(&command) {
                continue;
            }
            let copy = start.copy().await;
            let by = start.situation.person(&copy.counter, actor.name).await;
            let done = attempt(&copy.counter, &by, &start.things).await;
            done.unwrap();
            let steps = trail(&copy.rows, 0).await;
            if steps.iter().any(|it| it.is_act(by.id, command)) {
                traced.push(command);
            }
        }
    }
    let everything = (0..start.situation.actors.len()).flat_map(|place| start.allowed(place));
    for (command, _) in everything {
        assert!(traced.contains(&command), "{command} leaves no trace");
    }
}

/// What someone may do that leaves something behind, as the table of rights has it; `place` is that of their column.
fn allowed(place: usize) -> Vec<(&'static str, Try)> {
    let table = "scenarios/snapshots/scenarios__rights__who_may_do_what.snap";
    let table = std::fs::read_to_string(table).unwrap();
    let width = COMMANDS.iter().map(|(name, _)| name.len()).max().unwrap();
    let may = |name: &str| {
        let beginning = format!("{name:width$} ");
        let row = table.lines().find(|line| line.starts_with(&beginning));
        let cells: Vec<char> = row.unwrap().chars().skip(width).collect();
        let cell: String = cells.chunks(6).nth(place).unwrap().iter().collect();
        cell.trim() == "YES"
    };
    let commands = COMMANDS.iter().copied();
    commands
        .filter(|(name, _)| !LOOKS.contains(name) && may(name))
        .collect()
}

/// Does it again where two transactions stood in each other's way, as the bot does.
async fn surely<F>(act: impl Fn() -> F) -> Result<(), Error>
where
    F: Future<Output = Result<(), Error>>,
{
    loop {
        match act().await {
            Err(Error::Store(error)) if error.hope == Hope::Clash => {}
            done => return done,
        }
    }
}

/// What has come of all races.
#[derive(Debug, Default)]
struct Tally {
    /// How often a command was in a race.
    raced: HashMap<&'static str, usize>,
    acted: usize,
    refused: usize,
    wrong: Vec<String>,
}

/// Two at the same time.
async fn race(
    start: &Start,
    copy: &Copy,
    (account, case): (AccountId, &Case),
    dice: &mut StdRng,
    tally: &mut Tally,
) {
    let by = copy.counter.db.person_of(account).await.unwrap();
    // Whom a race before has moved, or brought another right, is no case any more.
    let Some(by) = by.filter(|by| copy.people.contains(by)) else {
        return;
    };
    let seen = trail(&copy.rows, 0)
        .await
        .last()
        .map_or(0, |step| step.number);
    let act = surely(|| (case.attempt)(&copy.counter, &by, &start.things));
    let (counter, administrator) = (&copy.counter, &copy.taker);
    let taking = surely(|| takes(counter, administrator, by.id, &start.things, &case.taking));
    let times = tally.raced.entry(case.command).or_default();
    *times += 1;
    let first = times.is_multiple_of(2);
    // Each of the two is the first to begin every other time.
    let act = HeldBack::new(Box::pin(act), dice, !first);
    let taking = HeldBack::new(Box::pin(taking), dice, first);
    let (acted, taken) = futures::join!(act, taking);
    let steps = trail(&copy.rows, seen).await;
    let name = format!("{}: {}, {:?}", case.actor, case.command, case.taking);
    let taken_at = steps.iter().filter(|it| it.takes(copy.taker.id));
    let taken_at = taken_at.map(|it| it.committed).min().unwrap_or(i64::MAX);
    let acts: Vec<&Step> = steps
        .iter()
        .filter(|it| it.is_act(by.id, case.command))
        .collect();
    if acts.iter().any(|it| it.committed > taken_at) {
        tally
            .wrong
            .push(format!("{name}: after the right was taken: {steps:?}"));
    }
    match &acted {
        Ok(()) => tally.acted += 1,
        Err(Error::Refused(_)) => tally.refused += 1,
        Err(error) => tally.wrong.push(format!("{name}: {error}")),
    }
    // What was done may have made it needless, for instance where someone has named their own deputy.
    if let Err(error) = &taken
        && (acted.is_err() || error.refusal().is_none())
    {
        tally.wrong.push(format!("{name}: not taken: {error}"));
    }
}

/// In every copy everybody who may do something is in one race, and every command in several.
async fn races(start: &Start, cases: &[Case], rounds: usize) {
    let seed = rand::random();
    let mut dice = StdRng::seed_from_u64(seed);
    let mut tally = Tally::default();
    let actors = start.situation.actors.iter();
    let mut players: Vec<(&str, AccountId)> = actors
        .map(|it| (it.name, AccountId(it.player.user.0)))
        .collect();
    players.extend(MORE.map(|account| ("Ade", AccountId(account))));
    for _ in 0..rounds {
        let copy = start.copy().await;
        for (name, account) in &players {
            // What was raced least comes next.
            let mut theirs: Vec<&Case> = cases.iter().filter(|it| it.actor == *name).collect();
            theirs.shuffle(&mut dice);
            let raced = |case: &&&Case| tally.raced.get(case.command).copied();
            if let Some(case) = theirs.iter().min_by_key(raced) {
                race(start, &copy, (*account, case), &mut dice, &mut tally).await;
            }
        }
        copy.rows.close().await.unwrap();
    }
    assert!(tally.wrong.is_empty(), "seed {seed}: {:#?}", tally.wrong);
    assert!(tally.acted > rounds && tally.refused > rounds, "{tally:?}");
    for case in cases {
        let times = tally.raced.get(case.command).copied();
        assert!(times.is_some(), "nobody has raced to {}", case.command);
    }
}

/// The same race on both databases, from a beginning made anew on each.
macro_rules! raced {
    ($begins:expr, $rounds:expr) => {{
        let (on_sqlite, on_postgres) = $rounds;
        let start = $begins(Engine::Sqlite).await;
        all_leave_a_trace(&start).await;
        let cases = start.cases().await;
        races(&start, &cases, on_sqlite).await;
        let Some(engine) = Engine::postgres().await else {
            return;
        };
        let start = $begins(engine).await;
        races(&start, &cases, on_postgres).await;
    }};
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nothing_is_done_with_a_right_that_was_taken() {
    raced!(Start::of, (30, 8));
}

/// What can only be done once something has happened: taken back what passed by itself, taken up again what silence
/// ended, two steps confirmed in one go, a list of days saved, a date called right.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nothing_is_done_later_with_a_right_that_was_taken() {
    raced!(Start::later, (24, 8));
}
