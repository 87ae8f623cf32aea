//! What people answered: values that were accepted and normalised.

use std::{collections::BTreeMap, net::IpAddr};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    code::{AgencyCode, FieldCode, OptionCode},
    id::{LineId, PaperId, PersonId},
};

/// One accepted answer. What is in here has passed the field's rules and is written in one way only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case")]
pub enum Answer {
    /// Text and paragraphs, trimmed; also urls, in their normal form.
    Text(String),
    Number(i64),
    /// A decimal number as digits with a dot, e.g. `1250.5`: exact, and the same in both databases.
    Decimal(String),
    YesNo(bool),
    Choice(OptionCode),
    /// In the order of the file, whatever the order of the taps.
    Choices(Vec<OptionCode>),
    Date(NaiveDate),
    Moment(DateTime<Utc>),
    /// A value that is written in one way in every language and tells nothing of people: a time of day.
    Written(String),
    /// `+62…`, digits only after the plus.
    Phone(String),
    Email(String),
    /// 18 digits.
    Nip(String),
    Ip(IpAddr),
    /// A full name, lower-case, no trailing dot.
    Hostname(String),
    /// One label, lower-case.
    Label(String),
    Person {
        id: PersonId,
        name: String,
    },
    Paper(Paper),
    /// A line of a register, with the name it had.
    Entry {
        id: LineId,
        name: String,
    },
    /// An agency of the office.
    Agency(AgencyCode),
    /// Items of a pool, in the order of the office file.
    Items(Vec<String>),
    /// A table: each row by the codes of the columns. A cell that was passed over is `Skipped`.
    Rows(Vec<Answers>),
    /// An optional question that was passed over.
    Skipped,
    /// It was removed when its time was over.
    Removed,
}

impl Answer {
    /// Whether it can stand for the whole: what something is called, and not how many or which kind.
    pub fn is_a_name(&self) -> bool {
        matches!(
            self,
            Answer::Text(_) | Answer::Hostname(_) | Answer::Label(_) | Answer::Entry { .. }
        )
    }

    /// The bare value, as one would write it down: for names of lines and for searching.
    pub fn plain(&self) -> String {
        match self {
            Answer::Text(text)
            | Answer::Written(text)
            | Answer::Decimal(text)
            | Answer::Phone(text)
            | Answer::Email(text)
            | Answer::Nip(text)
            | Answer::Hostname(text)
            | Answer::Label(text) => text.clone(),
            Answer::Number(number) => number.to_string(),
            Answer::YesNo(yes) => if *yes { "ya" } else { "tidak" }.to_owned(),
            Answer::Choice(code) => code.to_string(),
            Answer::Agency(code) => code.to_string(),
            Answer::Choices(codes) => joined(codes.iter().map(ToString::to_string)),
            Answer::Date(day) => day.format("%d-%m-%Y").to_string(),
            Answer::Moment(at) => at.to_rfc3339(),
            Answer::Ip(ip) => ip.to_string(),
            Answer::Person { name, .. } | Answer::Entry { name, .. } => name.clone(),
            Answer::Paper(paper) => paper.name.clone(),
            Answer::Items(items) => items.join(", "),
            Answer::Rows(rows) => {
                let row = |row: &Answers| joined(row.iter().map(|(_, cell)| cell.plain()));
                rows.iter().map(row).collect::<Vec<_>>().join("; ")
            }
            Answer::Skipped | Answer::Removed => String::new(),
        }
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// A paper someone sent: what is kept of it. The bytes are in the archive under its fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub id: PaperId,
    /// The name the sender gave it; shown, never trusted.
    pub name: String,
    /// The media type, found by content.
    pub media: String,
    /// In bytes.
    pub size: u64,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The photos of which it was made, in the order of its pages; none where it is as it was sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Paper>,
}

impl Paper {
    /// The photos that are its pages: those of which it was made, or itself.
    pub fn photos(&self) -> &[Paper] {
        if self.pages.is_empty() && self.media.starts_with("image/") {
            std::slice::from_ref(self)
        } else {
            &self.pages
        }
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

/// The answers of a form or a whole request, by field.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<FieldCode, Answer>);

impl Answers {
    pub fn new() -> Answers {
        Answers::default()
    }

    pub fn get(&self, field: &FieldCode) -> Option<&Answer> {
        self.0.get(field)
    }

    /// Whether the field was asked and answered or passed over.
    pub fn has(&self, field: &FieldCode) -> bool {
        self.0.contains_key(field)
    }

    pub fn set(&mut self, field: FieldCode, answer: Answer) {
        self.0.insert(field, answer);
    }

    pub fn remove(&mut self, field: &FieldCode) -> Option<Answer> {
        self.0.remove(field)
    }

    /// Takes over all answers of `other`; where both have one, `other`'s holds.
    pub fn extend(&mut self, other: Answers) {
        self.0.extend(other.0);
    }

    pub fn retain(&mut self, mut keep: impl FnMut(&FieldCode) -> bool) {
        self.0.retain(|field, _| keep(field));
    }

    pub fn iter(&self) -> impl Iterator<Item = (&FieldCode, &Answer)> {
        self.0.iter()
    }

    /// The papers among the answers.
    pub fn papers(&self) -> impl Iterator<Item = (&FieldCode, &Paper)> {
        self.0.iter().filter_map(|(field, answer)| match answer {
            Answer::Paper(paper) => Some((field, paper)),
            _ => None,
        })
    }

    /// All that the archive keeps for the answers: papers, and the photos of which they were made.
    pub fn archived(&self) -> impl Iterator<Item = &Paper> {
        self.papers()
            .flat_map(|(_, paper)| std::iter::once(paper).chain(&paper.pages))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(FieldCode, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (FieldCode, Answer)>>(answers: I) -> Self {
        Answers(answers.into_iter().collect())
    }
}
