//! Saying no, and why.

use super::{Case, people::rejects, words::LONG_BUTTON};
use crate::{
    Text,
    procedure::{
        field::Field,
        form::{self, REASON_LENGTH},
        step::{Outcome, ReasonRule, Tone},
    },
};

/// Outcomes of tone `no` and `return` need a reason.
pub(super) fn a_no_and_a_return_need_a_reason(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        let tone = match outcome.tone {
            Tone::No => "no",
            Tone::Return => "return",
            Tone::Yes | Tone::Plain => continue,
        };
        if outcome.reason != ReasonRule::Required {
            let what = format!(
                "An outcome of tone `{tone}` tells the other why; add `reason = \"required\"`."
            );
            case.complaints.at(outcome.line, what);
        }
    }
}

/// What ends in a `rejected` end has tone `no`.
pub(super) fn rejecting_is_a_no(case: &Case<'_>) {
    // Applicants reject nothing, and are told so.
    let others = case
        .outcomes()
        .filter(|(step, _)| !case.is_applicants(step));
    for (_, outcome) in others {
        if rejects(case, outcome) && outcome.tone != Tone::No {
            case.complaints.at(
                outcome.line,
                "To reject is to say no; write `tone = \"no\"`, so that the bot asks once more.",
            );
        }
    }
}

/// Usual reasons stand only where a reason is asked for.
pub(super) fn usual_reasons_need_a_reason_to_be_asked(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        // Those of tone `no` and `return` have been asked for a reason already.
        let free = matches!(outcome.tone, Tone::Yes | Tone::Plain);
        if free && !outcome.usual.is_empty() && outcome.reason == ReasonRule::None {
            case.complaints.at(
                outcome.line,
                "There are usual reasons, but no reason is asked for; add `reason` or remove `usual`.",
            );
        }
    }
}

/// A reason that is asked for leaves room for one, and one that is not has no length.
pub(super) fn reasons_have_a_length(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        let (min, max) = outcome.reason_length;
        let say = |what: String| case.complaints.at(outcome.line, what);
        if outcome.reason_length == REASON_LENGTH {
            continue;
        }
        if outcome.reason == ReasonRule::None {
            say("No reason is asked for here, so it has no length; remove `reason-min` and `reason-max`.".to_owned());
        } else if min > max || max == 0 {
            say(format!(
                "No reason has from {min} to {max} characters; change `reason-min` or `reason-max`."
            ));
        }
    }
}

/// Usual reasons are as long as a reason must be and have 40 characters at most: enough for a reason, not too much for a
/// button. So is what is usually wrong with an answer, wherever it can be sent back.
pub(super) fn usual_reasons_are_long_enough_and_fit_a_button(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        fit(case, (outcome.line, &outcome.usual), outcome);
        for field in markable(case, outcome) {
            fit(case, (field.line, &field.usual), outcome);
        }
    }
}

fn fit(case: &Case<'_>, (line, reasons): (usize, &[Text]), outcome: &Outcome) {
    for usual in reasons.iter().flat_map(Text::wordings) {
        let length = usual.chars().count();
        let (min, max) = outcome.reason_length;
        let (min, max) = (min.max(1), max.min(LONG_BUTTON));
        if !(min..=max).contains(&length) {
            let what = format!(
                "The usual reason \"{usual}\" has {length} characters; write {min} to {max}."
            );
            case.complaints.at(line, what);
        }
    }
}

/// What is usually wrong with an answer stands where an outcome can mark it.
pub(super) fn what_is_usually_wrong_can_be_marked(case: &Case<'_>) {
    let marked = case
        .outcomes()
        .flat_map(|(_, outcome)| markable(case, outcome));
    let marked: Vec<_> = marked.map(|field| field.code).collect();
    let usual = case.questions().filter(|field| !field.usual.is_empty());
    for field in usual.filter(|field| !marked.contains(&field.code)) {
        let what = format!(
            "No outcome sends `{}` back, so nobody says what is usually wrong with it; remove `usual`, or let one mark it (`marks = true`).",
            field.code
        );
        case.complaints.at(field.line, what);
    }
}

/// The questions that an outcome can mark.
fn markable(case: &Case<'_>, outcome: &Outcome) -> Vec<Field> {
    let repaired = form::repaired(case.procedure, outcome);
    let can = repaired.iter().filter(|it| outcome.can_mark(&it.code));
    can.cloned().collect()
}
