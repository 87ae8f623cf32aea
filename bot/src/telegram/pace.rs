//! Telegram's pace: how soon the next message may go to a chat, and whose turn it is where many want to go.
//!
//! Times are counted as [`Clock::passed`] counts them, so that a time of day that is set back keeps nobody waiting.

mod allowance;

use std::{
    cmp::Reverse,
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use domain::{clock::Clock, notice::Urgency};
use tokio::sync::{Notify, oneshot};

use crate::health::{Board, Counted};

pub use allowance::PaceLimits;
use allowance::{Allowance, Busy};

/// What goes first where not everything can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precedence {
    /// The answer to someone who has just done something. The newest goes first: whoever acts now is answered
    /// now, also after a surge; the others are answered while nobody acts. It need not keep the distance to the
    /// message before it, because nobody acts very fast for long.
    Answer,
    /// A notice, in the order in which it asks.
    Notice(Urgency),
}

/// A turn that was given. Something is being told until it is dropped.
#[derive(Debug)]
pub struct Going {
    /// Whether there was anything to wait for.
    pub has_waited: bool,
    _telling: Option<Counted>,
}

/// A place in the queue; who drops it takes nobody's turn.
pub struct Entered(Result<Counted, oneshot::Receiver<Counted>>);

impl Entered {
    /// Waits for the turn.
    pub async fn turn(self) -> Going {
        match self.0 {
            Ok(telling) => Going {
                has_waited: false,
                _telling: Some(telling),
            },
            Err(gone) => Going {
                has_waited: true,
                // Whoever gives turns lives as long as somebody waits.
                _telling: gone.await.ok(),
            },
        }
    }
}

/// Gives everyone a turn. Clones share it.
#[derive(Clone)]
pub struct Pace(Arc<PaceInner>);

struct PaceInner {
    clock: Clock,
    board: Board,
    queue: Mutex<Queue>,
    /// Something has come into the queue, or has to wait for less.
    moved: Notify,
}

struct Queue {
    allowance: Allowance,
    waiting: BTreeMap<QueuePlace, Waiter>,
    asked: i64,
    /// Somebody sees to it that turns are given when their time comes.
    is_seen_to: bool,
}

/// A place in the queue: lower ones go first.
type QueuePlace = (u8, Reverse<i64>);

struct Waiter {
    chat: i64,
    precedence: Precedence,
    /// Not before this.
    from: Duration,
    goes: oneshot::Sender<Counted>,
}

impl Pace {
    pub fn new(limits: PaceLimits, clock: Clock, board: Board) -> Pace {
        Pace(Arc::new(PaceInner {
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
    /// Telegram numbers them. Whoever stops waiting takes nobody's turn.
    pub async fn turn(&self, chat: i64, precedence: Precedence, from: Duration) -> Going {
        self.enter(chat, precedence, from).turn().await
    }

    /// The same, for whoever takes their place now and waits for their turn later.
    pub fn enter(&self, chat: i64, precedence: Precedence, from: Duration) -> Entered {
        let (goes, mut gone) = oneshot::channel();
        {
            let mut queue = self.queue();
            queue.asked += 1;
            let asked = queue.asked;
            let waiter = Waiter {
                chat,
                precedence,
                from,
                goes,
            };
            queue.waiting.insert(precedence.place(asked), waiter);
            let next = queue.give(self.0.clock.passed(), &self.0.board);
            if next.is_some() && !queue.is_seen_to {
                queue.is_seen_to = true;
                tokio::spawn(self.clone().see_to_it());
            }
        }
        if let Ok(telling) = gone.try_recv() {
            return Entered(Ok(telling));
        }
        self.0.moved.notify_one();
        Entered(Err(gone))
    }

    /// Gives turns as their time comes, until nobody waits any more.
    async fn see_to_it(self) {
        loop {
            let next = {
                let mut queue = self.queue();
                let next = queue.give(self.0.clock.passed(), &self.0.board);
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
            waiter.chat == chat && waiter.precedence == Precedence::Notice(Urgency::Routine)
        });
        let late: Vec<QueuePlace> = late.map(|(place, _)| *place).collect();
        for place in late {
            if let Some(mut waiter) = queue.waiting.remove(&place) {
                waiter.precedence = Precedence::Notice(Urgency::Act);
                queue
                    .waiting
                    .insert(waiter.precedence.place(place.1.0.abs()), waiter);
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

impl Precedence {
    /// The place of whoever asks as the so-manieth.
    fn place(self, asked: i64) -> QueuePlace {
        match self {
            Precedence::Answer => (0, Reverse(asked)),
            Precedence::Notice(Urgency::Act) => (1, Reverse(-asked)),
            Precedence::Notice(Urgency::Routine) => (2, Reverse(-asked)),
        }
    }
}

impl Queue {
    /// Gives a turn to all who may go now, in their order. The moment at which somebody may go next; none where
    /// nobody waits.
    fn give(&mut self, now: Duration, board: &Board) -> Option<Duration> {
        let mut next: Option<Duration> = None;
        let mut gone = Vec::new();
        for (place, waiter) in &self.waiting {
            if waiter.goes.is_closed() {
                gone.push(*place);
                continue;
            }
            match self.allowance.free_at(waiter.chat, waiter.precedence, now) {
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
                let _ = waiter.goes.send(board.telling());
            }
        }
        next
    }
}

fn sooner(next: &mut Option<Duration>, at: Duration) {
    *next = Some(next.map_or(at, |next| next.min(at)));
}

#[cfg(test)]
mod tests;
