//! A button is a value: what it means, and the at most 64 bytes that Telegram carries for it.
//!
//! The bytes carry no authority. A token names a card, draft or request, and the domain checks what
//! the account that taps may do with it.

mod calendar;
mod figures;
mod many;
mod people;
mod press;
mod view;

use std::fmt::Write;

use domain::{
    Language,
    code::{ProcedureCode, RegisterCode},
    id::{LineId, PersonId, TaskId},
    query::{
        View,
        figures::{Side, Span},
    },
};

pub use calendar::CalendarPress;
pub use many::TogetherPress;
pub use people::{PeoplePress, Verb, Wish};
pub use press::{CardPress, FormPress, GroupPress, RequestPress};

/// Telegram: `InlineKeyboardButton.callback_data` has 1 to 64 bytes.
pub const MAX_BYTES: usize = 64;

/// Everything that can be tapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Button {
    Home,
    /// Asks to be let in.
    Join,
    /// Which procedures there are.
    New,
    /// A page of one's own requests.
    Mine(u64),
    /// A page of what waits for one.
    Tasks(u64),
    Help,
    /// What is kept of the one who taps.
    Data,
    /// Forgets the answers that are offered to them again.
    Forget,
    Languages,
    Language(Language),
    /// Begins a request, or asks what to do with an older draft of it.
    Open(ProcedureCode),
    /// Begins a request and throws the older draft away.
    Fresh(ProcedureCode),
    /// Takes a draft up again.
    Resume {
        draft: String,
    },
    /// A button of a form as it was in one revision of the draft.
    Form {
        draft: String,
        revision: i64,
        press: FormPress,
    },
    Card {
        card: String,
        press: CardPress,
    },
    Request {
        request: String,
        press: RequestPress,
    },
    /// A page of all requests, seen from one side.
    All {
        view: View,
        page: u64,
    },
    /// The desks at which requests wait.
    Desks,
    /// A page of the requests that hold these words.
    Seek {
        words: String,
        page: u64,
    },
    /// Which registers there are.
    Registers,
    /// A page of a register; only its open lines, or all.
    Register {
        register: RegisterCode,
        open: bool,
        page: u64,
    },
    /// A page of the lines that hold these words.
    Find {
        words: String,
        page: u64,
    },
    /// One line of a register in full.
    Line(LineId),
    /// The request that a line was written for.
    LineRequest(LineId),
    /// The groups that read along.
    Groups,
    Group {
        group: PersonId,
        press: GroupPress,
    },
    /// When the office works.
    Calendar(CalendarPress),
    /// Who is who.
    People(PeoplePress),
    /// Shows where one is in a list; does nothing.
    Nothing,
    /// The first task of one's list, or the one after a task that has just been decided.
    Next(Option<TaskId>),
    /// Several tasks of one kind in one go.
    Together(TogetherPress),
    /// How long steps took in a month or year; without one, in this month.
    Figures {
        side: Side,
        span: Option<Span>,
    },
    /// The same as a picture.
    Chart {
        side: Side,
        span: Span,
    },
}

impl Button {
    /// The bytes for Telegram.
    pub fn encode(&self) -> String {
        let mut data = String::with_capacity(48);
        // Writing to a string does not fail.
        let _ = match self {
            Button::Home => write!(data, "home"),
            Button::Join => write!(data, "join"),
            Button::New => write!(data, "new"),
            Button::Mine(page) => write!(data, "mine:{page}"),
            Button::Tasks(page) => write!(data, "tasks:{page}"),
            Button::Help => write!(data, "help"),
            Button::Data => write!(data, "data"),
            Button::Forget => write!(data, "forget"),
            Button::Languages => write!(data, "languages"),
            Button::Language(language) => write!(data, "language:{}", language.code()),
            Button::Open(procedure) => write!(data, "open:{procedure}"),
            Button::Fresh(procedure) => write!(data, "fresh:{procedure}"),
            Button::Resume { draft } => write!(data, "resume:{draft}"),
            Button::Form {
                draft,
                revision,
                press,
            } => {
                write!(data, "f:{draft}:{revision}:{}", press.encode())
            }
            Button::Card {
                card,
                press: CardPress::Outcome(outcome),
            } => write!(data, "c:{card}:{outcome}"),
            Button::Card {
                card,
                press: CardPress::InARow(steps),
            } => write!(data, "c:{card}:+{steps}"),
            Button::Request { request, press } => write!(data, "r:{request}:{}", press.encode()),
            Button::All { view, page } => write!(data, "all:{}:{page}", view::encode(view)),
            Button::Desks => write!(data, "desks"),
            Button::Seek { words, page } => write!(data, "seek:{page}:{words}"),
            Button::Registers => write!(data, "registers"),
            Button::Register {
                register,
                open,
                page,
            } => write!(data, "reg:{register}:{}:{page}", u8::from(*open)),
            Button::Find { words, page } => write!(data, "find:{page}:{words}"),
            Button::Line(line) => write!(data, "line:{line}"),
            Button::LineRequest(line) => write!(data, "of:{line}"),
            Button::Groups => write!(data, "groups"),
            Button::Group { group, press } => write!(data, "g:{group}:{}", press.encode()),
            Button::Calendar(press) => write!(data, "k:{}", press.encode()),
            Button::People(press) => write!(data, "p:{}", press.encode()),
            Button::Nothing => write!(data, "nothing"),
            Button::Next(None) => write!(data, "work"),
            Button::Next(Some(after)) => write!(data, "next:{after}"),
            Button::Together(press) => write!(data, "t:{}", press.encode()),
            Button::Figures { side, span } => {
                write!(data, "took:{}", figures::encode(side, *span))
            }
            Button::Chart { side, span } => {
                write!(data, "chart:{}", figures::encode(side, Some(*span)))
            }
        };
        data
    }

    /// Whether Telegram carries it: words of a person's can be too long.
    pub fn fits(&self) -> bool {
        self.encode().len() <= MAX_BYTES
    }

    /// What some bytes mean; anything may come in here, and only what [`Button::encode`] makes is
    /// understood.
    pub fn decode(data: &str) -> Option<Button> {
        if data.len() > MAX_BYTES {
            return None;
        }
        Button::read(data).filter(|button| button.encode() == data)
    }

    fn read(data: &str) -> Option<Button> {
        let (kind, rest) = data.split_once(':').unwrap_or((data, ""));
        Some(match (kind, rest) {
            ("home", "") if data == "home" => Button::Home,
            ("join", "") => Button::Join,
            ("new", "") => Button::New,
            ("help", "") => Button::Help,
            ("data", "") => Button::Data,
            ("forget", "") => Button::Forget,
            ("languages", "") => Button::Languages,
            ("nothing", "") => Button::Nothing,
            ("took", rest) => {
                let (side, span) = figures::decode(rest)?;
                Button::Figures { side, span }
            }
            ("chart", rest) => {
                let (side, span) = figures::decode(rest)?;
                let span = span?;
                Button::Chart { side, span }
            }
            ("all", rest) => {
                let (view, number) = rest.rsplit_once(':')?;
                Button::All {
                    view: view::decode(view)?,
                    page: page(number)?,
                }
            }
            ("desks", "") => Button::Desks,
            ("seek", rest) => {
                let (number, words) = rest.split_once(':')?;
                Button::Seek {
                    words: words.to_owned(),
                    page: page(number)?,
                }
            }
            ("registers", "") => Button::Registers,
            ("groups", "") => Button::Groups,
            ("g", rest) => {
                let (group, press) = rest.split_once(':')?;
                Button::Group {
                    group: PersonId(group.parse().ok()?),
                    press: GroupPress::decode(press)?,
                }
            }
            ("reg", rest) => {
                let mut parts = rest.splitn(3, ':');
                Button::Register {
                    register: RegisterCode::new(code(parts.next()?)?),
                    open: parts.next()? == "1",
                    page: page(parts.next()?)?,
                }
            }
            ("find", rest) => {
                let (number, words) = rest.split_once(':')?;
                Button::Find {
                    words: words.to_owned(),
                    page: page(number)?,
                }
            }
            ("line", line) => Button::Line(LineId(line.parse().ok()?)),
            ("of", line) => Button::LineRequest(LineId(line.parse().ok()?)),
            ("mine", number) => Button::Mine(page(number)?),
            ("tasks", number) => Button::Tasks(page(number)?),
            ("language", code) => Button::Language(Language::from_code(code)?),
            ("open", procedure) => Button::Open(ProcedureCode::new(code(procedure)?)),
            ("fresh", procedure) => Button::Fresh(ProcedureCode::new(code(procedure)?)),
            ("resume", draft) => Button::Resume {
                draft: token(draft)?,
            },
            ("f", rest) => {
                let mut parts = rest.splitn(3, ':');
                let draft = token(parts.next()?)?;
                let revision = parts.next()?.parse().ok()?;
                Button::Form {
                    draft,
                    revision,
                    press: FormPress::decode(parts.next()?)?,
                }
            }
            ("c", rest) => {
                let (card, press) = rest.split_once(':')?;
                let press = match press.strip_prefix('+') {
                    Some(steps) => CardPress::InARow(steps.parse().ok()?),
                    None => CardPress::Outcome(press.parse().ok()?),
                };
                Button::Card {
                    card: token(card)?,
                    press,
                }
            }
            ("k", rest) => Button::Calendar(CalendarPress::decode(rest)?),
            ("p", rest) => Button::People(PeoplePress::decode(rest)?),
            ("r", rest) => {
                let (request, press) = rest.split_once(':')?;
                Button::Request {
                    request: token(request)?,
                    press: RequestPress::decode(press)?,
                }
            }
            ("work", "") => Button::Next(None),
            ("next", after) => Button::Next(Some(TaskId(after.parse().ok()?))),
            ("t", rest) => Button::Together(TogetherPress::decode(rest)?),
            _ => return None,
        })
    }
}

/// A page that a list can have.
fn page(number: &str) -> Option<u64> {
    number.parse().ok().filter(|page| *page < 1_000_000)
}

/// A token as the store makes them: 16 characters, letters, digits, `-` and `_`.
fn token(text: &str) -> Option<String> {
    let sound = text.len() == 16
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    sound.then(|| text.to_owned())
}

fn code(text: &str) -> Option<&str> {
    domain::code::is_code(text).then_some(text)
}

#[cfg(test)]
mod tests;
