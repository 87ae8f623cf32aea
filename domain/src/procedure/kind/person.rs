//! Someone who holds a role.

use super::{Asked, Sample, Way, Written, choice::same};
use crate::{
    code::RoleCode,
    id::PersonId,
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::{Answer, Input},
        read::keys::Keys,
    },
};

/// A holder of a role, chosen by button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonKind {
    pub role: RoleCode,
}

impl Written for PersonKind {
    const WORD: &'static str = "person";
    const KEYS: &'static [&'static str] = &["role"];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "role = \"helpdesk\"",
        takes: &["sari  DEWI"],
        refuses: &["Budi", "Sari"],
    }];

    fn read(keys: &Keys<'_>) -> PersonKind {
        PersonKind {
            role: RoleCode::new(keys.need_code("role", "whose holders can be chosen")),
        }
    }
}

impl Asked for PersonKind {
    fn way(&self) -> Way<'_> {
        Way::Person
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        typed_person(typed, knowledge)
    }

    fn given(&self, input: &Input, knowledge: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::Person(id) => Some(tapped_person(*id, knowledge)),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-person").with("role", self.role.clone())
    }
}

/// A holder of the role, chosen by button.
fn tapped_person(id: PersonId, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
    let holder = knowledge
        .holders
        .iter()
        .find(|(holder, _)| *holder == id)
        .ok_or(Unfit::NotHolder)?;
    Ok(Answer::Person {
        id,
        name: holder.1.clone(),
    })
}

/// A holder of the role by full name. Of two with one name, the button tells who is meant.
fn typed_person(typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
    let name = clean::line(typed)?;
    let mut named = knowledge
        .holders
        .iter()
        .filter(|(_, holder)| same(holder, &name));
    match (named.next(), named.next()) {
        (Some((id, name)), None) => Ok(Answer::Person {
            id: *id,
            name: name.clone(),
        }),
        (Some(_), Some(_)) => Err(Unfit::ChooseOne),
        (None, _) => Err(Unfit::NotHolder),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::accept::testing::{check, check_input};

    /// The tests' office has Sari, Hadi, and two people named Budi.
    #[test]
    fn persons() {
        let kind = PersonKind {
            role: RoleCode::new("tim-teknis"),
        };
        check_input(&kind, &Input::Person(PersonId(2)), "Hadi Wijaya");
        check_input(&kind, &Input::Person(PersonId(99)), "NotHolder");
        check(&kind, "sari  DEWI", "Sari Dewi");
        check(&kind, "Sari", "NotHolder");
        check(&kind, "Budi", "ChooseOne");
        check(&kind, "", "Empty");
    }
}
