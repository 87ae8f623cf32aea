//! Answers at once: what a person hears in reply to what they have just done.
//!
//! Nothing that must arrive goes this way: what a change came to is shown by the cards and notices
//! that the courier carries. If an answer is lost, the person writes again and is asked again.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use domain::{
    Counter,
    clock::Clock,
    id::{AccountId, MessageId},
    procedure::Paper,
};

use crate::{
    answering::{Answering, InHand},
    chart::Chart,
    health::Board,
    lanes::{Lanes, unharmed},
    look::{Glance, Glances, Looker},
    telegram::{CallOutcome, Client, Failure, pace::Pace},
    text::{self, Html, Screen, Speech},
};

/// How long one call may take. teloxide sleeps ten seconds over a server error; we do not wait for that.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often an answer is tried.
const TRIES: u32 = 3;

/// One thing to say.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Ends the spinner on a button; with a text it shows for a moment, as an alert it waits to be closed.
    Toast {
        query: String,
        text: Option<String>,
        alert: bool,
    },
    /// A new message. A question's buttons are taken away when the next one is asked.
    Say { screen: Screen, question: bool },
    /// The message with the button becomes another.
    Turn {
        message: MessageId,
        screen: Screen,
        question: bool,
    },
    /// A paper from the archive.
    Paper {
        paper: Paper,
        handle: Option<String>,
        caption: String,
    },
    /// A start link to forward, with a picture of it.
    Link { payload: String, text: String },
    /// Figures as a picture.
    Chart { chart: Chart, caption: String },
    /// The addresses of a form are looked at, and what was seen is said as soon as it is known;
    /// nothing else waits for it.
    Look { speech: Speech, glance: Glance },
    /// The place below the message field: with the button that shares one's own number, or without it.
    Below { text: Html, contact: Option<String> },
    /// The commands that this person's Telegram lists.
    Commands(Vec<(&'static str, String)>),
    /// The bot does not belong in this chat.
    Leave,
}

/// Says what is handed to it, in order within a chat.
#[derive(Clone)]
pub struct Voice {
    telegram: Client,
    counter: Counter,
    lanes: Lanes<AccountId, (Reply, InHand)>,
    board: Board,
    pace: Arc<Mutex<Pace>>,
    answering: Answering,
    /// The question that is open in each chat. Lost in a restart without harm: its buttons then
    /// stay, and a tap on them is answered with the question that is open.
    open: Arc<Mutex<HashMap<AccountId, MessageId>>>,
    /// None where the office does not want anything to be looked at.
    looker: Option<Looker>,
    glances: Glances,
}

impl Voice {
    pub fn new(
        telegram: Client,
        counter: Counter,
        board: Board,
        pace: Arc<Mutex<Pace>>,
        answering: Answering,
        looker: Option<Looker>,
    ) -> Voice {
        Voice {
            telegram,
            counter,
            lanes: Lanes::default(),
            board,
            pace,
            answering,
            open: Arc::default(),
            looker,
            glances: Glances::default(),
        }
    }

    /// Hands over what is to be said; returns at once.
    pub fn say(&self, chat: AccountId, replies: Vec<Reply>) {
        for reply in replies {
            if let Reply::Look { speech, glance } = reply {
                self.look(chat, speech, &glance);
                continue;
            }
            self.board.count(|health| health.replies_waiting += 1);
            let in_hand = self.answering.begin(chat.0);
            if self.lanes.push(chat, (reply, in_hand)) {
                tokio::spawn(self.clone().speak(chat));
            }
        }
    }

    /// Looks at what is new in a form, beside everything else, and says what was seen.
    fn look(&self, chat: AccountId, speech: Speech, glance: &Glance) {
        let Some(looker) = self.looker.clone() else {
            return;
        };
        let fresh = self.glances.fresh(chat, glance);
        if fresh.is_empty() {
            return;
        }
        self.board.count(|health| health.replies_waiting += 1);
        let voice = self.clone();
        tokio::spawn(async move {
            let office = &voice.counter.office;
            let looks = fresh
                .iter()
                .map(|address| looker.look(address, &office.domains));
            let seen = futures::future::join_all(looks).await;
            let text = text::look::seen(&speech, office, fresh.iter().zip(seen));
            let screen = Screen::new(text);
            voice.say(
                chat,
                vec![Reply::Say {
                    screen,
                    question: false,
                }],
            );
            voice.board.count(|health| health.replies_waiting -= 1);
        });
    }

    async fn speak(self, chat: AccountId) {
        // What is in hand stays so until it is said.
        while let Some((reply, _in_hand)) = self.lanes.next(&chat) {
            match unharmed(self.deliver(chat, &reply)).await {
                Some(Ok(())) => {}
                Some(Err(failure)) => self.lost(chat, &failure),
                None => self.lost(chat, &"a panic"),
            }
            self.board.count(|health| {
                health.replies_waiting -= 1;
                health.messages_sent += 1;
            });
        }
    }

    /// An answer that does not go out is asked for again by whoever misses it; operations see that it is so.
    fn lost(&self, chat: AccountId, why: &dyn std::fmt::Display) {
        tracing::warn!(chat.id = %chat, %why, "an answer was not delivered");
        self.board.count(|health| health.answers_lost += 1);
    }

    /// Says one thing. What Telegram asks to be tried later is tried again a few times.
    async fn deliver(&self, chat: AccountId, reply: &Reply) -> Result<(), Failure> {
        let clock: &Clock = &self.counter.clock;
        let mut last = Failure::unanswered();
        for _ in 0..TRIES {
            last = match tokio::time::timeout(PATIENCE, self.once(chat, reply)).await {
                Ok(Ok(())) => return Ok(()),
                Ok(Err(failure)) => failure,
                Err(_) => {
                    last = Failure::unanswered();
                    continue;
                }
            };
            match last.outcome {
                CallOutcome::Done => return Ok(()),
                CallOutcome::Later(Some(wait)) => {
                    let until = clock.now() + wait;
                    self.pace().hold(chat.0, until);
                    self.board.count(|health| {
                        health.answers_wait_until = health.answers_wait_until.max(Some(until));
                    });
                    clock.sleep_until(until).await;
                }
                CallOutcome::Later(None) => tokio::time::sleep(Duration::from_millis(300)).await,
                _ => return Err(last),
            }
        }
        Err(last)
    }

    async fn once(&self, chat: AccountId, reply: &Reply) -> Result<(), Failure> {
        let telegram = &self.telegram;
        match reply {
            Reply::Toast { query, text, alert } => {
                telegram.answer_tap(query, text.as_deref(), *alert).await
            }
            Reply::Say { screen, question } => {
                self.note(chat);
                let sent = telegram.say(chat, screen).await?;
                if *question {
                    self.ask(chat, sent).await;
                }
                Ok(())
            }
            Reply::Turn {
                message,
                screen,
                question,
            } => self.turn(chat, *message, screen, *question).await,
            Reply::Paper {
                paper,
                handle,
                caption,
            } => {
                self.note(chat);
                self.send_paper(chat, paper, handle.as_deref(), caption)
                    .await
            }
            Reply::Below { text, contact } => {
                self.note(chat);
                telegram.offer_contact(chat, text, contact.as_deref()).await
            }
            Reply::Link { payload, text } => {
                self.note(chat);
                telegram.pass_link(chat, payload, text).await
            }
            Reply::Chart { chart, caption } => {
                self.note(chat);
                self.send_chart(chat, chart.clone(), caption).await
            }
            // It has a task of its own; what it comes to is said as a message.
            Reply::Look { .. } => Ok(()),
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
        let (shown, is_new) = match self.telegram.turn(chat, message, screen).await {
            Ok(shown) => (shown, false),
            Err(failure) if failure.outcome == CallOutcome::Gone => {
                (self.telegram.say(chat, screen).await?, true)
            }
            Err(failure) => return Err(failure),
        };
        if is_new || !question {
            self.asks_no_more(chat, message);
        }
        if question && is_new {
            self.asks(chat, shown);
        } else if question {
            self.ask(chat, shown).await;
        }
        Ok(())
    }

    /// Figures as a picture. It is drawn beside everything else that the bot does.
    async fn send_chart(
        &self,
        chat: AccountId,
        figures: Chart,
        caption: &str,
    ) -> Result<(), Failure> {
        let drawn = tokio::task::spawn_blocking(move || figures.png()).await;
        let Ok(Some(picture)) = drawn else {
            tracing::error!("a chart could not be drawn");
            return Ok(());
        };
        self.telegram
            .send_picture(chat, picture, "waktu-layanan.png", caption.into())
            .await
    }

    /// By its handle where Telegram still has it, and else the bytes from the archive.
    async fn send_paper(
        &self,
        chat: AccountId,
        paper: &Paper,
        handle: Option<&str>,
        caption: &str,
    ) -> Result<(), Failure> {
        let telegram = &self.telegram;
        if let Some(handle) = handle
            && telegram
                .send_paper_again(chat, handle, caption.into())
                .await
                .is_ok()
        {
            return Ok(());
        }
        match self.counter.archive.fetch(&paper.sha256).await {
            Ok(bytes) => {
                telegram
                    .send_paper(chat, bytes, &paper.name, caption.into())
                    .await
            }
            Err(error) => {
                tracing::error!(paper.id = %paper.id, %error, "a paper is not in the archive");
                Ok(())
            }
        }
    }

    fn note(&self, chat: AccountId) {
        self.pace().note(chat.0, self.counter.now());
    }

    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A question stands there now; the buttons of the one before it go.
    async fn ask(&self, chat: AccountId, question: MessageId) {
        let before = self.asks(chat, question);
        if let Some(before) = before.filter(|before| *before != question) {
            // Decoration: that the buttons stay does no harm.
            let _ = self.telegram.take_buttons(chat, before).await;
        }
    }

    /// Which question is open now; returns the one that was.
    fn asks(&self, chat: AccountId, question: MessageId) -> Option<MessageId> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.insert(chat, question)
    }

    /// A message is no question any more. Another one that is open stays open.
    fn asks_no_more(&self, chat: AccountId, message: MessageId) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.get(&chat) == Some(&message) {
            open.remove(&chat);
        }
    }
}
