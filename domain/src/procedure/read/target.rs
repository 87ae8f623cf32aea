//! Where an outcome leads: `to`, `ends`, `resume`.

use super::keys::Keys;
use crate::{
    code::{EndCode, StepCode},
    procedure::step::Target,
};

/// An outcome leads to one step, to one end, or back to the step that returned the request.
pub(super) fn target(keys: &Keys<'_>) -> Target {
    let (to, ends, resume) = (keys.code("to"), keys.code("ends"), keys.boolean("resume"));
    let said = ["to", "ends", "resume"]
        .into_iter()
        .filter(|key| keys.has(key))
        .count();
    if said != 1 {
        keys.complaints.at(
            keys.line,
            "An outcome leads to one place; give it either `to` (a step), `ends` (an end) or `resume = true`.",
        );
    }
    match (to, ends, resume) {
        (Some(to), ..) => Target::Step(StepCode::new(to)),
        (_, Some(ends), _) => Target::End(EndCode::new(ends)),
        (.., Some(false)) => {
            keys.at(
                "resume",
                "`resume = false` leads nowhere; write `to` or `ends` instead.",
            );
            Target::Step(StepCode::new(""))
        }
        (.., Some(true)) => Target::Resume,
        // Stands for "already complained about".
        (.., None) => Target::Step(StepCode::new("")),
    }
}

/// A branch leads to one step or to one end: where it was returned, a request has not always been.
pub(super) fn elsewhere(keys: &Keys<'_>) -> Target {
    let (to, ends) = (keys.code("to"), keys.code("ends"));
    if keys.has("to") == keys.has("ends") && !keys.is_sketch() {
        keys.complaints.at(
            keys.line,
            "A branch leads to one place; give it either `to` (a step) or `ends` (an end).",
        );
    }
    match (to, ends) {
        (None, Some(ends)) => Target::End(EndCode::new(ends)),
        // An empty code stands for "already complained about".
        (to, _) => Target::Step(StepCode::new(to.unwrap_or_default())),
    }
}
