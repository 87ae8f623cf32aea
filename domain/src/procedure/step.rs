//! A procedure and its steps: the rows of an SOP's table.

use std::sync::Arc;

pub use super::end_kind::EndKind;
use super::{
    admission::Admission,
    alone::{Alarm, Alone, Prolongs},
    answer::{Answer, Answers},
    condition::{Condition, Must},
    field::Field,
    follows::Follows,
    issue::Issue,
    milestone::MilestoneNames,
    quorum::Quorum,
    readers::{Inform, Readers, Tell},
    record::{Amend, Demand, Entry, Retire},
    sop::{ReportPlan, SopHead},
    time::StandardTime,
    times::TimeInCase,
};
use crate::{
    Text,
    code::{EndCode, FieldCode, OutcomeCode, ProcedureCode, RoleCode, StepCode},
};

/// A written procedure of the office (SOP), in one version.
#[derive(Debug, Clone, PartialEq)]
pub struct Procedure {
    pub code: ProcedureCode,
    /// Raised with every change; a running request keeps the version it was opened with.
    pub version: u32,
    /// Its file no longer reads, and this stands in for it: requests under it can be named, and passed on when
    /// people go, and nothing else.
    pub lost: bool,
    /// First letters of its ticket numbers, e.g. `HWA`.
    pub prefix: String,
    pub title: Text,
    /// One sentence for the person who chooses among procedures.
    pub about: Text,
    /// Which document this is: office, number, date.
    pub source: Text,
    /// The role that may open a request.
    pub opens: RoleCode,
    /// It is begun from a request of another procedure that has ended, and in no other way.
    pub follows: Option<Follows>,
    /// A form of the house: no SOP lies behind it, so no step is a row of one.
    pub house: bool,
    /// The question of the first step whose answer is the agency that the request is for; without one it
    /// is for the applicant's own.
    pub agency_from: Option<FieldCode>,
    /// Roles that may enter a request for someone at the counter.
    pub on_behalf: Vec<RoleCode>,
    /// From these steps on a request can no longer be withdrawn: one, or one on each way.
    pub work_starts: Vec<StepCode>,
    /// What the applicant reads of how far their request has come, where the file has words of its own.
    pub stages: MilestoneNames,
    /// Roles told of every end.
    pub inform_at_end: Vec<Inform>,
    /// Roles that read the facts alone of what they are informed about.
    pub facts_only: Vec<RoleCode>,
    /// Which fields of the request every card shows first, in this order.
    pub facts: Vec<FieldCode>,
    /// What the SOP says must be recorded (Pencatatan dan Pendataan).
    pub records: Option<Text>,
    /// What the service costs whoever asks for it, in the office's words.
    pub cost: Option<Text>,
    /// The head of the SOP's sheet.
    pub sop: Option<SopHead>,
    /// What its report counts beside what every report does.
    pub report: Option<ReportPlan>,
    /// What a request asks of the office's capacity.
    pub capacity: Vec<Demand>,
    /// Which lines it writes into the office's registers.
    pub registers: Vec<Entry>,
    /// Which papers the office issues on its way.
    pub papers: Vec<Issue>,
    /// In the order of the file; the first is the applicant's.
    pub steps: Vec<Step>,
    pub ends: Vec<End>,
}

/// A row of the SOP's table, or a step we added to it.
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the file")]
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub code: StepCode,
    /// The row's number (No); none where we added the step.
    pub row: Option<u32>,
    /// What the holder reads on the card: a few words.
    pub title: Text,
    /// What they are to do, in at most twelve words; without it the title stands there.
    pub instruction: Option<Text>,
    /// Kegiatan, as in the SOP.
    pub activity: Text,
    /// Pelaksana.
    pub performer: RoleCode,
    /// Several holders speak here, and it is decided once enough of them have chosen the same.
    pub quorum: Option<Quorum>,
    /// A field of kind `person` whose answer names the one holder who gets the task.
    pub assigned: Option<FieldCode>,
    /// Kelengkapan.
    pub needs: Option<Text>,
    /// Waktu.
    pub time: Option<StandardTime>,
    /// And in which cases it is another.
    pub times: Vec<TimeInCase>,
    /// Output.
    pub output: Option<Text>,
    /// Keterangan.
    pub remark: Option<Text>,
    /// How what the paper leaves open was read: for whoever compares both, and not for the chat.
    pub reading: Option<Text>,
    /// The clock of the procedure stands still: the applicant holds the request.
    pub pauses: bool,
    /// What the applicant reads as the status while it waits here; without it the usual words.
    pub status: Option<Text>,
    /// Which earlier answers its card shows, beside the facts of the procedure.
    pub shows: Vec<FieldCode>,
    /// Asks the applicant again what the returning step marked, instead of a form of its own.
    pub repairs: bool,
    /// It waits here for its applicant as long as that takes: what is lent does not come back by itself.
    pub stays_open: bool,
    /// Where the request ends when what it has reserved runs out while it waits here.
    pub expires: Option<EndCode>,
    /// Under a standing delegation the first outcome is taken by itself.
    pub passes: bool,
    /// Roles whose holders may take the step over on the performer's behalf.
    pub takeover: Vec<RoleCode>,
    /// It rests until the first of these moments that has an answer: before that it is neither late nor reminded of.
    pub rests: Vec<FieldCode>,
    /// What is decided by itself where nobody acts.
    pub alone: Option<Alone>,
    /// Who is told of planned moments meanwhile.
    pub alarms: Vec<Alarm>,
    /// Questions that one message can answer, a line each.
    pub at_once: Vec<FieldCode>,
    /// Shared, because every form that opens or repairs a request is made of them.
    pub fields: Arc<[Field]>,
    pub outcomes: Vec<Outcome>,
    pub line: usize,
}

/// What can be decided at a step.
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the file")]
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub code: OutcomeCode,
    /// The button, at most 30 characters.
    pub label: Text,
    /// What the history says afterwards: "disetujui", "approved".
    pub past: Text,
    pub tone: Tone,
    /// How many must choose it, where that is not as many as must agree at its step.
    pub voices: Option<u32>,
    /// Offered only where this holds.
    pub when: Option<Condition>,
    /// It can be chosen from the first of these moments that has an answer on.
    pub from: Vec<FieldCode>,
    /// Only the office's clock takes it, where nobody acts.
    pub by_clock: bool,
    pub to: Target,
    /// Where it leads instead: the first whose condition holds.
    pub branch: Vec<Branch>,
    /// Where what was repaired changes the way that the request takes from its first step, it goes that way from its
    /// beginning instead of back to the desk that returned it.
    pub anew: bool,
    /// How often it can be chosen in one request …
    pub at_most: Option<u32>,
    /// … and where it leads from then on; without this it is offered no more.
    pub then: Option<StepCode>,
    /// Which fields of the step are asked before this outcome is recorded, in the step's order.
    pub asks: Vec<FieldCode>,
    /// The first of these, whose options stand on the card in the place of its button.
    pub chosen_by: Option<FieldCode>,
    /// What must hold before it is recorded.
    pub must: Vec<Must>,
    pub reason: ReasonRule,
    /// How many characters it has, at least and at most.
    pub reason_length: (usize, usize),
    /// Usual reasons, offered as buttons.
    pub usual: Vec<Text>,
    /// The decider marks which answers of the request must be repaired …
    pub marks: bool,
    /// … of these questions; of all of them where none is named.
    pub markable: Vec<FieldCode>,
    /// Of low risk: several tasks at the step can be decided with it in one go, each recorded by itself.
    pub together: bool,
    /// Not in the SOP; added by us.
    pub added: bool,
    /// Who may read the reason, where the file says so; see [`Procedure::readers_of_reason`].
    pub readers: Option<Readers>,
    /// The applicant is told of it.
    pub tell: Option<Tell>,
    /// Roles told when this is decided.
    pub inform: Vec<Inform>,
    pub reserve: Option<Reserve>,
    /// Names reserved through these questions are given back.
    pub release: Vec<FieldCode>,
    /// … but not the names that these questions were answered with.
    pub stays: Vec<FieldCode>,
    pub retire: Option<Retire>,
    pub amend: Option<Amend>,
    /// The planned moment that is moved with this.
    pub prolongs: Option<Prolongs>,
    /// The applicant is let in with this.
    pub admits: Option<Admission>,
    pub line: usize,
}

/// Another way an outcome can lead.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    pub when: Condition,
    pub to: Target,
}

/// What an outcome reserves for the request. What the request had reserved of the same before is
/// given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reserve {
    /// Questions whose answers are names.
    pub names: Vec<FieldCode>,
    /// Everything the procedure asks of the office's capacity.
    pub capacity: bool,
    pub lasts: Lasts,
}

/// How long something is reserved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasts {
    /// As long as the office usually reserves.
    Usual,
    /// Working days.
    Days(u32),
    ForGood,
}

/// How an outcome looks and how careful the bot is with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The way forward.
    Yes,
    /// A refusal; asks once more.
    No,
    /// Back to someone, to be completed.
    Return,
    /// None of these.
    Plain,
}

/// Where an outcome leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Step(StepCode),
    End(EndCode),
    /// To the step that returned the request.
    Resume,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonRule {
    None,
    Optional,
    Required,
}

/// An end of a request.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    pub code: EndCode,
    /// The status people read, e.g. "Selesai".
    pub label: Text,
    pub kind: EndKind,
    pub line: usize,
}

impl Procedure {
    pub fn step(&self, code: &StepCode) -> Option<&Step> {
        self.steps.iter().find(|step| &step.code == code)
    }

    pub fn end(&self, code: &EndCode) -> Option<&End> {
        self.ends.iter().find(|end| &end.code == code)
    }

    /// The ready reason of the file that someone chose, in all languages.
    pub fn ready_reason(&self, words: &str) -> Option<&Text> {
        let outcomes = self.steps.iter().flat_map(|step| &step.outcomes);
        let fields = self.steps.iter().flat_map(|step| step.fields.iter());
        let alone = self.steps.iter().filter_map(|step| step.alone.as_ref());
        let mut ready = outcomes
            .flat_map(|outcome| &outcome.usual)
            .chain(fields.flat_map(|field| &field.usual))
            .chain(alone.filter_map(|alone| alone.reason.as_ref()));
        ready.find(|text| text.id == words)
    }

    /// Whether any decision reserves something.
    pub fn reserves(&self) -> bool {
        let mut outcomes = self.steps.iter().flat_map(|step| &step.outcomes);
        outcomes.any(|outcome| outcome.reserve.is_some())
    }

    /// Whether any decision reserves something for a window of time.
    pub fn books_windows(&self) -> bool {
        let mut fields = self.steps.iter().flat_map(|step| step.fields.iter());
        fields.any(|field| field.window().is_some())
    }

    /// Whether something is to happen in it at a moment, so that whoever hears of it too late comes too late.
    pub fn plans_moments(&self) -> bool {
        let mut steps = self.steps.iter();
        let plans = |step: &Step| !(step.rests.is_empty() && step.alarms.is_empty());
        self.books_windows() || steps.any(plans)
    }

    /// The step that opens a request: the first of the file. A checked procedure has one.
    pub fn first(&self) -> Option<&Step> {
        self.steps.first()
    }

    /// A question of any step.
    pub fn field(&self, code: &FieldCode) -> Option<&Field> {
        self.steps
            .iter()
            .flat_map(|step| step.fields.iter())
            .find(|field| &field.code == code)
    }

    /// The step that asks a question.
    pub fn step_of(&self, field: &FieldCode) -> Option<&Step> {
        let asks = |step: &&Step| step.fields.iter().any(|it| &it.code == field);
        self.steps.iter().find(asks)
    }

    /// The end of requests that their applicant withdrew.
    pub fn withdrawn(&self) -> Option<&End> {
        self.ends.iter().find(|end| end.kind == EndKind::Withdrawn)
    }

    /// What an answer to one of its questions asks of the office, and how often: `(amount, times)`.
    /// An answer that is missing asks for nothing.
    pub fn asked_of(&self, demand: &Demand, answers: &Answers) -> (i64, u32) {
        let number = |field: &FieldCode| match answers.get(field) {
            Some(Answer::Number(number)) => Some((*number).max(0)),
            _ => None,
        };
        let times = demand.times.as_ref().map_or(Some(1), number).unwrap_or(0);
        let amount = number(&demand.field).unwrap_or(0);
        (amount, u32::try_from(times).unwrap_or(u32::MAX))
    }
}

impl Step {
    /// Whether a decision here reserves capacity, so that whoever decides sees what is free.
    pub fn weighs_capacity(&self) -> bool {
        let mut reserves = self.outcomes.iter().filter_map(|it| it.reserve.as_ref());
        reserves.any(|reserve| reserve.capacity)
    }

    pub fn outcome(&self, code: &OutcomeCode) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| &outcome.code == code)
    }

    /// Whether the step is not in the SOP.
    pub fn is_added(&self) -> bool {
        self.row.is_none()
    }
}
