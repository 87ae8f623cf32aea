//! What came of a storm.

use std::{
    collections::BTreeMap,
    fmt,
    time::{Duration, Instant},
};

use super::{Blow, books::Books, crowd::Wait};

/// What came of it: a row of the table.
#[derive(Debug)]
pub struct Aftermath {
    pub database: &'static str,
    pub processes: usize,
    pub rounds: u32,
    pub acts: u64,
    pub in_vain: u64,
    pub longest_wait: Option<Wait>,
    /// When each strike was, and what.
    pub strikes: Vec<(Instant, Blow)>,
    /// From each blow at a leader until another led.
    pub takeovers: BTreeMap<Blow, Vec<Duration>>,
    pub books: Books,
    /// What people have read, where the books are not as they must be.
    pub chats: Vec<String>,
}

impl Aftermath {
    pub(super) const HEAD: &str = "| database | programs | strikes | acts | requests | decisions | lost | doubled | wrong | longest wait | \
        unanswered | a leader is killed: another leads, median, longest | frozen: longest | its line hangs: longest | is cut: longest |\n\
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    /// Who waited longest, and what fell upon the leader from shortly before it until its end.
    pub(super) fn about_the_longest_wait(&self) -> String {
        let Some(Wait { began, took, to }) = &self.longest_wait else {
            return String::new();
        };
        let since = |at: Instant| match at.checked_duration_since(*began) {
            Some(after) => after.as_secs_f64(),
            None => -began.duration_since(at).as_secs_f64(),
        };
        let strikes = self.strikes.iter().map(|(at, blow)| (since(*at), blow));
        let strikes = strikes.filter(|(at, _)| (-10.0..took.as_secs_f64()).contains(at));
        let strikes: Vec<_> = strikes
            .map(|(at, blow)| format!("{blow:?} {at:+.1} s"))
            .collect();
        format!("the longest wait, {took:.1?}: {to}; {}", strikes.join(", "))
    }

    /// How long nobody led at most.
    pub fn longest_takeover(&self) -> Duration {
        let all = self.takeovers.values().flatten();
        all.max().copied().unwrap_or_default()
    }

    fn longest_after(&self, blow: Blow) -> Option<&Duration> {
        self.takeovers.get(&blow)?.iter().max()
    }
}

impl fmt::Display for Aftermath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kills = self.takeovers.get(&Blow::Killed);
        let mut kills = kills.cloned().unwrap_or_default();
        kills.sort_unstable();
        let seconds = |time: Option<&Duration>| match time {
            Some(time) => format!("{:.1} s", time.as_secs_f64()),
            None => "–".to_owned(),
        };
        let Books {
            requests,
            decisions,
            lost,
            doubled,
            wrong,
        } = &self.books;
        write!(
            f,
            "| {} | {} | {} | {} | {requests} | {decisions} | {} | {} | {} | {:.1} s | {} | {}, {} | {} | {} | {} |",
            self.database,
            self.processes,
            self.rounds,
            self.acts,
            lost.len(),
            doubled.len(),
            wrong.len(),
            self.longest_wait
                .as_ref()
                .map_or(0.0, |it| it.took.as_secs_f64()),
            self.in_vain,
            seconds(kills.get(kills.len() / 2)),
            seconds(kills.last()),
            seconds(self.longest_after(Blow::Frozen)),
            seconds(self.longest_after(Blow::Hung)),
            seconds(self.longest_after(Blow::Cut)),
        )
    }
}
