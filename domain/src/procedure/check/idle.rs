//! What is written in a file and would change nothing.

use super::Case;
use crate::{
    Text,
    code::{FieldCode, RoleCode},
    procedure::{
        condition::Condition,
        field::Field,
        readers::Inform,
        step::{Branch, Target},
    },
};

/// A branch leads elsewhere than its outcome does anyway.
pub(super) fn branches_lead_elsewhere(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        // What leads nowhere has been complained about.
        let is_idle = |last: &&Branch| last.to == outcome.to && last.to != Target::Step("".into());
        if let Some(last) = outcome.branch.last().filter(is_idle) {
            let what = format!(
                "The last branch leads to {}, where `{}` leads anyway; remove it.",
                place(&last.to),
                outcome.code
            );
            case.complaints.at(outcome.line, what);
        }
    }
}

/// Where two cases are one and the same, the second never counts.
pub(super) fn no_two_cases_are_one(case: &Case<'_>) {
    let twice = |conditions: &[&Condition]| {
        let mut rest = conditions.iter().enumerate();
        rest.any(|(at, it)| conditions[..at].contains(it))
    };
    for (_, outcome) in case.outcomes() {
        let branches: Vec<&Condition> = outcome.branch.iter().map(|it| &it.when).collect();
        if twice(&branches) {
            let what = format!(
                "Two branches of `{}` are for the same case, and the first counts; remove the second.",
                outcome.code
            );
            case.complaints.at(outcome.line, what);
        }
    }
    for step in &case.procedure.steps {
        let times: Vec<&Condition> = step.times.iter().map(|it| &it.when).collect();
        if twice(&times) {
            let what = format!(
                "Two times of `{}` are for the same case, and the first counts; remove the second.",
                step.code
            );
            case.complaints.at(step.line, what);
        }
    }
}

/// What stands in a list a second time says nothing.
pub(super) fn lists_say_nothing_twice(case: &Case<'_>) {
    let said = |line: usize, key: &str, names: &[String]| {
        for (at, name) in names.iter().enumerate() {
            if names[..at].contains(name) {
                let what = format!("`{name}` stands in `{key}` twice; remove one.");
                case.complaints.at(line, what);
            }
        }
    };
    let roles = |roles: &[RoleCode]| roles.iter().map(ToString::to_string).collect::<Vec<_>>();
    let fields = |codes: &[FieldCode]| codes.iter().map(ToString::to_string).collect::<Vec<_>>();
    let texts = |texts: &[Text]| texts.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    // Two notices to one role may be for two cases.
    let informed = |informs: &[Inform]| {
        let always = informs.iter().filter(|it| it.when.is_none());
        let roles = always.filter_map(Inform::role);
        roles.map(ToString::to_string).collect::<Vec<_>>()
    };
    let procedure = case.procedure;
    let line = |key| case.complaints.line_of(key);
    let (of, end) = ("on-behalf", "inform-at-end");
    said(line(of), of, &roles(&procedure.on_behalf));
    said(line(end), end, &informed(&procedure.inform_at_end));
    for paper in &procedure.papers {
        said(paper.line, "to", &roles(&paper.to));
        said(paper.line, "shows", &fields(&paper.shows));
    }
    for step in &procedure.steps {
        said(step.line, "takeover", &roles(&step.takeover));
        for field in step.fields.iter() {
            said(field.line, "suggest", &texts(&field.suggest));
            said(field.line, "usual", &texts(&field.usual));
        }
        for outcome in &step.outcomes {
            said(outcome.line, "inform", &informed(&outcome.inform));
            said(outcome.line, "usual", &texts(&outcome.usual));
            said(outcome.line, "release", &fields(&outcome.release));
            said(outcome.line, "asks", &fields(&outcome.asks));
            said(outcome.line, "marks", &fields(&outcome.markable));
        }
    }
}

fn place(target: &Target) -> String {
    match target {
        Target::Step(step) => format!("`{step}`"),
        Target::End(end) => format!("`{end}`"),
        Target::Resume => "the desk that returned it".to_owned(),
    }
}

/// What ends the request each time is chosen once.
pub(super) fn what_ends_is_chosen_once(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        let ends = |to| matches!(to, Target::End(_));
        if outcome.at_most.is_some() && outcome.then.is_none() && outcome.targets().all(ends) {
            let what = format!(
                "`{}` ends the request, so nobody chooses it a second time; remove `at-most`.",
                outcome.code
            );
            case.complaints.at(outcome.line, what);
        }
    }
}

/// A step is taken over by others than its performers, and where it opens the request it has no status.
pub(super) fn steps_say_nothing_in_vain(case: &Case<'_>) {
    for step in &case.procedure.steps {
        let performs = |role: &&RoleCode| step.performer.is_of(role);
        if let Some(post) = step.takeover.iter().find(performs) {
            let what = format!(
                "`{post}` performs `{}` and takes over nothing there; remove it from `takeover`.",
                step.code
            );
            case.complaints.at(step.line, what);
        }
    }
    let first = case.procedure.first().map(|first| &first.code);
    for step in case.procedure.steps.iter().filter(|it| it.stays_open) {
        let waits = case.is_applicants(step) && Some(&step.code) != first;
        let what = match (&step.expires, &step.alone) {
            _ if !waits => "only where it waits for the applicant would it end by itself",
            (Some(_), _) => "it `expires`",
            (_, Some(_)) => "it goes on `alone`",
            _ => continue,
        };
        let what = format!(
            "`{}` says `stays-open`, but {what}; remove one of the two.",
            step.code
        );
        case.complaints.at(step.line, what);
    }
    if let Some(first) = case.procedure.first().filter(|it| it.status.is_some()) {
        case.complaints.at(
            first.line,
            "No request waits at the first step, so nobody reads its `status`; remove it.",
        );
    }
}

/// What is given back, kept or runs out is reserved by some outcome, and so is what is asked of the office's capacity.
pub(super) fn what_is_given_back_was_reserved(case: &Case<'_>) {
    let procedure = case.procedure;
    let reserves = || case.outcomes().filter_map(|(_, it)| it.reserve.as_ref());
    let named = || reserves().flat_map(|it| &it.names);
    let shelves: Vec<_> = named()
        .filter_map(|code| procedure.field(code))
        .flat_map(Field::named)
        .filter_map(Field::shelf)
        .collect();
    let is_reserved = |field: &Field| {
        let mut on = field.named().filter_map(Field::shelf);
        on.any(|shelf| shelves.contains(&shelf))
    };
    for (_, outcome) in case.outcomes() {
        let given_back = |code: &&FieldCode| procedure.field(code).is_none_or(is_reserved);
        for code in outcome.release.iter().filter(|code| !given_back(code)) {
            let what = format!(
                "No outcome reserves what `{code}` names, so nothing is given back; remove it from `release`."
            );
            case.complaints.at(outcome.line, what);
        }
    }
    let counts = reserves().any(|it| it.capacity);
    if let Some(demand) = procedure.capacity.first().filter(|_| !counts) {
        case.complaints.at(
            demand.line,
            "No outcome reserves this; write `reserve = { capacity = true }` where it is promised, or remove the block.",
        );
    }
    if procedure.reserves() {
        return;
    }
    for entry in procedure.registers.iter().filter(|entry| entry.keeps) {
        case.complaints.at(
            entry.line,
            "Nothing is reserved in this file, so the line keeps nothing; remove `keeps`.",
        );
    }
    for step in procedure.steps.iter().filter(|it| it.expires.is_some()) {
        case.complaints.at(
            step.line,
            "Nothing is reserved in this file, so nothing runs out; remove `expires`.",
        );
    }
}
