//! Buttons that begin a form or take one up, and those of the form itself.

use domain::{
    code::{AgencyCode, ProcedureCode},
    id::{LineId, PersonId},
    procedure::Answer,
};

use super::{
    ButtonText, Mark,
    part::{ButtonPart, number, press},
};

press! {
    /// Buttons that lead into a form.
    pub enum OpeningPress {
        /// Begins a request, or asks what to do with an older draft of it.
        Open(procedure: ProcedureCode) = "open:",
        /// Begins a request and throws the older draft away.
        Fresh(procedure: ProcedureCode) = "fresh:",
        /// Takes a draft up again.
        Resume(draft: String) = "resume:",
    }
}

press! {
    /// Buttons of a form. What can change while a question is open is named; a place is one in a list
    /// that belongs to the form's version.
    pub enum FormPress {
        /// An option of a choice, by its place in the file.
        Option(place: usize) = "o",
        Tick(place: usize) = "t",
        /// An item of a pool.
        Item(item: Mark<String>) = "i",
        Confirm = "ok",
        Yes = "yes",
        No = "no",
        Person(person: PersonId) = "p",
        /// A line of a register.
        Entry(line: LineId) = "l",
        Agency(agency: Mark<AgencyCode>) = "A",
        /// Another page of a list to choose from.
        Turn(page: u64) = "g",
        /// The whole list again.
        SeekAll = "all",
        /// What was answered before.
        Known(answer: Mark<Answer>) = "K",
        /// Says these words, as if they had been typed.
        Say(words: ButtonText<33>) = "=",
        /// The moment it is.
        Now = "now",
        /// A ready answer, by its place in the file.
        Suggestion(place: usize) = "s",
        Skip = "skip",
        Keep = "keep",
        /// The form that is filled in and sent as the answer, by the question's place in the form.
        BlankForm(place: usize) = "blank",
        /// What is asked, in other words.
        Explain = "what",
        Back = "back",
        Choose = "edit",
        AddRow = "row+",
        RemoveRow = "row-",
        ConfirmRows = "rows",
        /// Further pages of a photographed paper follow.
        MorePages = "page+",
        /// Changes the answer to a question, by its place in the form.
        Change(place: usize) = "c",
        Return = "return",
        Send = "send",
        Leave = "leave",
        /// Sets the draft aside.
        Park = "park",
        /// Throws the draft away.
        Drop = "drop",
    }
}

/// How often a draft was changed when its button was shown. No draft is changed as often as is too much
/// for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision(u32);

impl Revision {
    pub fn of(revision: i64) -> Revision {
        Revision(u32::try_from(revision).unwrap_or(u32::MAX))
    }

    pub fn is(self, revision: i64) -> bool {
        i64::from(self.0) == revision
    }
}

impl ButtonPart for Revision {
    const MOST: usize = 10;

    fn write(&self, data: &mut String) {
        data.push_str(&self.0.to_string());
    }

    fn read(data: &str) -> Option<Revision> {
        number(data).map(Revision)
    }
}
