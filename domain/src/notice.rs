//! What is to be told to someone: first a row that survives everything, later a message.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    code::{OutcomeCode, RegisterCode, RoleCode, StepCode},
    id::{AccountId, CardId, DraftId, MandateId, MessageId, NoticeId, PersonId, RequestId, TaskId},
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
    /// A step that the SOP wants these people to hear of has been done.
    Informed {
        request: RequestId,
        step: StepCode,
        outcome: OutcomeCode,
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
    /// The term of a deputy ends soon.
    DeputyEnds {
        mandate: MandateId,
    },
    /// To whoever gave a start link out: it runs out unused, soon or now.
    LinkEnds {
        link: String,
        over: bool,
    },
    /// A half-filled form is thrown away soon.
    DraftEnds {
        draft: DraftId,
    },
}

impl What {
    /// Whether it comes without a sound while the office does not work.
    pub fn is_quiet(&self) -> bool {
        matches!(
            self,
            What::Reminder { .. }
                | What::Waiting { .. }
                | What::Silent { .. }
                | What::Nudged { .. }
                | What::Announced { .. }
                | What::DeputyEnds { .. }
                | What::LinkEnds { .. }
                | What::DraftEnds { .. }
        )
    }
}

/// Who is to be told, before it is known who that is today.
#[derive(Debug, Clone, PartialEq)]
pub enum Audience {
    Person(PersonId),
    /// All who hold the role.
    Holders(RoleCode),
}
