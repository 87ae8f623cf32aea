//! What spares people taps and messages: a question that stands on the card, and several that one message answers.

use super::Case;
use crate::procedure::{
    field::Field,
    kind::{Kind, Way},
    read::unknown,
    step::Step,
};

/// So many options stand on a card beside its other buttons.
const ON_A_CARD: usize = 4;

/// What stands on a card in the place of an outcome is a choice of few, asked first and whatever was answered.
pub(super) fn a_card_offers_the_first_question(case: &Case<'_>) {
    for (step, outcome) in case.outcomes() {
        let Some(code) = &outcome.chosen_by else {
            continue;
        };
        let field = step.fields.iter().find(|field| field.code == *code);
        let is_first = outcome.asks.first() == Some(code) && !outcome.marks;
        let what = match field {
            None => {
                let codes = step.fields.iter().map(|field| field.code.as_str());
                unknown("question of this step", code.as_str(), codes)
            }
            Some(_) if !is_first => {
                format!(
                    "`{code}` is not what this outcome asks first; only that stands on the card."
                )
            }
            Some(field) if !is_a_small_choice(field) => format!(
                "`{code}` cannot stand on the card; that takes a `choice` of at most {ON_A_CARD} options, without `when`."
            ),
            Some(_) if case.is_applicants(step) => {
                "Applicants are asked in a form; remove `chosen-by`.".to_owned()
            }
            Some(_) => continue,
        };
        case.complaints.at(outcome.line, what);
    }
}

fn is_a_small_choice(field: &Field) -> bool {
    let is_few = field.kind.way().options().len() <= ON_A_CARD;
    matches!(field.kind, Kind::Choice(_)) && is_few && field.required && field.when.is_none()
}

/// What one message answers are questions of the step that follow each other and are typed in a line each; the last may
/// be a paragraph.
pub(super) fn lines_answer_what_is_typed(case: &Case<'_>) {
    for step in case
        .procedure
        .steps
        .iter()
        .filter(|it| !it.at_once.is_empty())
    {
        if let Some(what) = no_lines(step) {
            case.complaints.at(step.line, what);
        }
    }
}

fn no_lines(step: &Step) -> Option<String> {
    let mut asked = step.fields.iter();
    let first = &step.at_once[0];
    if step.at_once.len() == 1 {
        return Some(
            "One question is answered by one message anyway; remove `at-once`.".to_owned(),
        );
    }
    let begins = asked.by_ref().find(|field| field.code == *first);
    let fields: Vec<&Field> = begins
        .into_iter()
        .chain(asked)
        .take(step.at_once.len())
        .collect();
    let codes = fields.iter().map(|field| &field.code);
    if !codes.eq(&step.at_once) {
        return Some(format!(
            "`at-once` names questions of the step that follow each other; after `{first}` that is not so."
        ));
    }
    let last = step.at_once.len() - 1;
    let other = fields.iter().enumerate().find(|(place, field)| {
        let is_paragraph = matches!(field.kind, Kind::Paragraph(_));
        let is_typed = field.kind.way() == Way::Typed && !field.is_table();
        !is_typed || field.when.is_some() || (is_paragraph && *place != last)
    });
    let (_, field) = other?;
    Some(format!(
        "`{}` is not typed in a line whatever was answered; remove it from `at-once`.",
        field.code
    ))
}

#[cfg(test)]
mod tests {
    use crate::{office::Office, procedure::check::check};

    #[test]
    fn what_spares_nobody_anything_is_complained_about() {
        let office = Office::built_in().unwrap();
        let hosting = include_str!("../../../procedures/hosting.toml");
        let complaints = |from: &str, to: &str| {
            assert!(hosting.contains(from), "{from}");
            let said = check("hosting.toml", &hosting.replacen(from, to, 1), &office);
            let said = said.err().unwrap_or_default();
            said.iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        };
        let chosen_by = "chosen-by = \"rekomendasi\"";
        let at_once = "at-once = [\"ip-address\", \"server\", \"hasil\"]";
        for (from, to, why) in [
            (chosen_by, "chosen-by = \"uraian-teknis\"", "asks first"),
            (chosen_by, "chosen-by = \"rekomendasii\"", "rekomendasi"),
            (at_once, "at-once = [\"server\"]", "anyway"),
            (
                at_once,
                "at-once = [\"server\", \"ip-address\"]",
                "follow each other",
            ),
            (
                at_once,
                "at-once = [\"hasil\", \"kredensial-serah\"]",
                "not typed in a line",
            ),
        ] {
            let said = complaints(from, to);
            assert!(said.contains(why), "{to}: {said}");
        }
        assert_eq!(complaints(chosen_by, chosen_by), "");
    }
}
