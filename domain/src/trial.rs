//! A procedure tried by itself: one request, in memory, that goes as its file says. No people, no database, no chat;
//! whoever writes a file sees what it asks, where it leads, and what it tells and writes. It has a time of its own, which
//! passes where somebody waits.

mod books;
mod clock;

use std::sync::Arc;

use chrono::{DateTime, Utc};

use books::{BooksKept, TrialBooks};
pub use clock::{ClockLeads, ClockWay};

use crate::{
    Language, Refusal,
    code::{AgencyCode, OutcomeCode, RoleCode, StepCode},
    counter::Opening,
    id::{PersonId, RequestId, TaskId},
    office::Office,
    person::{Official, Person},
    procedure::{Answers, Filling, Form, Kind, Outcome, Procedure, Step},
    register::Line,
    request::{Change, Request, State, Task, Timing, desk::Desk},
    reservation::Reservation,
};

/// So many hold a role at most where several must agree.
const SPEAKERS: usize = 20;

/// One request on its way through a procedure. Every role has one holder, or as many as must speak at a step.
#[derive(Debug)]
pub struct Trial {
    procedure: Arc<Procedure>,
    office: Arc<Office>,
    opening: Opening,
    people: Vec<Person>,
    /// None until it has been sent.
    request: Option<Request>,
    task: Option<Task>,
    books: TrialBooks,
    now: DateTime<Utc>,
}

/// What has happened, with what it does to the books.
#[derive(Debug, Clone, PartialEq)]
pub struct Followed {
    pub change: Change,
    /// What had been reserved, and is free again.
    pub free_again: Vec<Reservation>,
    /// The lines that it writes, each as it stands now; in the order of the change.
    pub lines: Vec<Line>,
}

impl Trial {
    /// A request that somebody is about to send: of an agency that the office serves.
    pub fn new(procedure: Arc<Procedure>, office: Arc<Office>, now: DateTime<Utc>) -> Trial {
        let agency = office.agencies.first().map(|agency| agency.code.clone());
        let opening = Opening {
            role: procedure.opens.clone(),
            agency: agency.or_else(|| office.own_agency.clone()),
        };
        let several = |role: &RoleCode| {
            let steps = procedure
                .steps
                .iter()
                .filter(|step| step.performer == *role);
            let most = steps
                .filter_map(|step| step.quorum.as_ref())
                .map(|it| it.of);
            let speak = usize::try_from(most.max().unwrap_or(1)).unwrap_or(1);
            speak.max(named_apart(&procedure, role)).min(SPEAKERS)
        };
        let roles = office
            .roles
            .iter()
            .flat_map(|role| std::iter::repeat_n(role, several(&role.code)));
        let roles = (1..).zip(roles);
        let people = roles.map(|(id, role)| {
            let agency = opening.agency.clone();
            let agency = agency.filter(|_| role.code == procedure.opens);
            person(id, role.code.as_str(), agency)
        });
        Trial {
            people: people.collect(),
            procedure,
            office,
            opening,
            request: None,
            task: None,
            books: TrialBooks::default(),
            now,
        }
    }

    /// What time it is in it.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    pub fn procedure(&self) -> &Procedure {
        &self.procedure
    }

    /// Who holds a role, and is none of these.
    pub fn holder(&self, role: &RoleCode, except: &[PersonId]) -> Option<PersonId> {
        let mut people = self.people.iter();
        let found = people.find(|it| it.holds(role) && !except.contains(&it.id));
        found.map(|it| it.id)
    }

    /// In which post somebody is.
    pub fn post(&self, id: PersonId) -> Option<&RoleCode> {
        let mut people = self.people.iter();
        people.find(|it| it.id == id)?.roles.first()
    }

    /// Who decides where it stands.
    pub fn decider(&self) -> Option<PersonId> {
        self.decides().map(|it| it.id)
    }

    fn decides(&self) -> Option<&Person> {
        let mut people = self.people.iter();
        match (&self.request, &self.task) {
            (Some(request), Some(task)) => people.find(|by| {
                let may = task.may_be_decided(request, &self.procedure, by, self.now);
                may.is_ok()
            }),
            _ => people.find(|it| it.holds(&self.opening.role)),
        }
    }

    /// The request, once it has been sent.
    pub fn request(&self) -> Option<&Request> {
        self.request.as_ref()
    }

    /// The step at which it stands; none when it has ended.
    pub fn step(&self) -> Option<&Step> {
        match &self.request {
            None => self.procedure.first(),
            Some(request) => self.procedure.step(request.step()?),
        }
    }

    /// What can be decided where it stands.
    pub fn offered(&self) -> Vec<&Outcome> {
        let Some(step) = self.step() else {
            return Vec::new();
        };
        match &self.request {
            None => step.outcomes.iter().take(1).collect(),
            Some(request) => {
                let offers = |it: &&Outcome| request.state.offers(step, it);
                step.outcomes.iter().filter(offers).collect()
            }
        }
    }

    /// What a decision asks, and the form in which it is answered.
    pub fn form(&self, outcome: &Outcome) -> (Form, Filling) {
        let at = (self.now, &*self.office);
        let (form, filling) = if let (Some(request), Some(step)) = (&self.request, self.step()) {
            (
                request.form(&self.procedure, step, outcome),
                request.filling(&self.procedure, (step, outcome), at),
            )
        } else {
            let form = Form::opening(&self.procedure);
            let filling = self.opening.filling().made_ready(&form, at);
            (form, filling)
        };
        (form.filled_in(&self.office), filling)
    }

    /// Decides, with the answers of the form. What follows from it, or why it cannot be.
    pub fn decide(&mut self, outcome: &OutcomeCode, answers: Answers) -> Result<Followed, Refusal> {
        let parts = (&*self.procedure, &*self.office);
        let change = match (&self.request, &self.task) {
            (Some(request), Some(task)) => {
                let by = self.decides().ok_or_else(|| not_theirs(&task.role))?;
                task.decide(request.clone(), parts, by, outcome, answers, self.now)?
            }
            _ => self.open(parts, answers, self.now)?,
        };
        self.follow(change)
    }

    /// It is so from now on, if the books allow it.
    fn follow(&mut self, change: Change) -> Result<Followed, Refusal> {
        let BooksKept { free_again, lines } = self.books.keep(&self.office, &change)?;
        self.task = match (&change.speaks, change.opens.clone()) {
            (Some(waits), _) => Some(waits.clone()),
            (None, desk) => desk.map(|desk| {
                let request = change.request.id;
                task(desk, request, change.request.version, change.at)
            }),
        };
        self.request = Some(change.request.clone());
        Ok(Followed {
            change,
            free_again,
            lines,
        })
    }

    fn open(
        &self,
        parts: (&Procedure, &Office),
        mut answers: Answers,
        at: DateTime<Utc>,
    ) -> Result<Change, Refusal> {
        self.opening.note(&mut answers);
        let by = self.decides();
        let by = by.ok_or_else(|| not_theirs(&self.opening.role))?;
        let named = self.procedure.agency_in(|field| answers.get(field));
        let opening = Opening {
            agency: named.or_else(|| self.opening.agency.clone()),
            ..self.opening.clone()
        };
        let request = blank(&self.procedure, &opening, by.id, 0, at).ok_or(Refusal::NoAgency)?;
        let not_open = || Refusal::NotOpen {
            procedure: self.procedure.code.clone(),
        };
        Change::opened(parts, request, by, answers, at).ok_or_else(not_open)
    }
}

/// How many must hold a role so that everybody who is to be another than those named before can be named.
fn named_apart(procedure: &Procedure, role: &RoleCode) -> usize {
    let fields = procedure.steps.iter().flat_map(|step| step.fields.iter());
    let apart = fields.filter_map(|field| match &field.kind {
        Kind::Person(it) if it.role == *role => Some(usize::from(it.not_self) + it.unlike.len()),
        _ => None,
    });
    apart.max().unwrap_or(0) + 1
}

/// Nobody in the office file could do it.
fn not_theirs(role: &RoleCode) -> Refusal {
    Refusal::NotYours { role: role.clone() }
}

/// Someone without a name who holds a role.
pub(crate) fn person(id: i64, role: &str, agency: Option<AgencyCode>) -> Person {
    Person {
        id: PersonId(id),
        account: None,
        name: String::new(),
        language: Language::ID,
        agency,
        official: Official::default(),
        roles: vec![role.into()],
        unreachable_since: None,
        pins_card: false,
        mandates: Vec::new(),
        absences: Vec::new(),
    }
}

/// A request that has not been sent yet; none where nobody knows for which agency.
pub(crate) fn blank(
    procedure: &Procedure,
    opening: &Opening,
    applicant: PersonId,
    index: i64,
    now: DateTime<Utc>,
) -> Option<Request> {
    let number = index + 1;
    Some(Request {
        id: RequestId(number),
        token: String::new(),
        ticket: format!("{}-{}-{number:04}", procedure.prefix, now.format("%Y")),
        procedure: procedure.code.clone(),
        procedure_version: procedure.version,
        agency: opening.agency.clone()?,
        applicant,
        opened_at: now,
        version: 0,
        alike: Vec::new(),
        nudged_until: None,
        state: State::begins(StepCode::new(""), Answers::new(), now),
    })
}

/// The task that is opened at a desk.
pub(crate) fn task(desk: Desk, request: RequestId, version: i64, at: DateTime<Utc>) -> Task {
    Task {
        id: TaskId(request.0 * 1000 + version),
        request,
        step: desk.step,
        role: desk.role,
        assigned: desk.assigned,
        opened_at: at,
        opened_seq: version,
        due_at: None,
        timing: Timing {
            from: desk.starts.map_or(at, |starts| starts.max(at)),
            ..Timing::default()
        },
        closed_at: None,
        closed_seq: None,
    }
}
