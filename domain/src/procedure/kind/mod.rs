//! The kinds of answers: a closed list, so that every file can be checked in full.
//!
//! One file holds all that is known of a kind: its word and its keys, what it accepts, what the outline and
//! the bot say of it, what is wrong with its limits, and samples. A new kind is a file and a line in the
//! table below, its words in the locales, and a row in the reference of `procedures/README.md`.

pub mod agency;
pub mod choice;
pub mod confirm;
pub mod content;
pub mod date;
pub mod date_time;
pub mod day_limits;
pub(crate) mod day_words;
pub mod email;
pub mod entry;
mod figure;
pub mod hostname;
pub mod ip;
pub mod items;
mod letter_number;
pub mod nip;
pub mod number;
pub mod paper;
pub mod pattern;
pub mod person;
pub mod phone;
pub(crate) mod rack_units;
pub mod reserved;
pub mod rows;
pub mod text;
pub mod time;
pub mod url;
pub mod way;
pub mod yes_no;

use std::{fmt::Debug, ops::Deref};

use day_limits::DayLimits;

use super::{
    accept::{Knowledge, Unfit},
    answer::{Answer, Input},
    read::keys::Keys,
};
use crate::{
    office::Office,
    phrase::{Part, Phrase},
};

pub use way::Way;

/// What is asked of every kind.
pub trait Asked: Debug {
    /// How a question of this kind is answered.
    fn way(&self) -> Way<'_>;

    /// Judges what was typed.
    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit>;

    /// Judges what was tapped, shared or sent; none where that is no answer to such a question.
    fn given(&self, _: &Input, _: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        None
    }

    /// What it asks for, as the outline says it.
    fn outline(&self) -> Phrase;

    /// How it is answered, said beneath the question where that is not plain.
    fn hint(&self, _has_example: bool) -> Option<Phrase> {
        None
    }

    /// From when until when the day or the moment may lie; none where it is neither.
    fn day_limits(&self) -> Option<&DayLimits> {
        None
    }

    /// What is wrong with the limits that a file gives it.
    fn fault(&self) -> Option<String> {
        None
    }

    /// What is wrong with an example or a suggestion.
    fn misfit(&self, _wording: &str) -> Option<String> {
        None
    }

    /// Names something that the office does not have.
    fn unknown(&self, _: &Office) -> Option<String> {
        None
    }

    /// Words that fit, likeliest first; none where typing is not the way.
    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        Vec::new()
    }
}

/// How a kind is written in files.
pub(crate) trait Written: Asked + Sized {
    const WORD: &'static str;
    /// The keys that it reads beside those of every question.
    const KEYS: &'static [&'static str] = &[];
    /// What else can be done with its answers.
    const USES: &'static [Use] = &[];
    const SAMPLES: &'static [Sample];

    fn read(keys: &Keys<'_>) -> Self;
}

/// What can be done with the answers of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// They stand in the cell of a table.
    Cell,
    /// The same person is offered theirs again.
    Remembered,
    /// They are names that nobody else may hold.
    Free,
    /// Ready ones are offered beside typing.
    Suggested,
    /// They are addresses that can be opened.
    Looked,
    /// The bot shows how they are written, so that files need no example.
    Shown,
}

/// A question as a file writes it, with what is typed to it.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// The keys of the kind, a line each.
    pub keys: &'static str,
    pub takes: &'static [&'static str],
    pub refuses: &'static [&'static str],
}

/// What likely words depend on beside their question.
#[derive(Debug, Clone, Copy)]
pub struct Likely<'a> {
    pub knowledge: &'a Knowledge<'a>,
    /// A word in lower-case letters that tells one name from another.
    pub name: &'a str,
}

impl Likely<'_> {
    fn domain(&self) -> &str {
        self.knowledge
            .domains()
            .first()
            .map_or("go.id", String::as_str)
    }
}

/// A row of the table of kinds.
#[derive(Debug)]
pub struct KindRow {
    pub word: &'static str,
    pub keys: &'static [&'static str],
    pub uses: &'static [Use],
    pub samples: &'static [Sample],
    pub(crate) read: fn(&Keys<'_>) -> Kind,
}

impl KindRow {
    const fn of<K: Written + Into<Kind>>() -> KindRow {
        KindRow {
            word: K::WORD,
            keys: K::KEYS,
            uses: K::USES,
            samples: K::SAMPLES,
            read: |keys| K::read(keys).into(),
        }
    }
}

macro_rules! kinds {
    ($($name:ident: $of:ty),* $(,)?) => {
        /// What kind of answer a question takes, with its limits.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Kind {
            $($name($of)),*
        }

        /// All kinds, in the order of the reference.
        pub const KINDS: &[KindRow] = &[$(KindRow::of::<$of>()),*];

        impl Kind {
            /// Its row of the table.
            pub fn entry(&self) -> &'static KindRow {
                match self {
                    $(Kind::$name(_) => const { &KindRow::of::<$of>() }),*
                }
            }
        }

        impl Deref for Kind {
            type Target = dyn Asked;

            fn deref(&self) -> &(dyn Asked + 'static) {
                match self {
                    $(Kind::$name(kind) => kind),*
                }
            }
        }

        $(impl From<$of> for Kind {
            fn from(kind: $of) -> Kind {
                Kind::$name(kind)
            }
        })*
    };
}

kinds! {
    Text: text::TextKind,
    Paragraph: text::ParagraphKind,
    Number: number::NumberKind,
    Decimal: number::DecimalKind,
    YesNo: yes_no::YesNoKind,
    Confirm: confirm::ConfirmKind,
    Choice: choice::ChoiceKind,
    Choices: choice::ChoicesKind,
    Date: date::DateKind,
    DateTime: date_time::DateTimeKind,
    Time: time::TimeKind,
    Phone: phone::PhoneKind,
    Agency: agency::AgencyKind,
    Email: email::EmailKind,
    Nip: nip::NipKind,
    Url: url::UrlKind,
    Ip: ip::IpKind,
    SubdomainLabel: hostname::SubdomainLabelKind,
    Hostname: hostname::HostnameKind,
    Person: person::PersonKind,
    Document: paper::DocumentKind,
    Photo: paper::PhotoKind,
    Entry: entry::EntryKind,
    Items: items::ItemsKind,
    Rows: rows::RowsKind,
}

impl Kind {
    pub fn can_be(&self, used: Use) -> bool {
        self.entry().uses.contains(&used)
    }

    /// The words of all kinds whose answers can be used so, for complaints.
    pub fn words_for(used: Use) -> String {
        let kinds = KINDS.iter().filter(|kind| kind.uses.contains(&used));
        let words: Vec<_> = kinds.map(|kind| kind.word).collect();
        match words.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    }
}

/// What is said of a kind, and what is said where something limits the answer.
fn limited(free: Phrase, within: Phrase, limits: impl IntoIterator<Item = Option<Part>>) -> Phrase {
    let limits: Vec<_> = limits.into_iter().flatten().collect();
    if limits.is_empty() {
        return free;
    }
    within.with("limits", Part::List(limits, " "))
}

fn from(limit: Option<impl Into<Part>>) -> Option<Part> {
    limit.map(|limit| {
        Phrase::new("outline-limit-from")
            .with("limit", limit)
            .into()
    })
}

fn to(limit: Option<impl Into<Part>>) -> Option<Part> {
    limit.map(|limit| Phrase::new("outline-limit-to").with("limit", limit).into())
}

fn until(limit: Option<impl Into<Part>>) -> Option<Part> {
    limit.map(|limit| {
        Phrase::new("outline-limit-until")
            .with("limit", limit)
            .into()
    })
}
