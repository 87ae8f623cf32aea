//! Where outcomes lead, and what the head of the file refers to.

use std::collections::BTreeSet;

use super::Case;
use crate::{
    code::StepCode,
    procedure::{
        read::unknown,
        step::{EndKind, Target},
    },
};

/// Every step has an outcome.
pub(super) fn every_step_has_an_outcome(case: &Case<'_>) {
    for step in case
        .procedure
        .steps
        .iter()
        .filter(|step| step.outcomes.is_empty())
    {
        case.complaints.at(
            step.line,
            "Nothing can be decided at this step; add a [[step.outcome]] that leads on.",
        );
    }
}

/// Every outcome leads to a step or an end that exists.
pub(super) fn every_outcome_leads_to_something_that_exists(case: &Case<'_>) {
    for (outcome, to) in case.targets() {
        match &to {
            Target::Step(code) if code.as_str().is_empty() => {}
            Target::Step(code) if case.procedure.step(code).is_none() => {
                let known = case.procedure.steps.iter().map(|step| step.code.as_str());
                case.complaints
                    .at(outcome.line, unknown("step", code.as_str(), known));
            }
            Target::End(code) if case.procedure.end(code).is_none() => {
                let known = case.procedure.ends.iter().map(|end| end.code.as_str());
                case.complaints
                    .at(outcome.line, unknown("end", code.as_str(), known));
            }
            _ => {}
        }
    }
}

/// Nothing leads back to the first step: a request is opened once.
pub(super) fn nothing_leads_back_to_the_first_step(case: &Case<'_>) {
    let Some(first) = case
        .procedure
        .first()
        .filter(|it| !it.code.as_str().is_empty())
    else {
        return;
    };
    for (outcome, to) in case.targets() {
        if to == Target::Step(first.code.clone()) {
            let what = format!(
                "`{}` opens the request and happens once; to have answers put right, lead to a step with `repairs = true`.",
                first.code
            );
            case.complaints.at(outcome.line, what);
        }
    }
}

/// Facts are questions of the procedure, each named once.
pub(super) fn facts_are_questions(case: &Case<'_>) {
    let mut seen = BTreeSet::new();
    for fact in &case.procedure.facts {
        if case.procedure.field(fact).is_none() {
            let fields = case
                .procedure
                .steps
                .iter()
                .flat_map(|step| step.fields.iter());
            let known = fields.map(|field| field.code.as_str());
            case.complaints
                .at_key("facts", unknown("question", fact.as_str(), known));
        }
        if !seen.insert(fact) {
            case.complaints.at_key(
                "facts",
                format!("`{fact}` stands in `facts` twice; remove one."),
            );
        }
    }
}

/// Work starts at steps that exist and are not the first.
pub(super) fn work_starts_at_a_later_step(case: &Case<'_>) {
    for start in &case.procedure.work_starts {
        starts_later(case, start);
    }
}

fn starts_later(case: &Case<'_>, start: &StepCode) {
    if case.procedure.step(start).is_none() {
        let known = case.procedure.steps.iter().map(|step| step.code.as_str());
        case.complaints
            .at_key("work-starts", unknown("step", start.as_str(), known));
    } else if case
        .procedure
        .first()
        .is_some_and(|first| &first.code == start)
    {
        case.complaints.at_key(
            "work-starts",
            "If work starts at the first step, nobody can ever withdraw; name a later step.",
        );
    }
}

/// Requests that can be withdrawn have exactly one `withdrawn` end.
pub(super) fn one_end_is_for_withdrawn_requests(case: &Case<'_>) {
    let withdrawn = case
        .procedure
        .ends
        .iter()
        .filter(|end| end.kind == EndKind::Withdrawn);
    if let Some(second) = withdrawn.clone().nth(1) {
        case.complaints.at(
            second.line,
            "There is another `withdrawn` end above; a request is withdrawn in one way only.",
        );
    }
    if !case.procedure.work_starts.is_empty() && withdrawn.count() == 0 {
        case.complaints.at_key(
            "work-starts",
            "Before work starts a request can be withdrawn; add an [[end]] of kind `withdrawn`.",
        );
    }
}
