//! How the steps of a procedure follow each other.

use super::{
    answer::Answers,
    milestone::Milestone,
    step::{Outcome, Procedure, Step, Target, Tone},
};
use crate::code::StepCode;

impl Procedure {
    /// The steps on a way from one to another, both included, in the order of the file.
    pub fn between(&self, from: &StepCode, until: &StepCode) -> impl Iterator<Item = &Step> {
        let follows = |one: &StepCode, other: &StepCode| one == other || self.leads_on(one, other);
        let is_on_it = move |it: &&Step| follows(from, &it.code) && follows(&it.code, until);
        self.steps.iter().filter(is_on_it)
    }

    /// How many rows the SOP has.
    pub fn rows(&self) -> u32 {
        self.steps
            .iter()
            .filter_map(|step| step.row)
            .max()
            .unwrap_or(0)
    }

    /// The SOP's row at which a step stands; an added step stands at the row before it.
    pub fn row_of(&self, code: &StepCode) -> u32 {
        let until = self
            .steps
            .iter()
            .position(|step| &step.code == code)
            .unwrap_or(0);
        self.steps[..=until.min(self.steps.len().saturating_sub(1))]
            .iter()
            .rev()
            .find_map(|step| step.row)
            .unwrap_or(1)
    }

    /// "Step n of m": the row of the paper, or where there is no paper the place in the file. A step that
    /// was added to the paper stands at the row before it.
    pub fn place_of(&self, step: &Step) -> (u32, u32) {
        if !self.house {
            return (self.row_of(&step.code), self.rows());
        }
        let place = self.steps.iter().position(|it| it.code == step.code);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (count(place.unwrap_or(0)) + 1, count(self.steps.len()))
    }

    /// Where the first step leads, given the answers.
    pub fn sending_leads(&self, answers: &Answers) -> Option<Target> {
        let sent = self.first()?.outcomes.first()?;
        Some(sent.leads(answers, 0))
    }

    /// The stages to which its requests come, in their order.
    pub fn milestones(&self) -> impl Iterator<Item = Milestone> {
        let all = [
            Milestone::Received,
            Milestone::Examined,
            Milestone::AtWork,
            Milestone::Done,
        ];
        let works = !self.work_starts.is_empty();
        let reached = move |it: &Milestone| works || *it != Milestone::AtWork;
        all.into_iter().filter(reached)
    }

    /// Whether one comes from a step to another without ever going back, in one decision or more.
    pub fn leads_on(&self, from: &StepCode, to: &StepCode) -> bool {
        let mut seen: Vec<&StepCode> = Vec::new();
        let mut next = vec![from.clone()];
        while let Some(code) = next.pop() {
            let Some(step) = self.step(&code) else {
                continue;
            };
            let onward = step.outcomes.iter().filter(|it| it.tone != Tone::Return);
            for target in onward.flat_map(Outcome::targets) {
                match target {
                    Target::Step(code) if &code == to => return true,
                    Target::Step(code) if !next.contains(&code) => next.push(code),
                    _ => {}
                }
            }
            seen.push(&step.code);
            next.retain(|code| !seen.contains(&code));
        }
        false
    }

    /// Whether the work has started where a request waits at this step: it is a step with which work starts,
    /// or one beyond it, which a branch may come to past it.
    pub fn is_at_work(&self, code: &StepCode) -> bool {
        self.work_starts.iter().any(|start| {
            start == code || (self.leads_on(start, code) && !self.leads_on(code, start))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{office::Office, procedure::Catalogue};

    #[test]
    fn going_back_does_not_lead_on() {
        let office = Office::built_in().unwrap();
        let catalogue = Catalogue::built_in(&office).unwrap();
        let hosting = catalogue.get(&"hosting".into()).unwrap();
        let on = |from: &str, to: &str| hosting.leads_on(&from.into(), &to.into());
        assert!(on("analisis", "keputusan") && on("ajukan", "terima-kadis"));
        assert!(!on("keputusan", "analisis") && !on("analisis", "analisis"));
        assert!(!on("analisis", "lengkapi-teknis"));
    }
}
