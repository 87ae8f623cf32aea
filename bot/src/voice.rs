//! Answers at once: what a person hears in reply to what they have just done.
//!
//! An answer is said as long as it means something: it waits for its turn at Telegram's pace, is tried again where
//! Telegram is in trouble, and gives way to a newer question in the same chat. It is in memory only: a restart asks
//! again what a form has asked, where that may not have been said. What a change came to is shown by the cards and
//! notices that the courier carries.

mod extract;
mod files;
mod looking;
mod open;
mod reply;
mod unheard;

use std::time::Duration;

use domain::{
    Counter,
    command::delivery,
    id::{AccountId, MessageId},
    unharmed::unharmed,
};

use crate::{
    answering::{Answering, InHand},
    button::Button,
    extract::Extractor,
    health::{Board, Counted, Health},
    lanes::Lanes,
    live_lists::LiveLists,
    look::{Glances, Looker},
    shown::{Shown, ShownButtons},
    telegram::{
        CallOutcome, Client, Failure, decoration,
        pace::{Pace, Precedence},
    },
    text::{Key, Screen},
};

use open::OpenQuestions;
pub use reply::Reply;
use unheard::Unheard;

/// After so many tries, what follows from an act is told although the answer to it is not said yet.
const TRIES: u32 = 3;
/// The longest time between two tries of an answer; between the first ones it is shorter.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// For so long an answer means something: Telegram itself keeps what was written for a day.
const MEANT_FOR: Duration = Duration::from_hours(24);
/// Where more is to be said in the chat, it is not held up for longer.
const HOLDS_UP_FOR: Duration = Duration::from_mins(2);

/// Something to say, in hand until it is said.
type ToSay = (Reply, InHand, Counted);

/// Says what is handed to it, in order within a chat.
#[derive(Clone)]
pub struct Voice {
    telegram: Client,
    counter: Counter,
    lanes: Lanes<AccountId, ToSay>,
    board: Board,
    pace: Pace,
    answering: Answering,
    open: OpenQuestions,
    lists: LiveLists,
    /// Since when the question of a form stands in a chat.
    pub shown: Shown,
    /// Where an answer waits for longer than it should.
    unheard: Unheard,
    /// None where the office does not want anything to be looked at.
    looker: Option<Looker>,
    glances: Glances,
    extractor: Extractor,
}

impl Voice {
    pub fn new(
        telegram: Client,
        counter: Counter,
        board: Board,
        pace: Pace,
        answering: Answering,
        lists: LiveLists,
        (looker, extractor): (Option<Looker>, Extractor),
    ) -> Voice {
        Voice {
            telegram,
            counter,
            lanes: Lanes::default(),
            board,
            pace,
            answering,
            open: OpenQuestions::default(),
            lists,
            shown: Shown::default(),
            unheard: Unheard::default(),
            looker,
            glances: Glances::default(),
            extractor,
        }
    }

    /// Hands over what is to be said; returns at once.
    pub fn say(&self, chat: AccountId, replies: Vec<Reply>) {
        for reply in replies.into_iter().flat_map(Reply::messages) {
            if let Reply::Look {
                speech,
                glance,
                review,
                answers,
            } = reply
            {
                self.look(chat, speech, &glance, (review, answers));
                continue;
            }
            if let Reply::Extract(order) = reply {
                self.extract(chat, *order);
                continue;
            }
            if let Some(question) = reply.asks() {
                let now = self.counter.now().timestamp();
                self.shown.is_asked(chat, question, now);
            }
            let in_hand = self.answering.begin(chat.0);
            if self.lanes.push(chat, (reply, in_hand, self.waits())) {
                tokio::spawn(self.clone().speak(chat));
            }
        }
    }

    /// Hands over what an earlier run may not have said. Until it is said, that stays noted.
    pub fn say_again(&self, chat: AccountId, reply: Reply) {
        self.unheard.was_noted(chat);
        self.say(chat, vec![reply]);
    }

    /// Counts a reply as waiting until it is said, or cannot be.
    fn waits(&self) -> Counted {
        let begins = |health: &mut Health| health.replies_waiting += 1;
        let ends = |health: &mut Health| health.replies_waiting -= 1;
        self.board.in_hand(begins, ends)
    }

    async fn speak(self, chat: AccountId) {
        // What is in hand stays so until it is said.
        while let Some((reply, in_hand, _waits)) = self.lanes.next(&chat) {
            match unharmed(self.deliver(chat, reply, in_hand)).await {
                Some(Ok(())) => {}
                Some(Err(failure)) => self.lost(chat, &failure),
                None => self.lost(chat, &"a panic"),
            }
            if !self.lanes.any(&chat, |_| true) {
                self.unheard.is_said(&self.counter, chat).await;
            }
            self.board.count(|health| health.messages_sent += 1);
        }
    }

    /// An answer that does not go out is asked for again by whoever misses it; operations see that it is so.
    fn lost(&self, chat: AccountId, why: &dyn std::fmt::Display) {
        tracing::warn!(chat.id = %chat, %why, "an answer was not delivered");
        self.board.count(|health| health.answers_lost += 1);
    }

    /// Says one thing, as soon as it is its turn. What Telegram takes later is tried again for as long as it
    /// means something.
    async fn deliver(
        &self,
        chat: AccountId,
        mut reply: Reply,
        in_hand: InHand,
    ) -> Result<(), Failure> {
        let clock = &self.counter.clock;
        let begun = clock.passed();
        let mut in_hand = Some(in_hand);
        let (mut tries, mut from) = (0, Duration::ZERO);
        loop {
            let mut going = None;
            if reply.is_message() || tries > 0 {
                let turn = self.pace.turn(chat.0, Precedence::Answer, from);
                let turn = self.unheard.unless_soon(&self.counter, chat, turn).await;
                if turn.has_waited && self.is_overtaken(chat, &reply) {
                    return Ok(());
                }
                going = Some(turn);
            }
            let said = Box::pin(self.once(chat, &reply));
            let said = if reply.is_decoration() {
                decoration(said).await
            } else {
                self.unheard.unless_soon(&self.counter, chat, said).await
            };
            let Err(failure) = said else {
                return Ok(());
            };
            drop(going);
            tries += 1;
            if tries > TRIES {
                // What follows from it is told without it.
                drop(in_hand.take());
            }
            match failure.outcome {
                CallOutcome::Done => return Ok(()),
                CallOutcome::Later(wait) if reply.is_message() || tries < reply.tries() => {
                    if let Some(wait) = wait {
                        self.pace.hold(chat.0, wait);
                    }
                    self.unheard.waits(&self.counter, chat).await;
                    from = clock.passed() + wait.unwrap_or_else(|| backoff(tries));
                    let meant_for = if self.lanes.any(&chat, |_| true) {
                        HOLDS_UP_FOR
                    } else {
                        MEANT_FOR
                    };
                    if from > begun + meant_for {
                        return Err(failure);
                    }
                }
                _ => match reply.instead() {
                    Some(instead) => reply = instead,
                    // It may have been carried out at the first try, which nobody answered.
                    None if reply.is_decoration()
                        || tries > 1 && failure.outcome == CallOutcome::Never =>
                    {
                        return Ok(());
                    }
                    None => return Err(failure),
                },
            }
        }
    }

    /// Whether a newer question waits to be asked in the same chat: nobody needs the older one then.
    fn is_overtaken(&self, chat: AccountId, reply: &Reply) -> bool {
        reply.is_question() && self.lanes.any(&chat, |(newer, ..)| newer.is_question())
    }

    async fn once(&self, chat: AccountId, reply: &Reply) -> Result<(), Failure> {
        let telegram = &self.telegram;
        match reply {
            Reply::Toast { query, text, alert } => {
                telegram.answer_tap(query, text.as_deref(), *alert).await
            }
            Reply::Say { screen, question } => {
                let sent = telegram.say_one(chat, screen).await?;
                self.shows(chat, sent.message, screen, sent.date);
                let left = if *question {
                    self.ask(chat, sent.message, screen).await
                } else {
                    None
                };
                self.lists.shows(chat, sent.message, screen, left).await;
                Ok(())
            }
            Reply::Beneath { to, longer, more } => self.say_beneath(chat, (to, longer), more).await,
            Reply::Turn {
                message,
                screen,
                question,
            } => self.turn(chat, *message, screen, *question).await,
            Reply::Strip { message } => {
                self.strip(chat, *message).await;
                Ok(())
            }
            Reply::Delete { message } => telegram.delete(chat, *message).await,
            Reply::Nod { message } => telegram.nods(chat, *message).await,
            Reply::Paper {
                paper,
                handle,
                caption,
                lost,
            } => {
                self.send_paper(chat, paper, handle.as_deref(), caption, lost)
                    .await
            }
            Reply::File {
                bytes,
                name,
                picture,
                caption,
            } => {
                let file = (bytes.clone(), name.as_str());
                let caption = Screen::new(caption.clone());
                let sent = telegram.send_issued(chat, file, *picture, &caption);
                sent.await.map(|_| ())
            }
            Reply::Below { text, contact } => {
                telegram.offer_contact(chat, text, contact.as_deref()).await
            }
            Reply::Chart { chart, caption } => self.send_chart(chat, chart.clone(), caption).await,
            // They have tasks of their own; what they come to is said as a message.
            Reply::Look { .. } | Reply::Extract(_) => Ok(()),
            Reply::Commands(commands) => telegram.list_commands(chat, commands).await,
            Reply::Leave => telegram.leave(chat).await,
        }
    }

    /// Makes a message another screen; one that is gone or too old cannot be turned, and a new one says the
    /// same.
    async fn turn(
        &self,
        chat: AccountId,
        message: MessageId,
        screen: &Screen,
        question: bool,
    ) -> Result<(), Failure> {
        let (shown, is_new) = match self.telegram.turn_one(chat, message, screen).await {
            Ok(edited) => {
                edited.inspect(|date| self.shows(chat, message, screen, *date));
                (message, false)
            }
            Err(failure) if failure.outcome == CallOutcome::Gone => {
                let sent = self.telegram.say_one(chat, screen).await?;
                self.shows(chat, sent.message, screen, sent.date);
                (sent.message, true)
            }
            Err(failure) => return Err(failure),
        };
        if is_new || !question {
            self.open.ends(chat, message);
        }
        let mut left = None;
        if question && is_new {
            self.open.begins(chat, shown, screen);
        } else if question {
            left = self.ask(chat, shown, screen).await;
        }
        if is_new {
            self.lists.ends(chat, message).await;
        }
        self.lists.shows(chat, shown, screen, left).await;
        Ok(())
    }

    /// A screen was shown in this message, at this moment by Telegram's clock.
    fn shows(&self, chat: AccountId, message: MessageId, screen: &Screen, date: i64) {
        if let Some(question) = &screen.asks {
            self.shown.is_shown(chat, question, date);
            self.shown.said(chat, None);
        } else {
            // A form finds its own buttons by itself.
            let is_meant =
                |key: &&Key| key.copies.is_none() && !matches!(key.button, Button::Form { .. });
            let keys = screen.keys.iter().flatten().filter(is_meant);
            let buttons: Vec<_> = keys
                .map(|key| (key.label.clone(), key.button.clone()))
                .collect();
            let buttons = Some(buttons).filter(|it| !it.is_empty());
            let buttons = buttons.map(|buttons| ShownButtons {
                message,
                buttons,
                since: date,
            });
            self.shown.said(chat, buttons);
        }
    }

    /// A question stands there now; the buttons of the one before it go. Where that stood.
    async fn ask(
        &self,
        chat: AccountId,
        question: MessageId,
        screen: &Screen,
    ) -> Option<MessageId> {
        let left = self.open.begins(chat, question, screen)?;
        let Some((person, card)) = left.card else {
            self.strip(chat, left.message).await;
            return Some(left.message);
        };
        if let Err(error) = delivery::redraw(&self.counter, person, card).await {
            tracing::error!(card.id = %card, %error, "a card could not be drawn again");
        }
        Some(left.message)
    }

    /// Decoration: that the buttons stay does no harm. It keeps its place among what is said, so that it takes no
    /// buttons that come later.
    async fn strip(&self, chat: AccountId, message: MessageId) {
        let _ = decoration(self.telegram.take_buttons(chat, message)).await;
    }
}

/// How long to wait before the next try, after so many.
fn backoff(tries: u32) -> Duration {
    Duration::from_millis(150 << tries.min(8)).min(LONGEST_WAIT)
}
