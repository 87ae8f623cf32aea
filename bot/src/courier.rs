//! The courier: what was committed is told, in order within a chat, at Telegram's pace, until it is
//! told or can never be.
//!
//! Delivery is at least once: a crash between Telegram's yes and our mark repeats a message.
//! A card is drawn when it is sent, so it shows the state of that moment, and a repetition of an
//! edit changes nothing.

mod send_notice;

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Counter, Error,
    command::{delivery, groups},
    id::{AccountId, PersonId},
    notice::Notice,
    person::Person,
    store::DueNotice,
};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tracing::Instrument;

use crate::{
    answering::Answering,
    health::Board,
    lanes::unharmed,
    telegram::{CallOutcome, Client, Failure, pace::Pace},
    text::{Speech, Words},
};

use send_notice::Told;

/// How many people's next notices are looked at in one round.
const ROUND: u64 = 500;
/// How long one call may take before its end counts as unknown.
const PATIENCE: Duration = Duration::from_secs(30);
/// The longest time between two tries.
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(5);
/// How often a notice is tried that we ourselves cannot read or draw, before it is set aside and the ones
/// behind it go on. The time between doubles, so that is some minutes.
const OWN_TRIES: u32 = 9;

/// The commands that mean something to a person, with what is said of each.
pub type Commands = fn(&Speech, &Counter, &Person) -> Vec<(&'static str, String)>;

/// Carries notices to people.
#[derive(Clone)]
pub struct Courier {
    pub telegram: Client,
    pub counter: Counter,
    pub words: Words,
    pub board: Board,
    pub pace: Arc<Mutex<Pace>>,
    /// Where an answer is on its way, facts wait for it.
    pub answering: Answering,
    pub commands: Commands,
}

impl Courier {
    /// Tells what is due until it is stopped.
    pub async fn run(self, stop: CancellationToken) {
        let (done, mut finished) = mpsc::unbounded_channel();
        let mut under_way: HashSet<PersonId> = HashSet::new();
        loop {
            let rings = self.counter.db.rings();
            let due = match self.counter.db.due(ROUND).await {
                Ok(due) => due,
                Err(error) => {
                    tracing::error!(%error, "the outbox cannot be read");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                    continue;
                }
            };
            let waiting = due.len();
            let wake = self.send_off(due, &mut under_way, &done);
            self.board.count(|health| {
                health.notices_waiting = waiting as u64;
                health.rings_heard = Some(rings);
                health.courier_waits_until = wake.filter(|_| under_way.is_empty());
            });
            tokio::select! {
                () = stop.cancelled() => break,
                () = self.counter.db.rung() => {}
                () = self.answering.answered() => {}
                Some(person) = finished.recv() => {
                    under_way.remove(&person);
                    while let Ok(person) = finished.try_recv() {
                        under_way.remove(&person);
                    }
                }
                () = sleep(&self.counter, wake) => {}
            }
        }
        // What is under way is brought to its end; the rest waits in the outbox.
        while !under_way.is_empty() {
            let Some(person) = finished.recv().await else {
                break;
            };
            under_way.remove(&person);
        }
    }

    /// Sends off what may go now; the moment at which more may go.
    fn send_off(
        &self,
        due: Vec<DueNotice>,
        under_way: &mut HashSet<PersonId>,
        done: &mpsc::UnboundedSender<PersonId>,
    ) -> Option<DateTime<Utc>> {
        let now = self.counter.now();
        let mut wake: Option<DateTime<Utc>> = None;
        let mut sooner = |at: DateTime<Utc>| wake = Some(wake.map_or(at, |wake| wake.min(at)));
        for due in due {
            if under_way.contains(&due.to) {
                continue;
            }
            if due.not_before > now {
                sooner(due.not_before);
                continue;
            }
            if due
                .account
                .is_some_and(|account| self.answering.is_awaited(account.0))
            {
                continue;
            }
            if let Some(account) = due.account
                && let Err(at) = self.pace().take(account.0, now)
            {
                sooner(at);
                continue;
            }
            under_way.insert(due.to);
            let courier = Courier {
                counter: self.counter.fresh(),
                ..self.clone()
            };
            let done = done.clone();
            let span = tracing::info_span!("notice", notice.id = %due.id, person.id = %due.to);
            let carried = async move {
                let person = due.to;
                courier.carry(due).await;
                // The loop ends only when it is stopped; then nobody listens any more.
                let _ = done.send(person);
            };
            tokio::spawn(carried.instrument(span));
        }
        wake
    }

    /// Carries one notice, and sees that it is settled or tried again whatever happens: trouble of ours, or
    /// a panic, ends this notice and not the courier.
    async fn carry(&self, due: DueNotice) {
        let (id, attempts) = (due.id, due.attempts);
        let carried = unharmed(async {
            match due.notice {
                Ok(notice) => self.deliver(notice, due.account).await,
                Err(error) => Err(error),
            }
        });
        let carried = carried.await;
        let Err(error) = carried.unwrap_or(Err(Error::Missing("end of a notice that panicked")))
        else {
            return;
        };
        tracing::error!(attempts, %error, "a notice could not be carried");
        let settled = if attempts + 1 < OWN_TRIES || error.is_passing() {
            let at = self.counter.now() + backoff(attempts);
            delivery::postponed(&self.counter, id, attempts, at).await
        } else {
            tracing::error!("a notice was set aside; the ones behind it go on");
            self.board.count(|health| health.notices_set_aside += 1);
            delivery::set_aside(&self.counter, id, &error.to_string()).await
        };
        if let Err(error) = settled {
            // The database does not take even that; do not ask it all the time.
            tracing::error!(%error, "what became of a notice could not be noted");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    async fn deliver(&self, notice: Notice, chat: Option<AccountId>) -> Result<(), Error> {
        let Some(chat) = chat else {
            // They have left: nothing is told to them, and nothing is amiss.
            return delivery::delivered(&self.counter, &notice, None, None).await;
        };
        let told = match tokio::time::timeout(PATIENCE, self.tell(&notice, chat)).await {
            Ok(told) => told?,
            Err(_) => return self.later(&notice, None).await,
        };
        match told {
            Told::Yes { placed, until } => {
                self.board.count(|health| health.messages_sent += 1);
                delivery::delivered(&self.counter, &notice, until, placed).await
            }
            Told::Moot { until } => delivery::delivered(&self.counter, &notice, until, None).await,
            Told::No(failure) => self.failed(&notice, chat, failure).await,
        }
    }

    /// What follows where Telegram said no.
    async fn failed(
        &self,
        notice: &Notice,
        chat: AccountId,
        failure: Failure,
    ) -> Result<(), Error> {
        match failure.outcome {
            CallOutcome::Later(wait) => {
                if let Some(wait) = wait {
                    self.pace().hold(chat.0, self.counter.now() + wait);
                }
                self.later(notice, wait).await
            }
            // A group has moved to another chat: everything goes on there.
            CallOutcome::Moved(to) => {
                groups::moved(&self.counter, chat, to).await?;
                self.later(notice, Some(TimeDelta::zero())).await
            }
            outcome => {
                let why = failure.to_string();
                tracing::warn!(why, "a notice was given up");
                let unreachable = outcome == CallOutcome::Unreachable;
                delivery::given_up(&self.counter, notice, &why, unreachable).await?;
                if unreachable && chat.is_group() {
                    // Nothing reaches the group any more: the bot is not in it.
                    groups::lost(&self.counter, chat, None).await?;
                }
                Ok(())
            }
        }
    }

    /// Tries again: when Telegram said, or after a time that doubles.
    async fn later(&self, notice: &Notice, wait: Option<TimeDelta>) -> Result<(), Error> {
        let wait = wait.unwrap_or_else(|| backoff(notice.attempts));
        let at = self.counter.now() + wait.min(LONGEST_WAIT);
        delivery::postponed(&self.counter, notice.id, notice.attempts, at).await
    }

    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How long to wait before the next try, after so many.
fn backoff(attempts: u32) -> TimeDelta {
    TimeDelta::milliseconds(500 << attempts.min(9)).min(LONGEST_WAIT)
}

async fn sleep(counter: &Counter, until: Option<DateTime<Utc>>) {
    match until {
        Some(until) => counter.clock.sleep_until(until).await,
        None => std::future::pending().await,
    }
}
