//! People who act all the time, each as soon as they were answered. Where they see nothing of what they want, because a
//! program died with the answer, they look for it in the menu, as people do.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, MutexGuard},
    time::{Duration, Instant},
};

use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::{
    cast, papers,
    telegram::{Act, Author, Chat, Message, MessageId, QueryId, Telegram, UserId},
};

use super::fleet::Fleet;

/// Whoever is not answered for so long tries something else: an answer that is only an answer may die with the program.
const PATIENCE: Duration = Duration::from_secs(15);
const LETTER: &str = "Mohon kirim surat peminjaman.";
const PURPOSE: &str = "Untuk keperluan apa?";
/// The ways to the next question, the first that is to be seen.
const WAYS: [&str; 4] = [
    "Kirim Permohonan",
    "Lanjutkan Draf",
    "Pinjam Ruang Rapat",
    "Ajukan Permohonan",
];
/// So begins a decision that was taken.
const RECORDED: &str = "Tercatat";

/// What was done and answered.
#[derive(Debug, Default)]
pub struct Tally {
    pub acts: u64,
    /// How often an answer never came.
    pub in_vain: u64,
    /// The longest time that an answer took that came.
    pub longest: Option<Wait>,
    /// The tickets that applicants were shown, with the applicant.
    pub tickets: BTreeMap<String, UserId>,
    /// Decisions that were said to be recorded: ticket and official.
    pub decided: BTreeSet<(String, UserId)>,
}

/// Someone waited for an answer.
#[derive(Debug, Clone)]
pub struct Wait {
    pub began: Instant,
    pub took: Duration,
    /// Who, and for what.
    pub to: String,
}

/// All of them, until they are sent home.
pub struct Crowd {
    people: JoinSet<()>,
    stop: CancellationToken,
    tally: Arc<Mutex<Tally>>,
}

#[derive(Clone)]
struct Someone {
    user: UserId,
    telegram: Telegram,
    tally: Arc<Mutex<Tally>>,
    stop: CancellationToken,
}

/// What someone does next.
#[derive(Debug)]
enum Step {
    Says(String),
    Sends,
    Taps(MessageId, String),
}

impl Crowd {
    /// So many applicants, and two officials.
    pub async fn gathers(fleet: &Fleet, applicants: usize) -> Crowd {
        let stop = CancellationToken::new();
        let tally = Arc::new(Mutex::new(Tally::default()));
        let mut people = JoinSet::new();
        let someone = |user| Someone {
            user,
            telegram: fleet.telegram.clone(),
            tally: tally.clone(),
            stop: stop.clone(),
        };
        for (role, label) in [(cast::HANA, "Teruskan"), (cast::DEWI, "Izinkan")] {
            let user = fleet.enters(role, role.name).await;
            people.spawn(someone(user).decides(label));
        }
        for number in 0..applicants {
            let user = fleet.enters(cast::SARI, &format!("Pemohon {number}")).await;
            people.spawn(someone(user).asks());
        }
        Crowd {
            people,
            stop,
            tally,
        }
    }

    /// How many acts were answered so far.
    pub fn acts(&self) -> u64 {
        self.tally.lock().expect("nobody panicked here").acts
    }

    /// Everyone finishes what they have begun, and goes.
    pub async fn goes(mut self) -> Tally {
        self.stop.cancel();
        while let Some(gone) = self.people.join_next().await {
            gone.expect("nobody panicked");
        }
        std::mem::take(&mut self.tally.lock().expect("nobody panicked here"))
    }
}

impl Someone {
    /// Fills a form, sends it, and begins the next.
    async fn asks(self) {
        let (mut sent, mut since, mut read) = (0, MessageId(0), 0);
        let mut mine = BTreeSet::new();
        let mut before = None;
        while !self.stop.is_cancelled() {
            let purpose = format!("Rapat {} nomor {sent}", self.user);
            let step = self.telegram.look(self.user, |chat| {
                mine.extend(
                    chat.story[read..]
                        .iter()
                        .filter_map(Act::shown)
                        .flat_map(tickets),
                );
                read = chat.story.len();
                if mine.len() > sent {
                    return None;
                }
                next(chat, since, &purpose)
            });
            if mine.len() > sent {
                self.tally()
                    .tickets
                    .extend(mine.iter().map(|it| (it.clone(), self.user)));
                sent = mine.len();
                since = self.telegram.look(self.user, newest);
                continue;
            }
            let screen = self.telegram.screen(self.user);
            // What has led nowhere is not done a second time.
            let is_new = before.replace(screen.clone()) != Some(screen);
            let step = step.filter(|_| is_new);
            self.does(step.unwrap_or_else(|| Step::Says("/menu".to_owned())))
                .await;
        }
    }

    /// Decides on every card as soon as it is there.
    async fn decides(self, label: &'static str) {
        let mut tapped = BTreeSet::new();
        while !self.stop.is_cancelled() {
            let look = |chat: &Chat| {
                let mut cards = chat.visible().filter_map(|message| {
                    let data = message.button(|it| it.starts_with(label))?;
                    let ticket = tickets(message).next()?;
                    (!tapped.contains(&data)).then_some((message.id, data, ticket))
                });
                cards.next_back()
            };
            let Some((card, data, ticket)) = self.telegram.look(self.user, look) else {
                let arrives = self.telegram.until(|it| it.look(self.user, look).is_some());
                tokio::select! {
                    () = arrives => {}
                    () = self.stop.cancelled() => {}
                }
                continue;
            };
            // Where nobody says anything, it is tapped once more.
            if let Some(said) = self.does(Step::Taps(card, data.clone())).await {
                tapped.insert(data);
                if said.contains(RECORDED) {
                    self.tally().decided.insert((ticket, self.user));
                }
            }
        }
    }

    /// Does something and waits for the answer: what a toast said, where it was a tap. None: there was none.
    async fn does(&self, step: Step) -> Option<String> {
        let (telegram, user) = (&self.telegram, self.user);
        let since = telegram.look(user, |chat| chat.story.len());
        let began = Instant::now();
        let to = format!("{user} {step:?}");
        let tapped = match step {
            Step::Says(words) => {
                telegram.says(user, &words);
                None
            }
            Step::Sends => {
                let mime = "application/pdf";
                telegram.sends_document(user, "surat.pdf", mime, papers::letter(), None);
                None
            }
            // It may have gone in this very moment.
            Step::Taps(message, data) => Some((message, telegram.taps(user, message, &data).ok()?)),
        };
        let answered =
            telegram.until(|it| it.look(user, |chat| answer(chat, since, tapped).is_some()));
        let is_answered = tokio::time::timeout(PATIENCE, answered).await.is_ok();
        let mut tally = self.tally();
        if !is_answered {
            tally.in_vain += 1;
            return None;
        }
        tally.acts += 1;
        let took = began.elapsed();
        if tally.longest.as_ref().is_none_or(|it| it.took < took) {
            tally.longest = Some(Wait { began, took, to });
        }
        telegram.look(user, |chat| answer(chat, since, tapped))
    }

    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().expect("nobody panicked here")
    }
}

/// What the newest message calls for that calls for anything.
fn next(chat: &Chat, since: MessageId, purpose: &str) -> Option<Step> {
    let mut newest = chat
        .visible()
        .rev()
        .filter(|message| message.from == Author::Bot && message.id > since);
    newest.find_map(|message| {
        let mut ways = WAYS.iter();
        let tap = ways.find_map(|way| message.button(|it| it.starts_with(way)));
        if let Some(data) = tap {
            return Some(Step::Taps(message.id, data));
        }
        if message.text.contains(PURPOSE) {
            return Some(Step::Says(purpose.to_owned()));
        }
        message.text.contains(LETTER).then_some(Step::Sends)
    })
}

/// The first thing that the bot showed after an act: the words of a toast, or none.
fn answer(chat: &Chat, since: usize, tapped: Option<(MessageId, QueryId)>) -> Option<String> {
    chat.story[since..]
        .iter()
        .find_map(|act| match (act, tapped) {
            (Act::Tapped(tap), Some((_, query))) if tap.query == query => {
                Some(tap.answer.as_ref()?.text.clone().unwrap_or_default())
            }
            (Act::Edited(_, after), Some((message, _))) if after.id == message => {
                Some(String::new())
            }
            (Act::Sent(message), None) if message.from == Author::Bot => Some(String::new()),
            _ => None,
        })
}

fn newest(chat: &Chat) -> MessageId {
    chat.last().map_or(MessageId(0), |message| message.id)
}

/// The tickets that a message names.
fn tickets(message: &Message) -> impl Iterator<Item = String> + use<> {
    let words = message
        .text
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| word.starts_with("PRU-") && word.len() >= "PRU-2026-0001".len())
        .map(str::to_owned);
    words.collect::<Vec<_>>().into_iter()
}
