//! Whether something can be chosen at every step, whatever was answered.

use super::{Case, cases::Cases};
use crate::{
    code::FieldCode,
    procedure::step::{Outcome, Procedure, Step, Tone},
};

/// Whoever holds a step can always choose something, whatever was answered and however often it was
/// chosen: one outcome is always there, or in every case one of several.
pub(super) fn something_can_always_be_chosen(case: &Case<'_>) {
    for step in &case.procedure.steps {
        if !step.outcomes.is_empty() && !is_served(case, step) {
            // Nothing but a demand is in its way.
            let is_held_up = |it: &&Outcome| {
                let is_there = it.when.is_none() && (it.at_most.is_none() || it.then.is_some());
                is_there && !it.by_clock && !it.must.is_empty()
            };
            let what = match step.outcomes.iter().find(is_held_up) {
                None => "It can come to pass that nothing can be chosen at this step; leave one outcome without `when`, `at-most` and `by`.".to_owned(),
                Some(outcome) => format!(
                    "It can come to pass that nothing can be chosen at this step: `{}` is always there, but its `must` can hold it up; leave one outcome without `must`, `when`, `at-most` and `by`.",
                    outcome.code
                ),
            };
            case.complaints.at(step.line, what);
        }
    }
}

fn is_served(case: &Case<'_>, step: &Step) -> bool {
    // What a `must` can hold up may not be had. The first step is sent, or not.
    let is_first = case
        .procedure
        .first()
        .is_some_and(|first| first.code == step.code);
    let lasting = |outcome: &&Outcome| {
        !outcome.by_clock
            && (outcome.at_most.is_none() || outcome.then.is_some())
            && (is_first || outcome.must.is_empty())
    };
    let mut conditions = Vec::new();
    for outcome in step.outcomes.iter().filter(lasting) {
        match &outcome.when {
            None => return true,
            Some(when) => conditions.push(when),
        }
    }
    let is_certain = |field: &FieldCode| is_always_answered(case.procedure, field);
    // Beyond so many cases an outcome without a condition is asked for.
    let cases = Cases::of(case, &conditions, &is_certain);
    cases.is_some_and(|cases| {
        cases.every(|simple| conditions.iter().any(|when| when.holds_if(simple)))
    })
}

/// Whether a request that has gone on from where something is asked holds an answer to it.
fn is_always_answered(procedure: &Procedure, code: &FieldCode) -> bool {
    let (Some(step), Some(field)) = (procedure.step_of(code), procedure.field(code)) else {
        return false;
    };
    let is_first = procedure
        .first()
        .is_some_and(|first| first.code == step.code);
    let goes_on = |it: &&Outcome| matches!(it.tone, Tone::Yes | Tone::Plain);
    let mut on = step.outcomes.iter().filter(goes_on);
    field.required && field.when.is_none() && (is_first || on.all(|it| it.asks.contains(code)))
}
