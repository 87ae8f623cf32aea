//! A notice as it is told: loaded at the moment at which it goes out, so what has come right meanwhile, or
//! is settled, is not told any more.

mod gathered;
mod handed_over;
mod lines;
mod lost_paper;
mod news;
mod not_recorded;
mod pinned;

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    AbandonedDraft, CardView, Dossier, HistoryEntry, Home, Leaf, Lost, Stranded, Waiting,
    people::Term,
};
use crate::{
    Refusal, Text,
    code::{ProcedureCode, RegisterCode, RoleCode},
    id::MessageId,
    notice::Undone,
    person::Person,
    procedure::{Issue, Paper},
    register::{Line, LineNews},
    request::{Passage, Task},
    reservation::Thing,
    seal::Payload,
    store::{ChatGroup, Invitation, IssuedPaper},
    survey::Survey,
};
pub use news::notice;

/// What one person is told now.
#[derive(Debug)]
pub struct Telling {
    pub to: Person,
    /// It comes without a sound.
    pub quiet: bool,
    pub news: News,
}

/// What goes out: a card that is drawn in its place, the buttons of a message that go, or a message.
#[derive(Debug)]
pub enum News {
    Card(Box<CardView>),
    /// A card lies elsewhere now; the message where it lay lets go of its buttons.
    Moved {
        from: MessageId,
    },
    /// What is pinned above the chat, and what is to be.
    Pin {
        before: Option<MessageId>,
        now: Option<MessageId>,
    },
    /// What a message offered about a request that has ended is over; its other buttons stay.
    OfferEnds {
        from: MessageId,
        dossier: Box<Dossier>,
    },
    Message(Box<Message>),
}

/// What a message says, with all that is needed to write it.
#[derive(Debug)]
pub enum Message {
    Request(Box<Dossier>, AboutRequest),
    Task(Box<Dossier>, Task, AboutTask),
    Reach(AboutReach),
    Person(AboutPerson),
    Work(AboutWork),
    Office(AboutOffice),
    Group(ChatGroup, AboutGroup),
}

/// What happened to a request.
#[derive(Debug)]
pub enum AboutRequest {
    /// A step that the SOP wants these people to hear of has been done.
    Informed {
        step: Text,
        past: Text,
        passage: Option<Box<Passage>>,
    },
    /// Someone has written to the desk at which it lies.
    Word(Box<HistoryEntry>),
    /// A paper that the office has issued.
    Issued(Box<(IssuedPaper, Issue)>),
    /// To the applicant: something has been decided, and it goes on; with the paper that it issued for them.
    Decided(Box<Passage>, Option<Box<(IssuedPaper, Issue)>>),
    /// What it has reserved runs out soon.
    Expiring,
    /// It has ended; with the decision that ended it, where one did, as its reader may read it.
    Ended {
        to_applicant: bool,
        last: Option<Box<Passage>>,
        /// Where it is done and its applicant is told: what the office has issued for them.
        papers: Vec<(IssuedPaper, Issue)>,
    },
    /// The applicant has been let in by it, and can do this now.
    Admitted(Home),
    /// What this person decided was not recorded: what it was, and why, where that is known still.
    NotRecorded {
        label: Text,
        why: Option<Box<Refusal>>,
    },
    /// What had ended by itself goes on; this much of what it had reserved is another's now.
    Reopened { lost: Vec<Thing> },
    /// It has ended a while ago: how content is its applicant?
    Survey(Survey),
}

/// What is to be said of a task that is open still.
#[derive(Debug)]
pub enum AboutTask {
    /// It waits longer than it should.
    Reminder,
    /// It is late, and expected anew: as its applicant is told, or those who look after it.
    Late { to_applicant: bool },
    /// The agency asks after it.
    Nudged,
    /// It waits for the applicant's answer; this is the nth time that it is said.
    Silent { nth: u32 },
    /// It goes on by itself at a moment, and this is then what was done.
    Announced { past: Text, at: DateTime<Utc> },
    /// A planned moment has passed, and this is what the file says of that.
    Alarm { say: Text, planned: DateTime<Utc> },
}

/// To those who look after everyone else.
#[derive(Debug)]
pub enum AboutReach {
    Lost(Lost),
    Back(Person),
    Stranded(Box<Stranded>),
    /// So much waits at the desk of a role where nobody can act.
    StrandedAt {
        role: RoleCode,
        waiting: u64,
    },
}

/// What concerns a person's standing, and of those whom they look after.
#[derive(Debug)]
pub enum AboutPerson {
    /// What they can do here is different from now on.
    Welcomed(Home),
    /// They can do nothing here any more.
    Farewell,
    /// A deputy was named, begins, or is over.
    Deputy(Term),
    /// The term of a deputy ends soon.
    DeputyEnds(Term),
    /// A start link runs out unused, soon or now.
    LinkEnds { link: Invitation, over: bool },
    /// A start link, to pass on: its payload.
    StartLink { link: Invitation, payload: Payload },
    /// A start link works no more: what it rested on is over.
    LinkOver { link: Invitation },
}

/// What lies before a person.
#[derive(Debug)]
pub enum AboutWork {
    /// What waits for them, and too long beneath them.
    Waiting { day: NaiveDate, waiting: Waiting },
    /// What they hear of and need not do anything about: of each request, what was done, in the order in which it was.
    Gathered {
        day: NaiveDate,
        requests: Vec<(Dossier, Vec<Text>)>,
    },
    /// What passed by itself in their name that day.
    Passed {
        day: NaiveDate,
        passed: Vec<Dossier>,
    },
    /// What is still open in a register at the end of the day.
    StillOpen {
        register: RegisterCode,
        day: NaiveDate,
        leaf: Leaf,
    },
    /// A half-filled form is thrown away soon.
    DraftEnds(Box<AbandonedDraft>),
    /// What became of a line that is theirs.
    Line(Box<LineTold>),
}

/// A line of a register, as those whose it is are told of it.
#[derive(Debug, Clone, PartialEq)]
pub struct LineTold {
    pub line: Line,
    pub news: LineNews,
    /// Why the office has changed it, where they may read that.
    pub why: Option<String>,
    /// The services by which they can have it renewed.
    pub renewals: Vec<(ProcedureCode, Text)>,
}

/// What concerns the office as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AboutOffice {
    /// A year comes for which nobody has entered or confirmed days off.
    CalendarEmpty { year: i32 },
    /// Someone has tried so many start links that nobody gave out.
    Guessing { tries: u32 },
    /// The clock is far ahead of the moment that the office has noted last.
    DateAsked {
        day: NaiveDate,
        since: DateTime<Utc>,
    },
    /// How the chain of all that happened ends in the evening.
    Anchor { day: NaiveDate, anchor: String },
    /// The program itself could not do something.
    LeftUndone(Undone),
    /// The office goes on from a copy of its database, and left so many numbers of each series out.
    Restored {
        copied_at: DateTime<Utc>,
        left_out: u32,
    },
    /// The archive lacks a paper of a request, or holds other bytes than were sent.
    PaperLost {
        paper: Paper,
        ticket: Option<String>,
        altered: bool,
    },
}

/// What concerns a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AboutGroup {
    /// To an administrator: what is it for?
    Found,
    /// To an administrator: the bot was taken out of it.
    Lost,
    /// To the group: what it is for from now on.
    Bound,
    /// To the group: the bot takes its leave.
    Released,
}

impl Message {
    /// The request it is about, where it is about one.
    pub fn request(&self) -> Option<&Dossier> {
        match self {
            Message::Request(dossier, _) | Message::Task(dossier, ..) => Some(dossier),
            _ => None,
        }
    }

    /// Whether it is a menu or a list of its reader's own, and takes the place of the one before: other news stays as it is.
    pub fn opens_a_list(&self) -> bool {
        matches!(
            self,
            Message::Request(_, AboutRequest::Admitted(_))
                | Message::Person(AboutPerson::Welcomed(_))
                | Message::Work(AboutWork::Waiting { .. })
        )
    }

    /// Whether what its reader can do here is different from now on.
    pub fn changes_what_they_can_do(&self) -> bool {
        matches!(
            self,
            Message::Request(_, AboutRequest::Admitted(_))
                | Message::Person(AboutPerson::Welcomed(_))
        )
    }
}
