//! Someone who holds a role.

use super::{Asked, Sample, Way, Written, choice::same};
use crate::{
    code::{FieldCode, RoleCode, is_code},
    id::PersonId,
    phrase::{Part, Phrase},
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::{Answer, Input},
        read::keys::Keys,
        seek::{holds, plain},
    },
};

/// Whoever answers.
const SELF: &str = "@self";

/// A holder of a role, found by typing part of the name, or chosen by button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonKind {
    pub role: RoleCode,
    /// Only those who belong to the agency that the request is for.
    pub of_agency: bool,
    /// Whoever answers cannot name themselves.
    pub not_self: bool,
    /// Nor whom these earlier questions have named.
    pub unlike: Vec<FieldCode>,
}

impl PersonKind {
    /// Whom the questions that this one must differ from have named.
    pub fn named_already<'k, 'a: 'k>(
        &'k self,
        answer: impl Fn(&FieldCode) -> Option<&'a Answer> + 'k,
    ) -> impl Iterator<Item = PersonId> + 'k {
        let answers = self.unlike.iter().filter_map(answer);
        answers.filter_map(|answer| match answer {
            Answer::Person { id, .. } => Some(*id),
            _ => None,
        })
    }
}

impl Written for PersonKind {
    const WORD: &'static str = "person";
    const KEYS: &'static [&'static str] = &["role", "of-agency", "except"];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "role = \"helpdesk\"",
            takes: &["sari  DEWI"],
            refuses: &["Budi", "Sari", "Rani"],
        },
        Sample {
            keys: "role = \"pic\"\nof-agency = true",
            takes: &["Hadi Wijaya"],
            refuses: &["hadi", "Rani"],
        },
        Sample {
            keys: "role = \"pic\"\nexcept = [\"@self\"]",
            takes: &["Hadi Wijaya"],
            refuses: &["hadi", "Rani"],
        },
    ];

    fn read(keys: &Keys<'_>) -> PersonKind {
        let except = keys.strings("except").unwrap_or_default();
        let (own, others): (Vec<_>, Vec<_>) = except.into_iter().partition(|it| it == SELF);
        for other in others.iter().filter(|it| !is_code(it)) {
            let what = format!(
                "`{other}` names nobody; write `{SELF}`, or an earlier question of kind `person`."
            );
            keys.at("except", what);
        }
        PersonKind {
            role: RoleCode::new(keys.need_code("role", "whose holders can be chosen")),
            of_agency: keys.boolean("of-agency").unwrap_or(false),
            not_self: !own.is_empty(),
            unlike: others
                .into_iter()
                .filter(|it| is_code(it))
                .map(FieldCode::new)
                .collect(),
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
        let key = if self.of_agency {
            "outline-kind-person-of-agency"
        } else {
            "outline-kind-person"
        };
        let person = Phrase::new(key).with("role", self.role.clone());
        let own = self
            .not_self
            .then(|| Phrase::new("outline-kind-person-self").into());
        let others = self.unlike.iter().map(|code| code.clone().into());
        let except: Vec<Part> = own.into_iter().chain(others).collect();
        if except.is_empty() {
            return person;
        }
        Phrase::new("outline-kind-person-except")
            .with("person", person)
            .with("except", Part::List(except, ", "))
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

/// A holder of the role by full name. Of two with one name, and where it is part of names only, the button tells
/// who is meant: nobody is charged with anything by a guess.
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
        (None, _) if plain(&name).is_empty() || sought(knowledge.holders, &name).is_empty() => {
            Err(Unfit::NotHolder)
        }
        _ => Err(Unfit::ChooseOne),
    }
}

/// Those whose names hold every word that was typed; all of them where nothing was.
pub(crate) fn sought(holders: &[(PersonId, String)], typed: &str) -> Vec<(PersonId, String)> {
    let holders = holders.iter();
    let found = holders.filter(|(_, name)| holds(std::slice::from_ref(name), typed));
    found.cloned().collect()
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
            of_agency: false,
            not_self: false,
            unlike: Vec::new(),
        };
        check_input(&kind, &Input::Person(PersonId(2)), "Hadi Wijaya");
        check_input(&kind, &Input::Person(PersonId(99)), "NotHolder");
        check(&kind, "sari  DEWI", "Sari Dewi");
        check(&kind, "SARI", "ChooseOne");
        check(&kind, "wija had", "ChooseOne");
        check(&kind, "Rani", "NotHolder");
        check(&kind, "…", "NotHolder");
        check(&kind, "Budi", "ChooseOne");
        check(&kind, "", "Empty");
    }
}
