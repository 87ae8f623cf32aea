//! A question of a form: what it asks, what kind of answer it takes, and when it is asked.

use super::{
    answer::{Answer, Answers},
    blank_form::BlankForm,
    condition::{Condition, Setting},
    date_limit::DateLimit,
    kind::{Kind, Way, content::PaperType},
    readers::Readers,
    ready::Ready,
    window::Window,
};
use crate::{
    Text,
    code::{AlikeCode, FieldCode, MemoryCode, ShelfCode},
    reservation::Thing,
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
    /// What passing it over says.
    pub passing: SkipMeaning,
    /// What is behind *Apa Ini?*, for whoever does not know the word.
    pub explain: Option<Text>,
    /// What is filled in, signed and sent as the answer; fetched by a tap.
    pub blank_form: Option<BlankForm>,
    /// Asked only where this holds.
    pub when: Option<Condition>,
    /// Ready answers offered as buttons beside typing (where the kind allows it).
    pub suggest: Vec<Text>,
    /// What is usually wrong with an answer: offered as a reason where it can be sent back.
    pub usual: Vec<Text>,
    /// An answer that is offered before all others: another one, or a day or a moment so far from it.
    pub default: Option<DateLimit>,
    /// The answer is a name that nobody else may hold.
    pub free_in: Option<FreeIn>,
    /// No two rows of its table have the same in this column.
    pub unique: bool,
    /// Requests with the same answer under a word are named on the card.
    pub alike: Option<AlikeBy>,
    /// Who may read the answers, where the file says so; see [`Procedure::readers`](super::Procedure::readers).
    pub readers: Option<Readers>,
    /// What the person answered last under these words is offered again.
    pub remember: Vec<MemoryCode>,
    /// The answer that it has before anybody is asked.
    pub ready: Option<Ready>,
    /// The bot opens the address before the answers are sent, and shows what it saw (url and hostname only).
    pub look: bool,
    /// Line in the file, for complaints; 0 for questions that no file holds.
    pub line: usize,
}

/// What it says of an optional question that it was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkipMeaning {
    /// Nothing.
    Skipped,
    /// The answer is not known yet.
    Unknown,
}

/// By what requests are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlikeBy {
    pub word: AlikeCode,
    /// Together with the answer to the last of these that was answered: one escort at one hour. Of none: by itself.
    pub with: Vec<FieldCode>,
}

impl AlikeBy {
    /// Compared by the answer alone.
    pub fn itself(word: AlikeCode) -> AlikeBy {
        AlikeBy {
            word,
            with: Vec::new(),
        }
    }
}

/// A name that is to be free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeIn {
    pub shelf: ShelfCode,
    /// A name that the same agency holds will do as well.
    pub or_own: bool,
    /// It is given once: it is free again for nobody, also when its request has ended.
    pub once: Option<Once>,
}

/// Within what a number is given once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Once {
    Ever,
    /// In a year of the office's calendar; then it is free again.
    InYear,
}

impl FreeIn {
    /// A name on the shelf.
    pub fn thing(&self, name: String) -> Thing {
        if self.once.is_some() {
            Thing::Number(self.shelf.clone(), name)
        } else {
            Thing::Name(self.shelf.clone(), name)
        }
    }
}

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
            passing: SkipMeaning::Skipped,
            explain: None,
            blank_form: None,
            when: None,
            suggest: Vec::new(),
            usual: Vec::new(),
            default: None,
            free_in: None,
            unique: false,
            alike: None,
            readers: None,
            remember: Vec::new(),
            ready: None,
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

    /// For which time what is chosen is reserved; none where it is reserved as it is.
    pub fn window(&self) -> Option<&Window> {
        match &self.kind {
            Kind::Items(items) => items.window.as_ref(),
            _ => None,
        }
    }

    /// A name on its shelf, as a thing that can be held; none where its answers are no names.
    pub fn thing(&self, name: String) -> Option<Thing> {
        match &self.free_in {
            Some(free) => Some(free.thing(name)),
            None => Some(Thing::Name(self.shelf()?, name)),
        }
    }

    /// Whether another name does as well where the one that was answered is taken.
    pub fn is_chosen_freely(&self) -> bool {
        matches!(
            self.kind,
            Kind::SubdomainLabel(_) | Kind::Hostname(_) | Kind::Items(_)
        )
    }

    /// The questions whose answers are names: itself, or columns of its table.
    pub fn named(&self) -> impl Iterator<Item = &Field> {
        let columns = self.columns().iter();
        std::iter::once(self)
            .chain(columns)
            .filter(|field| field.shelf().is_some())
    }

    /// Whether the question is asked, given the answers so far.
    pub fn is_asked(&self, answers: &Answers) -> bool {
        self.is_asked_where(|field| answers.get(field))
    }

    /// Whether the question is asked, given where an answer is to be found.
    pub fn is_asked_where<'a>(&self, answer: impl Fn(&FieldCode) -> Option<&'a Answer>) -> bool {
        self.is_asked_at(Setting::NOWHERE, answer)
    }

    /// The same, while a form is filled in an office.
    pub fn is_asked_at<'a>(
        &self,
        setting: Setting<'_>,
        answer: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> bool {
        let when = self.when.as_ref();
        when.is_none_or(|when| when.holds_at(setting, answer))
    }

    /// Whether it asks for the phone number of the account that answers.
    pub fn is_own_phone(&self) -> bool {
        self.kind.way() == Way::Contact
    }

    pub fn is_paper(&self) -> bool {
        matches!(self.kind.way(), Way::Paper { .. })
    }

    /// Whether it asks for a day or a moment.
    pub fn is_a_time(&self) -> bool {
        matches!(self.kind, Kind::Date(_) | Kind::DateTime(_))
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
