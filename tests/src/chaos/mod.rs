//! Chaos: programs are killed and frozen at random instants while people act, and then it is looked whether all is well.
//!
//! ```text
//! cargo run --release -p tests --bin chaos -- --rounds 300
//! ```
//!
//! - [`fleet`]: one office, and the programs that work for it
//! - [`crowd`]: people who act all the time, each as soon as they were answered
//! - [`wire`]: a line to PostgreSQL that hangs and is cut
//! - [`books`]: what must be true in the end
//!
//! A round is one strike: at a random count of calls after the one before, one program is killed (`SIGKILL`) or, where
//! others stand by, frozen (`SIGSTOP`), or its line to PostgreSQL hangs or is cut, until another leads. Then a new one is
//! started. A program that is alone has its line cut for a moment now and then, and goes on.
//!
//! It says how far it is every 50 strikes; a row of the table comes at its end.

pub mod aftermath;
pub mod books;
pub mod crowd;
pub mod fleet;
pub mod wire;

use std::{
    collections::{BTreeMap, BTreeSet},
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use clap::Parser;
use futures::future::select_all;
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

use crate::{Engine, telegram::UserId};

use self::{
    aftermath::Aftermath,
    books::Books,
    crowd::Crowd,
    fleet::{Fleet, Member, Program},
};

/// After so many strikes it is said how far it is.
const SAID_EVERY: u32 = 50;
/// Nobody waits longer than this.
pub const LONGEST: Duration = Duration::from_secs(10);

/// Kills programs while people act, and looks whether all is well.
#[derive(Debug, Parser)]
#[command(name = "chaos")]
struct Options {
    /// How many strikes in each row of the table
    #[arg(long, default_value_t = 50)]
    rounds: u32,
    /// … and after so many minutes no more of them
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// `sqlite` or `postgres`; both without it
    #[arg(long)]
    database: Option<String>,
    /// How many programs, on PostgreSQL; without it a row with one and a row with three
    #[arg(long)]
    processes: Option<usize>,
    /// How many people send requests
    #[arg(long, default_value_t = 12)]
    applicants: usize,
    /// What is struck when follows from this
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Seconds from one strike to the next at least; without it the next may fall upon whoever has just taken over
    #[arg(long, default_value_t = 0)]
    apart: u64,
}

/// How much of it.
#[derive(Debug, Clone, Copy)]
pub struct Storm {
    pub rounds: u32,
    pub within: Duration,
    pub processes: usize,
    pub applicants: usize,
    pub seed: u64,
    /// From the end of one strike to the next at least.
    pub apart: Duration,
    /// What happens to a leader where others stand by, each as likely as it is often here.
    pub blows: &'static [Blow],
}

/// What happens to a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Blow {
    /// It is gone.
    Killed,
    /// It is there, and does nothing.
    Frozen,
    /// It works on, and nothing that it says to the database arrives, nor what that answers.
    Hung,
    /// It works on, and its connections to the database have ended.
    Cut,
}

impl Blow {
    /// Programs die; the rest comes more seldom.
    pub const ALL: &[Blow] = &[
        Blow::Killed,
        Blow::Killed,
        Blow::Killed,
        Blow::Frozen,
        Blow::Hung,
        Blow::Cut,
    ];
}

/// Runs the program.
pub fn main() -> ExitCode {
    let options = Options::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let done = runtime
        .context("the program could not start")
        .and_then(|runtime| runtime.block_on(all(&options)));
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("chaos: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what the program is for"
)]
async fn all(options: &Options) -> anyhow::Result<bool> {
    let mut rows = Vec::new();
    let wants = |name| options.database.as_deref().is_none_or(|it| it == name);
    if wants("sqlite") {
        rows.push((Engine::Sqlite, 1));
    }
    if wants("postgres") {
        let engine = Engine::postgres()
            .await
            .context("PostgreSQL is not installed")?;
        let processes = options.processes.map_or(vec![1, 3], |it| vec![it]);
        rows.extend(processes.into_iter().map(|it| (engine, it)));
    }
    if rows.is_empty() {
        bail!("there are two databases: sqlite and postgres");
    }
    println!("{}", Aftermath::HEAD);
    let mut is_well = true;
    for (engine, processes) in rows {
        let program = Program {
            path: std::env::current_exe()?,
            arguments: &["run"],
        };
        let storm = Storm {
            rounds: options.rounds,
            within: Duration::from_mins(options.minutes),
            processes,
            applicants: options.applicants,
            seed: options.seed,
            apart: Duration::from_secs(options.apart),
            blows: Blow::ALL,
        };
        let hears = |rounds: u32, acts: u64| {
            if rounds.is_multiple_of(SAID_EVERY) {
                eprintln!("{rounds} of {} strikes, {acts} acts", storm.rounds);
            }
        };
        let came = Box::pin(storm.rages(engine, program, hears)).await;
        println!("{came}");
        eprintln!("{}", came.about_the_longest_wait());
        let found = [&came.books.lost, &came.books.doubled, &came.books.wrong];
        for what in found.into_iter().flatten().chain(&came.chats) {
            println!("{what}");
        }
        is_well &= came.books.are_whole();
    }
    Ok(is_well)
}

impl Storm {
    /// Strikes again and again while people act; then everything comes to rest and is looked at. `hears` is told after
    /// each strike how many there were, and how many acts were answered.
    pub async fn rages(
        self,
        engine: Engine,
        program: Program,
        hears: impl Fn(u32, u64),
    ) -> Aftermath {
        let fleet = Fleet::open(engine, program).await;
        let mut chance = StdRng::seed_from_u64(self.seed);
        let mut members = Vec::new();
        for _ in 0..self.processes {
            members.push(fleet.starts_on_a_wire().await);
        }
        first_to_lead(&members).await;
        let crowd = Crowd::gathers(&fleet, self.applicants).await;
        let (began, mut rounds, mut strikes) = (Instant::now(), 0, Vec::new());
        let mut takeovers: BTreeMap<Blow, Vec<Duration>> = BTreeMap::new();
        let mut last = began;
        while rounds < self.rounds && began.elapsed() < self.within {
            rounds += 1;
            let (acts, calls) = (chance.random_range(20..60), chance.random_range(0..12));
            pass(&fleet, &crowd, acts, calls).await;
            while last.elapsed() < self.apart {
                pass(&fleet, &crowd, 1, calls).await;
            }
            let at = Instant::now();
            let took = self.strike(&fleet, &mut members, &mut chance).await;
            if let Some((blow, took)) = took {
                strikes.push((at, blow));
                takeovers.entry(blow).or_default().push(took);
            }
            last = Instant::now();
            hears(rounds, crowd.acts());
        }
        first_to_lead(&members).await;
        let tally = crowd.goes().await;
        fleet.comes_to_rest().await;
        let books = Books::of(&fleet, &tally).await;
        let mut chats = Vec::new();
        if !books.are_whole() {
            let people: BTreeSet<UserId> = tally.tickets.values().copied().collect();
            chats.extend(people.into_iter().map(|it| fleet.telegram.transcript(it)));
        }
        for member in &members {
            let ended = member.terminate().await;
            assert_eq!(ended.code(), Some(0), "{}", member.log());
        }
        Aftermath {
            database: engine.name(),
            processes: self.processes,
            rounds,
            acts: tally.acts,
            in_vain: tally.in_vain,
            longest_wait: tally.longest,
            strikes,
            takeovers,
            books,
            chats,
        }
    }

    /// Strikes one of the programs, and starts another where it is gone. How, and for how long nobody led; none where that
    /// was of no consequence.
    async fn strike(
        self,
        fleet: &Fleet,
        members: &mut Vec<Member>,
        chance: &mut StdRng,
    ) -> Option<(Blow, Duration)> {
        let leader = members.iter().position(Member::is_leading);
        let place = match leader {
            Some(leader) if members.len() == 1 || chance.random_ratio(2, 3) => leader,
            _ => chance.random_range(0..members.len()),
        };
        let struck = members.remove(place);
        let was_leading = struck.is_leading();
        if let (true, Some(wire)) = (members.is_empty(), &struck.wire)
            && chance.random_ratio(1, 3)
        {
            wire.is_cut();
            wire.heals();
            members.push(struck);
            return None;
        }
        let others = was_leading && !members.is_empty();
        let blow = self.blows.choose(chance).filter(|_| others);
        let blow = blow.copied().unwrap_or(Blow::Killed);
        let began = Instant::now();
        struck.suffers(blow).await;
        if blow == Blow::Killed {
            members.push(fleet.starts_on_a_wire().await);
        }
        if !was_leading {
            return None;
        }
        first_to_lead(members).await;
        let took = began.elapsed();
        if blow != Blow::Killed {
            struck.recovers(blow).await;
            let ended = struck.ends().await;
            assert_eq!(ended.code(), Some(4), "it goes: {}", struck.log());
            members.push(fleet.starts_on_a_wire().await);
        }
        Some((blow, took))
    }
}

/// Waits until people have been answered so often, and then until so many calls have begun or ended: at any instant
/// between two acts.
async fn pass(fleet: &Fleet, crowd: &Crowd, acts: u64, calls: u64) {
    let until = crowd.acts() + acts;
    let acted = fleet.telegram.until(|_| crowd.acts() >= until);
    let acted = tokio::time::timeout(Duration::from_mins(1), acted).await;
    assert!(acted.is_ok(), "nobody is answered any more");
    let mut moves = fleet.telegram.moves();
    let until = *moves.borrow() + calls;
    // Telegram holds the other end.
    let _ = moves.wait_for(|now| *now >= until).await;
}

/// Waits until one of them leads.
pub async fn first_to_lead(members: &[Member]) {
    select_all(members.iter().map(|member| Box::pin(member.leads()))).await;
}
