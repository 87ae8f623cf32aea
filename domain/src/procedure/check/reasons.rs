//! Saying no, and why.

use super::{Case, words::LONG_BUTTON};
use crate::{
    Text,
    procedure::step::{EndKind, ReasonRule, Target, Tone},
};

/// Shorter is no reason (rule R-ALASAN).
const SHORTEST_REASON: usize = 10;

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
    for (_, outcome) in case.outcomes() {
        if let Target::End(code) = &outcome.to
            && case
                .procedure
                .end(code)
                .is_some_and(|end| end.kind == EndKind::Rejected)
            && outcome.tone != Tone::No
        {
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

/// Usual reasons have 10 to 40 characters: enough for a reason, not too much for a button.
pub(super) fn usual_reasons_are_long_enough_and_fit_a_button(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        for usual in outcome.usual.iter().flat_map(Text::wordings) {
            let length = usual.chars().count();
            if !(SHORTEST_REASON..=LONG_BUTTON).contains(&length) {
                let what = format!(
                    "The usual reason \"{usual}\" has {length} characters; write {SHORTEST_REASON} to {LONG_BUTTON}."
                );
                case.complaints.at(outcome.line, what);
            }
        }
    }
}
