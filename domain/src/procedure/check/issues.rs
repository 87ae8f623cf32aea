//! What the office issues.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Case, reachability::from};
use crate::{
    code::{FieldCode, OutcomeCode},
    procedure::{
        issue::{Bearer, Issue, Numbering, PASS, TEMPLATES},
        kind::Kind,
        number_pattern::{NumberPattern, PatternFault},
        read::{nearest, unknown},
        step::{Step, Target},
    },
};

pub(super) fn papers_have_codes_of_their_own(case: &Case<'_>) {
    let mut seen = BTreeSet::new();
    for paper in &case.procedure.papers {
        if !paper.code.as_str().is_empty() && !seen.insert(&paper.code) {
            let what = format!(
                "There is a paper `{}` already; choose another code.",
                paper.code
            );
            case.complaints.at(paper.line, what);
        }
    }
}

pub(super) fn papers_are_issued_by_decisions_that_exist(case: &Case<'_>) {
    for paper in &case.procedure.papers {
        let mut steps = Vec::new();
        for at in &paper.at {
            if let Some(step) = case.procedure.step(at) {
                steps.push(step);
            } else {
                let known = case.procedure.steps.iter().map(|step| step.code.as_str());
                case.complaints
                    .at(paper.line, unknown("step", at.as_str(), known));
            }
        }
        let outcomes = || {
            let outcomes = steps.iter().flat_map(|step| &step.outcomes);
            outcomes.map(|outcome| outcome.code.as_str())
        };
        let ends = || case.procedure.ends.iter().map(|end| end.code.as_str());
        for on in paper.on.iter().map(OutcomeCode::as_str) {
            if paper.at.is_empty() && !ends().any(|end| end == on) {
                case.complaints.at(paper.line, unknown("end", on, ends()));
            }
            if !steps.is_empty() && !outcomes().any(|outcome| outcome == on) {
                let what = unknown("outcome of these steps called", on, outcomes());
                case.complaints.at(paper.line, what);
            }
        }
        for step in paper
            .holds_at
            .iter()
            .filter(|it| case.procedure.step(it).is_none())
        {
            let known = case.procedure.steps.iter().map(|step| step.code.as_str());
            case.complaints
                .at(paper.line, unknown("step", step.as_str(), known));
        }
    }
}

/// A paper holds at steps to which a request comes once it is issued.
pub(super) fn papers_hold_where_they_are_issued(case: &Case<'_>) {
    for paper in case
        .procedure
        .papers
        .iter()
        .filter(|it| !it.holds_at.is_empty())
    {
        if paper.at.is_empty() {
            case.complaints.at(
                paper.line,
                "This paper is issued at the end, when the request is at no step, so it would never hold; remove `holds-at`.",
            );
            continue;
        }
        let issuing = case
            .outcomes()
            .filter(|(step, outcome)| paper.is_issued(&step.code, &outcome.code));
        let targets: Vec<Target> = issuing.flat_map(|(_, outcome)| outcome.targets()).collect();
        if targets.contains(&Target::Resume) {
            continue;
        }
        let led_to = targets.iter().filter_map(|to| match to {
            Target::Step(code) => case.procedure.step(code),
            Target::End(_) | Target::Resume => None,
        });
        let comes_to: Vec<&Step> = led_to.flat_map(|step| from(case.procedure, step)).collect();
        for code in &paper.holds_at {
            let is_there = case.procedure.step(code).is_some();
            if is_there && comes_to.iter().all(|step| step.code != *code) {
                let what = format!(
                    "No request comes to `{code}` once `{}` is issued, so it never holds there; name steps in `holds-at` that come after its issue.",
                    paper.code
                );
                case.complaints.at(paper.line, what);
            }
        }
    }
}

/// Whoever signs a paper has decided something when it is issued.
pub(super) fn who_signs_has_decided(case: &Case<'_>) {
    let procedure = case.procedure;
    for paper in &procedure.papers {
        let Some(role) = &paper.signs else {
            continue;
        };
        let acts = |step: &&Step| step.performer.is_of(role) || step.takeover.contains(role);
        let comes_to = |step: &Step| {
            let on = from(procedure, step);
            paper.at.is_empty() || on.iter().any(|it| paper.at.contains(&it.code))
        };
        let mut acting = procedure.steps.iter().filter(acts);
        let enters = procedure.on_behalf.contains(role);
        if case.office.role(role).is_some() && !enters && !acting.any(comes_to) {
            let what = format!(
                "`{role}` decides nothing before `{}` is issued, so nobody would sign it; name a role that performs an earlier step in `signs`, or remove it.",
                paper.code
            );
            case.complaints.at(paper.line, what);
        }
    }
}

/// What stands on a paper may be read by whoever may have it, and whoever is sent it may have it.
pub(super) fn papers_go_to_people_who_may_read_them(case: &Case<'_>) {
    for paper in &case.procedure.papers {
        for code in paper.shows.iter().chain(&paper.table) {
            shown(case, paper, code);
        }
        if let Some(code) = &paper.table
            && let Some(field) = case.procedure.field(code)
            && !matches!(field.kind, Kind::Rows(_))
        {
            let what = format!("`{code}` has no rows; `table` needs a question of kind `rows`.");
            case.complaints.at(paper.line, what);
        }
        for role in paper.to.iter().chain(&paper.signs) {
            if case.office.role(role).is_none() {
                let known = case.office.roles.iter().map(|role| role.code.as_str());
                case.complaints
                    .at(paper.line, unknown("role", role.as_str(), known));
            }
        }
        if paper.to.contains(&case.procedure.opens) {
            let what = format!(
                "`to` would send it to everyone who is `{}`; the applicant is sent it with `for = \"all\"`.",
                case.procedure.opens
            );
            case.complaints.at(paper.line, what);
        }
        if paper.bearer == Bearer::Applicant && !paper.to.is_empty() {
            case.complaints.at(
                paper.line,
                "Only the applicant may have this paper, and `to` names others; write `for = \"all\"`, or remove `to`.",
            );
        }
    }
}

fn shown(case: &Case<'_>, paper: &Issue, code: &FieldCode) {
    let Some(field) = case.procedure.field(code) else {
        let fields = case.procedure.steps.iter();
        let known = fields.flat_map(|step| step.fields.iter().map(|field| field.code.as_str()));
        case.complaints
            .at(paper.line, unknown("question", code.as_str(), known));
        return;
    };
    if !case.procedure.bears(paper, field) {
        let what = format!(
            "The applicant may have this paper, but not read `{code}`; remove it, or give the question `readers = \"all\"`."
        );
        case.complaints.at(paper.line, what);
    }
    if field.is_paper() {
        let what = format!("`{code}` is answered with a file, which cannot be printed; remove it.");
        case.complaints.at(paper.line, what);
    }
}

/// A template is a name here; that it is there and prints is for whoever has a press.
pub(super) fn papers_have_a_template(case: &Case<'_>) {
    for paper in &case.procedure.papers {
        let template = paper.template.as_str();
        let built_in = TEMPLATES.iter().copied().chain([PASS]);
        if !template.is_empty() && !built_in.clone().any(|it| it == template) && !paper.own_template
        {
            case.complaints
                .at(paper.line, unknown("template", template, built_in));
        }
    }
}

/// With the words that the office sets.
pub(super) fn numbers_can_be_written(case: &Case<'_>) {
    for paper in &case.procedure.papers {
        let number = match &paper.number {
            Numbering::Series(number) => number,
            Numbering::Given(field) => {
                shown(case, paper, field);
                continue;
            }
            Numbering::Without => continue,
        };
        let words = &case.office.letters.words;
        let written = number
            .parse::<NumberPattern>()
            .and_then(|pattern| pattern.written(1, NaiveDate::default(), words));
        if let Err(fault) = written {
            let near = match &fault {
                PatternFault::Unknown(word) => nearest(word, known_words(words)),
                _ => None,
            };
            let near = near.map_or_else(String::new, |near| format!(" Did you mean `{{{near}}}`?"));
            let what = format!("No number can be written like `{number}`: {fault}.{near}");
            case.complaints.at(paper.line, what);
        }
    }
}

/// What can stand in braces in a number.
fn known_words(own: &BTreeMap<String, String>) -> impl Iterator<Item = &str> {
    let built_in = ["urut", "tahun", "bulan", "bulan-romawi"];
    built_in.into_iter().chain(own.keys().map(String::as_str))
}

#[cfg(test)]
mod tests {
    use crate::{office::Office, procedure::check::check};

    const HOSTING: &str = include_str!("../../../procedures/hosting.toml");

    /// What is said about the hosting procedure with one paper more.
    fn about(paper: &str) -> String {
        let text = format!("{HOSTING}\n[[paper]]\ntitle = \"Surat\"\n{paper}\n");
        let checked = check("hosting.toml", &text, &Office::built_in().unwrap());
        let complaints = checked.expect_err("the file should be refused");
        let said = complaints.iter().map(ToString::to_string);
        said.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_paper_that_cannot_be_issued_is_explained() {
        let sound = |change: (&str, &str)| {
            let lines = [
                ("code", "\"surat\""),
                ("template", "\"report\""),
                ("at", "\"analisis\""),
                ("for", "\"all\""),
            ];
            let lines = lines.iter().filter(|(key, _)| *key != change.0);
            let lines = lines
                .chain([&change])
                .filter(|(_, value)| !value.is_empty());
            let lines: Vec<_> = lines
                .map(|(key, value)| format!("{key} = {value}"))
                .collect();
            about(&lines.join("\n"))
        };
        for (key, value, says) in [
            (
                "code",
                "\"tanda-terima\"",
                "There is a paper `tanda-terima` already",
            ),
            (
                "template",
                "\"repotr\"",
                "There is no template `repotr`. Did you mean `report`?",
            ),
            (
                "at",
                "\"analis\"",
                "There is no step `analis`. Did you mean `analisis`?",
            ),
            ("on", "\"kirim-analisa\"", "Did you mean `kirim-analisis`?"),
            ("for", "\"semua\"", "`for` cannot be `semua`"),
            ("for", "", "This paper has no `for`"),
            (
                "to",
                "[\"helpdeks\"]",
                "There is no role `helpdeks`. Did you mean `helpdesk`?",
            ),
            ("to", "[\"pic\"]", "would send it to everyone who is `pic`"),
            ("shows", "[\"pendapat\"]", "but not read `pendapat`"),
            ("shows", "[\"surat-berkas\"]", "cannot be printed"),
            ("table", "\"uraian\"", "`uraian` has no rows"),
            ("number", "\"{urut}/{seksi}\"", "`{seksi}` is not known"),
            (
                "number",
                "\"BAST/{tahun}\"",
                "all numbers would be the same",
            ),
            ("signs", "\"kepala\"", "There is no role `kepala`"),
            ("holds-at", "\"tiba\"", "There is no step `tiba`"),
        ] {
            let said = sound((key, value));
            assert!(said.contains(says), "{key} = {value}: {said}");
        }
        let said = about(
            "code = \"surat\"\ntemplate = \"report\"\nat = \"@end\"\non = \"ditolka\"\nfor = \"all\"",
        );
        assert!(
            said.contains("There is no end `ditolka`. Did you mean `ditolak`?"),
            "{said}"
        );
        let said = about(
            "code = \"surat\"\ntemplate = \"report\"\nat = \"analisis\"\nfor = \"applicant\"\nto = [\"helpdesk\"]",
        );
        assert!(
            said.contains("Only the applicant may have this paper"),
            "{said}"
        );
    }
}
