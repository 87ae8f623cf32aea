//! Load: many people fill forms at once, and the bot's speed, memory and processor time are measured.
//!
//! ```text
//! cargo run --release -p tests --bin load -- --people 200 --seconds 10
//! ```
//!
//! The fake Telegram and the people are in this process; the bot is a process of its own, so that its
//! memory and its processor time are its own. An act is timed from the moment it enters Telegram to
//! the first thing that the chat shows in answer.
//!
//! - [`seed`]: a fresh database in which everyone has come in
//! - [`script`]: what a person does
//! - [`due`]: what it costs to find what is due by itself
//! - [`years`]: an office that has been open for years
//! - [`crowd`]: all of them at once, at a pace or as fast as they are answered ([`speed`])
//! - [`process`]: the bot as the operating system sees it
//! - [`report`]: the figures, as text and as JSON

mod crowd;
mod due;
mod process;
mod report;
mod script;
mod seed;
mod speed;
mod years;

use std::{process::ExitCode, time::Duration};

use anyhow::Context;
use clap::Parser;

use self::{crowd::Crowd, process::Bot, report::Report, seed::Seed, speed::Speed};
use crate::telegram::Telegram;

/// Puts load on the bot and measures it.
#[derive(Debug, Clone, Parser)]
#[command(name = "load")]
struct Options {
    /// How many people fill forms
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..))]
    people: u32,
    /// How many officers decide on what was sent: the first ones of the procedure
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(0..=3))]
    officers: u32,
    /// How long a run is measured, in seconds
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    seconds: u32,
    /// How long a run goes before it is measured, in seconds
    #[arg(long, default_value_t = 2)]
    warm_up: u32,
    /// Updates a second; 0: as fast as people are answered. Without it, 100 and then 0
    #[arg(long)]
    rate: Vec<u32>,
    /// `sqlite` or `postgres` for a fresh database, or the address of an empty one
    #[arg(long, default_value = "sqlite")]
    database: String,
    /// Let so many requests be finished before, as in an office that has been open for years
    #[arg(long, value_parser = clap::value_parser!(u32).range(1000..))]
    requests: Option<u32>,
    /// … and so many be open
    #[arg(long, default_value_t = 10_000, requires = "requests", value_parser = clap::value_parser!(u32).range(100..))]
    open: u32,
    /// Measure instead what screens and long acts cost in such an office
    #[arg(long, requires = "requests")]
    screens: bool,
    /// Measure instead what finding costs that is due by itself, while so many tasks are open
    #[arg(long, value_name = "TASKS")]
    waiting: Option<u32>,
    /// … and once more when so many timers are done
    #[arg(long, default_value_t = 300_000, requires = "waiting")]
    done: u32,
    /// Print nothing but the JSON
    #[arg(long)]
    json: bool,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let options = Options::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.into()),
    };
    if let Some(open) = options.waiting {
        return match runtime.block_on(find(&options, open)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failed(&error),
        };
    }
    if options.screens {
        return match runtime.block_on(look(&options)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failed(&error),
        };
    }
    match runtime.block_on(measure(&options)) {
        Ok(report) => {
            report.print(options.json);
            if report.is_clean() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(error) => failed(&error),
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    eprintln!("load: {error:#}");
    ExitCode::FAILURE
}

#[expect(clippy::print_stdout, reason = "what the program is for")]
async fn find(options: &Options, open: u32) -> anyhow::Result<()> {
    let telegram = Telegram::open().await;
    let seed = prepare(options, &telegram)
        .await
        .context("the database could not be prepared")?;
    let ticks = due::measure(&seed, open, options.done).await?;
    print!("{ticks}");
    Ok(())
}

#[expect(clippy::print_stdout, reason = "what the program is for")]
async fn look(options: &Options) -> anyhow::Result<()> {
    let telegram = Telegram::open().await;
    let seed = prepare(options, &telegram)
        .await
        .context("the database could not be prepared")?;
    print!("{}", years::measure(&seed).await?);
    Ok(())
}

/// Everyone has come in, and as many years have passed as is wanted.
async fn prepare(options: &Options, telegram: &Telegram) -> anyhow::Result<Seed> {
    let seed = Seed::sow(options, telegram).await?;
    if let Some(finished) = options.requests {
        years::gather(&seed.counter, telegram).await?;
        years::pass(&seed, finished, options.open).await?;
    }
    Ok(seed)
}

async fn measure(options: &Options) -> anyhow::Result<Report> {
    let telegram = Telegram::open().await;
    telegram.keep_calls(false);
    let seed = prepare(options, &telegram)
        .await
        .context("the database could not be prepared")?;
    let mut bot = Bot::start(&telegram, &seed).await?;
    let mut report = Report::new(options, bot.ready_after);
    let mut crowd = Crowd::gather(&telegram, &seed);

    let rates = if options.rate.is_empty() {
        &[100, 0][..]
    } else {
        &options.rate
    };
    let warm_up = Duration::from_secs(options.warm_up.into());
    let measured = Duration::from_secs(options.seconds.into());
    for &rate in rates {
        let pacing = Speed::from(rate);
        let mut run = crowd.act(pacing, warm_up, measured, &bot).await?;
        run.told_after = seed.all_told(&telegram).await?;
        report.runs.push(run);
    }

    report.memory_highest = bot.usage().memory_highest;
    (report.stopped_after, report.logged) = bot.stop().await?;
    report.faux_pas = telegram.faux_pas();
    report.unanswered = telegram.unanswered();
    Ok(report)
}
