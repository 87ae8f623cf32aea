//! What people read on buttons.

use super::Case;
use crate::Text;

/// What a button shows whole on a narrow phone.
const BUTTON: usize = 30;
/// A suggestion or a usual reason stands alone on its line and may be longer.
pub(super) const LONG_BUTTON: usize = 40;

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
