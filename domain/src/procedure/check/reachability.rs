//! Whether everything can be reached, and everything comes to an end.
//!
//! While an outcome leads nowhere, these rules say nothing: half the procedure would seem cut off,
//! and only one line is to blame.

use std::collections::BTreeSet;

use super::Case;
use crate::procedure::step::{End, EndKind, Outcome, Procedure, Step, Target};

/// The steps that come after a step, in one step.
fn next<'p>(procedure: &'p Procedure, step: &Step) -> Vec<&'p Step> {
    let leads_here = |other: &&Step| {
        other.outcomes.iter().any(|outcome| {
            outcome
                .targets()
                .any(|to| to == Target::Step(step.code.clone()))
        })
    };
    let mut next = Vec::new();
    for target in step.outcomes.iter().flat_map(Outcome::targets) {
        match &target {
            Target::Step(code) => next.extend(procedure.step(code)),
            Target::Resume => next.extend(procedure.steps.iter().filter(leads_here)),
            Target::End(_) => {}
        }
    }
    next
}

/// A step and all that come after it, sooner or later.
pub(super) fn from<'p>(procedure: &'p Procedure, start: &'p Step) -> Vec<&'p Step> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let mut waiting = vec![start];
    while let Some(step) = waiting.pop() {
        if seen.insert(step.code.as_str()) {
            found.push(step);
            waiting.extend(next(procedure, step));
        }
    }
    found
}

/// The kinds of end that outcomes of these steps lead to.
fn ends_at(case: &Case<'_>, steps: &[&Step]) -> Vec<EndKind> {
    let targets = steps
        .iter()
        .flat_map(|step| step.outcomes.iter().flat_map(Outcome::targets));
    let ends = targets.filter_map(|target| match target {
        Target::End(code) => case.procedure.end(&code),
        _ => None,
    });
    ends.map(|end| end.kind).collect()
}

fn is_whole(case: &Case<'_>) -> bool {
    case.procedure
        .steps
        .iter()
        .all(|step| !step.code.as_str().is_empty())
        && case
            .outcomes()
            .flat_map(|(_, outcome)| outcome.targets())
            .all(|to| match &to {
                Target::Step(code) => case.procedure.step(code).is_some(),
                Target::End(code) => case.procedure.end(code).is_some(),
                Target::Resume => true,
            })
}

/// Every step can be reached from the first.
pub(super) fn every_step_can_be_reached(case: &Case<'_>) {
    let Some(first) = case.procedure.first().filter(|_| is_whole(case)) else {
        return;
    };
    let reached = from(case.procedure, first);
    for step in &case.procedure.steps {
        if !reached.iter().any(|it| it.code == step.code) {
            let what = format!(
                "No way leads to `{}`; name it in the `to` of an outcome.",
                step.code
            );
            case.complaints.at(step.line, what);
        }
    }
}

/// From every step an end can be reached.
pub(super) fn every_step_has_a_way_out(case: &Case<'_>) {
    for step in case.procedure.steps.iter().filter(|_| is_whole(case)) {
        if ends_at(case, &from(case.procedure, step)).is_empty() {
            let what = format!(
                "From `{}` no way leads to an end; give an outcome `ends`.",
                step.code
            );
            case.complaints.at(step.line, what);
        }
    }
}

/// Every end is the end of some outcome; withdrawing and not answering need none.
pub(super) fn every_end_can_be_reached(case: &Case<'_>) {
    for end in &case.procedure.ends {
        let target = Target::End(end.code.clone());
        let used = case
            .outcomes()
            .any(|(_, outcome)| outcome.targets().any(|to| to == target))
            || case
                .procedure
                .steps
                .iter()
                .any(|step| step.expires.as_ref() == Some(&end.code));
        let silent =
            case.procedure.lapses() == Some(end) && waits_for_the_applicant(case).is_some();
        if is_whole(case) && !used && !silent && end.kind != EndKind::Withdrawn {
            let what = format!(
                "No outcome ends in `{}`; name it in `ends` or remove it.",
                end.code
            );
            case.complaints.at(end.line, what);
        }
    }
}

/// The first step at which a request waits for an answer of its applicant that may never come, while
/// the step itself does not say where that ends.
fn waits_for_the_applicant<'p>(case: &Case<'p>) -> Option<&'p Step> {
    let first = case.procedure.first().map(|first| &first.code);
    let mut steps = case.procedure.steps.iter();
    steps.find(|step| {
        let says = step.expires.is_some() || step.alone.is_some() || step.stays_open;
        case.is_applicants(step) && Some(&step.code) != first && !says
    })
}

/// Where the applicant is asked again and may not answer, there is one end for that.
pub(super) fn silence_comes_to_an_end(case: &Case<'_>) {
    let Some(step) = waits_for_the_applicant(case).filter(|_| is_whole(case)) else {
        return;
    };
    let is_named = |end: &&End| {
        let mut steps = case.procedure.steps.iter();
        steps.any(|it| it.expires.as_ref() == Some(&end.code))
    };
    let silent: Vec<&End> = case.procedure.silent_ends().collect();
    let what = match &silent[..] {
        [] => format!(
            "At `{}` the applicant may never answer; add an [[end]] of kind `lapsed` to which no outcome leads.",
            step.code
        ),
        // Of those that nothing names, the rest are reached by nothing.
        [one, other, ..] if is_named(one) => format!(
            "At `{}` the applicant may never answer, and that could end in `{}` or in `{}`, which `expires` names for something else; add an [[end]] of kind `lapsed` that nothing names, or say in this step where it ends.",
            step.code, one.code, other.code
        ),
        _ => return,
    };
    case.complaints.at(step.line, what);
}

/// A request can come to a `done` end.
pub(super) fn a_request_can_be_done(case: &Case<'_>) {
    let Some(first) = case.procedure.first().filter(|_| is_whole(case)) else {
        return;
    };
    if !ends_at(case, &from(case.procedure, first)).contains(&EndKind::Done) {
        case.complaints.at(
            0,
            "No request can be done; let an outcome end in an [[end]] of kind `done`.",
        );
    }
}
