//! Codes, numbers and names.

use std::collections::BTreeSet;

use super::Case;
use crate::code::is_code;

/// The file is named after its code.
pub(super) fn the_file_is_named_after_its_code(case: &Case<'_>) {
    let code = &case.procedure.code;
    let expected = format!("{code}.toml");
    if is_code(code.as_str()) && case.complaints.file() != expected {
        let what = format!(
            "The procedure is called `{code}`; call its file {expected}, or change `code`."
        );
        case.complaints.at_key("code", what);
    }
}

/// Versions count from 1.
pub(super) fn versions_count_from_one(case: &Case<'_>) {
    if case.procedure.version == 0 {
        case.complaints
            .at_key("version", "Versions count from 1; write `version = 1`.");
    }
}

/// The prefix of ticket numbers is two to five capital letters.
pub(super) fn the_prefix_is_two_to_five_capitals(case: &Case<'_>) {
    let prefix = &case.procedure.prefix;
    let fits = (2..=5).contains(&prefix.len()) && prefix.chars().all(|c| c.is_ascii_uppercase());
    if !prefix.is_empty() && !fits {
        let what = format!(
            "`{prefix}` cannot begin a ticket number; use two to five capital letters, e.g. `HWA`."
        );
        case.complaints.at_key("prefix", what);
    }
}

/// Complains where a code was given before.
pub(super) fn unique<'c>(
    case: &Case<'_>,
    noun: &str,
    codes: impl Iterator<Item = (&'c str, usize)>,
) {
    let mut seen = BTreeSet::new();
    for (code, line) in codes.filter(|(code, _)| !code.is_empty()) {
        if !seen.insert(code) {
            case.complaints.at(
                line,
                format!("There is another {noun} `{code}` above; rename one."),
            );
        }
    }
}

/// Steps have codes of their own.
pub(super) fn steps_have_codes_of_their_own(case: &Case<'_>) {
    unique(
        case,
        "step",
        case.procedure
            .steps
            .iter()
            .map(|it| (it.code.as_str(), it.line)),
    );
}

/// Ends have codes of their own.
pub(super) fn ends_have_codes_of_their_own(case: &Case<'_>) {
    unique(
        case,
        "end",
        case.procedure
            .ends
            .iter()
            .map(|it| (it.code.as_str(), it.line)),
    );
}

/// The outcomes of a step have codes of their own.
pub(super) fn outcomes_have_codes_of_their_own(case: &Case<'_>) {
    for step in &case.procedure.steps {
        unique(
            case,
            "outcome",
            step.outcomes.iter().map(|it| (it.code.as_str(), it.line)),
        );
    }
}

/// Questions have codes of their own within the whole procedure, so that each has one answer.
pub(super) fn questions_have_codes_of_their_own(case: &Case<'_>) {
    let fields = case
        .procedure
        .steps
        .iter()
        .flat_map(|step| step.fields.iter());
    unique(
        case,
        "question",
        fields.map(|it| (it.code.as_str(), it.line)),
    );
}

/// The options of a choice have codes and labels of their own.
pub(super) fn options_have_codes_of_their_own(case: &Case<'_>) {
    for field in case.questions() {
        let options = field.kind.way().options();
        let codes = options.iter().map(|it| (it.code.as_str(), field.line));
        unique(case, "option", codes);
        let labels = options.iter().map(|it| (it.label.id.as_str(), field.line));
        unique(case, "option labelled", labels);
    }
}

/// Rows count 1, 2, 3 … in the order of the file; a row with two marks may be two steps. The first
/// row of the file may be 2, where row 1 of the paper is only its "Mulai".
pub(super) fn rows_count_up_without_gaps(case: &Case<'_>) {
    let mut last = 0;
    for step in &case.procedure.steps {
        let Some(row) = step.row else { continue };
        let begins_after_mulai = last == 0 && row == 2;
        if row != last + 1 && (row != last || row == 0) && !begins_after_mulai {
            let what = match last {
                0 => format!("The first row is {row}; begin with `row = 1`."),
                _ => format!(
                    "Row {row} follows row {last}; rows count up without gaps in the order of the file."
                ),
            };
            case.complaints.at(step.line, what);
        }
        last = row;
    }
    if last == 0 && !case.procedure.steps.is_empty() && !case.procedure.house {
        case.complaints.at(
            0,
            "No step is a row of the SOP; give the steps their `row`, or write `house = true` where there is no SOP.",
        );
    }
}
