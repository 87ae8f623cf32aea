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

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Counter, Error,
    command::deliver,
    id::{CardId, MessageId, NoticeId, PersonId, RequestId},
    notice::{Notice, What},
    query::{self, Dossier},
    store::Due,
};
use teloxide::{Bot, RequestError, requests::Requester, types::ChatId};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::{
    below,
    figures::Board,
    pace::Pace,
    text::{self, Screen, Speech, Words, words::t},
    voice::{say, turn},
    watch,
};

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

    async fn tell(&self, notice: &Notice, chat: ChatId) -> Result<Told, Error> {
        match &notice.what {
            What::Card { card } => self.show_card(*card, chat).await,
            What::Moved { from } => {
                let message = teloxide::types::MessageId(i32::try_from(from.0).unwrap_or(0));
                let folded = self.bot.edit_message_reply_markup(chat, message).await;
                Ok(match folded.map_err(|error| (Outcome::of(&error), error)) {
                    Err((Outcome::Later(_) | Outcome::Unreachable, error)) => Told::No(error),
                    // A message that cannot be edited any more has no buttons that matter.
                    _ => Told::Yes {
                        placed: None,
                        until: None,
                    },
                })
            }
            What::Informed {
                request,
                step,
                outcome,
            } => {
                let (speech, dossier, _) = self.subject(notice, *request).await?;
                let step = dossier.procedure.step(step);
                let outcome = step.and_then(|step| step.outcome(outcome));
                let (Some(step), Some(outcome)) = (step, outcome) else {
                    return Ok(Told::Moot { until: None });
                };
                let screen = text::told::informed(&speech, &dossier, step, outcome);
                self.say_about(notice.to, *request, chat, screen).await
            }
            What::Guessing { tries } => {
                let person = self.counter.db.person(notice.to).await?;
                let person = person.ok_or(Error::Missing("person of a notice"))?;
                let speech = self.words.speech(person.language);
                let screen = text::privacy::guessing(&speech, *tries);
                self.say(chat, &screen).await
            }
            What::Expiring { request } => {
                let (speech, dossier, _) = self.subject(notice, *request).await?;
                let office = &self.counter.office;
                let screen = text::told::expiring(&speech, office, &dossier);
                self.say(chat, &screen).await
            }
            What::Admitted { request } => {
                let (speech, dossier, person) = self.subject(notice, *request).await?;
                let screen = below::admitted(self, chat, &speech, &dossier, person).await?;
                self.say(chat, &screen).await
            }
            What::Welcomed => below::welcome(self, notice, chat).await,
            What::Farewell => {
                let speech = self.speech(notice).await?;
                let screen = Screen::new(t!(speech, "told-farewell"));
                self.say(chat, &screen).await
            }
            What::Deputy { mandate } => {
                let office = &self.counter.office;
                let speech = self.speech(notice).await?;
                let Some(term) = query::people::term(&self.counter, *mandate).await? else {
                    return Ok(Told::Moot { until: None });
                };
                let screen = Screen::new(text::told::deputy(&speech, office, &term));
                self.say(chat, &screen).await
            }
            What::Passed { day } => {
                let office = &self.counter.office;
                let speech = self.speech(notice).await?;
                let passed = query::people::passed(&self.counter, notice.to, *day).await?;
                let screen = text::told::passed(&speech, office, *day, &passed);
                self.say(chat, &screen).await
            }
            What::Ended { request } => {
                let (speech, dossier, person) = self.subject(notice, *request).await?;
                let office = &self.counter.office;
                let screen = if is_group(chat) {
                    text::group::ended(&speech, office, &dossier)
                } else if dossier.request.applicant == person {
                    let words = query::parting_words(&self.counter, &dossier).await?;
                    text::told::ended(&speech, office, &dossier, Some(&words))
                } else {
                    text::told::ended(&speech, office, &dossier, None)
                };
                self.say_about(notice.to, *request, chat, screen).await
            }
            What::GroupFound { .. }
            | What::GroupLost { .. }
            | What::GroupBound
            | What::GroupReleased => self.tell_of_group(notice, chat).await,
            What::Unreachable { .. } | What::Reachable { .. } | What::Stranded { .. } => {
                match watch::screen(&self.counter, &self.words, notice).await? {
                    Some(screen) => self.say(chat, &screen).await,
                    None => Ok(Told::Moot { until: None }),
                }
            }
            _ => self.tell_by_clock(notice, chat).await,
        }
    }

    /// In whose language a notice speaks.
    async fn speech(&self, notice: &Notice) -> Result<Speech, Error> {
        let person = self.counter.db.person(notice.to).await?;
        let person = person.ok_or(Error::Missing("person of a notice"))?;
        Ok(self.words.speech(person.language))
    }

    /// In whose language a notice speaks, about which request, and to whom.
    async fn subject(
        &self,
        notice: &Notice,
        request: RequestId,
    ) -> Result<(Speech, Dossier, PersonId), Error> {
        let db = &self.counter.db;
        let person = db.person(notice.to).await?;
        let person = person.ok_or(Error::Missing("person of a notice"))?;
        let request = db.request(request).await?;
        let request = request.ok_or(Error::Missing("request of a notice"))?;
        let dossier = query::dossier(&self.counter, request).await?;
        Ok((self.words.speech(person.language), dossier, person.id))
    }

    pub(crate) async fn say(&self, chat: ChatId, screen: &Screen) -> Result<Told, Error> {
        Ok(said(say(&self.bot, chat, screen).await.map(|_| None), None))
    }

    async fn say_about(
        &self,
        to: PersonId,
        request: RequestId,
        chat: ChatId,
        screen: Screen,
    ) -> Result<Told, Error> {
        let sent = self.send(to, request, chat, screen).await?;
        Ok(said(sent.map(|_| None), None))
    }

    /// Edits a card where it lies, or sends it where it does not lie anywhere yet or any more.
    async fn show_card(&self, id: CardId, chat: ChatId) -> Result<Told, Error> {
        // Read before the state: whatever is noted later is not settled by this.
        let until = self.counter.db.newest_about(id).await?;
        let view = query::card_view(&self.counter, id).await?;
        let speech = self.words.speech(view.person.language);
        let screen = text::card::card(&speech, &self.counter.office, &view);
        if let Some(message) = view.card.message {
            // Telegram numbers messages within 32 bits.
            let message = teloxide::types::MessageId(i32::try_from(message.0).unwrap_or(0));
            match turn(&self.bot, chat, message, &screen).await {
                Ok(()) => {
                    return Ok(Told::Yes {
                        placed: None,
                        until,
                    });
                }
                Err(error) if Outcome::of(&error) == Outcome::Gone => {}
                Err(error) => return Ok(Told::No(error)),
            }
        }
        // A group follows what happens, so it reads also of what was decided before it read of the task.
        if view.card.retired_at.is_some() && !is_group(chat) {
            return Ok(Told::Moot { until });
        }
        let (person, request) = (view.person.id, view.dossier.request.id);
        let sent = self.send(person, request, chat, screen).await?;
        let placed = sent.map(|sent| Some((id, MessageId(i64::from(sent.0)))));
        Ok(said(placed, until))
    }
}

/// What sending a message came to.
fn said(sent: Result<Option<(CardId, MessageId)>, RequestError>, until: Option<NoticeId>) -> Told {
    match sent {
        Ok(placed) => Told::Yes { placed, until },
        Err(error) => Told::No(error),
    }
}

async fn sleep(counter: &Counter, until: Option<DateTime<Utc>>) {
    match until {
        Some(until) => counter.clock.sleep_until(until).await,
        None => std::future::pending().await,
    }
}
