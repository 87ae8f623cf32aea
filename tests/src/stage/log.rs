//! What a bot writes into its log, and what of it a play brings about.

use std::{
    fmt::{self, Write as _},
    sync::{Arc, Mutex, MutexGuard},
};

use tracing::{
    Event, Level,
    field::{Field, Visit},
    span::Attributes,
};

/// The log of a bot, a line for each thing that happened, with its fields.
///
/// Where nothing is broken, nothing is complained of: a play in which something is says so beforehand
/// ([`Log::brings_about`]).
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Pages>>);

#[derive(Default)]
struct Pages {
    lines: Vec<Line>,
    brought_about: Vec<&'static str>,
    forgiven: Vec<&'static str>,
}

struct Line {
    level: Level,
    words: String,
}

impl Log {
    /// Something is broken on purpose, and the log must say so in these words by the end of the play.
    pub fn brings_about(&self, words: &'static str) {
        self.pages().brought_about.push(words);
    }

    /// Something is broken at a moment that nobody chose: the log may say so in these words.
    pub fn may_say(&self, words: &'static str) {
        self.pages().forgiven.push(words);
    }

    /// A line in which any of these stands: what people wrote and how they are called stays out of a log, ids only.
    pub(super) fn line_with(&self, private: &[String]) -> Option<String> {
        let pages = self.pages();
        let names = |line: &&Line| private.iter().any(|it| line.words.contains(it.as_str()));
        pages
            .lines
            .iter()
            .find(names)
            .map(|line| line.words.clone())
    }

    /// What was complained of so far: warnings and errors.
    pub fn complaints(&self) -> Vec<String> {
        let pages = self.pages();
        let complaints = pages.lines.iter().filter(|line| line.level <= Level::WARN);
        complaints.map(|line| line.words.clone()).collect()
    }

    /// Complaints that nothing on the stage brought about, and those that something should have and did not.
    pub(super) fn surprises(&self) -> Vec<String> {
        let complaints = self.complaints();
        let pages = self.pages();
        let expected = || pages.brought_about.iter().chain(&pages.forgiven);
        let of_itself = complaints
            .iter()
            .filter(|line| !expected().any(|words| line.contains(words)))
            .map(|line| format!("of itself: {line}"));
        let silent = pages
            .brought_about
            .iter()
            .filter(|words| !complaints.iter().any(|line| line.contains(**words)))
            .map(|words| format!("not said: {words}"));
        of_itself.chain(silent).collect()
    }

    pub(super) fn happened(&self, event: &Event<'_>) {
        let mut words = Words::default();
        event.record(&mut words);
        self.write(*event.metadata().level(), words);
    }

    pub(super) fn began(&self, span: &Attributes<'_>) {
        let mut words = Words::default();
        span.record(&mut words);
        // That something began is no complaint, however its span is weighed.
        self.write(Level::INFO, words);
    }

    fn write(&self, level: Level, Words(words): Words) {
        self.pages().lines.push(Line { level, words });
    }

    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.0.lock().expect("nobody panicked here")
    }
}

#[derive(Default)]
struct Words(String);

impl Visit for Words {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let _ = write!(self.0, "{field}={value:?} ");
    }
}
