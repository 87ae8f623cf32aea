//! The bot as a process of its own, and what the operating system says of it.

use std::{
    fs::File,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, bail};

use super::seed::Seed;
use crate::{stage::outside, telegram::Telegram};

/// Linux tells processor time in hundredths of a second (`USER_HZ`).
const TICK: Duration = Duration::from_millis(10);

/// The bot under load.
pub(super) struct Bot {
    child: Child,
    log: std::path::PathBuf,
    /// From the start of the process to its first question for updates.
    pub(super) ready_after: Duration,
}

/// What processes have used so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Usage {
    pub(super) at: Instant,
    /// Of the bot: processor time, and resident memory now and at its highest, in bytes.
    pub(super) bot: Duration,
    pub(super) memory: u64,
    pub(super) memory_highest: u64,
    /// Processor time of this process: Telegram and the people.
    pub(super) stage: Duration,
    /// Processor time of everything on the machine.
    pub(super) machine: Duration,
}

impl Bot {
    /// Starts the bot, as `loket run` does, and waits until it asks for updates.
    pub(super) async fn start(telegram: &Telegram, seed: &Seed) -> anyhow::Result<Bot> {
        let log = seed.folder.path().join("bot.log");
        let begun = Instant::now();
        let mut child = Command::new(std::env::current_exe()?)
            .arg("run")
            .env_clear()
            .env("LOKET_BOT_TOKEN", telegram.token())
            .env("LOKET_API_URL", telegram.url())
            .env("DATABASE_URL", &seed.database)
            .env("LOKET_ARCHIVE", seed.archive())
            .env("LOKET_PACE", "none")
            .env("LOKET_LIMITS", "none")
            .env("LOKET_LOOK", "off")
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .stderr(File::create(&log)?)
            .spawn()
            .context("the bot could not be started")?;
        let up = telegram.until(Telegram::is_polled);
        if tokio::time::timeout(Duration::from_secs(20), up)
            .await
            .is_err()
        {
            let _ = child.kill();
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            bail!("the bot did not come up:\n{said}");
        }
        Ok(Bot {
            child,
            log,
            ready_after: begun.elapsed(),
        })
    }

    pub(super) fn usage(&self) -> Usage {
        let process = format!("/proc/{}", self.child.id());
        Usage {
            at: Instant::now(),
            bot: processor_time(&format!("{process}/stat")),
            memory: memory(&process, "VmRSS"),
            memory_highest: memory(&process, "VmHWM"),
            stage: processor_time("/proc/self/stat"),
            machine: machine_time(),
        }
    }

    /// Tells the bot to stop: how long that took, and the lines of its log.
    pub(super) async fn stop(&mut self) -> anyhow::Result<(Duration, Vec<String>)> {
        let begun = Instant::now();
        let id = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status()?;
        let ended = outside::found(async || self.child.try_wait().transpose());
        let ended = tokio::time::timeout(Duration::from_secs(15), ended).await;
        let status = ended.context("the bot did not stop")??;
        let after = begun.elapsed();
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        if !status.success() {
            bail!("the bot ended with {status}:\n{log}");
        }
        Ok((after, log.lines().map(str::to_owned).collect()))
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        // It has ended already, unless the run was given up.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// User and system time of a process. Nothing is measured where there is no `/proc`.
fn processor_time(stat: &str) -> Duration {
    let stat = std::fs::read_to_string(stat).unwrap_or_default();
    // The name in brackets may hold anything; what follows it begins with the third field.
    let fields = stat
        .rsplit_once(')')
        .map_or("", |(_, fields)| fields)
        .split_whitespace();
    fields.skip(11).take(2).map(ticks).sum()
}

/// Everything but idleness: user, nice, system, then after idle and waiting both kinds of interrupts.
fn machine_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/stat").unwrap_or_default();
    let all = stat.lines().next().unwrap_or_default();
    let fields = all.split_whitespace().skip(1).enumerate();
    fields
        .filter(|(field, _)| matches!(field, 0..=2 | 5..=6))
        .map(|(_, value)| ticks(value))
        .sum()
}

fn ticks(field: &str) -> Duration {
    TICK * field.parse().unwrap_or(0)
}

fn memory(process: &str, key: &str) -> u64 {
    let status = std::fs::read_to_string(format!("{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(key));
    let kib = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kib.unwrap_or(0) * 1024
}
