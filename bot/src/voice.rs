//! Answers at once: what a person hears in reply to what they have just done.
//!
//! Nothing that must arrive goes this way: what a change came to is shown by the cards and notices
//! that the courier carries. If an answer is lost, the person writes again and is asked again.

mod message;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use domain::{Counter, clock::Clock, procedure::Paper};
use teloxide::{
    Bot, RequestError,
    payloads::{AnswerCallbackQuerySetters, SendDocumentSetters},
    requests::Requester,
    types::{CallbackQueryId, ChatId, InputFile, MessageId},
};

use crate::{
    answering::{Answering, InHand},
    below,
    chart::Chart,
    courier::Outcome,
    figures::Board,
    lanes::Lanes,
    look::{Glance, Glances, Looker},
    pace::Pace,
    text::{self, Html, Screen, Speech},
};
pub use message::{say, say_in, turn};

/// How long one call may take. teloxide sleeps ten seconds over a server error; we do not wait for that.
const PATIENCE: Duration = Duration::from_secs(30);

/// One thing to say.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Ends the spinner on a button; with a text it shows for a moment, as an alert it waits to be closed.
    Toast {
        query: CallbackQueryId,
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
    bot: Bot,
    counter: Counter,
    lanes: Lanes<ChatId, (Reply, InHand)>,
    board: Board,
    pace: Arc<Mutex<Pace>>,
    answering: Answering,
    /// The question that is open in each chat. Lost in a restart without harm: its buttons then
    /// stay, and a tap on them is answered with the question that is open.
    open: Arc<Mutex<HashMap<ChatId, MessageId>>>,
    /// None where the office does not want anything to be looked at.
    looker: Option<Looker>,
    glances: Glances,
}

impl Voice {
    pub fn new(
        bot: Bot,
        counter: Counter,
        board: Board,
        pace: Arc<Mutex<Pace>>,
        answering: Answering,
        looker: Option<Looker>,
    ) -> Voice {
        Voice {
            bot,
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
    pub fn say(&self, chat: ChatId, replies: Vec<Reply>) {
        for reply in replies {
            if let Reply::Look { speech, glance } = reply {
                self.look(chat, speech, &glance);
                continue;
            }
            self.board.count(|figures| figures.replies_waiting += 1);
            let in_hand = self.answering.begin(chat.0);
            if self.lanes.push(chat, (reply, in_hand)) {
                tokio::spawn(self.clone().speak(chat));
            }
        }
    }

    /// Looks at what is new in a form, beside everything else, and says what was seen.
    fn look(&self, chat: ChatId, speech: Speech, glance: &Glance) {
        let Some(looker) = self.looker.clone() else {
            return;
        };
        let fresh = self.glances.fresh(chat, glance);
        if fresh.is_empty() {
            return;
        }
        self.board.count(|figures| figures.replies_waiting += 1);
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
            voice.board.count(|figures| figures.replies_waiting -= 1);
        });
    }

    async fn speak(self, chat: ChatId) {
        // What is in hand stays so until it is said.
        while let Some((reply, _in_hand)) = self.lanes.next(&chat) {
            if let Err(error) = self.deliver(chat, &reply).await {
                tracing::warn!(chat.id = chat.0, error = %crate::courier::describe(&error), "an answer was not delivered");
            }
            self.board.count(|figures| {
                figures.replies_waiting -= 1;
                figures.messages_sent += 1;
            });
        }
    }

    /// Says one thing. What Telegram asks to be tried later is tried again a few times.
    async fn deliver(&self, chat: ChatId, reply: &Reply) -> Result<(), RequestError> {
        let clock: &Clock = &self.counter.clock;
        for _ in 0..3 {
            let tried = match tokio::time::timeout(PATIENCE, self.once(chat, reply)).await {
                Ok(Ok(())) => return Ok(()),
                Ok(Err(error)) => error,
                Err(_) => continue,
            };
            match Outcome::of(&tried) {
                Outcome::Done => return Ok(()),
                Outcome::Later(Some(wait)) => {
                    let until = clock.now() + wait;
                    self.pace
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .hold(chat.0, until);
                    self.board.count(|figures| {
                        figures.answers_wait_until = figures.answers_wait_until.max(Some(until));
                    });
                    clock.sleep_until(until).await;
                }
                Outcome::Later(None) => tokio::time::sleep(Duration::from_millis(300)).await,
                _ => return Err(tried),
            }
        }
        Ok(())
    }

    async fn once(&self, chat: ChatId, reply: &Reply) -> Result<(), RequestError> {
        match reply {
            Reply::Toast { query, text, alert } => {
                let mut call = self.bot.answer_callback_query(query.clone());
                if let Some(text) = text {
                    // Telegram: answerCallbackQuery.text has at most 200 characters.
                    call = call
                        .text(crate::text::html::shortened(text, 200))
                        .show_alert(*alert);
                }
                call.await?;
            }
            Reply::Say { screen, question } => {
                self.note(chat);
                let sent = say(&self.bot, chat, screen).await?;
                if !question {
                    return Ok(());
                }
                if let Some(before) = self.asks(chat, sent) {
                    // Decoration: that the buttons stay does no harm.
                    let _ = self.bot.edit_message_reply_markup(chat, before).await;
                }
            }
            Reply::Turn {
                message,
                screen,
                question,
            } => {
                match turn(&self.bot, chat, *message, screen).await {
                    Ok(()) if *question => {
                        let before = self.asks(chat, *message);
                        if let Some(before) = before.filter(|before| before != message) {
                            let _ = self.bot.edit_message_reply_markup(chat, before).await;
                        }
                    }
                    Ok(()) => self.asks_no_more(chat, *message),
                    // A message that is gone or too old cannot be turned; a new one says the same.
                    Err(error) if matches!(Outcome::of(&error), Outcome::Gone) => {
                        let sent = say(&self.bot, chat, screen).await?;
                        self.asks_no_more(chat, *message);
                        if *question {
                            self.asks(chat, sent);
                        }
                    }
                    Err(error) => return Err(error),
                }
            }
            Reply::Paper {
                paper,
                handle,
                caption,
            } => {
                self.note(chat);
                self.send_paper(chat, paper, handle.as_deref(), caption)
                    .await?;
            }
            Reply::Below { text, contact } => {
                self.note(chat);
                below::say(&self.bot, chat, text, contact.as_deref()).await?;
            }
            Reply::Link { payload, text } => {
                self.note(chat);
                below::link(&self.bot, chat, payload, text).await?;
            }
            Reply::Chart { chart, caption } => {
                self.note(chat);
                below::chart(&self.bot, chat, chart.clone(), caption).await?;
            }
            // It has a task of its own; what it comes to is said as a message.
            Reply::Look { .. } => {}
            Reply::Commands(commands) => below::commands(&self.bot, chat, commands).await?,
            Reply::Leave => {
                self.bot.leave_chat(chat).await?;
            }
        }
        Ok(())
    }

    /// By its handle where Telegram still has it, and else the bytes from the archive.
    async fn send_paper(
        &self,
        chat: ChatId,
        paper: &Paper,
        handle: Option<&str>,
        caption: &str,
    ) -> Result<(), RequestError> {
        if let Some(handle) = handle {
            let file = InputFile::file_id(handle.to_owned().into());
            if self
                .bot
                .send_document(chat, file)
                .caption(caption)
                .await
                .is_ok()
            {
                return Ok(());
            }
        }
        match self.counter.archive.fetch(&paper.sha256).await {
            Ok(bytes) => {
                let file = InputFile::memory(bytes).file_name(paper.name.clone());
                self.bot.send_document(chat, file).caption(caption).await?;
            }
            Err(error) => {
                tracing::error!(paper.id = %paper.id, %error, "a paper is not in the archive");
            }
        }
        Ok(())
    }

    fn note(&self, chat: ChatId) {
        self.pace
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .note(chat.0, self.counter.now());
    }

    /// Which question is open now; returns the one that was.
    fn asks(&self, chat: ChatId, question: MessageId) -> Option<MessageId> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.insert(chat, question)
    }

    /// A message is no question any more. Another one that is open stays open.
    fn asks_no_more(&self, chat: ChatId, message: MessageId) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.get(&chat) == Some(&message) {
            open.remove(&chat);
        }
    }
}
