//! Where the story is told: with the bot inside the test, or as a process of its own. Either can
//! die at a chosen call, and is started again.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering},
    },
};

use bytes::Bytes;
use domain::{
    Counter,
    id::{AccountId, PersonId},
};
use tests::{
    Engine, World,
    stage::Role,
    telegram::{MessageId, Moment, Next, Telegram, UserId},
};
use tokio::sync::watch;

use super::process::Process;

/// A page of SQLite and its frame in the log.
const PAGE: u64 = 4096 + 24;

const PEOPLE: [Role; 3] = [tests::cast::SARI, tests::cast::HANA, tests::cast::DEWI];

pub(super) struct Theatre {
    body: Body,
    pub(super) people: Vec<Someone>,
    dead: watch::Sender<bool>,
    disk: Disk,
}

/// How full the disk is while someone acts.
enum Disk {
    Ample,
    /// Each act finds so many pages left as the next of these says, over and over. There is room again
    /// once the bot has complained.
    Small {
        pages: &'static [u64],
        acts: AtomicUsize,
        full: AtomicUsize,
    },
}

enum Body {
    Inside(World),
    Outside(Box<Process>),
}

pub(super) struct Someone {
    pub(super) user: UserId,
    pub(super) id: PersonId,
    pub(super) name: &'static str,
    since: AtomicI32,
}

impl Someone {
    /// Messages up to here belong to earlier stories.
    pub(super) fn since(&self) -> MessageId {
        MessageId(self.since.load(Ordering::SeqCst))
    }
}

/// Where the bot dies: at a call, counted from the beginning of the story, before or after its effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Death {
    pub(super) call: usize,
    pub(super) moment: Moment,
}

/// What the hook counts.
#[derive(Default)]
struct Count {
    calls: AtomicUsize,
    places: Mutex<HashMap<(String, usize), usize>>,
    struck: AtomicBool,
}

impl Theatre {
    pub(super) async fn inside(engine: Engine) -> Theatre {
        let world = World::with(engine, |settings| {
            settings.office = Some(super::office());
            settings.procedures = Some(super::procedures());
            settings.pace = bot::telegram::pace::PaceLimits::NONE;
        })
        .await;
        let mut people = Vec::new();
        for role in PEOPLE {
            let player = world.person(role).await;
            people.push(someone(&world.counter(), player.user, role.name).await);
        }
        Theatre::new(Body::Inside(world), people)
    }

    /// The people come in by the links that the program prints while the bot runs.
    pub(super) async fn outside(engine: Engine) -> Theatre {
        let process = Process::open(engine).await;
        let mut people = Vec::new();
        for role in PEOPLE {
            let link = process.invite(role).await;
            let user = process.telegram.person(role.name, "id");
            process.telegram.starts(user, Some(&link));
            process.rest().await;
            people.push(someone(&process.counter, user, role.name).await);
        }
        Theatre::new(Body::Outside(Box::new(process)), people)
    }

    fn new(body: Body, people: Vec<Someone>) -> Theatre {
        let dead = watch::Sender::new(false);
        Theatre {
            body,
            people,
            dead,
            disk: Disk::Ample,
        }
    }

    /// Where the bot inside of the test has its database.
    pub(super) fn database(&self) -> String {
        match &self.body {
            Body::Inside(world) => world.settings().database_url,
            Body::Outside(process) => process.database.clone(),
        }
    }

    /// The same theatre, whose bot reaches its database at another address.
    pub(super) async fn through(self, address: String) -> Theatre {
        if let Body::Inside(world) = &self.body {
            let reaches = |settings: &mut bot::Settings| settings.database_url = address;
            world.restart_with(reaches).await;
            world.asked.log.may_say("error communicating with database");
        }
        self
    }

    /// The same theatre on a disk that is full again and again.
    pub(super) async fn on_a_small_disk(mut self, pages: &'static [u64]) -> Theatre {
        let process = self.process();
        process.kill().await;
        process.start_on_a_small_disk().await;
        self.disk = Disk::Small {
            pages,
            acts: AtomicUsize::default(),
            full: AtomicUsize::default(),
        };
        self
    }

    pub(super) fn process(&self) -> &Process {
        match &self.body {
            Body::Inside(_) => panic!("the bot is inside of the test"),
            Body::Outside(process) => process,
        }
    }

    /// How often the disk was full.
    pub(super) fn was_full(&self) -> usize {
        match &self.disk {
            Disk::Ample => 0,
            Disk::Small { full, .. } => full.load(Ordering::SeqCst),
        }
    }

    /// Someone is about to act.
    async fn fills(&self) {
        if let Disk::Small { pages, acts, .. } = &self.disk {
            let act = acts.fetch_add(1, Ordering::SeqCst);
            let room = pages[act % pages.len()] * PAGE;
            self.process().disk_has(Some(room)).await;
        }
    }

    /// Waits until the bot has come to rest, or complained about its disk and then come to rest.
    async fn empties(&self, full: &AtomicUsize) {
        let mut log = self.process().log.subscribe();
        let known = log.borrow_and_update().len();
        let complains = log.wait_for(|log| log[known..].contains("ERROR"));
        let complained = tokio::select! {
            complained = complains => complained.is_ok(),
            () = self.rests() => false,
        };
        self.process().disk_has(None).await;
        full.fetch_add(usize::from(complained), Ordering::SeqCst);
        self.rests().await;
    }

    pub(super) fn telegram(&self) -> &Telegram {
        match &self.body {
            Body::Inside(world) => &world.telegram,
            Body::Outside(process) => &process.telegram,
        }
    }

    pub(super) fn counter(&self) -> Counter {
        match &self.body {
            Body::Inside(world) => world.counter(),
            Body::Outside(process) => process.counter.clone(),
        }
    }

    pub(super) async fn says(&self, someone: &Someone, words: &str) {
        self.fills().await;
        self.telegram().says(someone.user, words);
        self.settles().await;
    }

    pub(super) async fn sends(&self, someone: &Someone, name: &str, bytes: Bytes) {
        self.fills().await;
        let mime = "application/pdf";
        self.telegram()
            .sends_document(someone.user, name, mime, bytes, None);
        self.settles().await;
    }

    pub(super) async fn taps(&self, someone: &Someone, message: MessageId, data: &str) {
        self.fills().await;
        let tapped = self.telegram().taps(someone.user, message, data);
        tapped.expect("the button is to be seen");
        self.settles().await;
    }

    /// Waits until the bot has come to rest; where it dies before, it is started again first.
    async fn settles(&self) {
        if let Disk::Small { full, .. } = &self.disk {
            return self.empties(full).await;
        }
        let mut dead = self.dead.subscribe();
        let died = tokio::select! {
            biased;
            _ = dead.wait_for(|dead| *dead) => true,
            () = self.rests() => false,
        };
        if died {
            match &self.body {
                Body::Inside(world) => world.kill_bot().await,
                Body::Outside(process) => process.kill().await,
            }
            self.telegram().off_call();
            self.dead.send_replace(false);
            match &self.body {
                Body::Inside(world) => world.start_bot().await,
                Body::Outside(process) => process.start().await,
            }
        }
    }

    async fn rests(&self) {
        match &self.body {
            Body::Inside(world) => {
                world.time_passes(chrono::TimeDelta::minutes(1));
                world.settle().await;
            }
            Body::Outside(process) => process.rest().await,
        }
    }

    /// A new story begins, in which the bot dies once. The answer tells afterwards how many calls
    /// were counted, and whether it died.
    pub(super) fn dies(&self, death: Option<Death>) -> impl Fn() -> (usize, bool) + use<> {
        for someone in &self.people {
            let last = self.telegram().chat(someone.user).last().map(|it| it.id.0);
            someone.since.store(last.unwrap_or(0), Ordering::SeqCst);
        }
        let count = Arc::new(Count::default());
        let (counting, dead) = (count.clone(), self.dead.clone());
        self.telegram().on_call(move |method, nth, moment| {
            if counting.struck.load(Ordering::SeqCst) {
                return Next::Silence;
            }
            let Some(call) = counting.number(method, nth, moment) else {
                return Next::GoOn;
            };
            if death != Some(Death { call, moment }) {
                return Next::GoOn;
            }
            counting.struck.store(true, Ordering::SeqCst);
            dead.send_replace(true);
            Next::Silence
        });
        move || {
            let calls = count.calls.load(Ordering::SeqCst);
            (calls, count.struck.load(Ordering::SeqCst))
        }
    }

    pub(super) async fn finish(self) {
        self.telegram().off_call();
        // A spinner whose answer died with the bot ends by itself.
        self.telegram().queries_expire();
        match self.body {
            Body::Inside(world) => world.finish().await,
            Body::Outside(process) => process.finish().await,
        }
    }
}

impl Count {
    /// The number of a call, from 1 on. A call that began before the story has none.
    fn number(&self, method: &str, nth: usize, moment: Moment) -> Option<usize> {
        let mut places = self.places.lock().expect("nobody panicked here");
        let key = (method.to_owned(), nth);
        match moment {
            Moment::Before => {
                let call = self.calls.fetch_add(1, Ordering::SeqCst) + 1;
                places.insert(key, call);
                Some(call)
            }
            Moment::After => places.get(&key).copied(),
        }
    }
}

async fn someone(counter: &Counter, user: UserId, name: &'static str) -> Someone {
    let person = counter.db.person_of(AccountId(user.0)).await;
    let person = person.expect("people").expect("the link works");
    Someone {
        user,
        id: person.id,
        name,
        since: AtomicI32::new(0),
    }
}
