//! What is asked.

use super::Case;
use crate::{
    Text,
    code::FieldCode,
    procedure::{
        field::{Field, SkipMeaning},
        kind::{Use, Way},
        read::unknown,
        ready::Ready,
        step::Step,
    },
};

fn fields<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Field> {
    case.questions()
}

/// A choice has at least two options.
pub(super) fn there_is_a_choice(case: &Case<'_>) {
    for field in fields(case) {
        if field.kind.way().options().len() == 1 {
            case.complaints
                .at(field.line, "One option is no choice; add another.");
        }
    }
}

/// What an answer is compared together with is asked as well.
pub(super) fn what_is_compared_together_is_asked(case: &Case<'_>) {
    for field in fields(case) {
        for code in field.alike.iter().flat_map(|it| &it.with) {
            if case.procedure.field(code).is_none() {
                let codes = fields(case).map(|it| it.code.as_str());
                let what = unknown("question", code.as_str(), codes);
                case.complaints.at(field.line, what);
            }
        }
    }
}

/// A question that is answered by typing has an example.
pub(super) fn typed_answers_have_an_example(case: &Case<'_>) {
    for field in fields(case).filter(|field| field.example.is_none()) {
        // Where the bot shows how it is written, no example is needed.
        if field.kind.way() == Way::Typed && !field.kind.can_be(Use::Shown) {
            let what = format!(
                "`{}` has no example; add `example` with an invented answer.",
                field.code
            );
            case.complaints.at(field.line, what);
        }
    }
}

/// Examples and suggestions are as long as answers may be.
pub(super) fn examples_and_suggestions_have_the_right_length(case: &Case<'_>) {
    for field in fields(case) {
        let shown = field.example.iter().chain(&field.suggest);
        for wording in shown.flat_map(Text::wordings) {
            if let Some(what) = field.kind.misfit(wording) {
                case.complaints.at(field.line, what);
            }
        }
    }
}

/// Only text and paragraphs are suggested.
pub(super) fn only_text_is_suggested(case: &Case<'_>) {
    for field in fields(case).filter(|field| !field.suggest.is_empty()) {
        if !field.kind.can_be(Use::Suggested) {
            case.complaints.at(
                field.line,
                "Only text and paragraphs can be suggested; remove `suggest` or ask a choice.",
            );
        }
    }
}

/// So many characters stand in the window that is laid over a chat: the least that a front end has room for.
const WINDOW: usize = 200;

/// What explains a question is read in one window.
pub(super) fn what_explains_is_short(case: &Case<'_>) {
    for field in fields(case) {
        for wording in field.explain.iter().flat_map(Text::wordings) {
            let long = wording.encode_utf16().count();
            if long > WINDOW {
                let what = format!(
                    "`explain` has {long} characters, and {WINDOW} stand in the window that a tap opens; shorten it."
                );
                case.complaints.at(field.line, what);
            }
        }
    }
}

/// A table is not unknown: it has rows, or none.
pub(super) fn only_answers_are_unknown(case: &Case<'_>) {
    for field in
        fields(case).filter(|field| field.passing == SkipMeaning::Unknown && field.is_table())
    {
        let what = "Of a table one knows whether there is a row; write `required = false` instead of `unknown`.";
        case.complaints.at(field.line, what);
    }
}

/// Only links and host names are looked at.
pub(super) fn only_addresses_are_looked_at(case: &Case<'_>) {
    for field in fields(case).filter(|field| field.look) {
        if !field.kind.can_be(Use::Looked) {
            case.complaints.at(
                field.line,
                "Only a url or a hostname can be looked at; remove `look` or change the kind.",
            );
        }
    }
}

/// What a question begins with is there before it is asked, and is an answer to it.
pub(super) fn what_is_ready_is_an_answer(case: &Case<'_>) {
    for field in fields(case) {
        match &field.ready {
            Some(Ready::PassedOver) if field.required => case.complaints.at(
                field.line,
                "Only what may be passed over is ready with `@none`; add `required = false` or remove `ready`.",
            ),
            Some(Ready::Answer(of)) => is_answered_before(case, field, of),
            Some(Ready::Offered) if field.default.is_none() => case.complaints.at(
                field.line,
                "Nothing is offered here that could be ready with `@default`; add `default` or remove `ready`.",
            ),
            Some(Ready::PassedOver | Ready::Offered | Ready::Option(_)) | None => {}
        }
    }
}

fn is_answered_before(case: &Case<'_>, field: &Field, of: &FieldCode) {
    let of_step = case.procedure.step_of(of);
    let own = case.procedure.step_of(&field.code);
    let what = match case.procedure.field(of) {
        None => {
            let others = case.procedure.steps.iter().flat_map(|it| it.fields.iter());
            unknown(
                "question called",
                of.as_str(),
                others.map(|it| it.code.as_str()),
            )
        }
        Some(_) if of_step.map(|it| &it.code) == own.map(|it| &it.code) => format!(
            "`{of}` is asked at the same step as `{}`; what is ready was answered at an earlier one.",
            field.code
        ),
        Some(other) if other.kind != field.kind => format!(
            "`{of}` takes other answers than `{}`; only an answer to the same kind of question, with the same limits, is ready.",
            field.code
        ),
        Some(_) => return,
    };
    case.complaints.at(field.line, what);
}

/// Limits leave room for an answer, and the answer fits one message.
pub(super) fn limits_leave_room(case: &Case<'_>) {
    for field in fields(case) {
        if let Some(what) = field.kind.fault() {
            case.complaints.at(field.line, what);
        }
    }
}

/// `asks` names questions of the step, and every question is asked by some outcome.
pub(super) fn asks_names_questions_of_the_step(case: &Case<'_>) {
    for (step, outcome) in case.outcomes() {
        for code in &outcome.asks {
            if !step.fields.iter().any(|field| &field.code == code) {
                let known = step.fields.iter().map(|field| field.code.as_str());
                let what = unknown("question of this step called", code.as_str(), known);
                case.complaints.at(outcome.line, what);
            }
        }
    }
    for step in &case.procedure.steps {
        let asked = |field: &Field| step.outcomes.iter().any(|it| it.asks.contains(&field.code));
        // An `asks` that names nothing real has been complained about; it may have meant this one.
        let unsure = step
            .outcomes
            .iter()
            .flat_map(|it| &it.asks)
            .any(|code| !has(step, code));
        for field in step.fields.iter().filter(|field| !asked(field) && !unsure) {
            let what = format!(
                "No outcome asks `{}`; name it in `asks` or remove it.",
                field.code
            );
            case.complaints.at(field.line, what);
        }
    }
}

pub(super) fn has(step: &Step, code: &FieldCode) -> bool {
    step.fields.iter().any(|field| &field.code == code)
}
