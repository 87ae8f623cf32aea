//! Who reads what is written: nothing is asked for nobody, and nobody is shown what is not theirs.

use std::collections::BTreeSet;

use super::Case;
use crate::{
    code::FieldCode,
    procedure::{
        Field, Outcome, Procedure, Readers, Source, Step, Target, read::unknown, record::Entry,
    },
};

/// What a card shows are questions that were asked before, each named once and not among the facts, and
/// what the applicant's card shows is theirs to read.
pub(super) fn what_a_card_shows_is_asked_before(case: &Case<'_>) {
    for step in &case.procedure.steps {
        let mut seen = BTreeSet::new();
        for code in &step.shows {
            let what = match case.procedure.step_of(code) {
                None => Some(unknown("question", code.as_str(), codes(case))),
                Some(asked) if asked.code == step.code => Some(format!(
                    "`{code}` is asked at this step itself; `shows` names what was answered before."
                )),
                Some(_) if case.procedure.facts.contains(code) => Some(format!(
                    "`{code}` is a fact, which every card shows; remove it from `shows`."
                )),
                Some(_) if !seen.insert(code) => {
                    Some(format!("`{code}` stands in `shows` twice; remove one."))
                }
                Some(_) if case.is_applicants(step) && !is_for_all(case, code) => {
                    Some(not_theirs(code))
                }
                Some(_) => None,
            };
            if let Some(what) = what {
                case.complaints.at(step.line, what);
            }
        }
    }
}

/// The applicant is told of what others decide, and of facts that are theirs to read.
pub(super) fn what_the_applicant_is_told_is_theirs(case: &Case<'_>) {
    for (step, outcome) in case.outcomes() {
        let Some(tell) = &outcome.tell else {
            continue;
        };
        if case.is_applicants(step) {
            let what = "Applicants know what they decide; remove `tell`.";
            case.complaints.at(outcome.line, what);
        }
        for code in &tell.facts {
            if case.procedure.field(code).is_none() {
                let what = unknown("question", code.as_str(), codes(case));
                case.complaints.at(outcome.line, what);
            } else if !is_for_all(case, code) {
                case.complaints.at(outcome.line, not_theirs(code));
            }
        }
    }
}

/// Whoever is asked something, or has their request ended, reads why.
pub(super) fn who_is_asked_reads_why(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        if case.procedure.asks_or_ends(outcome) && outcome.readers == Some(Readers::Office) {
            let what = "This asks something of the applicant or ends the request, so they must read why; remove `readers`.";
            case.complaints.at(outcome.line, what);
        }
    }
}

/// What an official answers is read by somebody: on a card, in a register, in a notice, or by the applicant.
pub(super) fn every_answer_is_read(case: &Case<'_>) {
    for step in case.procedure.steps.iter().skip(1) {
        for field in step
            .fields
            .iter()
            .filter(|field| !is_read(case, step, field))
        {
            let what = format!(
                "Nobody ever reads the answer to `{}`: fill a register from it, show it at another step (`shows`), inform somebody, or let the applicant read it (`readers = \"all\"`).",
                field.code
            );
            case.complaints.at(field.line, what);
        }
    }
}

fn is_read(case: &Case<'_>, step: &Step, field: &Field) -> bool {
    let procedure = case.procedure;
    let code = &field.code;
    let mut steps = procedure.steps.iter();
    let shown = steps.any(|other| other.shows.contains(code));
    let in_a_register = procedure.registers.iter().any(|entry| fills(entry, code));
    let on_a_paper = procedure.papers.iter().any(|paper| {
        let prints = paper.shows.contains(code) || paper.table.as_ref() == Some(code);
        prints && procedure.bears(paper, field)
    });
    let mut asking = step.outcomes.iter().filter(|it| it.asks.contains(code));
    let passed_on = |outcome: &Outcome| {
        let leads_to_a_desk = |to: Target| comes_to_an_official(procedure, &to);
        !outcome.inform.is_empty()
            || procedure.readers(field) == Readers::Everyone
            || outcome.targets().any(leads_to_a_desk)
    };
    let in_sight = procedure.facts.contains(code) || shown || in_a_register || on_a_paper;
    in_sight || asking.any(passed_on)
}

/// Whether an official sits where an outcome leads, and so reads what was written with it: at once, or after the
/// applicant was asked.
fn comes_to_an_official(procedure: &Procedure, to: &Target) -> bool {
    let officials = |to: &Target| match to {
        Target::Step(to) => {
            let step = procedure.step(to);
            step.is_some_and(|step| !procedure.is_applicants(step))
        }
        // It goes back to the desk from which it came.
        Target::Resume => true,
        Target::End(_) => false,
    };
    let answered = match to {
        Target::Step(to) => procedure.step(to),
        Target::Resume | Target::End(_) => None,
    };
    let mut then = answered.iter().flat_map(|step| &step.outcomes);
    officials(to) || then.any(|outcome| outcome.targets().any(|to| officials(&to)))
}

fn fills(entry: &Entry, code: &FieldCode) -> bool {
    let fill = entry
        .fill
        .iter()
        .map(|(_, source)| source)
        .chain(&entry.name);
    fill.flat_map(Source::parts).any(|source| match source {
        Source::Answer(field) | Source::Cell(field, _) => field == code,
        _ => false,
    })
}

fn is_for_all(case: &Case<'_>, code: &FieldCode) -> bool {
    let field = case.procedure.field(code);
    field.is_some_and(|field| case.procedure.readers(field) == Readers::Everyone)
}

fn not_theirs(code: &FieldCode) -> String {
    format!(
        "`{code}` is for the office only, so the applicant cannot be shown it; remove it, or write `readers = \"all\"` at the question."
    )
}

fn codes<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a str> {
    let fields = case.procedure.steps.iter().flat_map(|it| it.fields.iter());
    fields.map(|field| field.code.as_str())
}
