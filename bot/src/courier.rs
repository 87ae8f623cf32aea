//! The courier: what was committed is told, in order within a chat, at Telegram's pace, until it is
//! told or can never be.
//!
//! Delivery is at least once: a crash between Telegram's yes and our mark repeats a message.
//! A card is drawn when it is sent, so it shows the state of that moment, and a repetition of an
//! edit changes nothing.

mod send_notice;

use std::{
    collections::HashMap,
    future::Future,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use domain::{
    Counter, Error,
    command::{
        delivery::{self, Learnt},
        groups,
    },
    id::{AccountId, PersonId},
    notice::{Notice, Urgency},
    person::Person,
    store::{DueNotice, DuePerson, Hope},
    unharmed::attempt,
};
use tokio::{sync::Notify, time::Instant};
use tokio_util::sync::CancellationToken;
use tracing::Instrument;

use crate::{
    answering::Answering,
    health::Board,
    leading::Lead,
    live_lists::LiveLists,
    telegram::{
        CallOutcome, Client, Failure,
        pace::{Pace, Precedence},
    },
    text::{Speech, Words},
};

use send_notice::Told;

/// How many people's next notices are looked at in one round.
const ROUND: u64 = 500;
/// Of what is not urgent, so much is in hand at most.
const AT_MOST: usize = 1_000;
/// Under load one look finds what many transactions have left. At rest nobody waits for it.
const BREATH: Duration = Duration::from_millis(2);
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
    pub lists: LiveLists,
    pub lead: Lead,
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
    under_way: HashMap<PersonId, OnTheWay>,
    /// From when a notice may be tried again, as `Clock::passed` counts it.
    rest: HashMap<PersonId, Duration>,
}

#[derive(Debug, Clone, Copy)]
struct OnTheWay {
    urgency: Urgency,
    account: Option<AccountId>,
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

    /// To whom something is on its way, and where.
    fn under_way(&self) -> HashMap<PersonId, Option<AccountId>> {
        let people = self.people();
        let ways = people.under_way.iter();
        ways.map(|(to, way)| (*to, way.account)).collect()
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
            let (rings, looked) = (self.counter.db.rings(), Instant::now());
            match self.look(&stop).await {
                Ok(waiting) => self.board.count(|health| {
                    health.notices_waiting = waiting as u64;
                    health.rings_heard = Some(rings);
                }),
                Err(error) => {
                    tracing::error!(%error, "the outbox cannot be read");
                    tokio::select! {
                        () = stop.cancelled() => break,
                        () = tokio::time::sleep(Duration::from_secs(1)) => continue,
                    }
                }
            }
            tokio::select! {
                () = stop.cancelled() => break,
                () = self.counter.db.rung() => {}
                () = self.answering.answered() => {}
                () = self.errands.0.returned.notified() => {}
            }
            if looked.elapsed() < BREATH {
                tokio::time::sleep(BREATH).await;
            }
        }
        // What is under way is brought to its end; the rest waits in the outbox.
        while !self.errands.under_way().is_empty() {
            self.errands.0.returned.notified().await;
        }
    }

    /// Sends off what is due to whoever nothing is on its way to. How many people are to be told something.
    async fn look(&self, stop: &CancellationToken) -> Result<usize, Error> {
        // Whoever is told something while the outbox is read may stand there with it still.
        let busy = self.errands.under_way();
        let mut due = self.counter.db.due(ROUND + busy.len() as u64).await?;
        let waiting = due.len();
        due.retain(|due| match busy.get(&due.to) {
            Some(account) => {
                self.hasten(due, *account);
                false
            }
            // More of it than Telegram takes in a minute need not be in hand.
            None => due.urgency == Urgency::Act || busy.len() < AT_MOST,
        });
        for due in self.counter.db.due_notices(&due).await? {
            self.send_off(due, stop);
        }
        Ok(waiting)
    }

    /// What is on its way to someone whom something urgent waits for goes before what is not.
    fn hasten(&self, due: &DuePerson, account: Option<AccountId>) {
        let mut people = self.errands.people();
        let way = people.under_way.get_mut(&due.to);
        if let Some(way) = way.filter(|way| due.urgency < way.urgency) {
            way.urgency = due.urgency;
            account.inspect(|account| self.pace.hasten(account.0));
        }
    }

    /// Sends someone's next notice off, unless an answer is on its way to them.
    fn send_off(&self, due: DueNotice, stop: &CancellationToken) {
        let awaited = |account: AccountId| self.answering.is_awaited(account.0);
        if due.account.is_some_and(awaited) {
            return;
        }
        let entered = {
            let mut people = self.errands.people();
            let way = OnTheWay {
                urgency: due.urgency,
                account: due.account,
            };
            people.under_way.insert(due.to, way);
            let from = people.rest.remove(&due.to).unwrap_or_default();
            let enter = |account: AccountId| {
                let precedence = Precedence::Notice(due.urgency);
                self.pace.enter(account.0, precedence, from)
            };
            due.account.map(enter)
        };
        let errand = Errand {
            to: due.to,
            errands: self.errands.clone(),
        };
        let courier = Courier {
            counter: self.counter.for_one_act(),
            ..self.clone()
        };
        let span = tracing::info_span!("notice", notice.id = %due.id, person.id = %due.to);
        let stop = stop.clone();
        let carried = async move {
            let turn = async {
                match entered {
                    Some(entered) => Some(entered.turn().await),
                    None => None,
                }
            };
            let going = async {
                let going = turn.await;
                // Who was frozen may have been taken over from: another has told it by now.
                courier.lead.is_fresh().await;
                going
            };
            let going = tokio::select! {
                () = stop.cancelled() => return,
                going = going => going,
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
        let carried = attempt(async {
            match due.notice {
                Ok(notice) => self.deliver(notice, due.account).await,
                Err(error) => Err(error),
            }
        });
        let Err(error) = carried.await else {
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
            return self
                .marked(|| delivery::delivered(&self.counter, &notice, &[], Learnt::Nothing))
                .await;
        };
        match self.tell(&notice, chat).await? {
            Told::Yes { learnt, settles } => {
                self.board.count(|health| health.messages_sent += 1);
                self.marked(|| delivery::delivered(&self.counter, &notice, &settles, learnt))
                    .await
            }
            Told::Moot { settles } => {
                let nothing = Learnt::Nothing;
                self.marked(|| delivery::delivered(&self.counter, &notice, &settles, nothing))
                    .await
            }
            Told::No(failure) => self.failed(&notice, chat, failure).await,
        }
    }

    /// Notes what was told, however long the database takes nothing: to tell it again would help nobody.
    async fn marked<F>(&self, mark: impl Fn() -> F) -> Result<(), Error>
    where
        F: Future<Output = Result<(), Error>>,
    {
        let mut is_logged = false;
        loop {
            match mark().await {
                Err(error) if error.hope() != Hope::None => {
                    if !std::mem::replace(&mut is_logged, true) {
                        tracing::error!(%error, "what was told could not be noted yet");
                    }
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
                marked => return marked,
            }
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
                    self.pace.hold(chat.0, wait);
                }
                self.later(notice, wait).await
            }
            // A group has moved to another chat: everything goes on there. What was to be said in a group that is
            // ours no more, or at an account that it had, is not said anywhere else.
            CallOutcome::Moved(to) => {
                if groups::moved(&self.counter, chat, to).await? && notice.elsewhere.is_none() {
                    return self.later(notice, Some(Duration::ZERO)).await;
                }
                self.marked(|| delivery::delivered(&self.counter, notice, &[], Learnt::Nothing))
                    .await
            }
            outcome => {
                let why = failure.to_string();
                tracing::warn!(why, "a notice was given up");
                let unreachable = outcome == CallOutcome::Unreachable;
                if !unreachable {
                    self.board.count(|health| health.notices_set_aside += 1);
                }
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
