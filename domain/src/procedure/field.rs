//! A question of a form: what it asks, what kind of answer it takes, and when it is asked.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Answers, Paper};
use crate::{
    Text,
    code::{FieldCode, OptionCode, RoleCode},
    id::PersonId,
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
    /// Indonesian mobile or office number, rule R-HP.
    Phone,
    /// Rule R-SUREL, without the reason for private mail.
    Email,
    /// Rule R-NIP.
    Nip,
    /// `https://…` or `http://…`.
    Url,
    /// IPv4 or IPv6.
    Ip,
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
}

/// What a line of text must look like beyond its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRule {
    Any,
    /// Rule R-NAMA: a person's name, titles allowed.
    Name,
    /// Rule R-NOSURAT: a letter's number as written on the letter.
    LetterNumber,
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
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opt {
    pub code: OptionCode,
    pub label: Text,
}

/// When a question is asked: the named field's answer is one of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub field: FieldCode,
    /// Option codes; `yes` and `no` for a yes-no question.
    pub is: Vec<OptionCode>,
}

impl Condition {
    /// Whether the answer to the named field fulfils it. An unanswered field fulfils nothing.
    pub fn holds(&self, answer: Option<&Answer>) -> bool {
        match answer {
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

impl Field {
    /// Whether the question is asked, given the answers so far.
    pub fn is_asked(&self, answers: &Answers) -> bool {
        self.is_asked_where(|field| answers.get(field))
    }

    /// Whether the question is asked, given where an answer is to be found.
    pub fn is_asked_where<'a>(
        &self,
        answer: impl FnOnce(&FieldCode) -> Option<&'a Answer>,
    ) -> bool {
        let when = self.when.as_ref();
        when.is_none_or(|when| when.holds(answer(&when.field)))
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
}
