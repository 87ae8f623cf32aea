//! How a question is answered: what the chat offers for it, whatever its kind.

use super::content::PaperType;
use crate::{Text, code::OptionCode, procedure::accept::Unfit};

/// How a question is answered. Buttons, forms and conditions ask for this and not for the kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way<'a> {
    Typed,
    /// Yes or no; these of them are accepted.
    YesNo(&'static [bool]),
    One(&'a [Opt]),
    Several {
        options: &'a [Opt],
        at_least: usize,
    },
    /// Someone who holds a role.
    Person,
    /// A line of a register.
    Line,
    /// Items of a pool.
    Items {
        at_least: usize,
    },
    Agency,
    Paper {
        types: &'a [PaperType],
        max_mb: u64,
    },
    /// By sharing one's own contact.
    Contact,
    Rows,
}

impl<'a> Way<'a> {
    /// What such a question needs instead of an input of another sort.
    pub fn needs(self) -> Unfit {
        match self {
            Way::Typed => Unfit::NeedsText,
            Way::Paper { .. } => Unfit::NeedsFile,
            Way::Contact => Unfit::ShareContact,
            Way::YesNo(_)
            | Way::One(_)
            | Way::Several { .. }
            | Way::Person
            | Way::Line
            | Way::Items { .. }
            | Way::Agency
            | Way::Rows => Unfit::NeedsButton,
        }
    }

    /// The options that are offered; none where it is no choice.
    pub fn options(self) -> &'a [Opt] {
        match self {
            Way::One(options) | Way::Several { options, .. } => options,
            _ => &[],
        }
    }

    /// What conditions can look for; nothing where they cannot look at all.
    pub fn sayings(self) -> Option<Vec<OptionCode>> {
        match self {
            Way::YesNo(accepted) => {
                let word = |yes: &bool| OptionCode::new(if *yes { "yes" } else { "no" });
                Some(accepted.iter().map(word).collect())
            }
            Way::One(options) | Way::Several { options, .. } => {
                Some(options.iter().map(|option| option.code.clone()).collect())
            }
            _ => None,
        }
    }
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opt {
    pub code: OptionCode,
    pub label: Text,
    /// Whoever chooses it ends the form; nothing of it is kept.
    pub stops: bool,
}
