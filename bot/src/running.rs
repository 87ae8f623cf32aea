//! The bot at work: starting it, watching it, ending it.

use std::{
    convert::Infallible,
    future::Future,
    net::SocketAddr,
    sync::{Arc, Mutex, atomic::AtomicI64},
    time::Duration,
};

use anyhow::Context;
use domain::{
    Counter, Language, command,
    id::AccountId,
    store::{Db, Hold},
};
use futures::FutureExt;
use tokio::{sync::watch, task::JoinSet};
use tokio_util::sync::CancellationToken;

use crate::{
    Settings,
    answering::Answering,
    backup::daily,
    clockwork,
    commands::Command,
    courier::{self, Courier},
    doctor::Doctor,
    extract::Extractor,
    front_door::{DoorStaff, FrontDoor},
    handler::UpdateHandler,
    health::{Board, Health, Left},
    leading::{self, Lead},
    limits::Gate,
    live_lists::LiveLists,
    opening,
    printer::{self, Printer},
    supervision::Supervision,
    telegram::{Client, intake::Intake, known::Known, pace::Pace},
    text::{self, Words, words::t},
    voice::{Reply, Voice},
};

/// At the end, so long is waited for what is in hand, and so long for each thing after it.
const HANDED_WITHIN: Duration = Duration::from_secs(5);
const A_WHILE: Duration = Duration::from_secs(2);

/// A bot that runs. Dropping it ends it on the spot, as a power cut would.
pub struct Running {
    counter: Counter,
    board: Board,
    stop: CancellationToken,
    tasks: JoinSet<()>,
    /// Sees that it leads, to the very end.
    _leads: JoinSet<()>,
    listens_at: Option<SocketAddr>,
    /// As long as this bot is there, no other runs on its database.
    _hold: Hold,
}

/// Another bot is at work where this one was to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AlreadyRuns {
    #[error("another loket runs on this database; one is enough. Stop that one first")]
    OnThisDatabase,
    #[error(
        "another program asks Telegram for updates with the same token, again and again; find and stop it: each takes \
         messages away from the other"
    )]
    WithThisToken,
}

/// Starts the bot. Where another leads on the same database of PostgreSQL, it stands by until that one is gone.
pub async fn start(settings: Settings) -> anyhow::Result<Running> {
    let hold = Hold::take(&settings.database_url).context("the database cannot be held")?;
    let hold = hold.ok_or(AlreadyRuns::OnThisDatabase)?;
    let bot = Client::new(&settings)?;
    let words = Words::load();
    let board = Board::default();
    let stop = CancellationToken::new();
    let (mut tasks, mut leads) = (JoinSet::new(), JoinSet::new());
    let staff = DoorStaff::default();
    let lead = Lead::begins(&settings.database_url);
    let door = FrontDoor::open(&settings, (&staff, &lead), (&board, &bot)).await?;
    let listens_at = door.as_ref().and_then(FrontDoor::address);
    if let Some(door) = door {
        tasks.spawn(door.serve(stop.clone()));
    }
    let leader = {
        let waits = Box::pin(lead.wait(&settings.database_url));
        let stands_by = stand_by(&settings, &staff, &lead);
        tokio::select! {
            leader = waits => leader?,
            never = stands_by => match never? {},
        }
    };
    let (term, has_others) = (leading::term(leader.as_ref()), leader.is_some());
    if let Some(leader) = leader {
        leads.spawn(lead.clone().keep(leader, board.clone(), stop.clone()));
    }
    let counter = Box::pin(opening::open_in(&settings, term)).await?;
    let pace = Pace::new(settings.pace, settings.clock.clone(), board.clone());
    let answering = Answering::default();
    let press = printer::press(&settings, &counter.office, &counter.catalogue)?;
    let lists = LiveLists::load(&counter, &bot, &pace).await?;
    let mut extractor = Extractor::new(press.clone());
    extractor.told_every = settings.told_every;
    let voice = Voice::new(
        bot.clone(),
        counter.clone(),
        board.clone(),
        pace.clone(),
        answering.clone(),
        lists.clone(),
        (settings.looker.clone(), extractor),
    );
    Box::pin(ask_again(&counter, &words, &voice)).await?;
    let updates = UpdateHandler::new(
        counter.clone(),
        (bot.clone(), Doctor::new(&settings, bot.clone())),
        words.clone(),
        voice,
        board.clone(),
        answering.clone(),
        Gate::new(settings.limits),
    );
    let troubled = updates.clone();
    let courier = Courier {
        telegram: bot.clone(),
        counter: counter.clone(),
        words: words.clone(),
        board: board.clone(),
        pace,
        answering,
        commands: Command::for_person,
        errands: courier::Errands::default(),
        lists,
        lead: lead.clone(),
    };
    let intake = Intake {
        telegram: bot.clone(),
        counter: counter.clone(),
        hand_on: Arc::new(move |incoming| updates.take(incoming)),
        takes_longer: Arc::new(move |chat| {
            let updates = troubled.clone();
            tokio::spawn(async move { updates.takes_longer(AccountId(chat)).await });
        }),
        board: board.clone(),
        reached: AtomicI64::default(),
        unsure: Mutex::default(),
        lead,
        // Where updates are asked for, who stands by has none.
        known: (has_others && settings.webhook.is_some()).then(Known::default),
    };

    Box::pin(intake.take_up()).await?;
    let printer = Printer {
        press,
        counter: counter.clone(),
        words: words.clone(),
        board: board.clone(),
    };
    let supervision = Supervision {
        clock: settings.clock.clone(),
        board: board.clone(),
        stop: stop.clone(),
    };
    let stopped = stop.clone();
    let begin = move || courier.clone().run(stopped.clone()).map(Ok);
    tasks.spawn(supervision.clone().keep("courier", begin));
    let (counting, stopped, watched) = (counter.clone(), stop.clone(), board.clone());
    let begin = move || clockwork::run(counting.clone(), watched.clone(), stopped.clone()).map(Ok);
    tasks.spawn(supervision.clone().keep("clockwork", begin));
    let stopped = stop.clone();
    let begin = move || printer.clone().run(stopped.clone()).map(Ok);
    tasks.spawn(supervision.clone().keep("printer", begin));
    if let Some(daily) = settings.daily_backup.clone() {
        let (kept, counter, stopped) = (settings.clone(), counter.clone(), stop.clone());
        let begin = move || {
            daily::run(
                daily.clone(),
                kept.clone(),
                counter.clone(),
                stopped.clone(),
            )
            .map(Ok)
        };
        tasks.spawn(supervision.clone().keep("backup", begin));
    }
    let intake = Arc::new(intake);
    staff.leads(counter.clone(), intake.clone());
    if intake.known.is_some() {
        let (intake, address) = (intake.clone(), settings.database_url.clone());
        let stopped = stop.clone();
        let begin = move || {
            intake
                .clone()
                .take_from_others(address.clone(), stopped.clone())
        };
        tasks.spawn(supervision.clone().keep("what others store", begin));
    }
    let (stopped, secret) = (stop.clone(), settings.webhook_secret());
    if let Some(url) = settings.webhook {
        let begin = move || {
            let (url, secret, stopped) = (url.to_string(), secret.clone(), stopped.clone());
            intake.clone().have_brought(url, secret, stopped)
        };
        tasks.spawn(supervision.keep("intake", begin));
    } else {
        let begin = move || intake.clone().run(stopped.clone());
        tasks.spawn(supervision.keep("intake", begin));
    }
    tasks.spawn(introduce(bot, words, counter.clone()));
    Ok(Running {
        counter,
        board,
        stop,
        tasks,
        _leads: leads,
        listens_at,
        _hold: hold,
    })
}

/// What is brought to who stands by is stored for who leads. Where updates are asked for, there is nothing to do.
async fn stand_by(
    settings: &Settings,
    staff: &DoorStaff,
    lead: &Lead,
) -> anyhow::Result<Infallible> {
    lead.stands_by_indeed().await;
    if settings.webhook.is_some() {
        let db = Db::open(&settings.database_url, settings.clock.clone());
        staff.stands_by(db.await.context("the database does not open")?);
    }
    std::future::pending().await
}

impl Running {
    /// The counter the bot works at.
    pub fn counter(&self) -> &Counter {
        &self.counter
    }

    /// What is in hand.
    pub fn health(&self) -> watch::Receiver<Health> {
        self.board.watch()
    }

    /// Where it can be reached, if anywhere.
    pub fn listens_at(&self) -> Option<SocketAddr> {
        self.listens_at
    }

    /// Whether everything that came in is handled and everything that was due is told.
    pub fn is_idle(&self) -> bool {
        self.board.is_idle(|| Left {
            rings: self.counter.db.rings(),
            issues: self.counter.db.issues(),
            holds: self.counter.db.holds(),
            now: self.counter.now(),
        })
    }

    /// Whether the courier had looked for all that was left to tell when this was in hand.
    pub fn has_heard(&self, health: &Health) -> bool {
        health.rings_heard == Some(self.counter.db.rings())
    }

    /// Ends when the bot has ended by itself, because a part of it did not live any more.
    pub async fn ended(&self) {
        self.stop.cancelled().await;
    }

    /// Finishes what is in hand, and ends: no new updates are taken, and what was begun is said.
    /// What is not told within the time waits in the outbox for the next start. Where another leads by now, that one
    /// has taken it over.
    pub async fn finish(mut self) {
        self.stop.cancel();
        if self.board.now().is_deposed {
            return;
        }
        let mut health = self.board.watch();
        let handed =
            health.wait_for(|health| health.updates_waiting == 0 && health.replies_waiting == 0);
        let handed = tokio::time::timeout(HANDED_WITHIN, handed).await.is_ok();
        if handed {
            let noted = command::lifecycle::stopped(&self.counter);
            in_time("the end could not be noted", noted).await;
        } else {
            tracing::warn!(
                "not everything in hand could be finished in time; it is stored and goes on at the next start"
            );
        }
        for (kind, messages) in self.board.unread_by_kind() {
            tracing::info!(kind, messages, "the bot read nothing of these messages");
        }
        let all = async { while self.tasks.join_next().await.is_some() {} };
        let _ = tokio::time::timeout(A_WHILE, all).await;
        let cut = self.counter.db.cut_log(Duration::from_secs(1));
        in_time("the write-ahead log could not be cut", cut).await;
    }
}

/// Does one thing at the end; what fails, or takes too long, is logged.
async fn in_time(what: &'static str, work: impl Future<Output = Result<(), domain::Error>>) {
    match tokio::time::timeout(A_WHILE, work).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::error!(%error, "{what}"),
        Err(_) => tracing::error!("{what} in time"),
    }
}

/// Whoever gave an answer just before the program was killed may not have been asked the next question, nor whoever was
/// to be asked it when Telegram was in trouble.
async fn ask_again(counter: &Counter, words: &Words, voice: &Voice) -> anyhow::Result<()> {
    for (person, page) in command::lifecycle::started(counter).await? {
        let Some(account) = person.account else {
            continue;
        };
        let speech = words.speech(person.language);
        let mut screen = text::form::form(&speech, counter, &page);
        // Very likely it stands there already, and was answered since.
        screen.asks = None;
        let again = t!(speech, "asked-again");
        let question = Reply::Say {
            screen: screen.after(again),
            question: true,
        };
        voice.say_again(account, question);
    }
    Ok(())
}

/// Tells Telegram what the bot is for and which commands there are, in every language, and first for whoever speaks
/// another. Commands are shortcuts; the bot works without any of this.
async fn introduce(bot: Client, words: Words, counter: Counter) {
    let others = (Language::default(), None);
    let spoken = Language::ALL.iter().map(|it| (*it, Some(it.code())));
    for (language, tag) in std::iter::once(others).chain(spoken) {
        let speech = words.speech(language);
        // Someone who has not come in yet is listed what everyone can use.
        let commands = Command::for_all(&speech);
        if let Err(error) = bot.list_commands_for_all(tag, &commands).await {
            tracing::warn!(%error, "the list of commands was not registered");
        }
        let said = text::home::introduction(&speech, &counter.office);
        if let Err(error) = bot.introduce(tag, &said).await {
            tracing::warn!(%error, "the description of the bot was not set");
        }
    }
    if let Err(error) = bot.offer_menu().await {
        tracing::warn!(%error, "the menu button was not set");
    }
}
