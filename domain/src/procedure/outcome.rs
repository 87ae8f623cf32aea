//! A button of a step: when it is offered, and where it leads.

use super::{
    answer::Answers,
    field::Field,
    record::Source,
    step::{Outcome, ReasonRule, Step, Target, Tone},
};
use crate::code::{ColumnCode, FieldCode};

impl Outcome {
    /// Every place it may lead to, sooner or later.
    pub fn targets(&self) -> impl Iterator<Item = Target> + '_ {
        let branches = self.branch.iter().map(|branch| branch.to.clone());
        let then = self.then.iter().cloned().map(Target::Step);
        std::iter::once(self.to.clone()).chain(branches).chain(then)
    }

    /// Where it leads, given all answers and how often it was chosen before.
    pub fn leads(&self, answers: &Answers, chosen: u32) -> Target {
        if let (Some(most), Some(then)) = (self.at_most, &self.then)
            && chosen >= most
        {
            return Target::Step(then.clone());
        }
        self.branch
            .iter()
            .find(|branch| branch.when.holds_in(answers))
            .map_or_else(|| self.to.clone(), |branch| branch.to.clone())
    }

    /// Whether its button is offered, given all answers and how often it was chosen before.
    pub fn is_offered(&self, answers: &Answers, chosen: u32) -> bool {
        let when = self.when.as_ref();
        when.is_none_or(|when| when.holds_in(answers))
            && (self.then.is_some() || self.at_most.is_none_or(|most| chosen < most))
    }

    /// What it notes in lines that were chosen: by which question each was, and what its columns say from now on.
    pub fn notes(&self) -> impl Iterator<Item = (&FieldCode, &[(ColumnCode, Source)])> {
        let retires = self.retire.iter().map(|it| (&it.entry, &*it.fill));
        let amends = self.amend.iter().map(|it| (&it.entry, &*it.fill));
        retires.chain(amends)
    }

    /// Whether one tap records it: nothing to ask, nothing to confirm.
    pub fn is_one_tap(&self) -> bool {
        self.asks.is_empty() && !self.is_considered()
    }

    /// Whether it wants a reason or marks, or is confirmed once more, whatever was answered before.
    pub fn is_considered(&self) -> bool {
        self.reason != ReasonRule::None || self.marks || self.tone == Tone::No
    }

    /// Whether it can send back the answer to this question.
    pub fn can_mark(&self, field: &FieldCode) -> bool {
        self.marks && (self.markable.is_empty() || self.markable.contains(field))
    }
}

impl Step {
    /// The question by whose options an outcome is chosen on the card; none where it has a button of its own.
    pub fn chosen_by(&self, outcome: &Outcome) -> Option<&Field> {
        let code = outcome.chosen_by.as_ref()?;
        self.fields.iter().find(|field| field.code == *code)
    }

    /// How many must choose an outcome before it is decided: one, where nobody has to agree with anybody.
    pub fn needed(&self, outcome: &Outcome) -> u32 {
        match &self.quorum {
            None => 1,
            Some(quorum) => outcome.voices.unwrap_or(quorum.agree),
        }
    }
}
