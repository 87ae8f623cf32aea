//! How far a request has come, as its applicant understands it.
//!
//! An SOP has as many rows as desks, and a return leads back through them; the applicant is told a few stages that
//! are never taken back.

use crate::Text;

/// A stage of a request, in the order in which it comes to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milestone {
    /// It has come in, and nobody has done anything about it yet.
    Received,
    Examined,
    /// The work has started; never where the file does not say with which step it does.
    AtWork,
    Done,
}

/// What a file calls the stages, where it has words of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MilestoneNames {
    pub received: Option<Text>,
    pub examined: Option<Text>,
    pub work: Option<Text>,
    pub done: Option<Text>,
}

impl MilestoneNames {
    pub fn of(&self, milestone: Milestone) -> Option<&Text> {
        match milestone {
            Milestone::Received => self.received.as_ref(),
            Milestone::Examined => self.examined.as_ref(),
            Milestone::AtWork => self.work.as_ref(),
            Milestone::Done => self.done.as_ref(),
        }
    }
}
