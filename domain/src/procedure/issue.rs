//! The papers that a procedure has the office issue: `[[paper]]`.

use super::{condition::Condition, readers::Reader};
use crate::{
    Text,
    code::{EndCode, FieldCode, OutcomeCode, PaperCode, RoleCode, StepCode},
};

/// The templates that are built in. A file beside the procedures with one of these names takes its place.
pub const TEMPLATES: [&str; 7] = [
    "receipt",
    "disposition",
    "report",
    "form",
    "handover",
    "permit",
    "refusal",
];
/// The template of what is shown on a phone: a picture, not a file.
pub const PASS: &str = "pass";
/// A template of the office's own ends so.
pub const TEMPLATE_ENDING: &str = ".typ";

/// A paper that a decision has the office issue. A later one of the same code takes the place of an earlier one of
/// the same request.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    pub code: PaperCode,
    pub title: Text,
    /// The name of its template, without the ending of a file.
    pub template: String,
    /// The template is a file of the office, beside the procedures.
    pub own_template: bool,
    /// The steps whose decisions issue it; none: whatever ends the request.
    pub at: Vec<StepCode>,
    /// Which of its outcomes, or at the end which ends; all where none is named.
    pub on: Vec<OutcomeCode>,
    pub when: Option<Condition>,
    pub bearer: Bearer,
    /// Who is sent it besides.
    pub to: Vec<RoleCode>,
    pub number: Numbering,
    /// It holds only while the request stands at one of these steps; always where none is named.
    pub holds_at: Vec<StepCode>,
    /// Which answers stand on it; the facts of the procedure where none is named.
    pub shows: Vec<FieldCode>,
    /// The answer that is printed as a table.
    pub table: Option<FieldCode>,
    /// What it says in the file's own words: paragraphs, divided by empty lines.
    pub says: Option<Text>,
    /// The role whose last decision is signed for on it; whoever decided where it is left out.
    pub signs: Option<RoleCode>,
    pub line: usize,
}

/// Who may have a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearer {
    /// The applicant and the contact persons of their agency; the applicant is sent it.
    Applicant,
    /// Those who work for the office.
    Office,
    /// Both; the applicant is sent it.
    All,
}

/// Where the official number of a paper comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbering {
    /// It has none.
    Without,
    /// The next one of the office's series, written so.
    Series(String),
    /// An official has answered this question with it.
    Given(FieldCode),
}

impl Bearer {
    pub fn includes(self, reader: Reader) -> bool {
        match reader {
            Reader::Office => self != Bearer::Applicant,
            Reader::Agency => self != Bearer::Office,
            Reader::Informed => self == Bearer::All,
        }
    }

    /// As whom it is written: what stands on it, whoever may have it may read.
    pub fn reads_as(self) -> Reader {
        if self == Bearer::Office {
            Reader::Office
        } else {
            Reader::Agency
        }
    }
}

impl Issue {
    /// Whether a decision issues it.
    pub fn is_issued(&self, at: &StepCode, outcome: &OutcomeCode) -> bool {
        self.at.contains(at) && (self.on.is_empty() || self.on.contains(outcome))
    }

    /// Whether an end issues it.
    pub fn is_issued_at(&self, end: &EndCode) -> bool {
        let named = |on: &OutcomeCode| on.as_str() == end.as_str();
        self.at.is_empty() && (self.on.is_empty() || self.on.iter().any(named))
    }

    /// Whether the applicant is sent it.
    pub fn is_handed_over(&self) -> bool {
        self.bearer != Bearer::Office
    }

    /// Whether it is a picture for the phone.
    pub fn is_picture(&self) -> bool {
        self.template == PASS
    }
}
