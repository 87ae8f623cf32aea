//! What is pressed: the part of a button that belongs to a form, a card or a request.

use domain::{
    code::{RoleCode, is_code},
    id::{LineId, PersonId},
};

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
    /// An agency, by its place among those that were looked for.
    Agency(usize),
    /// Another page of a list to choose from.
    Turn(u64),
    /// The whole list again.
    SeekAll,
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
    /// So many consecutive steps that are all one person's, in one go.
    InARow(usize),
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
    /// A colleague answers for it from now on.
    Adopt,
    /// The task at which it waits is taken over on its holder's behalf.
    TakeOver,
    /// What passed by itself is taken back.
    Recall,
    /// What ended by itself is taken up again.
    Reopen,
    /// Asks after it.
    Nudge,
}

/// Buttons about a group, pressed by an administrator in private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupPress {
    /// Which group it is, and what it is for.
    Show,
    /// It is for this role: surely?
    For(RoleCode),
    Bind(RoleCode),
    /// The bot shall leave it: surely?
    Release,
    ReleaseSurely,
}

impl GroupPress {
    pub(super) fn encode(&self) -> String {
        match self {
            GroupPress::Show => "show".to_owned(),
            GroupPress::For(role) => format!("f{role}"),
            GroupPress::Bind(role) => format!("b{role}"),
            GroupPress::Release => "x".to_owned(),
            GroupPress::ReleaseSurely => "x!".to_owned(),
        }
    }

    pub(super) fn decode(press: &str) -> Option<GroupPress> {
        Some(match press {
            "show" => GroupPress::Show,
            "x" => GroupPress::Release,
            "x!" => GroupPress::ReleaseSurely,
            _ => {
                let role = press.get(1..).filter(|role| is_code(role))?;
                match press.get(..1)? {
                    "f" => GroupPress::For(RoleCode::new(role)),
                    "b" => GroupPress::Bind(RoleCode::new(role)),
                    _ => return None,
                }
            }
        })
    }
}

impl FormPress {
    pub(super) fn encode(&self) -> String {
        match self {
            FormPress::Option(place) => format!("o{place}"),
            FormPress::Tick(place) => format!("t{place}"),
            FormPress::Person(person) => format!("p{person}"),
            FormPress::Entry(line) => format!("l{line}"),
            FormPress::Agency(place) => format!("a{place}"),
            FormPress::Turn(page) => format!("g{page}"),
            FormPress::SeekAll => "all".to_owned(),
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

    pub(super) fn decode(press: &str) -> Option<FormPress> {
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
            "all" => FormPress::SeekAll,
            _ => {
                let place = press.get(1..)?;
                match press.get(..1)? {
                    "o" => FormPress::Option(place.parse().ok()?),
                    "t" => FormPress::Tick(place.parse().ok()?),
                    "s" => FormPress::Suggestion(place.parse().ok()?),
                    "c" => FormPress::Change(place.parse().ok()?),
                    "p" => FormPress::Person(PersonId(place.parse().ok()?)),
                    "l" => FormPress::Entry(LineId(place.parse().ok()?)),
                    "a" => FormPress::Agency(place.parse().ok()?),
                    "g" => FormPress::Turn(place.parse().ok()?),
                    "k" => FormPress::Known(place.parse().ok()?),
                    "=" => FormPress::Say(place.to_owned()),
                    _ => return None,
                }
            }
        })
    }
}

impl RequestPress {
    pub(super) fn encode(self) -> &'static str {
        match self {
            RequestPress::Show => "show",
            RequestPress::Answers => "answers",
            RequestPress::Files => "files",
            RequestPress::History => "history",
            RequestPress::Withdraw => "withdraw",
            RequestPress::WithdrawSurely => "withdraw!",
            RequestPress::WithdrawNot => "withdraw-",
            RequestPress::Adopt => "adopt",
            RequestPress::TakeOver => "takeover",
            RequestPress::Recall => "recall",
            RequestPress::Reopen => "reopen",
            RequestPress::Nudge => "nudge",
        }
    }

    pub(super) fn decode(press: &str) -> Option<RequestPress> {
        Some(match press {
            "show" => RequestPress::Show,
            "answers" => RequestPress::Answers,
            "files" => RequestPress::Files,
            "history" => RequestPress::History,
            "withdraw" => RequestPress::Withdraw,
            "withdraw!" => RequestPress::WithdrawSurely,
            "withdraw-" => RequestPress::WithdrawNot,
            "adopt" => RequestPress::Adopt,
            "takeover" => RequestPress::TakeOver,
            "recall" => RequestPress::Recall,
            "reopen" => RequestPress::Reopen,
            "nudge" => RequestPress::Nudge,
            _ => return None,
        })
    }
}
