//! A button is a value: what it means, and the at most 64 bytes that Telegram carries for it.
//!
//! The bytes carry no authority. A token names a card, draft or request, and the domain checks what
//! the account that taps may do with it.

use std::fmt::Write;

use domain::{
    Language,
    code::{ProcedureCode, RegisterCode},
    id::{LineId, PersonId},
};

/// Telegram: `InlineKeyboardButton.callback_data` has 1 to 64 bytes.
pub const MAX_BYTES: usize = 64;

/// Everything that can be tapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Button {
    Home,
    /// Which procedures there are.
    New,
    /// A page of one's own requests.
    Mine(u64),
    /// A page of what waits for one.
    Tasks(u64),
    Help,
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
    /// Shows where one is in a list; does nothing.
    Nothing,
}

/// Buttons of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormPress {
    /// An option of a choice, by its place in the file.
    Option(usize),
    Tick(usize),
    Confirm,
    Yes,
    No,
    Person(PersonId),
    /// A line of a register.
    Entry(LineId),
    /// What was answered before, by its place among what is offered.
    Known(usize),
    /// Says these words, as if they had been typed.
    Say(String),
    /// The moment it is.
    Now,
    /// A ready answer.
    Suggestion(usize),
    Skip,
    Keep,
    Back,
    Choose,
    AddRow,
    RemoveRow,
    ConfirmRows,
    /// Changes the answer to a question, by its place in the form.
    Change(usize),
    Return,
    Send,
    Leave,
    /// Sets the draft aside.
    Park,
    /// Throws the draft away.
    Drop,
}

/// Buttons of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardPress {
    /// An outcome of the step, by its place in the file.
    Outcome(usize),
}

/// Buttons that show something of a request, or take it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestPress {
    Show,
    Answers,
    Files,
    History,
    Withdraw,
    WithdrawSurely,
    WithdrawNot,
}

impl Button {
    /// The bytes for Telegram.
    pub fn encode(&self) -> String {
        let mut data = String::with_capacity(48);
        // Writing to a string does not fail.
        let _ = match self {
            Button::Home => write!(data, "home"),
            Button::New => write!(data, "new"),
            Button::Mine(page) => write!(data, "mine:{page}"),
            Button::Tasks(page) => write!(data, "tasks:{page}"),
            Button::Help => write!(data, "help"),
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
            Button::Request { request, press } => write!(data, "r:{request}:{}", press.encode()),
            Button::Registers => write!(data, "registers"),
            Button::Register {
                register,
                open,
                page,
            } => write!(data, "reg:{register}:{}:{page}", u8::from(*open)),
            Button::Find { words, page } => write!(data, "find:{page}:{words}"),
            Button::Line(line) => write!(data, "line:{line}"),
            Button::LineRequest(line) => write!(data, "of:{line}"),
            Button::Nothing => write!(data, "nothing"),
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
            ("new", "") => Button::New,
            ("help", "") => Button::Help,
            ("languages", "") => Button::Languages,
            ("nothing", "") => Button::Nothing,
            ("registers", "") => Button::Registers,
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
            ("language", code) => Button::Language(
                Language::ALL
                    .into_iter()
                    .find(|language| language.code() == code)?,
            ),
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
                let (card, outcome) = rest.split_once(':')?;
                Button::Card {
                    card: token(card)?,
                    press: CardPress::Outcome(outcome.parse().ok()?),
                }
            }
            ("r", rest) => {
                let (request, press) = rest.split_once(':')?;
                Button::Request {
                    request: token(request)?,
                    press: RequestPress::decode(press)?,
                }
            }
            _ => return None,
        })
    }
}

/// A page that a list can have.
fn page(number: &str) -> Option<u64> {
    number.parse().ok().filter(|page| *page < 1_000_000)
}

impl FormPress {
    fn encode(&self) -> String {
        match self {
            FormPress::Option(place) => format!("o{place}"),
            FormPress::Tick(place) => format!("t{place}"),
            FormPress::Person(person) => format!("p{person}"),
            FormPress::Entry(line) => format!("l{line}"),
            FormPress::Known(place) => format!("k{place}"),
            FormPress::Say(words) => format!("={words}"),
            FormPress::Now => "now".to_owned(),
            FormPress::Suggestion(place) => format!("s{place}"),
            FormPress::Change(place) => format!("c{place}"),
            FormPress::Confirm => "ok".to_owned(),
            FormPress::Yes => "yes".to_owned(),
            FormPress::No => "no".to_owned(),
            FormPress::Skip => "skip".to_owned(),
            FormPress::Keep => "keep".to_owned(),
            FormPress::Back => "back".to_owned(),
            FormPress::Choose => "edit".to_owned(),
            FormPress::AddRow => "row+".to_owned(),
            FormPress::RemoveRow => "row-".to_owned(),
            FormPress::ConfirmRows => "rows".to_owned(),
            FormPress::Return => "return".to_owned(),
            FormPress::Send => "send".to_owned(),
            FormPress::Leave => "leave".to_owned(),
            FormPress::Park => "park".to_owned(),
            FormPress::Drop => "drop".to_owned(),
        }
    }

    fn decode(press: &str) -> Option<FormPress> {
        Some(match press {
            "ok" => FormPress::Confirm,
            "yes" => FormPress::Yes,
            "no" => FormPress::No,
            "skip" => FormPress::Skip,
            "keep" => FormPress::Keep,
            "back" => FormPress::Back,
            "edit" => FormPress::Choose,
            "row+" => FormPress::AddRow,
            "row-" => FormPress::RemoveRow,
            "rows" => FormPress::ConfirmRows,
            "return" => FormPress::Return,
            "send" => FormPress::Send,
            "leave" => FormPress::Leave,
            "park" => FormPress::Park,
            "drop" => FormPress::Drop,
            "now" => FormPress::Now,
            _ => {
                let place = press.get(1..)?;
                match press.get(..1)? {
                    "o" => FormPress::Option(place.parse().ok()?),
                    "t" => FormPress::Tick(place.parse().ok()?),
                    "s" => FormPress::Suggestion(place.parse().ok()?),
                    "c" => FormPress::Change(place.parse().ok()?),
                    "p" => FormPress::Person(PersonId(place.parse().ok()?)),
                    "l" => FormPress::Entry(LineId(place.parse().ok()?)),
                    "k" => FormPress::Known(place.parse().ok()?),
                    "=" => FormPress::Say(place.to_owned()),
                    _ => return None,
                }
            }
        })
    }
}

impl RequestPress {
    fn encode(self) -> &'static str {
        match self {
            RequestPress::Show => "show",
            RequestPress::Answers => "answers",
            RequestPress::Files => "files",
            RequestPress::History => "history",
            RequestPress::Withdraw => "withdraw",
            RequestPress::WithdrawSurely => "withdraw!",
            RequestPress::WithdrawNot => "withdraw-",
        }
    }

    fn decode(press: &str) -> Option<RequestPress> {
        Some(match press {
            "show" => RequestPress::Show,
            "answers" => RequestPress::Answers,
            "files" => RequestPress::Files,
            "history" => RequestPress::History,
            "withdraw" => RequestPress::Withdraw,
            "withdraw!" => RequestPress::WithdrawSurely,
            "withdraw-" => RequestPress::WithdrawNot,
            _ => return None,
        })
    }
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
mod tests {
    use super::*;

    const TOKEN: &str = "AAAAbbbb0123-_zZ";

    fn every_kind() -> Vec<Button> {
        let form = |press| Button::Form {
            draft: TOKEN.into(),
            revision: 9_999_999,
            press,
        };
        let request = |press| Button::Request {
            request: TOKEN.into(),
            press,
        };
        vec![
            Button::Home,
            Button::New,
            Button::Mine(999_999),
            Button::Tasks(0),
            Button::Help,
            Button::Languages,
            Button::Language(Language::En),
            Button::Open("a-code-of-the-greatest-length-there-is-x".into()),
            Button::Fresh("a-code-of-the-greatest-length-there-is-x".into()),
            Button::Resume {
                draft: TOKEN.into(),
            },
            Button::Nothing,
            form(FormPress::Option(999)),
            form(FormPress::Tick(999)),
            form(FormPress::Confirm),
            form(FormPress::Yes),
            form(FormPress::No),
            form(FormPress::Person(PersonId(i64::MAX))),
            form(FormPress::Suggestion(999)),
            form(FormPress::Skip),
            form(FormPress::Keep),
            form(FormPress::Back),
            form(FormPress::Choose),
            form(FormPress::AddRow),
            form(FormPress::RemoveRow),
            form(FormPress::ConfirmRows),
            form(FormPress::Change(999)),
            form(FormPress::Return),
            form(FormPress::Send),
            form(FormPress::Leave),
            form(FormPress::Park),
            form(FormPress::Drop),
            Button::Card {
                card: TOKEN.into(),
                press: CardPress::Outcome(99),
            },
            request(RequestPress::Show),
            request(RequestPress::Answers),
            request(RequestPress::Files),
            request(RequestPress::History),
            request(RequestPress::Withdraw),
            request(RequestPress::WithdrawSurely),
            request(RequestPress::WithdrawNot),
        ]
    }

    #[test]
    fn every_button_comes_back_as_it_was_and_fits() {
        for button in every_kind() {
            let data = button.encode();
            assert!(
                (1..=MAX_BYTES).contains(&data.len()),
                "{data} has {} bytes",
                data.len()
            );
            assert_eq!(Button::decode(&data), Some(button), "{data}");
        }
    }

    #[test]
    fn what_nobody_encoded_means_nothing() {
        let forged = [
            "",
            ":",
            "home:",
            "mine:",
            "mine:-1",
            "mine:99999999999999999999",
            "c::0",
            "c:short:0",
            "c:AAAAbbbb0123-_zZ:",
            "c:AAAAbbbb0123-_zZ:-1",
            "f:AAAAbbbb0123-_zZ:1:o",
            "f:AAAAbbbb0123-_zZ:x:yes",
            "f:AAAAbbbb0123-_zZ",
            "r:AAAAbbbb0123-_zé:show",
            "r:AAAAbbbb0123-_zZ:delete",
            "open:../etc",
            "language:fr",
            "\u{0}",
            "😀😀😀",
            "f:AAAAbbbb0123-_zZ:1:😀1",
        ];
        for data in forged {
            assert_eq!(Button::decode(data), None, "{data:?}");
        }
    }
}
