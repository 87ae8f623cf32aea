//! What is to be told to someone: first a row that survives everything, later a message.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    code::{OutcomeCode, RegisterCode, RoleCode, StepCode},
    id::{
        AccountId, CardId, DraftId, IssuedId, LineId, MandateId, MessageId, NoticeId, PaperId,
        PersonId, RequestId, TaskId,
    },
    register::LineNews,
    reservation::Thing,
    wake::Stage,
};

/// One thing to tell one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub id: NoticeId,
    pub to: PersonId,
    pub what: What,
    /// How often it was tried before.
    pub attempts: u32,
    /// Where to, where that is an account which is no longer theirs.
    pub elsewhere: Option<AccountId>,
}

/// How soon a notice goes out where much is to be told at once. A person's notices keep their order all the same:
/// what goes before an urgent one is as urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Someone has done something, and others wait for what follows from it.
    Act,
    /// It has come about by itself, or concerns very many at once: it goes behind what people do.
    Routine,
}

/// What is told. A card says *which* card, not what to write: it is drawn from the state of the
/// moment in which it is sent, so ten changes make one edit and a repetition does no harm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum What {
    Card {
        card: CardId,
    },
    /// A card lies elsewhere now; the message where it lay lets go of its buttons.
    Moved {
        from: MessageId,
    },
    /// What is pinned above their chat is to be what they want there.
    Pin,
    /// What is pinned above a chat that is theirs no longer goes.
    Unpin {
        from: MessageId,
    },
    /// What could be begun from the end of a request can be so no more; the message that offered it keeps its other
    /// buttons.
    OfferEnds {
        request: RequestId,
        from: MessageId,
    },
    /// A step that the SOP wants these people to hear of has been done.
    Informed {
        request: RequestId,
        step: StepCode,
        outcome: OutcomeCode,
        /// The event, where it was a decision: what was written with it is told as well.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seq: Option<i64>,
        /// It cannot wait for the day's list: the procedure plans moments, and somebody may be on their way.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        soon: bool,
    },
    /// What has been done that they hear of and that asks nothing of them, all of it since the list before.
    Gathered {
        day: NaiveDate,
        pieces: Vec<NewsPiece>,
    },
    /// Something has been decided that the applicant is told of, and the request goes on.
    Decided {
        request: RequestId,
        seq: i64,
    },
    /// Someone has written to the desk at which a request lies.
    Word {
        request: RequestId,
        seq: i64,
    },
    /// What the request has reserved runs out soon.
    Expiring {
        request: RequestId,
    },
    /// The request has ended.
    Ended {
        request: RequestId,
    },
    /// The applicant has been let in by it.
    Admitted {
        request: RequestId,
    },
    /// Someone has tried so many start links that nobody gave out.
    Guessing {
        tries: u32,
    },
    /// The clock is far ahead of what the office has noted last: is the date right? To the administrators.
    DateAsked {
        day: NaiveDate,
        since: DateTime<Utc>,
    },
    /// The archive lacks the paper, or holds other bytes than were sent: to the administrators.
    PaperLost {
        paper: PaperId,
        altered: bool,
    },
    /// The office goes on from a copy of its database, and left so many numbers of each series out: to the administrators.
    Restored {
        copied_at: DateTime<Utc>,
        left_out: u32,
    },
    /// How the chain of all that happened ends in the evening: to groups that hold it against what is written.
    Anchor {
        day: NaiveDate,
        anchor: String,
    },
    /// The program itself could not do something: to the administrators.
    LeftUndone {
        #[serde(rename = "of")]
        kind: Undone,
    },
    /// Nothing reaches this person: to those who look after everyone else.
    Unreachable {
        person: PersonId,
    },
    /// This person can be reached again.
    Reachable {
        person: PersonId,
    },
    /// The task waits where nobody can be reached who may act.
    Stranded {
        task: TaskId,
    },
    /// Much waits at the desk of a role where nobody can be reached who may act, since that day.
    StrandedAt {
        role: RoleCode,
        day: NaiveDate,
    },
    /// What they can do here is different from now on: a role was given or taken, or the agency changed.
    Welcomed,
    /// They can do nothing here any more.
    Farewell,
    /// A deputy was named, begins, or is over.
    Deputy {
        mandate: MandateId,
    },
    /// A task waits for them longer than it should.
    Reminder {
        task: TaskId,
        stage: Stage,
    },
    /// A task is late: to the applicant, to the post above, and to those who look after everyone.
    Late {
        task: TaskId,
    },
    /// What waits for them, and too long beneath them.
    Waiting {
        day: NaiveDate,
    },
    /// What passed by itself in their name that day.
    Passed {
        day: NaiveDate,
    },
    /// A year comes for which nobody has entered or confirmed days off: to the administrators.
    CalendarEmpty {
        year: i32,
    },
    /// To the administrator who added the bot to a group: what is the group for?
    GroupFound {
        group: PersonId,
    },
    /// To the administrator who added the bot to a group: that it was taken out of it.
    GroupLost {
        group: PersonId,
    },
    /// To a group: what it is for from now on.
    GroupBound,
    /// To a group: that the bot takes its leave, which it then does.
    GroupReleased,
    /// To an applicant: a step waits for their answer, and what becomes of it otherwise.
    Silent {
        task: TaskId,
        nth: u32,
    },
    /// What had ended by itself goes on; this much of what it had reserved is another's now.
    Reopened {
        request: RequestId,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lost: Vec<Thing>,
    },
    /// The agency asks after a task that waits for them.
    Nudged {
        task: TaskId,
    },
    /// The task will go on by itself if nobody acts.
    Announced {
        task: TaskId,
    },
    /// A planned moment has passed while the task is open.
    Alarm {
        task: TaskId,
        nth: usize,
        planned: DateTime<Utc>,
    },
    /// What is still open in a register at the end of the day.
    StillOpen {
        register: RegisterCode,
        day: NaiveDate,
    },
    /// What became of a line of a register, to those whose line it is.
    Line {
        line: LineId,
        news: LineNews,
        /// Until when it lasts, or lasted.
        until: Option<DateTime<Utc>>,
        /// The decision of another request that has changed it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decided: Option<(RequestId, i64)>,
    },
    /// The term of a deputy ends soon.
    DeputyEnds {
        mandate: MandateId,
    },
    /// A paper that the office has issued, for whoever is sent it.
    Issued {
        paper: IssuedId,
    },
    /// A paper that the office has issued and that has come back signed, for whoever is sent it.
    Signed {
        paper: IssuedId,
    },
    /// To whoever gave a start link out: the link itself. It stands nowhere; it is made again from this note.
    StartLink {
        link: String,
        note: String,
    },
    /// To whoever gave a start link out: it runs out unused, soon or now.
    LinkEnds {
        link: String,
        over: bool,
    },
    /// A start link that they made, or that is theirs to make anew, works no more.
    LinkOver {
        link: String,
    },
    /// A half-filled form is thrown away soon.
    DraftEnds {
        draft: DraftId,
    },
    /// To an applicant for whom a service has ended: how content are they?
    Survey {
        survey: String,
    },
    /// What they decided could not be recorded any more when the time was over in which they could take it back.
    NotRecorded {
        task: TaskId,
        outcome: OutcomeCode,
    },
}

/// One of several things that are told at once: a step that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsPiece {
    pub request: RequestId,
    pub step: StepCode,
    pub outcome: OutcomeCode,
}

impl What {
    /// What it is among others, where it asks nothing of its reader and can wait for their list.
    pub fn as_piece(&self) -> Option<NewsPiece> {
        match self {
            What::Informed {
                request,
                step,
                outcome,
                soon: false,
                ..
            } => Some(NewsPiece {
                request: *request,
                step: step.clone(),
                outcome: outcome.clone(),
            }),
            _ => None,
        }
    }

    /// Whether it may wake people: somebody is inside, or something is wrong with the office itself.
    pub fn is_urgent(&self) -> bool {
        matches!(
            self,
            What::Alarm { .. } | What::DateAsked { .. } | What::Guessing { .. }
        )
    }

    /// Whether it comes without a sound while the office does not work.
    pub fn is_quiet(&self) -> bool {
        matches!(
            self,
            What::Reminder { .. }
                | What::Late { .. }
                | What::Waiting { .. }
                | What::Silent { .. }
                | What::Nudged { .. }
                | What::Announced { .. }
                | What::DeputyEnds { .. }
                | What::Line { .. }
                | What::LinkEnds { .. }
                | What::DraftEnds { .. }
                | What::Issued { .. }
                | What::Signed { .. }
                | What::Survey { .. }
                | What::Gathered { .. }
        )
    }
}

/// What the program could not do, although nobody refused it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Undone {
    /// A notice could not be read or drawn, and was set aside.
    Notice,
    /// What someone sent could not be carried out; they were told.
    Update,
    /// A paper that was issued could not be made, or is not in the archive.
    Paper,
    /// What was planned for a moment could not be done, and is tried again.
    Timer,
    /// Something has waited for longer than it ever should.
    Behind,
    /// The day's backup could not be made.
    Backup,
}

/// Who is to be told, before it is known who that is today.
#[derive(Debug, Clone, PartialEq)]
pub enum Audience {
    /// Who is told whoever has done it.
    Person(PersonId),
    /// Who hears nothing of what they have done themselves; nor do the others.
    Official(PersonId),
    /// All who have decided on the request before.
    Deciders,
    /// All who hold the role.
    Holders(RoleCode),
}

#[cfg(test)]
mod tests;
