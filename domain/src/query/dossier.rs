//! A request with what is needed to show it.

use super::{
    acting::{Acting, filled_by},
    follow_up::{FollowUp, offered},
    seeing::{may_see_request, sees_request, works_with},
};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::{
    Counter, Error, Refusal, Text,
    code::FieldCode,
    id::RequestId,
    office::Office,
    person::Person,
    procedure::{Answer, Answers, End, EndKind, Field, Procedure, Reader, Step},
    request::{Expected, Request, Task, advance::can_withdraw},
    reservation::Reservation,
    store::Conn,
    wake::Wake,
};

/// A request, its procedure in the version it follows, and where it waits.
#[derive(Debug, Clone)]
pub struct Dossier {
    pub request: Request,
    pub procedure: Arc<Procedure>,
    pub agency: Text,
    /// The task it waits at; none when it has ended.
    pub task: Option<Task>,
    /// Who fills the post at whose desk it waits, where that is a deputy.
    pub deputy: Option<Acting>,
    /// Until when what it has reserved is kept for it, where that ends by itself.
    pub reserved_until: Option<DateTime<Utc>>,
    /// When it ends by itself if its applicant does not answer, once they were told so.
    pub lapses_at: Option<DateTime<Utc>>,
    /// When the desk at which it waits can be expected to have done its part.
    pub expected: Option<Expected>,
    /// The office in which it is looked at, and when.
    pub(crate) office: Arc<Office>,
    pub(crate) now: DateTime<Utc>,
    /// Until when it can be opened again, where it ended so and that is not over.
    pub reopens_until: Option<DateTime<Utc>>,
    /// What its applicant can begin from its end now.
    pub follow_up: Option<Box<FollowUp>>,
    /// The request from whose end it was begun.
    pub origin: Option<Box<Request>>,
}

impl Dossier {
    pub fn step(&self) -> Option<&Step> {
        self.procedure.step(self.request.step()?)
    }

    pub fn end(&self) -> Option<&End> {
        self.procedure.end(self.request.ended()?)
    }

    /// What it is about: the first fact that is a name, or else the first that counts.
    pub fn subject(&self, reader: Reader) -> Option<(&Field, &Answer)> {
        let facts = self.facts(reader, None);
        let named = facts.iter().find(|(_, answer)| answer.is_a_name());
        named.or(facts.first()).copied()
    }

    /// When it is looked at.
    pub fn looked_at(&self) -> DateTime<Utc> {
        self.now
    }

    /// Whether it waits for its applicant.
    pub fn is_with_applicant(&self) -> bool {
        self.step()
            .is_some_and(|step| self.procedure.is_applicants(step))
    }

    /// Whether its applicant is to put right what was marked, rather than to answer something new.
    pub fn is_returned(&self) -> bool {
        let returned = self.request.state.returned.as_ref();
        let marked = returned.is_some_and(|returned| !returned.marked.is_empty());
        self.is_with_applicant() && (marked || self.step().is_some_and(|step| step.repairs))
    }

    /// Whether the step at which it waits should have been done by now.
    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        let due = self.task.as_ref().and_then(|task| task.due_at);
        due.is_some_and(|due| due < now)
    }

    /// Whether it waits at a desk of the office that can be asked after, and nobody has done so today.
    pub fn can_be_nudged(&self) -> bool {
        let again = self.request.nudged_until;
        let nudged = again.is_some_and(|again| self.now < again);
        self.task.is_some() && !self.is_with_applicant() && !nudged
    }

    pub fn can_be_withdrawn(&self) -> bool {
        can_withdraw(&self.request.state) && self.procedure.withdrawn().is_some()
    }

    /// Whether it ended without being done, for good, so that its applicant may want to ask once more.
    pub fn can_be_begun_again(&self) -> bool {
        let ended = self.end().is_some_and(|end| end.kind != EndKind::Done);
        let is_open = self.office.open.contains(&self.procedure.code);
        let alone = self.procedure.follows.is_none();
        ended && is_open && alone && self.reopens_until.is_none() && !self.procedure.lost
    }

    /// The step that usually comes next: where the first outcome leads.
    pub fn next_step(&self) -> Option<&Step> {
        let step = self.step()?;
        let state = &self.request.state;
        let outcome = step
            .outcomes
            .iter()
            .find(|outcome| state.offers(step, outcome))?;
        let chosen = state.chosen(&step.code, &outcome.code);
        match outcome.leads(&state.answers, chosen) {
            crate::procedure::Target::Step(next) => self.procedure.step(&next),
            crate::procedure::Target::Resume => self
                .request
                .state
                .returned
                .as_ref()
                .and_then(|returned| self.procedure.step(&returned.by)),
            crate::procedure::Target::End(_) => None,
        }
    }

    /// As whom a person reads it: whoever speaks or spoke for the applicant, or for their agency, reads as that,
    /// whatever else they are; so does whoever has no post of the office. An official who entered it at the counter
    /// reads as the office while nobody else speaks for it.
    pub fn reader(&self, person: &Person) -> Reader {
        let request = &self.request;
        let barred = request.barred(&self.procedure).contains(&person.id);
        let speaks = request.applicant == person.id;
        let entered = speaks && !barred && request.state.before.is_empty();
        let agencys = barred || speaks || person.is_contact_of(&request.agency);
        let works = person.is_staff() || !person.mandates.is_empty();
        match works && (entered || !agencys) {
            true if self.reads_facts_only(person) => Reader::Informed,
            true => Reader::Office,
            false => Reader::Agency,
        }
    }

    /// Whether someone is only informed about it, in roles to which the file shows the facts alone.
    fn reads_facts_only(&self, person: &Person) -> bool {
        let (procedure, now) = (&self.procedure, self.now);
        if procedure.facts_only.is_empty() || works_with(&self.office, person, procedure, now) {
            return false;
        }
        let hears = procedure
            .informed_roles()
            .filter(|role| person.acts_as(role, now));
        let hears: Vec<_> = hears.collect();
        !hears.is_empty() && hears.iter().all(|role| procedure.facts_only.contains(role))
    }

    /// The facts of a card that still count: those of the procedure, then those of a step, in the order of
    /// the file.
    pub fn facts(&self, reader: Reader, step: Option<&Step>) -> Vec<(&Field, &Answer)> {
        let shows = step.map_or(&[][..], |step| &step.shows);
        self.said(reader, self.procedure.facts.iter().chain(shows))
    }

    /// The facts that the office has added to what the applicant told it, as the applicant reads them.
    pub fn findings(&self, step: Option<&Step>) -> Vec<(&Field, &Answer)> {
        let is_ours = |field: &Field| {
            let step = self.procedure.step_of(&field.code);
            step.is_some_and(|step| !self.procedure.is_applicants(step))
        };
        let mut facts = self.facts(Reader::Agency, step);
        facts.retain(|(field, _)| is_ours(field));
        facts
    }

    /// What the office has answered that its applicant may read and keep: an address, a number, a place.
    pub fn results(&self) -> Vec<(&Field, &Answer)> {
        let mut results = self.answers(Reader::Agency);
        results.retain(|(field, _)| {
            let step = self.procedure.step_of(&field.code);
            let is_ours = step.is_some_and(|step| !self.procedure.is_applicants(step));
            is_ours && !field.is_paper()
        });
        results
    }

    /// The facts that the applicant is told of with a decision.
    pub fn told(&self, facts: &[FieldCode]) -> Vec<(&Field, &Answer)> {
        self.said(Reader::Agency, facts)
    }

    /// The answers to some questions that count and that a reader may read.
    pub(super) fn read_by(&self, reader: Reader, fields: &[FieldCode]) -> Vec<(&Field, &Answer)> {
        self.said(reader, fields)
    }

    /// All answers that still count, step by step.
    pub fn answers(&self, reader: Reader) -> Vec<(&Field, &Answer)> {
        let steps = self.procedure.steps.iter();
        let fields = steps.flat_map(|step| step.fields.iter());
        self.said(reader, fields.map(|field| &field.code))
    }

    /// What was answered to some questions, as far as it counts and a reader may read it.
    fn said<'f>(
        &self,
        reader: Reader,
        fields: impl IntoIterator<Item = &'f FieldCode>,
    ) -> Vec<(&Field, &Answer)> {
        let fields = fields.into_iter();
        fields
            .filter_map(|code| self.procedure.field(code))
            .filter(|field| self.counts(field) && self.procedure.lets_read(reader, &field.code))
            .filter_map(|field| Some((field, self.answer(field)?)))
            .collect()
    }

    fn counts(&self, field: &Field) -> bool {
        field.is_asked(&self.request.state.answers)
    }

    fn answer(&self, field: &Field) -> Option<&Answer> {
        let answers: &Answers = &self.request.state.answers;
        answers
            .get(&field.code)
            .filter(|answer| !matches!(answer, Answer::Skipped))
    }
}

/// A request as anyone in the office may be shown it: for texts that the bot writes by itself.
pub async fn dossier(counter: &Counter, request: Request) -> Result<Dossier, Error> {
    let task = match request.ended() {
        None => counter.db.open_task_of(request.id).await?,
        Some(_) => None,
    };
    dossier_at(counter, request, task).await
}

/// As [`dossier`], of a request that a notice or a task names.
pub(super) async fn dossier_of(counter: &Counter, id: RequestId) -> Result<Box<Dossier>, Error> {
    let request = counter.db.request(id).await?;
    let request = request.ok_or(Error::Missing("request of a notice"))?;
    Ok(Box::new(dossier(counter, request).await?))
}

/// As [`dossier`], where it is known at which task the request waits.
pub(super) async fn dossier_at(
    counter: &Counter,
    request: Request,
    task: Option<Task>,
) -> Result<Dossier, Error> {
    let procedure = counter.shown_procedure_of(&request).await?;
    // While it waits for the applicant, time runs out for them; elsewhere it is not theirs to hurry.
    let step = request.step().and_then(|step| procedure.step(step));
    let theirs = step.is_some_and(|step| procedure.is_applicants(step));
    let reserved_until = if theirs && procedure.reserves() {
        reserved_until(counter, request.id).await?
    } else {
        None
    };
    let deputy = match &task {
        Some(task) if !theirs => deputy(counter, task).await?,
        _ => None,
    };
    let lapses_at = match &task {
        Some(task) if theirs => {
            counter
                .db
                .planned_at(&Wake::Lapse { task: task.id })
                .await?
        }
        _ => None,
    };
    // What is reserved may run out sooner.
    let sooner = reserved_until.filter(|_| step.is_some_and(|step| step.expires.is_some()));
    let lapses_at = lapses_at.map(|at| sooner.map_or(at, |sooner| sooner.min(at)));
    let reopens_until = request.reopens_until(&counter.office);
    let follow_up = Box::pin(offered(counter, &request, &procedure)).await?;
    let origin = match &procedure.follows {
        Some(_) => counter.db.origin_of(request.id).await?,
        None => None,
    };
    let open = task.as_ref().filter(|_| !theirs);
    let expected = open.and_then(|task| task.expected(&counter.office, counter.now()));
    Ok(Dossier {
        office: counter.office.clone(),
        now: counter.now(),
        deputy,
        reserved_until,
        lapses_at,
        expected,
        reopens_until: reopens_until.filter(|until| counter.now() <= *until),
        follow_up: follow_up.map(Box::new),
        origin: origin.map(Box::new),
        agency: counter.office.agency_name(&request.agency),
        task,
        procedure,
        request,
    })
}

/// Until when a request keeps what it has reserved and no line of a register has taken over.
async fn reserved_until(
    counter: &Counter,
    request: RequestId,
) -> Result<Option<DateTime<Utc>>, Error> {
    let reserved = counter.db.reserved_by(request).await?;
    let own = reserved.into_iter().filter(|held| held.line.is_none());
    // Of a window of time it says when that is over, and not the gap after it.
    let until = |held: Reservation| held.window.map(|it| it.slot.until).or(held.until);
    Ok(own.filter_map(until).min())
}

/// Who fills the post that a task waits for: the deputy of the one it was given to, or the deputy of all
/// who hold the role.
async fn deputy(counter: &Counter, task: &Task) -> Result<Option<Acting>, Error> {
    // Beside another post nobody's desk is the deputy's alone.
    if task.role.is_shared() {
        return Ok(None);
    }
    let mandates = counter.db.mandates_of_role(&task.role).await?;
    let now = counter.now();
    let mut filled = mandates.iter().filter(|it| it.replaces() && it.covers(now));
    let Some(mandate) = filled.find(|it| it.takes(&task.role, task.assigned)) else {
        return Ok(None);
    };
    // With other holders at work it is their desk as much as the deputy's.
    if task.assigned.is_none() {
        let deciders = counter.db.deciders(&task.role, None, &[], now).await?;
        if deciders.iter().any(|id| *id != mandate.deputy) {
            return Ok(None);
        }
    }
    Ok(Some(filled_by(counter, mandate).await?))
}

/// A request that a person asks to see, by its token.
///
/// Refused unless they sent it, belong to its agency as a contact person, perform one of its steps, are
/// informed of one, read a register that it is written into, see everything, or have decided on it and
/// work for the office still.
pub async fn dossier_for(
    counter: &Counter,
    person: &Person,
    token: &str,
) -> Result<Dossier, Error> {
    let request = counter
        .db
        .request_by_token(token)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    let dossier = dossier(counter, request).await?;
    let procedure = &dossier.procedure;
    if procedure.lost {
        let (code, version) = (procedure.code.clone(), procedure.version);
        return Err(Error::ProcedureLost { code, version });
    }
    if may_see(counter, &counter.db, person, &dossier).await? {
        Ok(dossier)
    } else {
        Err(Refusal::MayNotSee.into())
    }
}

/// Whether a person may see a request.
pub(crate) async fn may_see(
    counter: &Counter,
    conn: &Conn,
    person: &Person,
    dossier: &Dossier,
) -> Result<bool, Error> {
    may_see_request(counter, conn, person, &dossier.request, &dossier.procedure).await
}

/// Whether someone may see a request by what they are today.
pub(crate) fn sees(counter: &Counter, person: &Person, dossier: &Dossier) -> bool {
    sees_request(counter, person, &dossier.request, &dossier.procedure)
}
