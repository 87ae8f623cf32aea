//! Where a request ends whose applicant never answers.

use super::{
    end_kind::EndKind,
    step::{End, Procedure, Step, Target},
};

impl Procedure {
    /// The end of requests whose applicant never answered.
    pub fn lapses(&self) -> Option<&End> {
        self.silent_ends().next()
    }

    /// The ends that may be for silence: of kind `lapsed`, and no outcome leads there. One that `expires` names is for
    /// what runs out, unless there is no other. A checked procedure has one at most.
    pub fn silent_ends(&self) -> impl Iterator<Item = &End> {
        let outcomes = || self.steps.iter().flat_map(|step| &step.outcomes);
        let led_to = |end: &End| {
            let here = Target::End(end.code.clone());
            outcomes().any(|outcome| outcome.targets().any(|to| to == here))
        };
        let named = |end: &&End| {
            self.steps
                .iter()
                .any(|it| it.expires.as_ref() == Some(&end.code))
        };
        let ends = self.ends.iter();
        let silent = ends.filter(|end| end.kind == EndKind::Lapsed && !led_to(end));
        let (named, own): (Vec<&End>, Vec<&End>) = silent.partition(named);
        if own.is_empty() { named } else { own }.into_iter()
    }

    /// Where a request ends whose applicant does not answer at a step; none where it waits on.
    pub fn lapses_at(&self, step: &Step) -> Option<&End> {
        if !self.is_applicants(step) || step.alone.is_some() || step.stays_open {
            return None;
        }
        match &step.expires {
            Some(end) => self.end(end),
            None => self.lapses(),
        }
    }
}
