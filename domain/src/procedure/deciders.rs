//! Who has decided at a step, as lines of registers say it: it is noted beside the answers of the decision.

use serde::{Deserialize, Serialize};

use super::{
    answer::{Answer, Answers},
    condition::decided_at,
    record::Source,
    step::{Outcome, Procedure},
};
use crate::{
    code::{FieldCode, OptionCode, RoleCode, StepCode},
    id::PersonId,
    mandate::{Behalf, BehalfKind, MandateKind},
};

/// Stands for the office's clock where nobody decided. No file can hold this code, so it never clashes.
pub const CLOCK: &str = "@clock";

/// Stands among answers for whoever decided last at a step. Files write `@by` and the step.
pub fn decided_by(step: &StepCode) -> FieldCode {
    FieldCode::new(format!(":by:{step}"))
}

/// Stands among answers for the post in which that was.
pub fn decided_in(step: &StepCode) -> FieldCode {
    FieldCode::new(format!(":in:{step}"))
}

/// The same of those who had said the same before, the first of them first.
pub fn decided_with(step: &StepCode, nth: usize) -> [FieldCode; 2] {
    ["by", "in"].map(|what| FieldCode::new(format!(":{what}:{step}:{nth}")))
}

/// Who had said the same before, and in which posts. Whoever had in an earlier round counts no more.
pub(crate) fn note_others(
    answers: &mut Answers,
    step: &StepCode,
    others: impl Iterator<Item = (Answer, Option<HeldPost>)>,
) {
    let old = (0..).map(|nth| decided_with(step, nth));
    let old: Vec<_> = old.take_while(|[by, _]| answers.has(by)).collect();
    for code in old.iter().flatten() {
        answers.remove(code);
    }
    for (nth, (person, post)) in others.enumerate() {
        let [by, held] = decided_with(step, nth);
        answers.set(by, person);
        answers.set(held, post.map_or(Answer::Skipped, |post| post.noted()));
    }
}

/// What was decided at a step counts no more, nor who did.
pub(crate) fn forget_decision(answers: &mut Answers, step: &StepCode) {
    answers.remove(&decided_at(step));
    answers.remove(&decided_by(step));
    answers.remove(&decided_in(step));
    note_others(answers, step, std::iter::empty());
}

/// A post as it was filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldPost {
    pub role: RoleCode,
    /// By what, where it was not their own: *Plh.* or *Plt.*
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acting: Option<BehalfKind>,
}

impl HeldPost {
    pub(crate) fn of(role: &RoleCode, behalf: Option<&Behalf>) -> HeldPost {
        let kind = behalf.map(|it| it.kind);
        HeldPost {
            role: match behalf {
                Some(behalf) if behalf.kind == BehalfKind::TakenOver => {
                    RoleCode::new(behalf.basis.as_str())
                }
                _ => role.clone(),
            },
            acting: kind.filter(|it| matches!(it, BehalfKind::Plh | BehalfKind::Plt)),
        }
    }

    fn noted(&self) -> Answer {
        let acting = self.acting.map(|kind| match kind {
            BehalfKind::Plt => MandateKind::Plt.as_str(),
            _ => MandateKind::Plh.as_str(),
        });
        let words = std::iter::once(self.role.as_str()).chain(acting);
        Answer::Choices(words.map(OptionCode::new).collect())
    }

    /// As it was noted among answers.
    pub fn read(answer: &Answer) -> Option<HeldPost> {
        let Answer::Choices(words) = answer else {
            return None;
        };
        let acting = words.get(1).map(|kind| match kind.as_str() {
            "plt" => BehalfKind::Plt,
            _ => BehalfKind::Plh,
        });
        Some(HeldPost {
            role: RoleCode::new(words.first()?.as_str()),
            acting,
        })
    }
}

impl Procedure {
    /// Every source from which something is written into a register, names of lines included.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        let outcomes = self.steps.iter().flat_map(|step| &step.outcomes);
        let noted = outcomes.flat_map(Outcome::notes).flat_map(|(_, fill)| fill);
        let written = self.registers.iter().flat_map(|entry| &entry.fill);
        let names = self.registers.iter().flat_map(|entry| &entry.name);
        written.chain(noted).map(|(_, source)| source).chain(names)
    }

    /// Who decides, as far as any register says who decided at this step.
    pub(crate) fn note_decider(
        &self,
        (step, role): (&StepCode, &RoleCode),
        by: (PersonId, &str),
        behalf: Option<&Behalf>,
        answers: &mut Answers,
    ) {
        let names = |source: &Source| matches!(source, Source::ByAt(of) if of == step);
        if !self.sources().any(names) {
            return;
        }
        if behalf.is_some_and(Behalf::is_the_clocks) {
            answers.set(decided_by(step), Answer::Choice(CLOCK.into()));
            answers.set(decided_in(step), Answer::Skipped);
            return;
        }
        let (id, name) = (by.0, by.1.to_owned());
        answers.set(decided_by(step), Answer::Person { id, name });
        answers.set(decided_in(step), HeldPost::of(role, behalf).noted());
    }
}

#[cfg(test)]
mod tests {
    use super::{Answers, PersonId, decided_by};
    use crate::{office::Office, procedure::check::check};

    /// In a column, and as the name of a line.
    #[test]
    fn whoever_decided_is_noted_wherever_a_line_says_it() {
        let office = Office::built_in().unwrap();
        let hosting = include_str!("../../procedures/hosting.toml");
        let column = "server = \"@by catat\"";
        let name = "name = \"@by keputusan\"\nkeeps";
        let hosting = hosting.replacen("server = \"server\"", column, 1).replacen(
            "name = \"nama-aplikasi\"\nkeeps",
            name,
            1,
        );
        assert!(hosting.contains(column) && hosting.contains(name));
        let procedure = check("hosting.toml", &hosting, &office).unwrap();
        for (step, is_said) in [("catat", true), ("keputusan", true), ("verifikasi", false)] {
            let mut answers = Answers::new();
            let (step, role) = (step.into(), "coordinator".into());
            procedure.note_decider((&step, &role), (PersonId(1), "Rudi"), None, &mut answers);
            assert_eq!(answers.has(&decided_by(&step)), is_said, "{step}");
        }
    }
}
