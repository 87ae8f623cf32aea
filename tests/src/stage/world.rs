//! A world: Telegram, a database, the bot, and the people in it.

use std::{
    ops::Deref,
    sync::{Arc, Mutex},
    time::Duration,
};

use bot::{Running, Settings, commands::Command, health::Health, telegram::pace::PaceLimits};
use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use domain::{
    Counter,
    clock::Clock,
    office::Office,
    request::{Request, change::folded},
};
use tokio::sync::watch;

use super::{
    Engine, asked::Asked, beginning::Beginning, bot::Bot, ground, labels, planner, sites,
    told::told_once,
};
use crate::telegram::Telegram;

/// How long the bot may take to come to rest before a play fails.
const PATIENCE: Duration = Duration::from_mins(1);

/// Everything a play needs. Its clock stands still and is moved by the play, and by the courier's
/// waiting.
///
/// Clones are the same world.
#[derive(Clone)]
pub struct World(Arc<Stage>);

/// What a world is made of.
pub struct Stage {
    pub telegram: Telegram,
    pub clock: Clock,
    /// What the bot has asked of its database.
    pub asked: Asked,
    pub engine: Engine,
    settings: Mutex<Settings>,
    bot: Mutex<Option<Bot>>,
    /// None once the play itself has begun.
    pub(super) beginning: tokio::sync::Mutex<Option<Beginning>>,
    pub(super) folder: tempfile::TempDir,
}

/// A play that fails says what the bot had to complain about. The database goes with its world.
impl Drop for Stage {
    fn drop(&mut self) {
        if let Ok(settings) = self.settings.get_mut() {
            self.engine.forget(&settings.database_url);
        }
        if std::thread::panicking() {
            for line in self.asked.log.complaints() {
                eprintln!("the bot's log: {line}");
            }
        }
    }
}

impl Deref for World {
    type Target = Stage;
    fn deref(&self) -> &Stage {
        &self.0
    }
}

/// Tuesday, 24 November 2026, 09.30 in the office.
fn morning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 2, 30, 0)
        .single()
        .expect("a moment")
}

impl World {
    /// A world with other settings than usual, in which the play has begun.
    pub async fn with(engine: Engine, change: impl FnOnce(&mut Settings)) -> World {
        let world = World::open(engine).await;
        change(&mut world.settings.lock().expect("nobody panicked here"));
        world.opens().await;
        world
    }

    /// A world with nobody in it yet. The bot starts when the play begins, after its preludes.
    pub async fn open(engine: Engine) -> World {
        let telegram = Telegram::open().await;
        let folder = ground::folder();
        let clock = Clock::standing_at(morning());
        let hands = clock.clone();
        telegram.set_clock(move || hands.now());
        let mut settings = Settings::new(telegram.token());
        settings.api_url = telegram.url();
        settings.archive = folder.path().join("archive");
        // Each connection prepares every statement anew.
        settings.connections = 4;
        // What is decided is recorded at once: no play waits for that but those which are about it.
        settings.holds = false;
        // … and what is to be heard of is told at once.
        settings.gathers = false;
        settings.pace = PaceLimits::TELEGRAM;
        settings.clock = clock.clone();
        settings.looker = Some(sites::nowhere());
        World(Arc::new(Stage {
            telegram,
            clock,
            asked: Asked::listening(),
            engine,
            settings: Mutex::new(settings),
            bot: Mutex::default(),
            beginning: tokio::sync::Mutex::new(Some(Beginning::default())),
            folder,
        }))
    }

    /// What was said, without the payloads of links, which are different every time.
    pub fn without_links(&self, said: &str) -> String {
        let mut parts = said.split("?start=");
        let mut plain = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let rest =
                part.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-_".contains(c));
            plain += "?start=[link]";
            plain += rest;
        }
        plain
    }

    /// The counter the bot works at.
    pub fn counter(&self) -> Counter {
        self.with_bot(|running| running.counter().clone())
    }

    /// What the bot has in hand, for plays that act before it has come to rest.
    pub fn health(&self) -> watch::Receiver<Health> {
        self.with_bot(Running::health)
    }

    /// Whatever is no prelude makes the play begin.
    pub(super) fn begins(&self) {
        if self.beginning.try_lock().is_ok_and(|it| it.is_some()) {
            let opens = self.opens();
            tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(opens));
        }
    }

    fn with_bot<T>(&self, look: impl FnOnce(&Running) -> T) -> T {
        self.begins();
        look(
            self.bot
                .lock()
                .expect("nobody panicked here")
                .as_ref()
                .expect("the bot runs")
                .running(),
        )
    }

    fn take_bot(&self) -> Option<Bot> {
        self.bot.lock().expect("nobody panicked here").take()
    }

    /// The settings of the bot that runs.
    pub fn settings(&self) -> Settings {
        self.begins();
        self.settings.lock().expect("nobody panicked here").clone()
    }

    /// The bot is killed without a word and started again.
    pub async fn restart_bot(&self) {
        self.restart_with(|_| {}).await;
    }

    /// The bot is killed without a word, and Telegram has noticed that nobody is there.
    pub async fn kill_bot(&self) {
        self.opens().await;
        if let Some(bot) = self.take_bot() {
            bot.kill().await;
            // What it had in hand ends with it.
            self.asked.log.may_say("was cancelled");
        }
        self.nobody_is_there().await;
    }

    /// The bot finishes what is in hand, and Telegram has noticed that nobody is there.
    pub async fn stop_bot(&self) {
        if let Some(bot) = self.take_bot() {
            bot.finish().await;
        }
        self.nobody_is_there().await;
    }

    async fn nobody_is_there(&self) {
        let telegram = &self.telegram;
        telegram
            .until(|it| !it.is_polled() && it.in_flight() == 0)
            .await;
    }

    /// The bot is started for the first time, on this database.
    pub(super) async fn starts_on(&self, database: String) {
        let mut settings = self.settings();
        settings.database_url = database;
        *self.settings.lock().expect("nobody panicked here") = settings.clone();
        let bot = Bot::start(settings, &self.asked).await;
        *self.bot.lock().expect("nobody panicked here") = Some(bot);
    }

    /// The bot is started, and comes to rest.
    pub async fn start_bot(&self) {
        let bot = Bot::start(self.settings(), &self.asked).await;
        *self.bot.lock().expect("nobody panicked here") = Some(bot);
        self.settle().await;
    }

    /// Starts the bot again with other settings: a changed folder of procedures, for instance.
    pub async fn restart_with(&self, change: impl FnOnce(&mut Settings)) {
        self.kill_bot().await;
        change(&mut self.settings.lock().expect("nobody panicked here"));
        self.start_bot().await;
    }

    /// Time passes, in which the bot was at work.
    pub fn time_passes(&self, time: TimeDelta) {
        self.begins();
        if time > TimeDelta::days(30) {
            let worked = self.was_at_work_until(self.clock.now() + time);
            tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(worked));
        }
        self.clock.advance(time);
    }

    /// What the office notes of itself as long as the bot is at work.
    async fn was_at_work_until(&self, then: DateTime<Utc>) {
        let noted = then.format("%Y-%m-%d %H:%M:%S+00:00");
        let noted = format!(
            "INSERT INTO mark (name, at) VALUES ('noted', '{noted}') \
             ON CONFLICT (name) DO UPDATE SET at = excluded.at"
        );
        self.runs(&noted).await;
    }

    /// Time passes until a moment in the office, `2026-12-23 15.55`, and what happens by itself until then
    /// happens at its time.
    pub async fn waits_until(&self, then: &str) {
        let then = self.at(then);
        loop {
            self.settle().await;
            let next = self.counter().db.next_wake().await;
            let next = next.expect("the next wake").filter(|next| *next <= then);
            let now = self.clock.now();
            self.time_passes(next.unwrap_or(then).max(now) - now);
            if next.is_none() {
                break;
            }
        }
        self.settle().await;
    }

    /// Time passes until a moment in the office at once, as after a long absence.
    pub fn becomes(&self, then: &str) {
        self.begins();
        self.clock.advance(self.at(then) - self.clock.now());
    }

    /// A moment in the office, written as `2026-12-23 15.55`.
    pub fn at(&self, text: &str) -> DateTime<Utc> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H.%M").expect("a moment");
        let office = match self.settings().office {
            Some(file) => Office::read_file(file),
            None => Office::built_in(),
        };
        let zone = office.expect("the office").zone;
        let moment = zone.from_local_datetime(&local).earliest();
        moment.expect("an hour that exists").to_utc()
    }

    /// Waits until the bot has handled everything and told everything. Where the courier waits for
    /// the clock to keep Telegram's pace, the clock goes on.
    pub async fn settle(&self) {
        Box::pin(self.opens()).await;
        Box::pin(self.comes_to_rest()).await;
    }

    pub(super) async fn comes_to_rest(&self) {
        let settled = async {
            let (mut health, mut moves) = (self.health(), self.telegram.moves());
            loop {
                // Marked as seen before the look, so that nothing can move unseen between look and wait.
                moves.borrow_and_update();
                let now = *health.borrow_and_update();
                if self.telegram.pending() == 0
                    && self.telegram.in_flight() == 0
                    && self.telegram.is_polled()
                    && self.with_bot(Running::is_idle)
                {
                    return;
                }
                // What is to be told waits for the clock alone only when everything else is done.
                let rests = now.updates_waiting == 0
                    && now.tellings == 0
                    && self.telegram.pending() == 0
                    && self.telegram.in_flight() == 0
                    && self.with_bot(|bot| bot.has_heard(&now));
                let ahead = now.pace_waits_until.filter(|_| rests);
                let ahead = ahead.and_then(|until| until.checked_sub(self.clock.passed()));
                if let Some(ahead) = ahead.filter(|ahead| *ahead > Duration::ZERO) {
                    self.clock
                        .advance(TimeDelta::from_std(ahead).expect("a short time"));
                }
                tokio::select! {
                    Ok(()) = health.changed() => {}
                    Ok(()) = moves.changed() => {}
                }
            }
        };
        if tokio::time::timeout(PATIENCE, settled).await.is_err() {
            let health = *self.with_bot(Running::health).borrow();
            let pending = self.telegram.pending();
            panic!("the bot did not come to rest: {health:?}, {pending} updates at Telegram");
        }
    }

    /// The end of every play: nothing is left undone, the bot made no mistake in manners, and asked nothing for
    /// which its database goes through what grows.
    pub async fn finish(self) {
        self.settle().await;
        assert_eq!(
            self.telegram.faux_pas(),
            Vec::<String>::new(),
            "calls a well-written bot never makes"
        );
        assert_eq!(
            self.telegram.unanswered(),
            0,
            "taps whose spinner never ended"
        );
        let mut shown = self.telegram.commands_shown();
        shown.retain(|(command, _)| Command::read(&format!("/{command}")).is_none());
        assert_eq!(shown, [], "commands that nobody meant, one tap away");
        assert_eq!(
            self.telegram.taller_cards(8),
            [],
            "cards that do not fit a glance"
        );
        assert_eq!(labels::cut(&self.telegram), [""; 0], "labels that are cut");
        let private = self.telegram.private_words();
        assert_eq!(self.asked.log.line_with(&private), None, "in the bot's log");
        assert_eq!(self.asked.log.surprises(), [""; 0], "in the bot's log");
        self.history_folds_to_the_stored_state().await;
        if let Some(bot) = self.take_bot() {
            bot.finish().await;
        }
        planner::finds_a_way(self.engine, self.asked.so_far().into_keys()).await;
    }

    /// The events of every request fold to what is stored, every stored card is as it must be, and the chain is whole.
    pub async fn history_folds_to_the_stored_state(&self) {
        for request in self.requests().await {
            self.history_folds_to(&request).await;
        }
        let audited = self.audited().await;
        assert_eq!(audited.breaks, [], "the chain of all that happened");
        told_once(&self.settings().database_url).await;
    }

    /// The events of a request fold to what is stored of it, and its stored cards are as they must be.
    pub async fn history_folds_to(&self, request: &Request) {
        let counter = self.counter();
        let procedure = counter.procedure_of(request).await.expect("its procedure");
        let history = counter.db.history(request.id).await.expect("its history");
        let seqs = history.iter().map(|recorded| recorded.seq);
        assert!(seqs.eq(1..=request.version), "without gaps: {history:?}");
        assert_eq!(
            folded(&procedure, &history).as_ref(),
            Some(&request.state),
            "{} folds to its stored state",
            request.ticket
        );
        let open = counter.db.open_task_of(request.id).await.expect("its task");
        assert_eq!(
            open.as_ref().map(|task| &task.step),
            request.step(),
            "it waits where it stands"
        );
        let cards = counter.db.cards_of(request.id).await.expect("its cards");
        for card in cards {
            let live = card.task.is_some() && card.retired_at.is_none();
            assert!(
                !live || card.task == open.as_ref().map(|task| task.id),
                "only the open task has live cards"
            );
        }
    }
}
