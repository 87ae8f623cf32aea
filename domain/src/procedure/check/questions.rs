//! What is asked.

use super::Case;
use crate::{
    Text,
    code::FieldCode,
    procedure::{
        field::{Day, Field, Kind},
        read::unknown,
        step::Step,
    },
};

/// What fits a message together with everything else in it.
const LONGEST_TEXT: usize = 3000;
/// A bot can fetch no larger file from the chat service's own servers.
const LARGEST_MB: u64 = 20;

fn fields<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Field> {
    case.questions()
}

/// A choice has at least two options.
pub(super) fn there_is_a_choice(case: &Case<'_>) {
    for field in fields(case) {
        if let Kind::Choice { options } | Kind::Choices { options, .. } = &field.kind
            && options.len() == 1
        {
            case.complaints
                .at(field.line, "One option is no choice; add another.");
        }
    }
}

/// A question that is answered by typing has an example.
pub(super) fn typed_answers_have_an_example(case: &Case<'_>) {
    for field in fields(case).filter(|field| field.example.is_none()) {
        let typed = match field.kind {
            Kind::Text { .. }
            | Kind::Paragraph { .. }
            | Kind::Number { .. }
            | Kind::Decimal { .. }
            | Kind::Phone { own: false }
            | Kind::Email
            | Kind::Nip
            | Kind::Url
            | Kind::Ip { .. }
            | Kind::SubdomainLabel
            | Kind::Hostname => true,
            // The bot has an example of a date, the others are chosen or sent.
            Kind::Date { .. }
            | Kind::DateTime { .. }
            | Kind::Phone { own: true }
            | Kind::Agency
            | Kind::YesNo
            | Kind::Choice { .. }
            | Kind::Choices { .. }
            | Kind::Person { .. }
            | Kind::Document { .. }
            | Kind::Photo { .. }
            | Kind::Rows { .. }
            | Kind::Entry { .. }
            | Kind::Items { .. } => false,
        };
        if typed {
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
        let (Kind::Text { min, max, .. } | Kind::Paragraph { min, max }) = field.kind else {
            continue;
        };
        let shown = field.example.iter().chain(&field.suggest);
        for wording in shown.flat_map(Text::wordings) {
            let length = wording.chars().count();
            if min <= max && !(min..=max).contains(&length) {
                let what = format!(
                    "\"{wording}\" has {length} characters, but an answer has {min} to {max}."
                );
                case.complaints.at(field.line, what);
            }
        }
    }
}

/// Only text and paragraphs are suggested.
pub(super) fn only_text_is_suggested(case: &Case<'_>) {
    for field in fields(case).filter(|field| !field.suggest.is_empty()) {
        if !matches!(field.kind, Kind::Text { .. } | Kind::Paragraph { .. }) {
            case.complaints.at(
                field.line,
                "Only text and paragraphs can be suggested; remove `suggest` or ask a choice.",
            );
        }
    }
}

/// Only links and host names are looked at.
pub(super) fn only_addresses_are_looked_at(case: &Case<'_>) {
    for field in fields(case).filter(|field| field.look) {
        if !matches!(field.kind, Kind::Url | Kind::Hostname) {
            case.complaints.at(
                field.line,
                "Only a url or a hostname can be looked at; remove `look` or change the kind.",
            );
        }
    }
}

/// Limits leave room for an answer, and the answer fits one message.
pub(super) fn limits_leave_room(case: &Case<'_>) {
    for field in fields(case) {
        let what = match &field.kind {
            Kind::Text { max, .. } | Kind::Paragraph { max, .. } if *max > LONGEST_TEXT => {
                format!("`max = {max}` is too long for a message; allow at most {LONGEST_TEXT}.")
            }
            Kind::Text { min, max, .. } | Kind::Paragraph { min, max }
                if min > max || *max == 0 =>
            {
                format!("No text has from {min} to {max} characters; change `min` or `max`.")
            }
            Kind::Number {
                min: Some(min),
                max: Some(max),
                ..
            } if min > max => {
                format!("No number is from {min} to {max}; change `min` or `max`.")
            }
            Kind::Decimal {
                min: Some(min),
                max: Some(max),
                ..
            } if min > max => {
                format!("No number is from {min} to {max}; change `min` or `max`.")
            }
            Kind::Choices { options, at_least }
                if !options.is_empty() && *at_least > options.len() =>
            {
                format!(
                    "`at-least = {at_least}`, but there are {} options.",
                    options.len()
                )
            }
            Kind::Date {
                from: Some(from),
                until: Some(until),
            }
            | Kind::DateTime {
                from: Some(from),
                until: Some(until),
            } if is_after(*from, *until) => {
                "No day is from `from` until `until`; change one of them.".to_owned()
            }
            Kind::Document { max_mb, .. } | Kind::Photo { max_mb }
                if !(1..=LARGEST_MB).contains(max_mb) =>
            {
                format!("`max-mb = {max_mb}` cannot be; a bot can fetch 1 to {LARGEST_MB}.")
            }
            _ => continue,
        };
        case.complaints.at(field.line, what);
    }
}

/// Whether no day lies between two limits, as far as that is sure today.
fn is_after(from: Day, until: Day) -> bool {
    match (from, until) {
        (Day::Today { plus: from }, Day::Today { plus: until }) => from > until,
        (Day::On(from), Day::On(until)) => from > until,
        _ => false,
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
