//! Expected answers that say no, with the facts in them. The front end makes a sentence of each:
//! what happened, and what to do next.

use chrono::{DateTime, NaiveDate, Utc};
use thiserror::Error;

use crate::{
    Text,
    code::{AgencyCode, FieldCode, ProcedureCode, RegisterCode, ResourceCode, RoleCode, StepCode},
    office::agencies::NotServed,
    procedure::accept::Unfit,
};

/// Why something was not done. Nothing has changed when one of these comes back.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Refusal {
    #[error("this account belongs to nobody the office knows")]
    Stranger,
    #[error("no such start link")]
    LinkUnknown,
    #[error("the start link was used")]
    LinkUsed,
    #[error("the start link has expired")]
    LinkExpired,
    /// What the link rested on is over: the post of whoever made it, or the place of whoever it is for.
    #[error("what the start link rested on is over")]
    LinkOver,
    /// Too many links that nobody gave out came from this account.
    #[error("links of this account are refused until {until}")]
    LinksBarred { until: DateTime<Utc> },
    /// The button's card is not one of this person's.
    #[error("no such button for this person")]
    NoSuchButton,
    /// The task is for holders of another role.
    #[error("the task is for role {role}")]
    NotYours { role: RoleCode },
    /// Nobody decides on their own request.
    #[error("the person submitted this request")]
    OwnRequest,
    /// Nobody decides on the request of the one they stand in for.
    #[error("the person stood in for submitted this request")]
    PrincipalsRequest,
    /// Someone else fills the post now.
    #[error("someone else fills role {role} now")]
    StoodIn {
        role: RoleCode,
        until: Option<DateTime<Utc>>,
    },
    /// Someone was faster, or the same person tapped twice.
    #[error("the task was decided at {at}")]
    AlreadyDecided {
        by: String,
        role: RoleCode,
        at: DateTime<Utc>,
        past: Text,
        by_you: bool,
    },
    /// The task ended without a decision: the request was withdrawn.
    #[error("the request was withdrawn at {at}")]
    WithdrawnMeanwhile { at: DateTime<Utc> },
    /// The button belongs to a question that has been answered since.
    #[error("the question has moved on")]
    QuestionPassed,
    #[error("the draft is gone")]
    DraftGone,
    /// The form was sent already, perhaps by the tap before.
    #[error("the form was sent: {ticket}")]
    AlreadySent { ticket: String },
    /// Another decision of theirs is recorded in a moment, unless they take it back.
    #[error("another decision of theirs is about to be recorded")]
    Held,
    #[error("the answer to {field} does not fit")]
    Unfit { field: FieldCode, unfit: Unfit },
    /// The form lacks an answer.
    #[error("{field} has no answer")]
    Incomplete { field: FieldCode },
    #[error("procedure {procedure} is not open")]
    NotOpen { procedure: ProcedureCode },
    /// The person's roles do not open this procedure.
    #[error("procedure {procedure} is opened by another role")]
    MayNotOpen { procedure: ProcedureCode },
    /// Whoever asks to be let in asks once at a time.
    #[error("request {ticket} is still running")]
    StillRunning { ticket: String },
    /// A request belongs to an agency, and this person has none.
    #[error("the person belongs to no agency")]
    NoAgency,
    #[error("no agency {agency} in this office")]
    AgencyUnknown { agency: AgencyCode },
    /// It has become part of another one.
    #[error("agency {agency} was merged into {into}")]
    AgencyMerged {
        agency: AgencyCode,
        into: AgencyCode,
    },
    /// What was to be chosen was there when it was shown, and is there no more.
    #[error("what was to be chosen is gone")]
    Gone { name: String },
    #[error("no role {role} in this office")]
    RoleUnknown { role: RoleCode },
    /// The work has started.
    #[error("the work has started")]
    TooLateToWithdraw,
    /// What passed by itself can be taken back for a working day, while no work has started.
    #[error("it is too late to recall")]
    TooLateToRecall,
    #[error("the request has ended")]
    Ended,
    #[error("only the applicant may do this")]
    NotApplicant,
    /// A request is handed over within its agency only.
    #[error("only a contact person of the agency may do this")]
    NotColleague,
    /// People are managed by the administrator and helpdesk.
    #[error("this person may not manage people")]
    MayNotManage,
    #[error("only an administrator may do this")]
    OnlyAdministrator,
    #[error("nobody does this to themselves")]
    NotOneself,
    #[error("the last administrator stays")]
    LastAdministrator,
    /// They have left, or never were.
    #[error("no such person")]
    NoSuchPerson,
    /// The account is another person's.
    #[error("the account belongs to someone else")]
    AccountTaken,
    /// A start link is for someone else than the one who made it.
    #[error("the start link was made by this person")]
    OwnLink,
    #[error("nobody stands in for role {role}")]
    NoDeputyFor { role: RoleCode },
    /// Only the holder lets their own step pass by itself.
    #[error("only a holder of {role} may do this")]
    OnlyHolder { role: RoleCode },
    /// Deputies have no deputies.
    #[error("there are no chains of deputies")]
    NoChains,
    #[error("somebody stands in for role {role} already")]
    DeputyThere {
        role: RoleCode,
        until: Option<DateTime<Utc>>,
    },
    #[error("role {role} has a holder")]
    NotVacant { role: RoleCode },
    #[error("it would end before it begins")]
    EndsBeforeItBegins,
    #[error("this person may not see the request")]
    MayNotSee,
    /// The office has less left than is asked for.
    #[error("{asked} of {resource} are asked for, {free} are free")]
    NotEnough {
        resource: ResourceCode,
        asked: i64,
        free: i64,
    },
    /// The version of its procedure no longer reads.
    #[error("the rules of this request or form no longer read")]
    RulesLost,
    /// The archive lacks the paper, or holds another in its place.
    #[error("the archive does not hold the paper as it was sent")]
    PaperLost { name: String },
    /// The paper has been issued and is being made.
    #[error("the paper is being made")]
    PaperNotReady,
    /// The line of a register that was chosen has been closed since.
    #[error("the line {name} is closed")]
    LineClosed { name: String },
    #[error("this person may not read register {register}")]
    MayNotRead { register: RegisterCode },
    /// The outcome is not offered, or not any more.
    #[error("this cannot be chosen now")]
    NotOffered,
    /// Several must agree there, and nobody speaks twice.
    #[error("this person has spoken already")]
    HasSpoken,
    /// Somebody has spoken for their post at a step where every post has one voice.
    #[error("`{role}` has spoken")]
    PostHasSpoken { role: RoleCode },
    /// An outcome can be chosen from a moment on that has not come yet.
    #[error("not before {from}")]
    NotYet { from: DateTime<Utc> },
    /// The step of the procedure does not allow what was asked of it.
    #[error("step {step} does not allow this")]
    NotAtThisStep { step: StepCode },
    /// The office works on that day, or it was removed meanwhile.
    #[error("{day} is no day off")]
    NoSuchDayOff { day: NaiveDate },
    #[error("{day} is a day off already")]
    DayOffThere { day: NaiveDate, name: String },
    #[error("no such hours")]
    NoSuchTerm,
    #[error("hours of that name are there already")]
    TermThere { name: String },
    /// Without them nobody would know when the office works.
    #[error("the usual hours can be changed, not removed")]
    UsualHoursStay,
    /// A preview that was saved or dropped, or replaced by a newer one.
    #[error("the file is not waiting any more")]
    ImportGone,
    /// It did not end by its applicant's silence, or goes on already.
    #[error("the request cannot be opened again")]
    NotReopened,
    /// It ended too long ago.
    #[error("it could be opened again until {until}")]
    TooLateToReopen { until: DateTime<Utc> },
    /// The group is bound already, or is ours no more.
    #[error("the group waits for no answer")]
    GroupSettled,
    /// The holders have been reminded of the request on this working day.
    #[error("the holders can be reminded again at {again}")]
    NudgedToday { again: DateTime<Utc> },
    /// How long steps take is for the heads, helpdesk and the administrator.
    #[error("this person may not see how long steps take")]
    MayNotSeeFigures,
    #[error("this person may have no report on that procedure")]
    MayNotReport,
    /// Numbers that were written on paper are entered by helpdesk and administrators.
    #[error("this person may not enter numbers")]
    MayNotNumber,
    /// What was sent back signed is not the paper, or the paper has been signed in another file meanwhile.
    #[error("the paper is signed in another file already")]
    SignedElsewhere,
    /// What follows from the end of a request was begun too long after it.
    #[error("it could be begun until {until}")]
    TooLateToFollow { until: DateTime<Utc> },
    /// It was begun already.
    #[error("it was begun: {ticket}")]
    AlreadyFollowed { ticket: String },
}

impl From<NotServed> for Refusal {
    fn from(why: NotServed) -> Refusal {
        match why {
            NotServed::Merged { agency, into } => Refusal::AgencyMerged { agency, into },
            NotServed::Unknown { agency } => Refusal::AgencyUnknown { agency },
        }
    }
}
