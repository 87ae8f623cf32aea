//! The figures, as text and as JSON.

use std::{fmt, time::Duration};

use serde_json::{Value, json};

use super::{Options, process::Usage, speed::Speed};

/// Everything that was measured.
pub(super) struct Report {
    people: u32,
    officers: u32,
    database: &'static str,
    cores: usize,
    ready_after: Duration,
    pub(super) runs: Vec<Run>,
    /// In bytes.
    pub(super) memory_highest: u64,
    pub(super) stopped_after: Duration,
    /// What the bot wrote into its log: warnings and errors.
    pub(super) logged: Vec<String>,
    /// Calls a well-written bot never makes.
    pub(super) faux_pas: Vec<String>,
    pub(super) unanswered: usize,
}

/// One run at one speed.
pub(super) struct Run {
    speed: Speed,
    /// From each act to its answer.
    answers: Vec<Duration>,
    used: Option<(Usage, Usage)>,
    /// How long the courier still had to tell of what was committed, after the last act.
    pub(super) told_after: Duration,
}

impl Run {
    pub(super) fn new(speed: Speed) -> Run {
        Run {
            speed,
            answers: Vec::new(),
            used: None,
            told_after: Duration::ZERO,
        }
    }

    pub(super) fn answered(&mut self, after: Duration) {
        self.answers.push(after);
    }

    pub(super) fn used(&mut self, before: Usage, after: Usage) {
        self.used = Some((before, after));
        self.answers.sort_unstable();
    }

    fn seconds(&self) -> f64 {
        let lasted = self.used.map(|(before, after)| after.at - before.at);
        lasted.unwrap_or_default().as_secs_f64()
    }

    /// Updates that were handled and answered in a second.
    #[expect(clippy::cast_precision_loss, reason = "a count of answers is small")]
    fn per_second(&self) -> f64 {
        self.answers.len() as f64 / self.seconds()
    }

    /// The time within which so many percent were answered, in milliseconds.
    fn percentile(&self, percent: usize) -> f64 {
        let place = (self.answers.len() * percent).div_ceil(100);
        let answer = self.answers.get(place.saturating_sub(1));
        answer.map_or(0.0, |answer| answer.as_secs_f64() * 1000.0)
    }

    /// How much of one core was used, in percent: the bot, Telegram with the people, and others.
    fn processor(&self) -> [f64; 3] {
        let Some((before, after)) = self.used else {
            return [0.0; 3];
        };
        let [bot, stage, machine] = [
            after.bot.saturating_sub(before.bot),
            after.stage.saturating_sub(before.stage),
            after.machine.saturating_sub(before.machine),
        ];
        let others = machine.saturating_sub(bot + stage);
        [bot, stage, others].map(|time| 100.0 * time.as_secs_f64() / self.seconds())
    }

    fn json(&self) -> Value {
        let [bot, stage, others] = self.processor().map(rounded);
        let rate = match self.speed {
            Speed::Saturated => json!("saturated"),
            Speed::PerSecond(rate) => json!(rate),
        };
        json!({
            "rate": rate,
            "seconds": rounded(self.seconds()),
            "answers": self.answers.len(),
            "updates_per_second": rounded(self.per_second()),
            "p50_ms": rounded(self.percentile(50)),
            "p95_ms": rounded(self.percentile(95)),
            "p99_ms": rounded(self.percentile(99)),
            "max_ms": rounded(self.percentile(100)),
            "bot_cpu_percent": bot,
            "bot_cpu_ms_per_update": rounded(bot * 10.0 / self.per_second()),
            "stage_cpu_percent": stage,
            "other_cpu_percent": others,
            "memory_mb": rounded(self.used.map_or(0.0, |(_, after)| megabytes(after.memory))),
            "told_after_ms": rounded(self.told_after.as_secs_f64() * 1000.0),
        })
    }
}

impl Report {
    pub(super) fn new(options: &Options, ready_after: Duration) -> Report {
        Report {
            people: options.people,
            officers: options.officers,
            database: match options.database.as_str() {
                // The tests' own server does not wait for its disk.
                "postgres" => "PostgreSQL without fsync",
                address if address.starts_with("postgres") => "PostgreSQL",
                _ => "SQLite, synchronous=FULL",
            },
            cores: std::thread::available_parallelism().map_or(0, usize::from),
            ready_after,
            runs: Vec::new(),
            memory_highest: 0,
            stopped_after: Duration::ZERO,
            logged: Vec::new(),
            faux_pas: Vec::new(),
            unanswered: 0,
        }
    }

    /// Nobody was left without an answer, and the bot made no mistake.
    pub(super) fn is_clean(&self) -> bool {
        self.logged.is_empty() && self.faux_pas.is_empty() && self.unanswered == 0
    }

    #[expect(clippy::print_stdout, reason = "what the program is for")]
    pub(super) fn print(&self, only_json: bool) {
        if !only_json {
            println!("{self}");
        }
        println!("{}", self.json());
    }

    fn json(&self) -> Value {
        json!({
            "people": self.people,
            "officers": self.officers,
            "database": self.database,
            "cores": self.cores,
            "ready_ms": rounded(self.ready_after.as_secs_f64() * 1000.0),
            "runs": self.runs.iter().map(Run::json).collect::<Vec<_>>(),
            "memory_highest_mb": rounded(megabytes(self.memory_highest)),
            "stopped_after_ms": rounded(self.stopped_after.as_secs_f64() * 1000.0),
            "log_lines": self.logged.len(),
            "faux_pas": self.faux_pas.len(),
            "unanswered": self.unanswered,
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Report {
            people,
            officers,
            database,
            cores,
            ..
        } = self;
        writeln!(
            f,
            "{people} people, {officers} officers, {cores} cores, {database}"
        )?;
        writeln!(f, "ready after {} ms", self.ready_after.as_millis())?;
        writeln!(f)?;
        writeln!(
            f,
            "{:>10} {:>10} {:>8} {:>8} {:>8} {:>8}   {:>7} {:>9} {:>8} {:>7} {:>8} {:>8}",
            "rate",
            "updates/s",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "max ms",
            "bot CPU",
            "ms/update",
            "stage",
            "others",
            "memory",
            "told",
        )?;
        for run in &self.runs {
            let rate = match run.speed {
                Speed::Saturated => "saturated".to_owned(),
                Speed::PerSecond(rate) => format!("{rate}/s"),
            };
            let [p50, p95, p99, max] = [50, 95, 99, 100].map(|percent| run.percentile(percent));
            let [bot, stage, others] = run.processor();
            let memory = run.used.map_or(0.0, |(_, after)| megabytes(after.memory));
            writeln!(
                f,
                "{rate:>10} {:>10.0} {p50:>8.1} {p95:>8.1} {p99:>8.1} {max:>8.1}   {bot:>6.0}% {:>9.2} {stage:>7.0}% \
                 {others:>6.0}% {memory:>5.0} MB {:>5.0} ms",
                run.per_second(),
                bot * 10.0 / run.per_second(),
                run.told_after.as_secs_f64() * 1000.0,
            )?;
        }
        writeln!(f)?;
        writeln!(
            f,
            "at most {:.0} MB resident; stopped after {} ms; {} lines in the log, {} faux pas, {} taps unanswered",
            megabytes(self.memory_highest),
            self.stopped_after.as_millis(),
            self.logged.len(),
            self.faux_pas.len(),
            self.unanswered,
        )?;
        for line in self.logged.iter().chain(&self.faux_pas).take(20) {
            writeln!(f, "  {line}")?;
        }
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "memory is smaller than that")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1_000_000.0
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
