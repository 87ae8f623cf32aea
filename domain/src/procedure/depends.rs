//! What in a procedure depends on what was answered or decided.

use chrono::{DateTime, Utc};

use super::{
    answer::{Answer, Answers},
    condition::{Condition, OfficeTime, SENT_AT, SENT_ON, falls_of},
    kind::{Kind, entry::EntryKind},
    step::{Outcome, Procedure},
};
use crate::{
    calendar::Calendar,
    code::{FieldCode, RegisterCode, StepCode},
};

impl Procedure {
    /// Every condition in it.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let steps = self.steps.iter().flat_map(|step| {
            let asked = step.fields.iter().filter_map(|field| field.when.as_ref());
            let timed = step.times.iter().map(|case| &case.when);
            asked
                .chain(timed)
                .chain(step.outcomes.iter().flat_map(Outcome::conditions))
        });
        let lines = self.registers.iter().filter_map(|it| it.when.as_ref());
        let papers = self.papers.iter().filter_map(|it| it.when.as_ref());
        let told = self.inform_at_end.iter().filter_map(|it| it.when.as_ref());
        steps.chain(lines).chain(papers).chain(told)
    }

    /// Whether anything in it depends on what was decided at a step.
    pub fn looks_at(&self, step: &StepCode) -> bool {
        self.conditions().any(|condition| condition.looks_at(step))
    }

    /// Whether anything in it depends on how often something was decided at a step.
    pub fn counts(&self, step: &StepCode) -> bool {
        self.conditions().any(|condition| condition.counts(step))
    }

    /// What of the office's time some answers, and the sending, fall on, and when it was sent, as far as anything
    /// depends on it: it is noted beside them, so that another calendar changes nothing of what was decided.
    pub fn note_times(
        &self,
        calendar: &Calendar,
        answers: &mut Answers,
        sent: Option<DateTime<Utc>>,
    ) {
        let looks = self.conditions().any(Condition::looks_at_the_sending);
        if let Some(at) = sent.filter(|_| looks) {
            answers.set(SENT_AT.into(), Answer::Moment(at));
            answers.set(SENT_ON.into(), Answer::Date(calendar.day_of(at)));
        }
        for simple in self.conditions().flat_map(Condition::simple) {
            let Condition::Falls { field, .. } = simple else {
                continue;
            };
            let falls = match field {
                Some(field) => answers
                    .get(field)
                    .map(|answer| OfficeTime::of(calendar, answer)),
                None => sent.map(|at| OfficeTime::of(calendar, &Answer::Moment(at))),
            };
            if let Some(falls) = falls {
                let noted = falls.map_or(Answer::Skipped, OfficeTime::noted);
                answers.set(falls_of(field.as_ref()), noted);
            }
        }
    }
}

impl Outcome {
    /// Every condition on which it depends.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let branches = self.branch.iter().map(|branch| &branch.when);
        let must = self.must.iter().map(|must| &must.holds);
        let told = self.inform.iter().filter_map(|inform| inform.when.as_ref());
        self.when.iter().chain(branches).chain(must).chain(told)
    }
}

impl Procedure {
    /// Whether some outcome amends a line of a register.
    pub fn amends(&self, register: &RegisterCode) -> bool {
        let outcomes = self.steps.iter().flat_map(|step| &step.outcomes);
        let mut amends = outcomes.filter_map(|outcome| outcome.amend.as_ref());
        amends.any(|amend| self.chosen_from(&amend.entry) == Some(register))
    }

    /// The register from which a question chooses a line; none where it chooses none.
    pub fn chosen_from(&self, entry: &FieldCode) -> Option<&RegisterCode> {
        match &self.field(entry)?.kind {
            Kind::Entry(EntryKind { register, .. }) => Some(register),
            _ => None,
        }
    }
}
