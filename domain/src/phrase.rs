//! What is meant, before it is a sentence: the domain says which phrase and what stands in it, and the
//! words of every language are the front end's.

use crate::{
    Text,
    code::{FieldCode, PoolCode, RegisterCode, RoleCode},
    procedure::DateLimit,
};

/// One phrase: its key among the front end's sentences, and its arguments by name.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    pub key: &'static str,
    pub with: Vec<(&'static str, Part)>,
}

/// An argument of a phrase. Names of things stay codes: what they are called is in the office's and the
/// procedure's files.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    Number(i64),
    /// The same in every language: names, addresses, digits.
    Plain(String),
    /// Words of a file, in the languages that it has.
    Words(Text),
    /// A limit of a date or a moment, as the file writes it.
    Limit(DateLimit),
    /// The question's label.
    Field(FieldCode),
    /// The role's title.
    Role(RoleCode),
    Register(RegisterCode),
    Pool(PoolCode),
    /// The office's own domains.
    Domains,
    Phrase(Phrase),
    /// Several, with a mark between them that is the same in every language.
    List(Vec<Part>, &'static str),
}

impl Phrase {
    pub fn new(key: &'static str) -> Phrase {
        Phrase {
            key,
            with: Vec::new(),
        }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, part: impl Into<Part>) -> Phrase {
        self.with.push((name, part.into()));
        self
    }
}

macro_rules! part {
    ($($from:ty => $part:ident),* $(,)?) => {$(
        impl From<$from> for Part {
            fn from(value: $from) -> Part {
                Part::$part(value.into())
            }
        }
    )*};
}

part! {
    i64 => Number,
    String => Plain,
    &str => Plain,
    Text => Words,
    DateLimit => Limit,
    FieldCode => Field,
    RoleCode => Role,
    RegisterCode => Register,
    PoolCode => Pool,
    Phrase => Phrase,
}

impl From<usize> for Part {
    fn from(value: usize) -> Part {
        // Counts of files are far below what an i64 holds.
        Part::Number(i64::try_from(value).unwrap_or(i64::MAX))
    }
}
