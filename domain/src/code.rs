//! Codes: the names that procedure and office files give to things, each a type of its own.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! code {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            pub fn new(code: impl Into<String>) -> Self {
                Self(code.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(code: &str) -> Self {
                Self::new(code)
            }
        }

        // Lets maps be asked with a plain `&str`.
        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

code! {
    /// A procedure (SOP); equals the name of its file.
    ProcedureCode,
    /// A step of a procedure.
    StepCode,
    /// A question of a form.
    FieldCode,
    /// Under what answers of different procedures are compared with each other.
    AlikeCode,
    /// An option of a choice.
    OptionCode,
    /// What can be decided at a step.
    OutcomeCode,
    /// How a request can end.
    EndCode,
    /// A role in the office: performer of steps.
    RoleCode,
    /// An agency (OPD) that asks for services.
    AgencyCode,
    /// Something the office has only so much of: rack units, watts.
    ResourceCode,
    /// Things of the office that are lent one by one: badges.
    PoolCode,
    /// Where names are kept apart: no two live names on a shelf are alike.
    ShelfCode,
    /// A register (buku register) of the office.
    RegisterCode,
    /// A column of a register.
    ColumnCode,
    /// How the lines of a register can stand beside open and closed.
    LineStateCode,
    /// A paper that the office issues.
    PaperCode,
    /// What is remembered of a person under this word, to be offered again.
    MemoryCode,
}

/// The longest code.
pub const MOST_BYTES: usize = 40;

/// Whether a text can serve as a code: lower-case letters, digits and single hyphens, starting with a letter.
pub fn is_code(text: &str) -> bool {
    text.len() <= MOST_BYTES
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !text.ends_with('-')
        && !text.contains("--")
}

/// The role of the contact persons of agencies; every office has it.
pub const PIC: &str = "pic";
/// The role that records, reports and helps people in; every office has it.
pub const HELPDESK: &str = "helpdesk";
/// The role that sets the office up; every office has it.
pub const ADMINISTRATOR: &str = "administrator";
/// The role of whoever registers and is not admitted yet.
pub const NEWCOMER: &str = "newcomer";
