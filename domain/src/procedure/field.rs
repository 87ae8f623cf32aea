//! A question of a form: what it asks, what kind of answer it takes, and when it is asked.

use super::{
    answer::{Answer, Answers},
    kind::{Kind, Way, content::PaperType},
    readers::Readers,
};
use crate::{
    Text,
    code::{FieldCode, MemoryCode, OptionCode, ShelfCode},
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
    /// Ready answers offered as buttons beside typing (where the kind allows it).
    pub suggest: Vec<Text>,
    /// The answer is a name that nobody else may hold.
    pub free_in: Option<FreeIn>,
    /// Who may read the answers, where the file says so; see [`Procedure::readers`](super::Procedure::readers).
    pub readers: Option<Readers>,
    /// What the person answered last under these words is offered again.
    pub remember: Vec<MemoryCode>,
    /// Not before the answer to this earlier question (dates and moments only).
    pub after: Option<FieldCode>,
    /// The bot opens the address before the answers are sent, and shows what it saw (url and hostname only).
    pub look: bool,
    /// Line in the file, for complaints; 0 for questions that no file holds.
    pub line: usize,
}

/// A name that is to be free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeIn {
    pub shelf: ShelfCode,
    /// A name that the same agency holds will do as well.
    pub or_own: bool,
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
    /// A question of our own; its words are the front end's.
    pub(super) fn own(code: &str, kind: Kind, required: bool) -> Field {
        Field {
            code: FieldCode::new(code),
            label: Text::default(),
            ask: Text::default(),
            example: None,
            kind,
            required,
            when: None,
            suggest: Vec::new(),
            free_in: None,
            readers: None,
            remember: Vec::new(),
            after: None,
            look: false,
            line: 0,
        }
    }

    /// The shelf on which the answer is a name.
    pub fn shelf(&self) -> Option<ShelfCode> {
        match &self.kind {
            Kind::Items(items) => Some(ShelfCode::new(items.pool.as_str())),
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
        self.kind.way() == Way::Contact
    }

    pub fn is_paper(&self) -> bool {
        matches!(self.kind.way(), Way::Paper { .. })
    }

    /// Whether photos become the pages of one paper: where a PDF will do as well as a photo.
    pub fn binds_pages(&self) -> bool {
        match self.kind.way() {
            Way::Paper { types, .. } => {
                types.contains(&PaperType::Pdf) && types.iter().any(|it| it.is_picture())
            }
            _ => false,
        }
    }
}
