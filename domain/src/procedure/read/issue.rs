//! What the office issues: `[[paper]]`.

use super::{condition::condition, keys::Keys};
use crate::{
    code::{FieldCode, OutcomeCode, PaperCode, RoleCode, StepCode},
    procedure::issue::{Bearer, Issue, Numbering, TEMPLATE_ENDING},
};

pub(super) fn issue(keys: Keys<'_>) -> Issue {
    let template = keys.need_string(
        "template",
        "a built-in template, or a file of the office that ends in `.typ`",
    );
    let several = |key| keys.one_or_more(key).unwrap_or_default().into_iter();
    let at = if keys.is_text("at", "@end") {
        Vec::new()
    } else {
        several("at").map(StepCode::new).collect()
    };
    if !keys.has("at") {
        keys.complaints.at(
            keys.line,
            "This paper has no `at`; add the step that issues it, or `@end`.",
        );
    }
    let number = keys.string("number").map_or(Numbering::Without, |number| {
        match number.strip_prefix('@') {
            Some(field) => Numbering::Given(FieldCode::new(field)),
            None => Numbering::Series(number),
        }
    });
    let bearers = [
        ("applicant", Bearer::Applicant),
        ("office", Bearer::Office),
        ("all", Bearer::All),
    ];
    if !keys.has("for") {
        keys.complaints.at(
            keys.line,
            "This paper has no `for`; say who may have it: `applicant`, `office` or `all`.",
        );
    }
    let codes = |key| keys.codes(key).unwrap_or_default().into_iter();
    let issue = Issue {
        code: PaperCode::new(keys.need_code("code", "a name of its own, e.g. `tanda-terima`")),
        title: keys.need_text("title", "what people call the paper"),
        own_template: template.ends_with(TEMPLATE_ENDING),
        template: template.trim_end_matches(TEMPLATE_ENDING).to_owned(),
        at,
        on: several("on").map(OutcomeCode::new).collect(),
        when: keys.block("when", "condition").and_then(condition),
        bearer: keys.word("for", &bearers).unwrap_or(Bearer::Office),
        to: codes("to").map(RoleCode::new).collect(),
        holds_at: several("holds-at").map(StepCode::new).collect(),
        number,
        shows: codes("shows").map(FieldCode::new).collect(),
        table: keys.code("table").map(FieldCode::new),
        says: keys.text("says"),
        signs: keys.code("signs").map(RoleCode::new),
        line: keys.line,
    };
    keys.finish();
    issue
}
