//! Someone at the counter: who they are, what they speak, and how they are answered.

use domain::{
    Counter, Language, Refusal,
    command::{FormPage, delivery},
    id::{AccountId, MessageId},
    person::Person,
};
use teloxide::types::{CallbackQuery, Chat, InlineKeyboardButtonKind, Update, UpdateKind, User};

use crate::{
    behind::Behind,
    commands::Command,
    doctor::Doctor,
    limits::Gate,
    shown::{QuestionName, Shown, ShownButtons},
    telegram::Client,
    text::{self, Html, Screen, Speech, Words},
    voice::Reply,
};

/// Everything a handler needs to know about the one who acts. Who that is comes from the account
/// that Telegram names, never from the chat, the message or the button.
#[derive(Clone)]
pub struct Visit {
    pub counter: Counter,
    pub bot: Client,
    pub doctor: Doctor,
    pub speech: Speech,
    pub account: AccountId,
    pub person: Option<Person>,
    /// The language of their Telegram, for those the office does not know yet.
    pub language: Language,
    /// How much one account may ask.
    pub gate: Gate,
    /// What they have sent after this.
    pub behind: Behind,
    /// When they sent it, by Telegram's clock, where it is a message.
    sent_at: Option<i64>,
    shown: Shown,
}

impl Visit {
    /// Finds out who acts. An update without a person behind it has none.
    pub async fn of(
        update: &Update,
        counter: Counter,
        (bot, doctor): (Client, Doctor),
        words: &Words,
        (gate, behind): (Gate, Behind),
        shown: Shown,
    ) -> Result<Option<Visit>, domain::Error> {
        let Some(user) = update.from() else {
            return Ok(None);
        };
        let account = account(user);
        let person = counter.db.person_of(account).await?;
        if let Some(person) = &person {
            tracing::Span::current().record("person.id", person.id.0);
        }
        if let Some(person) = &person
            && person.unreachable_since.is_some()
            && update.chat().is_some_and(Chat::is_private)
        {
            delivery::wrote(&counter, person.id).await?;
        }
        let language = Language::from_tag(user.language_code.as_deref().unwrap_or_default());
        let speech = words.speech(person.as_ref().map_or(language, |person| person.language));
        Ok(Some(Visit {
            counter,
            bot,
            doctor,
            speech,
            account,
            person,
            language,
            gate,
            behind,
            sent_at: match &update.kind {
                UpdateKind::Message(message) => Some(message.date.timestamp()),
                _ => None,
            },
            shown,
        }))
    }

    /// Whether they sent it before the question of a form stood in their chat.
    pub fn is_before(&self, page: &FormPage) -> bool {
        let question = QuestionName::of(page);
        self.sent_at
            .is_some_and(|at| self.shown.is_earlier(self.account, &question, at))
    }

    /// The buttons that stood beneath what was said last when they sent this.
    pub fn buttons_shown(&self) -> Option<ShownButtons> {
        self.shown.buttons(self.account, self.sent_at?)
    }

    pub fn chat(&self) -> AccountId {
        self.account
    }

    /// The person, or a refusal for a stranger.
    pub fn person(&self) -> Result<&Person, Refusal> {
        self.person.as_ref().ok_or(Refusal::Stranger)
    }

    /// A refusal as a sentence.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        text::refusal::refusal(&self.speech, &self.counter.office, refusal)
    }

    /// The same as a message shows it, in which our commands can be tapped.
    pub fn refusal_shown(&self, refusal: &Refusal) -> Html {
        let is_ours = |word: &str| Command::read(word).is_some();
        Html::sentence(&self.refusal(refusal), is_ours)
    }
}

/// An account as the domain knows it. Telegram: a user's id has at most 52 significant bits.
pub fn account(user: &User) -> AccountId {
    AccountId(i64::try_from(user.id.0).unwrap_or(0))
}

/// Telegram brings the tapped message along, with its buttons.
fn label(query: &CallbackQuery) -> Option<String> {
    let data = query.data.as_ref()?;
    let keyboard = query.regular_message()?.reply_markup()?;
    let mut buttons = keyboard.inline_keyboard.iter().flatten();
    let tapped = buttons.find(
        |button| matches!(&button.kind, InlineKeyboardButtonKind::CallbackData(it) if it == data),
    )?;
    Some(tapped.text.clone())
}

/// A tap: which query is to be answered, and on which message the button was.
#[derive(Debug, Clone)]
pub struct Tap {
    pub query: String,
    /// None where Telegram does not show it to us any more, and where it lies in a group: what is said
    /// to a person is said in private.
    pub message: Option<MessageId>,
    /// What the button says, as far as it stands in the chat still.
    pub label: Option<String>,
}

/// Whether the button is in a chat of several people, also where its message is too old to be shown.
pub fn is_in_group(query: &CallbackQuery) -> bool {
    let message = query.message.as_ref();
    message.is_some_and(|message| !message.chat().is_private())
}

impl Tap {
    pub fn of(query: &CallbackQuery) -> Tap {
        Tap {
            query: query.id.0.clone(),
            message: query
                .regular_message()
                .filter(|message| message.chat.is_private())
                .map(|message| MessageId(i64::from(message.id.0))),
            label: label(query),
        }
    }

    /// What stands for a tap where its words were typed: there is no button that turns, and nothing that spins.
    pub fn typed() -> Tap {
        Tap {
            query: String::new(),
            message: None,
            label: None,
        }
    }

    /// Why what the button names cannot be chosen: it was there, and is there no more.
    pub fn gone(&self) -> Refusal {
        match &self.label {
            Some(name) => Refusal::Gone { name: name.clone() },
            None => Refusal::NotOffered,
        }
    }

    /// Ends the spinner, without a word.
    pub fn quiet(&self) -> Reply {
        Reply::Toast {
            query: self.query.clone(),
            text: None,
            alert: false,
        }
    }

    /// Ends the spinner with a few words that pass by.
    pub fn toast(&self, text: impl Into<String>) -> Reply {
        Reply::Toast {
            query: self.query.clone(),
            text: Some(text.into()),
            alert: false,
        }
    }

    /// Ends the spinner with words that must be closed.
    pub fn alert(&self, text: impl Into<String>) -> Reply {
        Reply::Toast {
            query: self.query.clone(),
            text: Some(text.into()),
            alert: true,
        }
    }

    /// Makes the tapped message show something else; where it cannot be reached, a new one does.
    pub fn turn(&self, screen: Screen, question: bool) -> Reply {
        match self.message {
            Some(message) => Reply::Turn {
                message,
                screen,
                question,
            },
            None => Reply::Say { screen, question },
        }
    }
}
