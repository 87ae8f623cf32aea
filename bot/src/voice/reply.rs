//! What can be said in reply.

use bytes::Bytes;
use domain::{id::MessageId, procedure::Paper};

use crate::{
    chart::Chart,
    extract::Order,
    look::Glance,
    shown::QuestionName,
    text::{Html, Screen, Speech},
};

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
    /// A message whose buttons mean nothing any more loses them. It is decoration: it is tried once.
    Strip { message: MessageId },
    /// A message that says nothing to anybody goes. It is decoration.
    Delete { message: MessageId },
    /// What somebody has sent is marked as taken. It is decoration.
    Nod { message: MessageId },
    /// A paper from the archive.
    Paper {
        paper: Paper,
        handle: Option<String>,
        caption: String,
        /// What is said where the archive lacks it.
        lost: String,
    },
    /// A file whose bytes are at hand: what the office has issued, a list, a form to fill in.
    File {
        bytes: Bytes,
        name: String,
        picture: bool,
        caption: Html,
    },
    /// Figures as a picture.
    Chart { chart: Chart, caption: String },
    /// The addresses of a form are looked at, and what was seen is said beneath its review as soon as it is known;
    /// nothing else waits for it.
    Look {
        speech: Speech,
        glance: Glance,
        review: Screen,
        /// What of it stands above what was seen.
        answers: Html,
    },
    /// A question that stands there gets longer by something; where it stands there no more, that is a message.
    Beneath {
        to: Box<Screen>,
        longer: Box<Screen>,
        more: Html,
    },
    /// What is taken along of a register: it is made beside everything else, and sent as soon as it is there.
    Extract(Box<Order>),
    /// The place below the message field: with the button that shares one's own number, or without it.
    Below { text: Html, contact: Option<String> },
    /// The commands that this person's Telegram lists.
    Commands(Vec<(&'static str, String)>),
    /// The bot does not belong in this chat.
    Leave,
}

impl Reply {
    /// The same as messages, each of which can be said by itself: what is long is several.
    pub(super) fn messages(self) -> Vec<Reply> {
        let (first, screen, question) = match self {
            Reply::Say { screen, question } => (None, screen, question),
            Reply::Turn {
                message,
                screen,
                question,
            } => (Some(message), screen, question),
            other => return vec![other],
        };
        let parts = screen.messages();
        let last = parts.len() - 1;
        let parts = parts.into_iter().enumerate();
        let said = parts.map(|(place, screen)| {
            let question = question && place == last;
            match first.filter(|_| place == 0) {
                Some(message) => Reply::Turn {
                    message,
                    screen,
                    question,
                },
                None => Reply::Say { screen, question },
            }
        });
        said.collect()
    }

    /// Whether Telegram counts it among the messages of a chat.
    pub(super) fn is_message(&self) -> bool {
        match self {
            Reply::Say { .. }
            | Reply::Turn { .. }
            | Reply::Beneath { .. }
            | Reply::Paper { .. }
            | Reply::File { .. }
            | Reply::Chart { .. }
            | Reply::Below { .. } => true,
            Reply::Toast { .. }
            | Reply::Strip { .. }
            | Reply::Delete { .. }
            | Reply::Nod { .. }
            | Reply::Look { .. }
            | Reply::Extract(_)
            | Reply::Commands(_)
            | Reply::Leave => false,
        }
    }

    /// Whether nobody misses it.
    pub(super) fn is_decoration(&self) -> bool {
        matches!(
            self,
            Reply::Toast { text: None, .. }
                | Reply::Strip { .. }
                | Reply::Delete { .. }
                | Reply::Nod { .. }
                | Reply::Commands(_)
        )
    }

    /// How often it is tried, where it is no message: Telegram forgets a tap within a minute.
    pub(super) fn tries(&self) -> u32 {
        match self {
            Reply::Strip { .. } | Reply::Delete { .. } | Reply::Nod { .. } | Reply::Commands(_) => {
                1
            }
            _ => 3,
        }
    }

    pub(super) fn asks(&self) -> Option<&QuestionName> {
        match self {
            Reply::Say { screen, .. } | Reply::Turn { screen, .. } => screen.asks.as_ref(),
            _ => None,
        }
    }

    pub(super) fn is_question(&self) -> bool {
        matches!(
            self,
            Reply::Say { question: true, .. } | Reply::Turn { question: true, .. }
        )
    }

    /// What is said where this cannot be: words that a person must have read are a message then.
    pub(super) fn instead(&self) -> Option<Reply> {
        match self {
            Reply::Toast {
                text: Some(text),
                alert: true,
                ..
            } => Some(Reply::Say {
                screen: Screen::new(text.as_str().into()),
                question: false,
            }),
            _ => None,
        }
    }
}
