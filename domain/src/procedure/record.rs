//! What a procedure asks of the office's capacity, and what it writes into the office's registers:
//! `[[capacity]]` and `[[register]]`.

use super::condition::Condition;
use crate::code::{
    ColumnCode, FieldCode, LineStateCode, OutcomeCode, RegisterCode, ResourceCode, StepCode,
};

/// How much of a resource a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    pub resource: ResourceCode,
    /// The number that says how much, per unit where there are several.
    pub field: FieldCode,
    /// The number that says for how many units; each is reserved as a part of its own.
    pub times: Option<FieldCode>,
    pub line: usize,
}

/// A line that a decision writes into a register. A later entry of the same request in the same
/// register amends its line.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub register: RegisterCode,
    /// The step whose decision writes it; none: whatever ends the request.
    pub at: Option<StepCode>,
    /// Which of its outcomes; all where none is named.
    pub on: Vec<OutcomeCode>,
    pub when: Option<Condition>,
    /// What the line is called in lists; the ticket where this is left out.
    pub name: Option<Source>,
    /// One line for each row of this table.
    pub each: Option<FieldCode>,
    /// Which row of `each` is which row of the table for whose rows the lines were opened; left out, they stand in the
    /// same order.
    pub pair: Option<RowPair>,
    /// What the request has reserved belongs to the line from now on, for good.
    pub keeps: bool,
    /// The line is closed with this.
    pub closes: bool,
    /// How it stands from now on, where the office has a word for that beside open and closed.
    pub state: Option<LineStateCode>,
    pub fill: Vec<(ColumnCode, Source)>,
    /// The line lasts until the first of these days or moments that has an answer; none: until somebody closes it.
    pub expires: Vec<FieldCode>,
    pub line: usize,
}

/// A line of a register that an outcome closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retire {
    /// The question that chose it.
    pub entry: FieldCode,
    /// For so many days what the line kept stays taken; none frees it at once.
    pub blocked: Option<u32>,
    /// What is noted in it before it is closed.
    pub fill: Vec<(ColumnCode, Source)>,
    /// How it stands then, as in [`Entry::state`]; none: as closed lines do.
    pub state: Option<LineStateCode>,
}

/// A line of a register that an outcome amends, and leaves open: a renewal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amend {
    /// The question that chose it.
    pub entry: FieldCode,
    /// What is noted in it.
    pub fill: Vec<(ColumnCode, Source)>,
    /// Until when it lasts from now on, as in [`Entry::expires`]; none: as before.
    pub expires: Vec<FieldCode>,
    /// How it stands from now on, as in [`Entry::state`]; none: as before.
    pub state: Option<LineStateCode>,
}

/// By which columns the rows of one table are found among those of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowPair {
    /// A column of the table of `each`.
    pub cell: FieldCode,
    /// And what it says in the other table, for whose rows the lines were opened.
    pub with: FieldCode,
}

/// Where the content of a column comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Answer(FieldCode),
    /// A column of the row for which the line is written.
    Cell(FieldCode, FieldCode),
    /// `@now`: the moment of the decision.
    Now,
    /// `@by`: whoever decided.
    By,
    /// `@by periksa`: whoever decided last at that step, and in which post.
    ByAt(StepCode),
    /// `@applicant`
    Applicant,
    /// `@reason`: why it was decided so, as far as it was said.
    Reason,
    /// `=Aktif`: the same words each time.
    Words(String),
    /// `{merek} {seri}`: words in which answers stand.
    Composed(Vec<SourcePiece>),
}

/// A piece of composed words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourcePiece {
    Words(String),
    Of(Source),
}

impl Source {
    /// The sources of which it is made; itself where it is simple.
    pub fn parts(&self) -> Vec<&Source> {
        match self {
            Source::Composed(pieces) => pieces
                .iter()
                .filter_map(|piece| match piece {
                    SourcePiece::Of(source) => Some(source),
                    SourcePiece::Words(_) => None,
                })
                .collect(),
            simple => vec![simple],
        }
    }
}

impl Entry {
    /// Whether a decision writes it.
    pub fn is_written(&self, at: &StepCode, outcome: &OutcomeCode) -> bool {
        self.at.as_ref() == Some(at) && (self.on.is_empty() || self.on.contains(outcome))
    }
}
