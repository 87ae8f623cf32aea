//! What the office asks about its own people: forms that no SOP holds, filled like any other. They are
//! files too, in `domain/house`, and every chat speaks their words.

use std::sync::Arc;

use crate::{
    Error, Refusal,
    code::{AgencyCode, FieldCode, OptionCode, ProcedureCode, RoleCode},
    command::people::{Act, NewMandate},
    id::PersonId,
    mandate::MandateKind,
    procedure::{
        Answer, Answers, Procedure,
        read::{Complaint, read_form},
    },
};

/// A form about people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum House {
    Invite,
    Deputy,
    Standing,
    Rename,
}

/// What is chosen by button before a form begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    pub person: Option<PersonId>,
    pub role: Option<RoleCode>,
    pub agency: Option<AgencyCode>,
    pub deputy: Option<PersonId>,
}

// No file can hold these codes, so they never clash with a question.
const PERSON: &str = ":person";
const ROLE: &str = ":role";
const AGENCY: &str = ":agency";
const DEPUTY: &str = ":deputy";

impl House {
    const ALL: [(House, &'static str, &'static str); 4] = [
        (
            House::Invite,
            "house/invite",
            include_str!("../house/invite.toml"),
        ),
        (
            House::Deputy,
            "house/deputy",
            include_str!("../house/deputy.toml"),
        ),
        (
            House::Standing,
            "house/standing",
            include_str!("../house/standing.toml"),
        ),
        (
            House::Rename,
            "house/rename",
            include_str!("../house/rename.toml"),
        ),
    ];

    /// The form that a draft is kept under, where it is one of these.
    pub fn of(code: &ProcedureCode) -> Option<House> {
        let found = House::ALL
            .iter()
            .find(|(_, name, _)| *name == code.as_str());
        found.map(|(house, ..)| *house)
    }

    /// Under what a draft is kept.
    pub fn code(self) -> ProcedureCode {
        let found = House::ALL.iter().find(|(house, ..)| *house == self);
        ProcedureCode::new(found.map_or("house", |(_, name, _)| name))
    }

    /// All forms, read.
    pub(crate) fn forms() -> Result<Vec<Arc<Procedure>>, Vec<Complaint>> {
        let forms = House::ALL.iter();
        forms
            .map(|(_, code, text)| read_form(code, text).map(Arc::new))
            .collect()
    }

    /// What the one who filled the form wants done.
    pub(crate) fn act(self, chosen: &Chosen, answers: &Answers) -> Result<Act, Error> {
        let text = |code: &str| match answers.get(&code.into()) {
            Some(Answer::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let day = |code: &str| match answers.get(&code.into()) {
            Some(Answer::Date(day)) => Some(*day),
            _ => None,
        };
        let gone = || Error::from(Refusal::DraftGone);
        let role = || chosen.role.clone().ok_or_else(gone);
        Ok(match self {
            House::Invite => Act::Invite {
                role: role()?,
                agency: chosen.agency.clone(),
                name: text("nama"),
            },
            House::Deputy => {
                let plt = answers.get(&"jenis".into()) == Some(&Answer::Choice("plt".into()));
                Act::NameDeputy(NewMandate {
                    kind: if plt {
                        MandateKind::Plt
                    } else {
                        MandateKind::Plh
                    },
                    role: role()?,
                    principal: chosen.person,
                    deputy: Some(chosen.deputy.ok_or_else(gone)?),
                    from: day("mulai").ok_or_else(gone)?,
                    until: Some(day("sampai").ok_or_else(gone)?),
                    letter: text("surat"),
                })
            }
            House::Standing => Act::NameDeputy(NewMandate {
                kind: MandateKind::Standing,
                role: role()?,
                principal: Some(chosen.person.ok_or_else(gone)?),
                deputy: None,
                // It counts from the moment at which it is switched on.
                from: chrono::NaiveDate::MIN,
                until: None,
                letter: text("surat"),
            }),
            House::Rename => Act::RenameAgency {
                agency: chosen.agency.clone().ok_or_else(gone)?,
                name: text("nama"),
            },
        })
    }
}

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
        for (code, person) in [(PERSON, self.person), (DEPUTY, self.deputy)] {
            if let Some(person) = person {
                answers.set(FieldCode::new(code), Answer::Number(person.0));
            }
        }
        answers
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
        }
    }
}

#[cfg(test)]
mod tests {
    use super::House;

    #[test]
    fn every_form_is_read() {
        let forms = House::forms().unwrap();
        assert_eq!(forms.len(), House::ALL.len());
        for form in forms {
            assert_eq!(
                House::of(&form.code).map(House::code),
                Some(form.code.clone())
            );
        }
    }
}
