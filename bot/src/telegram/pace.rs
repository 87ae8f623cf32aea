//! Telegram's pace: how soon the next message may go to a chat, and whose turn it is where many want to go.
//!
//! Times are counted as [`Clock::passed`] counts them, so that a time of day that is set back keeps nobody waiting.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use domain::{clock::Clock, notice::Urgency};
use tokio::sync::{Notify, oneshot};

use crate::health::Board;

/// How many messages Telegram takes (Bot FAQ): about one a second in one chat, about thirty a second
/// in all, twenty a minute in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaceLimits {
    /// Between two messages in one private chat.
    pub per_chat: Duration,
    /// Between two messages in one group.
    pub per_group: Duration,
    /// Between any two messages, over time; a second's worth may go at once.
    pub in_all: Duration,
}

/// So much of the allowance for all may be used up in advance.
const BURST: Duration = Duration::from_secs(1);
/// Of so many chats it is remembered when they were written to, before those are forgotten whose time is over.
const REMEMBERED: usize = 10_000;

impl PaceLimits {
    /// What Telegram's own servers take.
    pub const TELEGRAM: PaceLimits = PaceLimits {
        per_chat: Duration::from_secs(1),
        per_group: Duration::from_secs(3),
        in_all: Duration::from_nanos(33_333_334),
    };

    /// No pace of our own: only what the server says is obeyed. For one's own Bot API server.
    pub const NONE: PaceLimits = PaceLimits {
        per_chat: Duration::ZERO,
        per_group: Duration::ZERO,
        in_all: Duration::ZERO,
    };
}

/// What goes first where not everything can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The answer to someone who has just done something. The newest goes first: whoever acts now is answered
    /// now, also after a surge; the others are answered while nobody acts. It need not keep the distance to the
    /// message before it, because nobody acts very fast for long.
    Answer,
    /// A notice, in the order in which it asks.
    Notice(Urgency),
}

/// Gives everyone a turn. Clones share it.
#[derive(Clone)]
pub struct Pace(Arc<Inner>);

struct Inner {
    clock: Clock,
    board: Board,
    queue: Mutex<Queue>,
    /// Something has come into the queue, or has to wait for less.
    moved: Notify,
}

struct Queue {
    allowance: Allowance,
    waiting: BTreeMap<Place, Waiter>,
    asked: i64,
    /// Somebody sees to it that turns are given when their time comes.
    is_seen_to: bool,
}

/// A place in the queue: lower ones go first.
type Place = (u8, Reverse<i64>);

struct Waiter {
    chat: i64,
    turn: Turn,
    /// Not before this.
    from: Duration,
    goes: oneshot::Sender<()>,
}

impl Pace {
    pub fn new(limits: PaceLimits, clock: Clock, board: Board) -> Pace {
        Pace(Arc::new(Inner {
            clock,
            board,
            queue: Mutex::new(Queue {
                allowance: Allowance::new(limits),
                waiting: BTreeMap::new(),
                asked: 0,
                is_seen_to: false,
            }),
            moved: Notify::new(),
        }))
    }

    /// Waits until a message may go to a chat, and not before so much has passed. A group's id is negative, as
    /// Telegram numbers them. Says whether there was anything to wait for. Whoever stops waiting takes nobody's turn.
    pub async fn turn(&self, chat: i64, turn: Turn, from: Duration) -> bool {
        let (goes, mut gone) = oneshot::channel();
        {
            let mut queue = self.queue();
            queue.asked += 1;
            let asked = queue.asked;
            let waiter = Waiter {
                chat,
                turn,
                from,
                goes,
            };
            queue.waiting.insert(turn.place(asked), waiter);
            let next = queue.give(self.0.clock.passed());
            if next.is_some() && !queue.is_seen_to {
                queue.is_seen_to = true;
                tokio::spawn(self.clone().see_to_it());
            }
        }
        if gone.try_recv().is_ok() {
            return false;
        }
        self.0.moved.notify_one();
        // Whoever gives turns lives as long as somebody waits.
        let _ = gone.await;
        true
    }

    /// Gives turns as their time comes, until nobody waits any more.
    async fn see_to_it(self) {
        loop {
            let next = {
                let mut queue = self.queue();
                let next = queue.give(self.0.clock.passed());
                queue.is_seen_to = next.is_some();
                next
            };
            self.0.board.count(|health| health.pace_waits_until = next);
            let Some(next) = next else { return };
            tokio::select! {
                () = self.0.clock.sleep_until_passed(next) => {}
                () = self.0.moved.notified() => {}
            }
        }
    }

    /// Whoever waits for a turn in a chat behind what people do waits there no more.
    pub fn hasten(&self, chat: i64) {
        let mut queue = self.queue();
        let late = queue.waiting.iter().filter(|(_, waiter)| {
            waiter.chat == chat && waiter.turn == Turn::Notice(Urgency::Routine)
        });
        let late: Vec<Place> = late.map(|(place, _)| *place).collect();
        for place in late {
            if let Some(mut waiter) = queue.waiting.remove(&place) {
                waiter.turn = Turn::Notice(Urgency::Act);
                queue
                    .waiting
                    .insert(waiter.turn.place(place.1.0.abs()), waiter);
            }
        }
        self.0.moved.notify_one();
    }

    /// Notes one more call beside a message: opening a topic writes into the group, too.
    pub fn note_beside(&self, chat: i64) {
        let now = self.0.clock.passed();
        self.queue().allowance.note_beside(chat, now);
    }

    /// Telegram asks us to leave a chat alone for so long.
    pub fn hold(&self, chat: i64, time: Duration) {
        let until = self.0.clock.passed() + time;
        self.queue().allowance.hold(chat, until);
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        // Nothing in here panics while it holds the lock.
        self.0.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn {
    /// The place of whoever asks as the so-manieth.
    fn place(self, asked: i64) -> Place {
        match self {
            Turn::Answer => (0, Reverse(asked)),
            Turn::Notice(Urgency::Act) => (1, Reverse(-asked)),
            Turn::Notice(Urgency::Routine) => (2, Reverse(-asked)),
        }
    }
}

impl Queue {
    /// Gives a turn to all who may go now, in their order. The moment at which somebody may go next; none where
    /// nobody waits.
    fn give(&mut self, now: Duration) -> Option<Duration> {
        let mut next: Option<Duration> = None;
        let mut gone = Vec::new();
        for (place, waiter) in &self.waiting {
            if waiter.goes.is_closed() {
                gone.push(*place);
                continue;
            }
            match self.allowance.free_at(waiter.chat, waiter.turn, now) {
                _ if waiter.from > now => sooner(&mut next, waiter.from),
                Ok(()) => {
                    self.allowance.note(waiter.chat, now);
                    gone.push(*place);
                }
                Err(Busy::Chat(at)) => sooner(&mut next, at),
                Err(Busy::All(at)) => {
                    sooner(&mut next, at);
                    break;
                }
            }
        }
        for place in gone {
            if let Some(waiter) = self.waiting.remove(&place) {
                // Whoever went home meanwhile needs no turn.
                let _ = waiter.goes.send(());
            }
        }
        next
    }
}

fn sooner(next: &mut Option<Duration>, at: Duration) {
    *next = Some(next.map_or(at, |next| next.min(at)));
}

/// Why a message has to wait, and until when.
enum Busy {
    Chat(Duration),
    All(Duration),
}

/// What Telegram still takes.
struct Allowance {
    limits: PaceLimits,
    chats: HashMap<i64, Chat>,
    /// The moment up to which the whole allowance is spent.
    spent: Duration,
}

#[derive(Default)]
struct Chat {
    /// From when another message keeps its distance.
    free: Duration,
    /// Until when Telegram wants nothing from us there.
    held: Duration,
}

impl Allowance {
    fn new(limits: PaceLimits) -> Allowance {
        Allowance {
            limits,
            chats: HashMap::new(),
            spent: Duration::ZERO,
        }
    }

    /// Whether a message may go now.
    fn free_at(&self, chat: i64, turn: Turn, now: Duration) -> Result<(), Busy> {
        if let Some(chat) = self.chats.get(&chat) {
            let free = match turn {
                Turn::Answer => chat.held,
                Turn::Notice(_) => chat.held.max(chat.free),
            };
            if free > now {
                return Err(Busy::Chat(free));
            }
        }
        match self.spent.checked_sub(BURST) {
            Some(at) if at > now => Err(Busy::All(at)),
            _ => Ok(()),
        }
    }

    /// A message goes.
    fn note(&mut self, chat: i64, now: Duration) {
        self.spent = self.spent.max(now) + self.limits.in_all;
        let gap = self.gap(chat);
        if gap > Duration::ZERO {
            self.chats.entry(chat).or_default().free = now + gap;
        }
        if self.chats.len() > REMEMBERED {
            self.chats.retain(|_, chat| chat.free.max(chat.held) > now);
        }
    }

    fn note_beside(&mut self, chat: i64, now: Duration) {
        self.spent = self.spent.max(now) + self.limits.in_all;
        let gap = self.gap(chat);
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.free = chat.free.max(now) + gap;
        }
    }

    fn gap(&self, chat: i64) -> Duration {
        if chat < 0 {
            self.limits.per_group
        } else {
            self.limits.per_chat
        }
    }

    fn hold(&mut self, chat: i64, until: Duration) {
        let chat = self.chats.entry(chat).or_default();
        chat.held = chat.held.max(until);
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};
    use futures::{FutureExt, future::BoxFuture};

    use super::*;

    const NOTICE: Turn = Turn::Notice(Urgency::Act);

    /// A pace that stands still until time passes.
    struct Case {
        clock: Clock,
        pace: Pace,
    }

    fn case(limits: PaceLimits) -> Case {
        let clock = Clock::standing_at(DateTime::UNIX_EPOCH);
        let pace = Pace::new(limits, clock.clone(), Board::default());
        Case { clock, pace }
    }

    impl Case {
        fn asks(&self, chat: i64, turn: Turn) -> BoxFuture<'static, bool> {
            let pace = self.pace.clone();
            let mut asks = async move { pace.turn(chat, turn, Duration::ZERO).await }.boxed();
            // Whoever is not through at once waits from now on.
            match (&mut asks).now_or_never() {
                Some(waited) => std::future::ready(waited).boxed(),
                None => asks,
            }
        }

        fn goes(&self, chat: i64, turn: Turn) -> bool {
            self.asks(chat, turn).now_or_never().is_some()
        }

        fn passes(&self, ms: i64) {
            self.clock.advance(TimeDelta::milliseconds(ms));
        }
    }

    #[tokio::test]
    async fn one_message_a_second_in_one_chat() {
        let case = case(PaceLimits::TELEGRAM);
        assert!(case.goes(1, NOTICE));
        case.passes(999);
        assert!(!case.goes(1, NOTICE));
        assert!(case.goes(2, NOTICE), "another chat does not wait");
        assert!(case.goes(1, Turn::Answer), "nor does an answer");
        case.passes(1000);
        assert!(case.goes(1, NOTICE));
    }

    #[tokio::test]
    async fn twenty_a_minute_in_a_group() {
        let case = case(PaceLimits::TELEGRAM);
        assert!(case.goes(-5, NOTICE));
        case.pace.note_beside(-5);
        case.passes(5999);
        assert!(
            !case.goes(-5, NOTICE),
            "what is done beside a message counts too"
        );
        case.passes(1);
        assert!(case.goes(-5, NOTICE));
    }

    #[tokio::test]
    async fn thirty_a_second_in_all_after_a_second_at_once() {
        let case = case(PaceLimits::TELEGRAM);
        let sent = (1..1000).take_while(|chat| case.goes(*chat, Turn::Answer));
        assert_eq!(sent.count(), 30);
        case.passes(34);
        assert!(case.goes(5000, NOTICE));
        assert!(!case.goes(5001, NOTICE));
    }

    #[tokio::test]
    async fn what_telegram_asks_is_obeyed_by_everything() {
        let case = case(PaceLimits::NONE);
        case.pace.hold(1, Duration::from_secs(7));
        assert!(!case.goes(1, Turn::Answer));
        assert!(!case.goes(1, NOTICE));
        case.passes(7000);
        assert!(case.goes(1, NOTICE));
        assert!(
            case.goes(1, NOTICE),
            "without limits of our own nothing else holds"
        );
    }

    #[tokio::test]
    async fn a_time_of_day_that_is_set_back_keeps_nobody_waiting() {
        let case = case(PaceLimits::TELEGRAM);
        assert!(case.goes(1, NOTICE));
        case.clock.set(DateTime::UNIX_EPOCH - TimeDelta::hours(7));
        case.passes(1000);
        assert!(case.goes(1, NOTICE));
    }

    /// Who goes first, where one may go at a time.
    #[tokio::test]
    async fn who_acts_now_goes_first_then_what_follows_from_acts_then_the_rest() {
        let limits = PaceLimits {
            in_all: Duration::from_secs(2),
            ..PaceLimits::NONE
        };
        let case = case(limits);
        assert!(case.goes(1, NOTICE));
        let routine = Turn::Notice(Urgency::Routine);
        let turns = [
            ("routine", routine),
            ("act", NOTICE),
            ("next act", NOTICE),
            ("answer", Turn::Answer),
            ("newer answer", Turn::Answer),
        ];
        let (went, mut goes) = tokio::sync::mpsc::unbounded_channel();
        for (name, turn) in turns {
            let (asks, went) = (case.asks(9, turn), went.clone());
            tokio::spawn(async move {
                asks.await;
                went.send(name).unwrap();
            });
        }
        for expected in ["newer answer", "answer", "act", "next act", "routine"] {
            case.passes(2000);
            assert_eq!(goes.recv().await, Some(expected));
        }
    }

    #[tokio::test]
    async fn whoever_is_waited_for_after_all_is_not_kept_behind() {
        let limits = PaceLimits {
            in_all: Duration::from_secs(2),
            ..PaceLimits::NONE
        };
        let case = case(limits);
        assert!(case.goes(1, NOTICE));
        let routine = Turn::Notice(Urgency::Routine);
        let (_other, waits) = (case.asks(2, routine), case.asks(3, routine));
        case.pace.hasten(3);
        case.passes(2000);
        assert!(waits.await);
    }

    #[tokio::test]
    async fn whoever_goes_home_takes_nobody_s_turn() {
        let limits = PaceLimits {
            in_all: Duration::from_secs(2),
            ..PaceLimits::NONE
        };
        let case = case(limits);
        assert!(case.goes(1, NOTICE));
        drop(case.asks(2, NOTICE));
        let waits = case.asks(3, NOTICE);
        case.passes(2000);
        assert!(waits.await);
    }
}
