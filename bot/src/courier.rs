//! The courier: what was committed is told, in order within a chat, at Telegram's pace, until it is
//! told or can never be.
//!
//! Delivery is at least once: a crash between Telegram's yes and our mark repeats a message.
//! A card is drawn when it is sent, so it shows the state of that moment, and a repetition of an
//! edit changes nothing.

mod send_notice;

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use domain::{
    Counter, Error,
    command::{delivery, groups},
    id::{AccountId, PersonId},
    notice::{Notice, Urgency},
    person::Person,
    store::{DueNotice, Hope},
    unharmed::unharmed,
};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tracing::Instrument;

use crate::{
    answering::Answering,
    health::Board,
    telegram::{
        CallOutcome, Client, Failure,
        pace::{Pace, Precedence},
    },
    text::{Speech, Words},
};

use send_notice::Told;

/// How many people's next notices are looked at in one round.
const ROUND: u64 = 500;
/// The longest time between two tries.
const LONGEST_WAIT: Duration = Duration::from_mins(5);
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
    pub pace: Pace,
    /// Where an answer is on its way, facts wait for it.
    pub answering: Answering,
    pub commands: Commands,
    pub errands: Errands,
}

/// Whose notices are on their way, and whose are tried again later. It outlives a courier that has to begin anew.
#[derive(Debug, Clone, Default)]
pub struct Errands(Arc<ErrandsInner>);

#[derive(Debug, Default)]
struct ErrandsInner {
    people: Mutex<ErrandPeople>,
    returned: Notify,
}

#[derive(Debug, Default)]
struct ErrandPeople {
    under_way: HashMap<PersonId, Urgency>,
    /// From when a notice may be tried again, as `Clock::passed` counts it.
    rest: HashMap<PersonId, Duration>,
}

/// A notice on its way to someone; dropping it says that they can be told the next.
struct Errand {
    to: PersonId,
    errands: Errands,
}

impl Errands {
    fn people(&self) -> MutexGuard<'_, ErrandPeople> {
        // Nothing panics while it holds the lock.
        self.0.people.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn under_way(&self) -> HashSet<PersonId> {
        self.people().under_way.keys().copied().collect()
    }
}

impl Drop for Errand {
    fn drop(&mut self) {
        self.errands.people().under_way.remove(&self.to);
        self.errands.0.returned.notify_one();
    }
}

impl Courier {
    /// Tells what is due until it is stopped.
    pub async fn run(self, stop: CancellationToken) {
        loop {
            let rings = self.counter.db.rings();
            // Whoever is told something while the outbox is read may stand there with it still.
            let busy = self.errands.under_way();
            let due = match self.counter.db.due(ROUND + busy.len() as u64).await {
                Ok(due) => due,
                Err(error) => {
                    tracing::error!(%error, "the outbox cannot be read");
                    tokio::select! {
                        () = stop.cancelled() => break,
                        () = tokio::time::sleep(Duration::from_secs(1)) => continue,
                    }
                }
            };
            let waiting = due.len();
            for due in due {
                self.send_off(due, &busy, &stop);
            }
            self.board.count(|health| {
                health.notices_waiting = waiting as u64;
                health.rings_heard = Some(rings);
            });
            tokio::select! {
                () = stop.cancelled() => break,
                () = self.counter.db.rung() => {}
                () = self.answering.answered() => {}
                () = self.errands.0.returned.notified() => {}
            }
        }
        // What is under way is brought to its end; the rest waits in the outbox.
        while !self.errands.under_way().is_empty() {
            self.errands.0.returned.notified().await;
        }
    }

    /// Sends someone's next notice off, unless one is on its way to them, or an answer.
    fn send_off(&self, due: DueNotice, busy: &HashSet<PersonId>, stop: &CancellationToken) {
        let mut people = self.errands.people();
        if let Some(urgency) = people.under_way.get_mut(&due.to) {
            if due.urgency < *urgency {
                *urgency = due.urgency;
                due.account.inspect(|account| self.pace.hasten(account.0));
            }
            return;
        }
        if busy.contains(&due.to) {
            return;
        }
        let awaited = |account: AccountId| self.answering.is_awaited(account.0);
        if due.account.is_some_and(awaited) {
            return;
        }
        people.under_way.insert(due.to, due.urgency);
        let from = people.rest.remove(&due.to).unwrap_or_default();
        drop(people);
        let errand = Errand {
            to: due.to,
            errands: self.errands.clone(),
        };
        let courier = Courier {
            counter: self.counter.fresh(),
            ..self.clone()
        };
        let span = tracing::info_span!("notice", notice.id = %due.id, person.id = %due.to);
        let stop = stop.clone();
        let carried = async move {
            let turn = async {
                let precedence = Precedence::Notice(due.urgency);
                match due.account {
                    Some(account) => Some(courier.pace.turn(account.0, precedence, from).await),
                    None => None,
                }
            };
            let going = tokio::select! {
                () = stop.cancelled() => return,
                going = turn => going,
            };
            courier.carry(due).await;
            drop((going, errand));
        };
        tokio::spawn(carried.instrument(span));
    }

    /// Carries one notice, and sees that it is settled or tried again whatever happens: trouble of ours, or
    /// a panic, ends this notice and not the courier.
    async fn carry(&self, due: DueNotice) {
        let (id, to, attempts) = (due.id, due.to, due.attempts);
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
        let settled = if attempts + 1 < OWN_TRIES || error.hope() != Hope::None {
            self.rests(to, backoff(attempts));
            delivery::tried(&self.counter, id, attempts).await
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
        match self.tell(&notice, chat).await? {
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
                let wait = wait.and_then(|wait| wait.to_std().ok());
                if let Some(wait) = wait {
                    self.pace.hold(chat.0, wait);
                }
                self.later(notice, wait).await
            }
            // A group has moved to another chat: everything goes on there.
            CallOutcome::Moved(to) => {
                groups::moved(&self.counter, chat, to).await?;
                self.later(notice, Some(Duration::ZERO)).await
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
    async fn later(&self, notice: &Notice, wait: Option<Duration>) -> Result<(), Error> {
        let wait = wait.unwrap_or_else(|| backoff(notice.attempts));
        self.rests(notice.to, wait.min(LONGEST_WAIT));
        delivery::tried(&self.counter, notice.id, notice.attempts).await
    }

    /// Nothing is told to someone for so long.
    fn rests(&self, to: PersonId, time: Duration) {
        let until = self.counter.clock.passed() + time;
        self.errands.people().rest.insert(to, until);
    }
}

/// How long to wait before the next try, after so many.
fn backoff(attempts: u32) -> Duration {
    Duration::from_millis(500 << attempts.min(9)).min(LONGEST_WAIT)
}
