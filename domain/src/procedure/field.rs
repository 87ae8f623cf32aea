//! A question of a form: what it asks, what kind of answer it takes, and when it is asked.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Answers, Paper};
use crate::{
    Text,
    code::{
        AgencyCode, FieldCode, MemoryCode, OptionCode, PoolCode, RegisterCode, RoleCode, ShelfCode,
    },
    id::{LineId, PersonId},
};

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub code: FieldCode,
    /// Two or three words, for summaries, cards and checklists of what to repair.
    pub label: Text,
    /// The question itself, a whole sentence.
    pub ask: Text,
    /// An answer as it could be; shown with the question.
    pub example: Option<Text>,
    pub kind: Kind,
    /// An optional question can be passed over.
    pub required: bool,
    /// Asked only where this holds.
    pub when: Option<Condition>,
    /// Ready answers offered as buttons beside typing (text and paragraph only).
    pub suggest: Vec<Text>,
    /// The answer is a name that nobody else may hold.
    pub free_in: Option<FreeIn>,
    /// What the person answered last under these words is offered again.
    pub remember: Vec<MemoryCode>,
    /// Not before the answer to this earlier question (dates and moments only).
    pub after: Option<FieldCode>,
    /// The bot opens the address before the answers are sent, and shows what it saw (url and hostname only).
    pub look: bool,
    /// Line in the file, for complaints; 0 for questions that no file holds.
    pub line: usize,
}

/// The closed vocabulary of answers, each with its limits.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// One line. Lengths are in characters.
    Text {
        min: usize,
        max: usize,
        rule: TextRule,
    },
    /// Several lines.
    Paragraph {
        min: usize,
        max: usize,
    },
    Number {
        min: Option<i64>,
        max: Option<i64>,
        unit: Option<Text>,
    },
    Decimal {
        min: Option<f64>,
        max: Option<f64>,
        unit: Option<Text>,
    },
    YesNo,
    Choice {
        options: Vec<Opt>,
    },
    Choices {
        options: Vec<Opt>,
        at_least: usize,
    },
    Date {
        from: Option<Day>,
        until: Option<Day>,
    },
    DateTime {
        from: Option<Day>,
        until: Option<Day>,
    },
    /// Indonesian mobile or office number, rule R-HP. One's `own` is never typed, but shared as the
    /// number of the account that answers.
    Phone {
        own: bool,
    },
    /// Rule R-SUREL, without the reason for private mail.
    Email,
    /// Rule R-NIP.
    Nip,
    /// `https://…` or `http://…`.
    Url,
    /// IPv4 or IPv6.
    Ip {
        within: Within,
    },
    /// Rule R-LABEL: one label beneath the office's domain.
    SubdomainLabel,
    /// Rule R-FQDN: a full name beneath one of the office's domains.
    Hostname,
    /// A holder of a role, chosen by button.
    Person {
        role: RoleCode,
    },
    /// Rule R-BERKAS: `types` are checked by content, `max_mb` in units of 1,000,000 bytes.
    Document {
        types: Vec<PaperType>,
        max_mb: u64,
    },
    Photo {
        max_mb: u64,
    },
    /// An open line of a register that belongs to the applicant's agency, chosen by button.
    Entry {
        register: RegisterCode,
    },
    /// Free items of a pool of the office, chosen by button.
    Items {
        pool: PoolCode,
        at_least: usize,
        /// Instead of free items, those that this earlier question was answered with.
        among: Option<FieldCode>,
    },
    /// An agency of the office, found by typing part of its name, or chosen by button.
    Agency,
    /// A small table, filled row by row.
    Rows {
        /// Questions of their own kind each; what is answered in one row.
        columns: Arc<[Field]>,
        min: usize,
        max: usize,
        /// The question whose answer is the number of rows; the limits count where it has none.
        count: Option<FieldCode>,
    },
}

/// Which addresses a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Anywhere,
    /// Addresses that the whole Internet can reach.
    Public,
    /// The office's own networks.
    Office,
}

/// A name that is to be free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeIn {
    pub shelf: ShelfCode,
    /// A name that the same agency holds will do as well.
    pub or_own: bool,
}

/// What a line of text must look like beyond its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRule {
    Any,
    /// Rule R-NAMA: a person's name, titles allowed.
    Name,
    /// Rule R-NOSURAT: a letter's number as written on the letter.
    LetterNumber,
    /// Hours of a week, written back in one way.
    WorkingHours,
}

/// A kind of file, recognised by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperType {
    Pdf,
    Jpeg,
    Png,
}

impl PaperType {
    /// As named in procedure files and to people.
    pub fn name(self) -> &'static str {
        match self {
            PaperType::Pdf => "PDF",
            PaperType::Jpeg => "JPG",
            PaperType::Png => "PNG",
        }
    }

    pub fn media(self) -> &'static str {
        match self {
            PaperType::Pdf => "application/pdf",
            PaperType::Jpeg => "image/jpeg",
            PaperType::Png => "image/png",
        }
    }
}

/// A limit of a date: counted from the day on which the question is answered, in the office's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// `today`, `today+30`, `today-7`.
    Today {
        plus: i64,
    },
    On(chrono::NaiveDate),
    /// The very moment (moments only).
    Now,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opt {
    pub code: OptionCode,
    pub label: Text,
    /// Whoever chooses it ends the form; nothing of it is kept.
    pub stops: bool,
}

/// When something is asked, offered or done: the named field's answer is one of these, or comes after
/// another's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub field: FieldCode,
    /// Option codes; `yes` and `no` for a yes-no question.
    pub is: Vec<OptionCode>,
    /// Dates or moments: the answer comes after the first of these that has an answer.
    pub after: Vec<FieldCode>,
}

impl Condition {
    /// Whether it holds among these answers.
    pub fn holds_in(&self, answers: &Answers) -> bool {
        self.holds_where(|field| answers.get(field))
    }

    /// Whether it holds, given where an answer is to be found. An unanswered field fulfils nothing.
    pub fn holds_where<'a>(&self, answer: impl Fn(&FieldCode) -> Option<&'a Answer>) -> bool {
        let said = answer(&self.field);
        if !self.after.is_empty() {
            return match (said, self.after.iter().find_map(answer)) {
                (Some(Answer::Moment(then)), Some(Answer::Moment(first))) => then > first,
                (Some(Answer::Date(then)), Some(Answer::Date(first))) => then > first,
                _ => false,
            };
        }
        match said {
            Some(Answer::Choice(code)) => self.is.contains(code),
            Some(Answer::Choices(codes)) => codes.iter().any(|code| self.is.contains(code)),
            Some(Answer::YesNo(yes)) => {
                let said = if *yes { "yes" } else { "no" };
                self.is.iter().any(|code| code.as_str() == said)
            }
            _ => false,
        }
    }
}

/// Stands in conditions for the role in which a request was entered. No file can hold this code, so
/// it never clashes; files write `opened-by`.
pub const OPENED_BY: &str = ":opened-by";

impl Field {
    /// The shelf on which the answer is a name.
    pub fn shelf(&self) -> Option<ShelfCode> {
        match &self.kind {
            Kind::Items { pool, .. } => Some(ShelfCode::new(pool.as_str())),
            _ => self.free_in.as_ref().map(|free| free.shelf.clone()),
        }
    }

    /// Whether the question is asked, given the answers so far.
    pub fn is_asked(&self, answers: &Answers) -> bool {
        self.is_asked_where(|field| answers.get(field))
    }

    /// Whether the question is asked, given where an answer is to be found.
    pub fn is_asked_where<'a>(&self, answer: impl Fn(&FieldCode) -> Option<&'a Answer>) -> bool {
        let when = self.when.as_ref();
        when.is_none_or(|when| when.holds_where(answer))
    }

    /// Whether it asks for the phone number of the account that answers.
    pub fn is_own_phone(&self) -> bool {
        self.kind == Kind::Phone { own: true }
    }

    pub fn is_paper(&self) -> bool {
        matches!(self.kind, Kind::Document { .. } | Kind::Photo { .. })
    }
}

/// What a person gave as an answer, before it is judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Input {
    /// Typed text, as it came.
    Text(String),
    /// A button of a choice, or several confirmed together.
    Options(Vec<OptionCode>),
    YesNo(bool),
    Person(PersonId),
    /// A paper that is already in the archive.
    Paper(Paper),
    /// A line of a register.
    Entry(LineId),
    Agency(AgencyCode),
    /// A phone number that was shared as a contact; the sender's own, or somebody else's.
    Contact {
        phone: String,
        own: bool,
    },
    /// An answer that was accepted before, offered again.
    Known(Answer),
}
