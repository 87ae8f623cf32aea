//! What is chosen by button before a form of the house begins.

use chrono::NaiveDate;

use super::{date, text};
use crate::{
    calendar::TermTag,
    code::{AgencyCode, FieldCode, OptionCode, PaperCode, ProcedureCode, RoleCode},
    id::{PersonId, RequestId},
    procedure::{Answer, Answers, condition::OPENED_BY},
};

/// What is chosen by button before a form begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    pub person: Option<PersonId>,
    pub role: Option<RoleCode>,
    pub agency: Option<AgencyCode>,
    pub deputy: Option<PersonId>,
    /// The day off that is changed.
    pub day: Option<NaiveDate>,
    /// The hours that are changed.
    pub term: Option<TermTag>,
    /// The request to whose desk one writes.
    pub request: Option<RequestId>,
    /// The service and the paper whose number is entered.
    pub series: Option<(ProcedureCode, PaperCode)>,
    /// Whoever writes works for the office, and so is asked who shall read it.
    pub staff: bool,
}

// No file can hold these codes, so they never clash with a question.
const PERSON: &str = ":person";
const ROLE: &str = ":role";
const AGENCY: &str = ":agency";
const DEPUTY: &str = ":deputy";
const DAY: &str = ":day";
const TERM: &str = ":term";
/// What the form of a word takes as the role of whoever works for the office.
const STAFF: &str = "staff";
const REQUEST: &str = ":request";
const PROCEDURE: &str = ":procedure";
const PAPER: &str = ":paper";

impl Chosen {
    /// Beside the answers, under codes of their own.
    pub(crate) fn answers(&self) -> Answers {
        let mut answers = Answers::new();
        let mut choice = |code: &str, choice: Option<&str>| {
            if let Some(choice) = choice {
                answers.set(
                    FieldCode::new(code),
                    Answer::Choice(OptionCode::new(choice)),
                );
            }
        };
        choice(ROLE, self.role.as_ref().map(RoleCode::as_str));
        choice(AGENCY, self.agency.as_ref().map(AgencyCode::as_str));
        if let Some((procedure, paper)) = &self.series {
            choice(PROCEDURE, Some(procedure.as_str()));
            choice(PAPER, Some(paper.as_str()));
        }
        for (code, person) in [(PERSON, self.person), (DEPUTY, self.deputy)] {
            if let Some(person) = person {
                answers.set(FieldCode::new(code), Answer::Number(person.0));
            }
        }
        if let Some(day) = self.day {
            answers.set(FieldCode::new(DAY), Answer::Date(day));
        }
        if let Some(TermTag(tag)) = &self.term {
            answers.set(FieldCode::new(TERM), Answer::Text(tag.clone()));
        }
        if let Some(request) = self.request {
            answers.set(FieldCode::new(REQUEST), Answer::Number(request.0));
        }
        if self.staff {
            answers.set(OPENED_BY.into(), Answer::Choice(STAFF.into()));
        }
        answers
    }

    /// Whom a form is about.
    pub fn about(person: PersonId) -> Chosen {
        Chosen {
            person: Some(person),
            ..Chosen::default()
        }
    }

    pub fn of(answers: &Answers) -> Chosen {
        let choice = |code: &str| match answers.get(&code.into()) {
            Some(Answer::Choice(choice)) => Some(choice.as_str().to_owned()),
            _ => None,
        };
        let person = |code: &str| match answers.get(&code.into()) {
            Some(Answer::Number(id)) => Some(PersonId(*id)),
            _ => None,
        };
        Chosen {
            person: person(PERSON),
            role: choice(ROLE).map(RoleCode::new),
            agency: choice(AGENCY).map(AgencyCode::new),
            deputy: person(DEPUTY),
            day: date(answers, DAY),
            term: text(answers, TERM).map(TermTag),
            request: match answers.get(&REQUEST.into()) {
                Some(Answer::Number(id)) => Some(RequestId(*id)),
                _ => None,
            },
            series: choice(PROCEDURE)
                .zip(choice(PAPER))
                .map(|(procedure, paper)| (ProcedureCode::new(procedure), PaperCode::new(paper))),
            staff: answers.has(&OPENED_BY.into()),
        }
    }
}
