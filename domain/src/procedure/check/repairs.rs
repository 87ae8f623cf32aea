//! Sending a request back, having it put right, and going on where it was.

use super::Case;
use crate::procedure::{
    form,
    read::unknown,
    step::{Outcome, Step, Target, Tone},
};

/// The step that a target is.
fn led_to<'a>(case: &Case<'a>, target: &Target) -> Option<&'a Step> {
    match target {
        Target::Step(code) => case.procedure.step(code),
        Target::End(_) | Target::Resume => None,
    }
}

/// What is marked is repaired next: `marks` leads to a `repairs` step, and such a step is entered by no other outcome.
pub(super) fn what_is_marked_is_repaired_next(case: &Case<'_>) {
    let turns = case.outcomes().flat_map(|(_, outcome)| {
        let targets = outcome.targets().enumerate();
        targets.map(move |(nth, to)| (outcome, to, key_of(outcome, nth)))
    });
    for (outcome, to, key) in turns {
        let step = led_to(case, &to);
        let repairs = step.is_some_and(|step| {
            step.repairs || (case.is_applicants(step) && !step.fields.is_empty())
        });
        if outcome.marks && !repairs && (step.is_some() || !matches!(to, Target::Step(_))) {
            let what = format!(
                "Answers are marked, but where {key} leads nobody is asked to put them right; lead to a step of the applicant's that asks them again, e.g. with `repairs = true`."
            );
            case.complaints.at(outcome.line, what);
        }
        if let Some(step) = step.filter(|step| step.repairs && !outcome.marks) {
            let what = format!(
                "`{}` has answers put right, but this outcome marks none; add `marks = true`.",
                step.code
            );
            case.complaints.at(outcome.line, what);
        }
    }
    for (_, outcome) in case.outcomes() {
        let repaired = form::repaired(case.procedure, outcome);
        for code in &outcome.markable {
            if repaired.iter().all(|field| field.code != *code) {
                let known = repaired.iter().map(|field| field.code.as_str());
                let noun = "question that is put right then called";
                case.complaints
                    .at(outcome.line, unknown(noun, code.as_str(), known));
            }
        }
        if outcome.marks && outcome.tone != Tone::Return {
            case.complaints.at(
                outcome.line,
                "Answers are marked for the applicant to put right; write `tone = \"return\"`.",
            );
        }
    }
}

/// Which key of an outcome says its nth target.
fn key_of(outcome: &Outcome, nth: usize) -> String {
    match nth.checked_sub(1) {
        None => format!("`{}`", outcome.code),
        Some(branch) if branch < outcome.branch.len() => {
            format!("branch {} of `{}`", branch + 1, outcome.code)
        }
        Some(_) => format!("`then` of `{}`", outcome.code),
    }
}

/// A `repairs` step is the applicant's, has no questions of its own and resumes where it came from.
pub(super) fn a_repairing_step_only_repairs(case: &Case<'_>) {
    for step in case.procedure.steps.iter().filter(|step| step.repairs) {
        let code = &step.code;
        if !case.is_applicants(step) {
            let what = format!(
                "`{code}` repairs, so `{}` performs it.",
                case.procedure.opens
            );
            case.complaints.at(step.line, what);
        }
        if let Some(field) = step.fields.first() {
            let what =
                format!("`{code}` asks again what was marked; it has no questions of its own.");
            case.complaints.at(field.line, what);
        }
        if !step
            .outcomes
            .iter()
            .any(|outcome| outcome.to == Target::Resume)
        {
            let what = format!(
                "`{code}` repairs, so one of its outcomes goes on where the request was; add `resume = true`."
            );
            case.complaints.at(step.line, what);
        }
    }
}

/// Only what resumes can begin anew, and only where the first step leads elsewhere with other answers.
pub(super) fn only_another_way_begins_anew(case: &Case<'_>) {
    let sent = case
        .procedure
        .first()
        .and_then(|first| first.outcomes.first());
    let branches = sent.is_some_and(|sent| !sent.branch.is_empty());
    for (_, outcome) in case.outcomes().filter(|(_, outcome)| outcome.anew) {
        if outcome.to != Target::Resume {
            case.complaints.at(
                outcome.line,
                "Only what goes back to where it was returned can begin anew; add `resume = true`, or remove `anew`.",
            );
        } else if !branches {
            case.complaints.at(
                outcome.line,
                "The first step leads to one place whatever is answered, so nothing begins anew; remove `anew`.",
            );
        }
    }
}

/// Only a returned request resumes: a step with `resume` is entered by outcomes of tone `return`.
pub(super) fn only_a_returned_request_resumes(case: &Case<'_>) {
    let resumes = |step: &Step| {
        step.outcomes
            .iter()
            .any(|outcome| outcome.to == Target::Resume)
    };
    for (outcome, to) in case.targets() {
        if let Some(step) = led_to(case, &to)
            && resumes(step)
            && outcome.tone != Tone::Return
        {
            let what = format!(
                "`{}` goes back to where the request was returned; write `tone = \"return\"` to lead there.",
                step.code
            );
            case.complaints.at(outcome.line, what);
        }
    }
    if let Some(first) = case.procedure.first().filter(|first| resumes(first)) {
        let what = format!(
            "`{}` opens the request; there is nothing to resume.",
            first.code
        );
        case.complaints.at(first.line, what);
    }
}
