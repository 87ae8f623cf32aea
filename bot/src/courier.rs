//! The courier: what was committed is told, in order within a chat, at Telegram's pace, until it is
//! told or can never be.
//!
//! Delivery is at least once: a crash between Telegram's yes and our mark repeats a message.
//! A card is drawn when it is sent, so it shows the state of that moment, and a repetition of an
//! edit changes nothing.

mod clock;
mod ends;
mod groups;
mod outcome;
mod tell;

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Counter, Error,
    command::deliver,
    id::{CardId, MessageId, NoticeId, PersonId},
    notice::Notice,
    store::Due,
};
use teloxide::{Bot, RequestError, types::ChatId};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::{answering::Answering, figures::Board, pace::Pace, text::Words};

use groups::is_group;
pub use outcome::{Outcome, describe};

/// How many people's next notices are looked at in one round.
const ROUND: u64 = 500;
/// How long one call may take before its end counts as unknown.
const PATIENCE: Duration = Duration::from_secs(30);

/// Carries notices to people.
#[derive(Clone)]
pub struct Courier {
    pub bot: Bot,
    pub counter: Counter,
    pub words: Words,
    pub board: Board,
    pub pace: Arc<Mutex<Pace>>,
    /// Where an answer is on its way, facts wait for it.
    pub answering: Answering,
}

/// What was done with a notice.
pub(crate) enum Told {
    Yes {
        placed: Option<(CardId, MessageId)>,
        until: Option<NoticeId>,
    },
    No(RequestError),
    /// Nothing is to be said any more.
    Moot {
        until: Option<NoticeId>,
    },
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
            self.board.count(|figures| {
                figures.notices_waiting = waiting as u64;
                figures.rings_heard = Some(rings);
                figures.courier_waits_until = wake.filter(|_| under_way.is_empty());
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
        due: Vec<Due>,
        under_way: &mut HashSet<PersonId>,
        done: &mpsc::UnboundedSender<PersonId>,
    ) -> Option<DateTime<Utc>> {
        let now = self.counter.now();
        let mut wake: Option<DateTime<Utc>> = None;
        let mut sooner = |at: DateTime<Utc>| wake = Some(wake.map_or(at, |wake| wake.min(at)));
        for Due {
            notice,
            account,
            not_before,
        } in due
        {
            if under_way.contains(&notice.to) {
                continue;
            }
            if not_before > now {
                sooner(not_before);
                continue;
            }
            if account.is_some_and(|account| self.answering.is_awaited(account.0)) {
                continue;
            }
            if let Some(account) = account {
                let mut pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
                if let Err(at) = pace.take(account.0, now) {
                    sooner(at);
                    continue;
                }
            }
            under_way.insert(notice.to);
            let courier = Courier {
                counter: self.counter.fresh(),
                ..self.clone()
            };
            let done = done.clone();
            tokio::spawn(async move {
                let person = notice.to;
                let chat = account.map(|account| ChatId(account.0));
                if let Err(error) = courier.deliver(notice, chat).await {
                    tracing::error!(person.id = %person, %error, "a notice could not be carried");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
                // The loop ends only when it is stopped; then nobody listens any more.
                let _ = done.send(person);
            });
        }
        wake
    }

    async fn deliver(&self, notice: Notice, chat: Option<ChatId>) -> Result<(), Error> {
        let Some(chat) = chat else {
            // They have left: nothing is told to them, and nothing is amiss.
            return deliver::delivered(&self.counter, &notice, None, None).await;
        };
        let told = match tokio::time::timeout(PATIENCE, self.tell(&notice, chat)).await {
            Ok(told) => told?,
            Err(_) => return self.later(&notice, None).await,
        };
        match told {
            Told::Yes { placed, until } => {
                self.board.count(|figures| figures.messages_sent += 1);
                deliver::delivered(&self.counter, &notice, until, placed).await
            }
            Told::Moot { until } => deliver::delivered(&self.counter, &notice, until, None).await,
            Told::No(error) => match Outcome::of(&error) {
                Outcome::Later(wait) => {
                    if let Some(wait) = wait {
                        let until = self.counter.now() + wait;
                        self.pace
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .hold(chat.0, until);
                    }
                    self.later(&notice, wait).await
                }
                Outcome::Moved(to) => {
                    self.follow(chat, to).await?;
                    self.later(&notice, Some(TimeDelta::zero())).await
                }
                outcome => {
                    let why = describe(&error);
                    tracing::warn!(notice.id = %notice.id, person.id = %notice.to, why, "a notice was given up");
                    let unreachable = outcome == Outcome::Unreachable;
                    deliver::given_up(&self.counter, &notice, &why, unreachable).await?;
                    if unreachable && is_group(chat) {
                        self.lose(chat).await?;
                    }
                    Ok(())
                }
            },
        }
    }

    /// Tries again: when Telegram said, or after a time that doubles up to five minutes.
    async fn later(&self, notice: &Notice, wait: Option<TimeDelta>) -> Result<(), Error> {
        let wait = wait.unwrap_or_else(|| TimeDelta::milliseconds(500 << notice.attempts.min(9)));
        deliver::postponed(
            &self.counter,
            notice,
            self.counter.now() + wait.min(TimeDelta::minutes(5)),
        )
        .await
    }
}

async fn sleep(counter: &Counter, until: Option<DateTime<Utc>>) {
    match until {
        Some(until) => counter.clock.sleep_until(until).await,
        None => std::future::pending().await,
    }
}
