//! Whether something can be chosen at every step, whatever was answered.

use super::Case;
use crate::{
    code::{FieldCode, OptionCode, StepCode},
    procedure::{
        condition::Condition,
        kind::Way,
        step::{Outcome, Procedure, Step, Tone},
    },
};

/// So many cases are looked at; beyond that an outcome without a condition is asked for.
const CASES: usize = 4096;

/// Whoever holds a step can always choose something, whatever was answered and however often it was
/// chosen: one outcome is always there, or in every case one of several.
pub(super) fn something_can_always_be_chosen(case: &Case<'_>) {
    for step in &case.procedure.steps {
        if !step.outcomes.is_empty() && !is_served(case, step) {
            case.complaints.at(
                step.line,
                "It can come to pass that nothing can be chosen at this step; leave one outcome without `when`, `at-most` and `by`.",
            );
        }
    }
}

/// Something on which it depends what can be chosen.
#[derive(Debug, Clone, PartialEq)]
enum Ground<'p> {
    Answer(&'p FieldCode),
    Entered,
    Decided(&'p StepCode),
    /// What can only be so or not.
    Simple(&'p Condition),
}

/// How it is in one case: the option, role or outcome; none where there is none.
type CaseValue = Option<String>;

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
    let mut grounds: Vec<Ground<'_>> = Vec::new();
    for simple in conditions.iter().flat_map(|when| when.simple()) {
        let ground = ground(case, simple);
        if !grounds.contains(&ground) {
            grounds.push(ground);
        }
    }
    let mut cases: Vec<Vec<CaseValue>> = vec![Vec::new()];
    for ground in &grounds {
        let all = sayings(case, ground);
        if cases.len() * all.len() > CASES {
            return false;
        }
        let with = |before: &Vec<CaseValue>, said: &CaseValue| {
            let mut longer = before.clone();
            longer.push(said.clone());
            longer
        };
        cases = cases
            .iter()
            .flat_map(|before| all.iter().map(move |said| with(before, said)))
            .collect();
    }
    cases.iter().all(|said| {
        let simple = |it: &Condition| {
            let place = grounds.iter().position(|known| *known == ground(case, it));
            let said = place.and_then(|place| said[place].as_deref());
            said.is_some_and(|said| match it {
                Condition::Is { is, .. } => is.iter().any(|it| it.as_str() == said),
                Condition::EnteredBy(roles) => roles.iter().any(|it| it.as_str() == said),
                Condition::Decided { outcomes, .. } => {
                    outcomes.iter().any(|it| it.as_str() == said)
                }
                _ => true,
            })
        };
        conditions.iter().any(|when| when.holds_if(&simple))
    })
}

fn ground<'p>(case: &Case<'_>, simple: &'p Condition) -> Ground<'p> {
    match simple {
        Condition::Is { field, .. } if is_one_of_some(case, field) => Ground::Answer(field),
        Condition::EnteredBy(_) => Ground::Entered,
        Condition::Decided { step, .. } => Ground::Decided(step),
        other => Ground::Simple(other),
    }
}

/// Whether it has exactly one answer of a few. Of several nothing may be chosen.
fn is_one_of_some(case: &Case<'_>, field: &FieldCode) -> bool {
    let way = case.procedure.field(field).map(|field| field.kind.way());
    way.is_some_and(|way| matches!(way, Way::One(_) | Way::YesNo(_)))
}

fn sayings(case: &Case<'_>, ground: &Ground<'_>) -> Vec<CaseValue> {
    let procedure = case.procedure;
    match ground {
        Ground::Answer(field) => {
            let way = procedure.field(field).map(|field| field.kind.way());
            let options = way.and_then(Way::sayings).unwrap_or_default();
            let said = options.iter().map(|it: &OptionCode| Some(it.to_string()));
            let unsaid = (!is_always_answered(procedure, field)).then_some(None);
            said.chain(unsaid).collect()
        }
        Ground::Entered => {
            let roles = std::iter::once(&procedure.opens).chain(&procedure.on_behalf);
            roles.map(|role| Some(role.to_string())).collect()
        }
        Ground::Decided(step) => {
            let outcomes = procedure.step(step).map_or(&[][..], |step| &step.outcomes);
            let outcomes = outcomes.iter().map(|it| Some(it.code.to_string()));
            std::iter::once(None).chain(outcomes).collect()
        }
        Ground::Simple(_) => vec![None, Some(String::new())],
    }
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
