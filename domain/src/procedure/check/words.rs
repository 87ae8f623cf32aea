//! What people read on buttons.

use super::Case;
use crate::Text;

/// What a button shows whole on a narrow phone.
const BUTTON: usize = 30;
/// A suggestion or a usual reason stands alone on its line and may be longer.
pub(super) const LONG_BUTTON: usize = 40;

/// Four stages stand in two lines.
const STAGE: usize = 14;
/// An instruction is read at a glance: so many words, in two lines.
const WORDS: usize = 12;
const INSTRUCTION: usize = 72;

fn fits(case: &Case<'_>, line: usize, noun: &str, text: &Text, most: usize) {
    for wording in text.wordings() {
        let length = wording.chars().count();
        if length > most {
            let what = format!(
                "The {noun} \"{wording}\" has {length} characters; a phone shows {most}, shorten it."
            );
            case.complaints.at(line, what);
        }
    }
}

/// Titles of procedures, labels of outcomes, questions, options and ends have at most 30 characters.
pub(super) fn buttons_fit_a_phone(case: &Case<'_>) {
    for wording in case
        .procedure
        .title
        .wordings()
        .filter(|it| it.chars().count() > BUTTON)
    {
        let what = format!(
            "The title \"{wording}\" does not fit a button; shorten it to {BUTTON} characters, the full name stands in `source`."
        );
        case.complaints.at_key("title", what);
    }
    for end in &case.procedure.ends {
        fits(case, end.line, "label", &end.label, BUTTON);
    }
    for paper in &case.procedure.papers {
        fits(case, paper.line, "title", &paper.title, BUTTON);
    }
    for step in &case.procedure.steps {
        fits(case, step.line, "title", &step.title, LONG_BUTTON);
        for outcome in &step.outcomes {
            fits(case, outcome.line, "label", &outcome.label, BUTTON);
        }
    }
    for field in case.questions() {
        fits(case, field.line, "label", &field.label, BUTTON);
        for option in field.kind.way().options() {
            fits(case, field.line, "option", &option.label, BUTTON);
        }
    }
}

/// Stages have names of at most 14 characters, and only what has a beginning of its work is at work.
pub(super) fn stages_are_short(case: &Case<'_>) {
    let names = &case.procedure.stages;
    for name in [&names.received, &names.examined, &names.work, &names.done]
        .into_iter()
        .flatten()
    {
        for wording in name.wordings() {
            let length = wording.chars().count();
            if length > STAGE {
                let what = format!(
                    "The stage \"{wording}\" has {length} characters; four of them stand in two lines of a phone, shorten it to {STAGE}."
                );
                case.complaints.at_key("stages", what);
            }
        }
    }
    if names.work.is_some() && case.procedure.work_starts.is_empty() {
        let what = "No request comes to the stage `work` without `work-starts`; say with which step the work starts, or remove the stage.";
        case.complaints.at_key("stages", what);
    }
}

/// What is to be done at a step is said in at most 12 words, and as many characters as two lines have.
pub(super) fn instructions_are_short(case: &Case<'_>) {
    for step in &case.procedure.steps {
        for wording in step.instruction.iter().flat_map(Text::wordings) {
            let words = wording.split_whitespace().count();
            let length = wording.chars().count();
            if words > WORDS || length > INSTRUCTION {
                let what = format!(
                    "The instruction \"{wording}\" has {words} words and {length} characters; it has at most {WORDS} and {INSTRUCTION}, the SOP's own sentence stands in `activity`."
                );
                case.complaints.at(step.line, what);
            }
        }
    }
}

/// What the applicant reads as the status stands in one line, and on the button of their list.
pub(super) fn statuses_are_short(case: &Case<'_>) {
    for step in &case.procedure.steps {
        if let Some(status) = &step.status {
            fits(case, step.line, "status", status, LONG_BUTTON);
        }
    }
}

/// Suggested answers have at most 40 characters.
pub(super) fn suggestions_fit_a_phone(case: &Case<'_>) {
    for field in case
        .procedure
        .steps
        .iter()
        .flat_map(|step| step.fields.iter())
    {
        for suggestion in &field.suggest {
            fits(case, field.line, "suggestion", suggestion, LONG_BUTTON);
        }
    }
}
