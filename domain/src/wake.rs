//! What is to happen by itself: first a row, then, when its time has come, done once.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Error,
    code::{AgencyCode, RoleCode},
    id::{CardId, DraftId, LineId, MandateId, MessageId, PersonId, RequestId, TaskId, TimerId},
};

/// One thing that is to happen by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Wake {
    /// The holders of a task are reminded of it.
    Remind { task: TaskId, stage: Stage },
    /// A task has waited for so long that its applicant, the post above and those who look after everyone are told.
    Late { task: TaskId },
    /// The daily lists of a day are begun.
    Lists { day: NaiveDate },
    /// A person gets the list of what waits for them; after a long gap also where it would otherwise be too
    /// early, in place of many reminders.
    List {
        person: PersonId,
        day: NaiveDate,
        gap: bool,
    },
    /// At the hour of the daily lists, people are asked how content they are.
    Surveys { day: NaiveDate },
    /// The applicant is reminded of what waits for them, for the nth time, from 0.
    Silent { task: TaskId, nth: u32 },
    /// A request ends because its applicant did not answer.
    Lapse { task: TaskId },
    /// What ended by itself can be taken up again no more.
    Closed { request: RequestId },
    /// What can be begun from the end of a request can be so no more: until then it was offered to someone in this
    /// message, and on the status card.
    OfferEnds {
        request: RequestId,
        person: PersonId,
        message: MessageId,
    },
    /// The holders of a task are told that the agency asks after it. Of a request, once in a working day.
    Nudge {
        request: RequestId,
        task: TaskId,
        day: NaiveDate,
    },
    /// The agency can ask after a request again, and its button with it.
    Askable {
        request: RequestId,
        from: DateTime<Utc>,
    },
    /// People are told that a task will go on by itself; `plain` where that happens at any hour.
    Announce { task: TaskId, plain: bool },
    /// The task goes on by itself.
    Alone { task: TaskId, plain: bool },
    /// A planned moment has passed while the task is open: the alarm `nth` of its step rings.
    Alarm {
        task: TaskId,
        request: RequestId,
        nth: usize,
        planned: DateTime<Utc>,
        /// It waits until people may be written to.
        #[serde(default)]
        polite: bool,
    },
    /// A line of a register lasts until a moment: soon, now, or that is long over. Without effect where it was renewed.
    Line {
        line: LineId,
        expires: DateTime<Utc>,
        stage: LineStage,
    },
    /// Registers are looked through for what is still open when the day ends.
    Evening { day: NaiveDate },
    /// The term of a deputy ends soon.
    DeputyEnds { mandate: MandateId },
    /// A start link runs out unused: soon, or now. `link` is the hash of it.
    LinkEnds { link: String, over: bool },
    /// A half-filled form that nobody has touched since a moment is thrown away soon.
    DraftEnds {
        draft: DraftId,
        since: DateTime<Utc>,
    },
    /// The cards of a role's open tasks are brought in line with who can decide them, from the task after one on.
    Redeal {
        role: RoleCode,
        since: DateTime<Utc>,
        after: TaskId,
        /// The deputy who begins or ends, where that is why: applicants see at whose desk their request is.
        mandate: Option<MandateId>,
        /// Whether somebody is told where nobody can act.
        warns: bool,
    },
    /// The open requests of an agency for which someone speaks are handed to a colleague, or to the one who has come.
    PassOn {
        since: DateTime<Utc>,
        from: PersonId,
        to: Option<PersonId>,
        agency: AgencyCode,
        by: PersonId,
        /// From the request after this one on: what could not be passed on holds up nothing behind it.
        #[serde(default = "before_the_first")]
        after: RequestId,
    },
    /// What a group that was let go has read, up to a card, is forgotten.
    ClearGroup { group: PersonId, until: CardId },
}

fn before_the_first() -> RequestId {
    RequestId(0)
}

/// How far a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineStage {
    /// It is said that it expires soon.
    Soon,
    /// It is said that it has expired.
    Over,
    /// It is closed, because nobody has renewed it.
    Closes,
}

/// Which reminder of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    First,
    Second,
}

/// Something that is to happen next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueWake {
    pub id: TimerId,
    pub at: DateTime<Utc>,
    said: serde_json::Value,
    /// When it was to happen; it may have been put off since, or nobody was there to do it.
    pub planned_at: DateTime<Utc>,
}

impl DueWake {
    pub(crate) fn new(
        id: TimerId,
        said: serde_json::Value,
        planned_at: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> DueWake {
        DueWake {
            id,
            at,
            said,
            planned_at,
        }
    }

    /// What is to be done; an error where another version of this program planned what we do not know.
    pub fn wake(&self) -> Result<Wake, Error> {
        Ok(Wake::deserialize(&self.said)?)
    }
}

impl Wake {
    /// Names it: what has the same name happens once.
    pub fn key(&self) -> String {
        match self {
            Wake::Remind { task, stage } => format!("remind:{}:{}", task.0, *stage as u8),
            Wake::Late { task } => format!("late:{}", task.0),
            Wake::Lists { day } => format!("lists:{day}"),
            Wake::Surveys { day } => format!("surveys:{day}"),
            Wake::List { person, day, .. } => format!("list:{}:{day}", person.0),
            Wake::Silent { task, nth } => format!("silent:{}:{nth}", task.0),
            Wake::Lapse { task } => format!("lapse:{}", task.0),
            Wake::Closed { request } => format!("closed:{}", request.0),
            Wake::OfferEnds { request, .. } => Wake::offer_of(*request),
            Wake::Nudge { request, day, .. } => format!("nudge:{}:{day}", request.0),
            Wake::Askable { request, from } => {
                format!("askable:{}:{}", request.0, from.timestamp())
            }
            Wake::Announce { task, .. } => format!("announce:{}", task.0),
            Wake::Alone { task, .. } => format!("alone:{}", task.0),
            Wake::Alarm {
                request,
                nth,
                planned,
                ..
            } => format!("alarm:{}:{nth}:{}", request.0, planned.timestamp()),
            Wake::Line {
                line,
                expires,
                stage,
            } => format!("line:{}:{}:{}", line.0, *stage as u8, expires.timestamp()),
            Wake::Evening { day } => format!("evening:{day}"),
            Wake::DeputyEnds { mandate } => format!("deputy-ends:{}", mandate.0),
            Wake::LinkEnds { link, over } => format!("link-ends:{link}:{over}"),
            Wake::DraftEnds { draft, since } => {
                format!("draft-ends:{}:{}", draft.0, since.timestamp())
            }
            Wake::Redeal {
                role,
                since,
                mandate,
                ..
            } => {
                let mandate = mandate.map_or(0, |it| it.0);
                format!("redeal:{role}:{mandate}:{}", since.timestamp_micros())
            }
            Wake::PassOn {
                since,
                from,
                to,
                agency,
                ..
            } => {
                let to = to.map_or(0, |it| it.0);
                let since = since.timestamp_micros();
                format!("pass-on:{}:{to}:{agency}:{since}", from.0)
            }
            Wake::ClearGroup { group, until } => format!("clear-group:{}:{}", group.0, until.0),
        }
    }

    /// The name of [`Wake::OfferEnds`]: of each request there is one at most.
    pub(crate) fn offer_of(request: RequestId) -> String {
        format!("offer-ends:{}", request.0)
    }

    /// Whether it is the rest of a long act: it is done as soon as possible, a slice at a time.
    pub fn is_rest(&self) -> bool {
        matches!(
            self,
            Wake::Redeal { .. } | Wake::PassOn { .. } | Wake::ClearGroup { .. }
        )
    }

    /// Whether it waits for a time at which people may be written to.
    pub fn can_wait(&self) -> bool {
        match self {
            Wake::Announce { plain, .. } | Wake::Alone { plain, .. } => !plain,
            // Somebody is inside, or so it is said days before.
            Wake::Alarm { polite, .. } => *polite,
            Wake::Line { stage, .. } => *stage != LineStage::Closes,
            Wake::Evening { .. }
            | Wake::Askable { .. }
            | Wake::Closed { .. }
            | Wake::OfferEnds { .. }
            | Wake::Redeal { .. }
            | Wake::PassOn { .. }
            | Wake::ClearGroup { .. } => false,
            Wake::Remind { .. }
            | Wake::Late { .. }
            | Wake::Lists { .. }
            | Wake::List { .. }
            | Wake::Surveys { .. }
            | Wake::Silent { .. }
            | Wake::Lapse { .. }
            | Wake::Nudge { .. }
            | Wake::DeputyEnds { .. }
            | Wake::LinkEnds { .. }
            | Wake::DraftEnds { .. } => true,
        }
    }

    /// The task that it is about: once that is settled, it will not happen.
    pub fn task(&self) -> Option<TaskId> {
        match self {
            Wake::Remind { task, .. }
            | Wake::Late { task, .. }
            | Wake::Nudge { task, .. }
            | Wake::Silent { task, .. }
            | Wake::Lapse { task }
            | Wake::Announce { task, .. }
            | Wake::Alone { task, .. }
            | Wake::Alarm { task, .. } => Some(*task),
            Wake::Lists { .. }
            | Wake::List { .. }
            | Wake::Surveys { .. }
            | Wake::Askable { .. }
            | Wake::Line { .. }
            | Wake::Closed { .. }
            | Wake::OfferEnds { .. }
            | Wake::Evening { .. }
            | Wake::DeputyEnds { .. }
            | Wake::LinkEnds { .. }
            | Wake::DraftEnds { .. }
            | Wake::Redeal { .. }
            | Wake::PassOn { .. }
            | Wake::ClearGroup { .. } => None,
        }
    }
}
