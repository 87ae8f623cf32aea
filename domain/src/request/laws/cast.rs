//! Who acts in the random plays, and what they begin with.

use chrono::{DateTime, Utc};

use crate::{
    Language,
    code::{AgencyCode, StepCode},
    counter::Opening,
    id::{PersonId, RequestId, TaskId},
    person::Person,
    procedure::{Answers, Procedure},
    request::{Request, State, Task, change::Desk},
};

pub(super) fn person(id: i64, role: &str, agency: Option<AgencyCode>) -> Person {
    Person {
        id: PersonId(id),
        account: None,
        name: String::new(),
        language: Language::ID,
        agency,
        roles: vec![role.into()],
        unreachable_since: None,
        mandates: Vec::new(),
        absences: Vec::new(),
    }
}

pub(super) fn blank(
    procedure: &Procedure,
    opening: &Opening,
    applicant: PersonId,
    index: usize,
    now: DateTime<Utc>,
) -> Request {
    let number = i64::try_from(index).unwrap() + 1;
    Request {
        id: RequestId(number),
        token: String::new(),
        ticket: format!("{}-1970-{number:04}", procedure.prefix),
        procedure: procedure.code.clone(),
        procedure_version: procedure.version,
        agency: opening.agency.clone().unwrap(),
        applicant,
        opened_at: now,
        version: 0,
        alike: Vec::new(),
        state: State::begins(StepCode::new(""), Answers::new(), now),
    }
}

pub(super) fn task(desk: Desk, request: RequestId, version: i64, at: DateTime<Utc>) -> Task {
    Task {
        id: TaskId(request.0 * 1000 + version),
        request,
        step: desk.step,
        role: desk.role,
        assigned: desk.assigned,
        opened_at: at,
        opened_seq: version,
        due_at: None,
        timing: crate::request::Timing::default(),
        closed_at: None,
        closed_seq: None,
    }
}
