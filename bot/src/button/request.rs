//! Buttons of one request, and of the card of a task.

use domain::id::{IssuedId, PaperId};

use super::part::press;

press! {
    /// Buttons of a card.
    pub enum CardPress {
        /// An outcome of the step, by its place in the file.
        Outcome(place: usize) = "",
        /// An outcome by the answer to its first question: both by their places in the file.
        ChosenBy {
            outcome: usize,
            option: usize,
        } = "=",
        /// So many consecutive steps that are all one person's, in one go.
        InARow(steps: usize) = "+",
        /// All that the card is about, where not all of it stands there.
        Whole = "*",
        /// The step as the SOP has it.
        Sop = "?",
        /// What was decided a moment ago is taken back.
        TakeBack = "!",
        /// From a question that stands where the card lies to the card; what was begun is kept.
        Back = "-",
    }
}

press! {
    /// Buttons that show something of a request, or do something to it as a whole.
    pub enum RequestPress {
        Show = "show",
        Answers = "answers",
        Files = "files",
        /// One of the papers that the office has issued.
        Issued(paper: IssuedId) = "paper",
        /// What the office has issued as the request came in.
        Receipt = "receipt",
        /// The photos of which a paper was made, as they came.
        Photos(paper: PaperId) = "photos",
        History = "history",
        Withdraw = "withdraw",
        WithdrawSurely = "withdraw!",
        WithdrawNot = "withdraw-",
        /// A colleague answers for it from now on.
        Adopt = "adopt",
        /// The task at which it waits is taken over on its holder's behalf.
        TakeOver = "takeover",
        /// What passed by itself is taken back.
        Recall = "recall",
        /// What ended by itself is taken up again.
        Reopen = "reopen",
        /// Asks after it.
        Nudge = "nudge",
        /// Writes to the desk at which it lies.
        Write = "write",
        /// Asks for the same once more, from the answers that were given.
        Again = "again",
        /// Begins what follows from its end.
        Follow = "follow",
        /// The same, and a form for such a request that is half filled is thrown away.
        AgainSurely = "again!",
        /// Something is wrong with what was done: whom to see.
        Trouble = "trouble",
    }
}
