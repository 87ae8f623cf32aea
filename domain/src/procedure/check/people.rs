//! Who does what.

use std::collections::BTreeSet;

use super::Case;
use crate::{
    code::{FieldCode, RoleCode},
    procedure::{
        kind::{Kind, person::PersonKind},
        read::unknown,
        readers::{Inform, Informed},
        step::{EndKind, Outcome, Step, Target, Tone},
    },
};

/// Performers, applicants, informed roles and roles to choose from are known to the office.
pub(super) fn roles_are_known_to_the_office(case: &Case<'_>) {
    let known = |role: &RoleCode| role.as_str().is_empty() || case.office.role(role).is_some();
    let what = |role: &RoleCode| unknown_role(case, role);
    let procedure = case.procedure;
    if !known(&procedure.opens) {
        case.complaints.at_key("opens", what(&procedure.opens));
    }
    for role in procedure.on_behalf.iter().filter(|role| !known(role)) {
        case.complaints.at_key("on-behalf", what(role));
    }
    let at_end = procedure.inform_at_end.iter().filter_map(Inform::role);
    for role in at_end.filter(|role| !known(role)) {
        case.complaints.at_key("inform-at-end", what(role));
    }
    for step in &procedure.steps {
        for post in step.performer.posts().filter(|post| !known(post)) {
            case.complaints.at(step.line, what(&post));
        }
        for role in step.takeover.iter().filter(|role| !known(role)) {
            case.complaints.at(step.line, what(role));
        }
        for outcome in &step.outcomes {
            let told = outcome.inform.iter().filter_map(Inform::role);
            for role in told.filter(|role| !known(role)) {
                case.complaints.at(outcome.line, what(role));
            }
        }
        for field in step.fields.iter() {
            if let Kind::Person(PersonKind { role, .. }) = &field.kind
                && !known(role)
            {
                case.complaints.at(field.line, what(role));
            }
        }
    }
}

pub(super) fn unknown_role(case: &Case<'_>, role: &RoleCode) -> String {
    let known = case.office.roles.iter().map(|role| role.code.as_str());
    unknown("role", role.as_str(), known)
}

/// The first step is performed by the role that opens requests.
pub(super) fn the_first_step_is_the_applicants(case: &Case<'_>) {
    let Some(first) = case.procedure.first() else {
        case.complaints.at(
            0,
            "There is no step; add a [[step]] for each row of the SOP.",
        );
        return;
    };
    let readable = ![&first.performer, &case.procedure.opens]
        .map(RoleCode::as_str)
        .contains(&"");
    if !case.is_applicants(first) && readable && !first.performer.is_shared() {
        let what = format!(
            "The first step opens a request, so `{}` performs it, not `{}`.",
            case.procedure.opens, first.performer
        );
        case.complaints.at(first.line, what);
    }
}

/// Applicants neither reject nor mark answers at a step of theirs: nobody judges their own request.
pub(super) fn nobody_rejects_or_judges_their_own_request(case: &Case<'_>) {
    for (step, outcome) in case.outcomes().filter(|(step, _)| case.is_applicants(step)) {
        let what = if rejects(case, outcome) {
            format!(
                "`{}` is the applicant's step, and nobody rejects their own request; let `{}` end in an [[end]] of kind `withdrawn` or `lapsed`, and leave `tone = \"no\"` out.",
                step.code, outcome.code
            )
        } else if outcome.tone == Tone::No || outcome.marks {
            format!(
                "`{}` is the applicant's step; nobody judges their own request, so it has no outcome of tone `no` and none that `marks`; leave both out.",
                step.code
            )
        } else {
            continue;
        };
        case.complaints.at(outcome.line, what);
    }
}

/// Whether an outcome leads to a `rejected` end.
pub(super) fn rejects(case: &Case<'_>, outcome: &Outcome) -> bool {
    let Target::End(code) = &outcome.to else {
        return false;
    };
    let end = case.procedure.end(code);
    end.is_some_and(|end| end.kind == EndKind::Rejected)
}

/// On every way to a `done` end, somebody besides the applicant acts: nobody grants their own request.
pub(super) fn nobody_grants_their_own_request(case: &Case<'_>) {
    let mut alone: BTreeSet<&str> = BTreeSet::new();
    let mut waiting: Vec<&Step> = case.procedure.first().into_iter().collect();
    while let Some(step) = waiting.pop() {
        if !case.is_applicants(step) || !alone.insert(step.code.as_str()) {
            continue;
        }
        let leads = |outcome| Outcome::targets(outcome).map(move |to| (outcome, to));
        for (outcome, to) in step.outcomes.iter().flat_map(leads) {
            match &to {
                Target::Step(code) => waiting.extend(case.procedure.step(code)),
                Target::End(code) => {
                    let done = |kind| kind == EndKind::Done;
                    if case.procedure.end(code).is_some_and(|end| done(end.kind)) {
                        case.complaints.at(
                            outcome.line,
                            "Up to here only the applicant has acted; somebody else must act before a request is done.",
                        );
                    }
                }
                Target::Resume => {}
            }
        }
    }
}

/// The clock stands still at the applicant's later steps, and at no others.
pub(super) fn the_clock_stands_while_the_applicant_is_asked(case: &Case<'_>) {
    for step in case.procedure.steps.iter().skip(1) {
        if case.is_applicants(step) && !step.pauses {
            let what = format!(
                "`{}` waits for the applicant, so the clock stands still; add `pauses = true`.",
                step.code
            );
            case.complaints.at(step.line, what);
        }
        if !case.is_applicants(step) && step.pauses {
            let what = format!(
                "`{}` does not wait for the applicant, so the clock runs; remove `pauses`.",
                step.code
            );
            case.complaints.at(step.line, what);
        }
    }
}

/// The applicant is told of everything anyway; to inform the role would tell all other applicants too.
pub(super) fn applicants_are_not_informed_as_a_crowd(case: &Case<'_>) {
    let opens = &case.procedure.opens;
    let what = format!(
        "The applicant hears of it without being named; `{opens}` would inform every other applicant too, remove it."
    );
    if opens.as_str().is_empty() {
        return;
    }
    let is_theirs = |inform: &Inform| inform.role() == Some(opens);
    if case.procedure.inform_at_end.iter().any(is_theirs) {
        case.complaints.at_key("inform-at-end", what.clone());
    }
    for (_, outcome) in case
        .outcomes()
        .filter(|(_, outcome)| outcome.inform.iter().any(is_theirs))
    {
        case.complaints.at(outcome.line, what.clone());
    }
}

/// Whom an answer names is told once it is given: the question asks for a person, at that step or on the way to it.
pub(super) fn who_is_named_is_known(case: &Case<'_>) {
    let person = |code: &FieldCode| {
        let asked = case.procedure.field(code);
        asked.is_some_and(|field| matches!(field.kind, Kind::Person(_)))
    };
    let named = |inform: &Inform| match &inform.whom {
        Informed::Named(field) if !person(field) => Some(format!(
            "`{field}` names nobody; `named` is the code of a question of kind `person`."
        )),
        _ => None,
    };
    for inform in case.procedure.informs() {
        if let Some(what) = named(inform) {
            case.complaints.at(inform.line, what);
        }
    }
}

/// Whoever reads the facts alone is informed, and does nothing for which more is read.
pub(super) fn facts_alone_are_for_those_who_are_informed(case: &Case<'_>) {
    let procedure = case.procedure;
    for role in &procedure.facts_only {
        let performs = |step: &&Step| step.performer.is_of(role) || step.takeover.contains(role);
        let what = if case.office.role(role).is_none() {
            unknown_role(case, role)
        } else if let Some(step) = procedure.steps.iter().find(performs) {
            format!(
                "`{role}` acts at `{}` and reads everything there; remove it from `facts-only`.",
                step.code
            )
        } else if !procedure.informed_roles().any(|it| it == role) {
            format!(
                "Nobody informs `{role}`; name it in `inform` or `inform-at-end`, or remove it."
            )
        } else {
            continue;
        };
        case.complaints.at_key("facts-only", what);
    }
}

/// Only steps of the applicant lead to a `withdrawn` end.
pub(super) fn only_the_applicant_withdraws(case: &Case<'_>) {
    let leads = |(step, outcome)| Outcome::targets(outcome).map(move |to| (step, outcome, to));
    let others = case
        .outcomes()
        .filter(|(step, _)| !case.is_applicants(step));
    for (step, outcome, to) in others.flat_map(leads) {
        if let Target::End(code) = &to
            && case
                .procedure
                .end(code)
                .is_some_and(|end| end.kind == EndKind::Withdrawn)
        {
            let what = format!(
                "Only the applicant withdraws, and `{}` is not theirs; choose another end.",
                step.code
            );
            case.complaints.at(outcome.line, what);
        }
    }
}

/// `assigned` names a question of an earlier step, or of its own by which a colleague is named instead, in which a holder of the performing role was chosen.
pub(super) fn a_task_is_assigned_to_someone_chosen_before(case: &Case<'_>) {
    for (index, step) in case.procedure.steps.iter().enumerate() {
        let Some(assigned) = &step.assigned else {
            continue;
        };
        let earlier: Vec<_> = case.procedure.steps[..=index]
            .iter()
            .flat_map(|step| step.fields.iter())
            .collect();
        let Some(field) = earlier.iter().find(|field| &field.code == assigned) else {
            let known = earlier.iter().map(|field| field.code.as_str());
            let what = unknown("earlier question", assigned.as_str(), known);
            case.complaints.at(step.line, what);
            continue;
        };
        let what = match &field.kind {
            Kind::Person(PersonKind { role, .. }) if step.performer.is_of(role) => continue,
            Kind::Person(PersonKind { role, .. }) => format!(
                "`{assigned}` chooses among `{role}`, but `{}` is performed by `{}`.",
                step.code, step.performer
            ),
            Kind::Choice(choice) if choice.options.is_empty() => continue,
            _ => format!(
                "`{assigned}` does not choose a person; `assigned` needs a question of kind `person`."
            ),
        };
        case.complaints.at(step.line, what);
    }
}

/// What passes by itself, or is taken over, is an officer's step, and passing has a plain way on.
pub(super) fn nobody_passes_or_takes_over_for_the_applicant(case: &Case<'_>) {
    for step in &case.procedure.steps {
        let moved = step.passes || !step.takeover.is_empty();
        if moved && case.is_applicants(step) {
            let what = format!(
                "`{}` is the applicant's step; nobody does it for them, so it has neither `passes` nor `takeover`.",
                step.code
            );
            case.complaints.at(step.line, what);
        }
        let plain = |it: &Outcome| it.tone == Tone::Yes && it.is_one_tap() && it.asks.is_empty();
        if step.passes && !step.outcomes.iter().any(plain) {
            let what = format!(
                "`{}` can pass by itself only where an outcome of tone `yes` asks nothing; add one, or leave `passes` out.",
                step.code
            );
            case.complaints.at(step.line, what);
        }
    }
}

/// What is decided together is one tap at an officer's step, and there is one such outcome at a step.
pub(super) fn only_what_is_one_tap_is_decided_together(case: &Case<'_>) {
    for step in &case.procedure.steps {
        let mut marked = step.outcomes.iter().filter(|it| it.together);
        if let Some(outcome) = marked.clone().find(|it| !it.is_one_tap()) {
            let what = format!(
                "`{}` asks something, so it cannot be decided for several requests in one go; give it `asks = []` and no `reason`, or leave `together` out.",
                outcome.code
            );
            case.complaints.at(outcome.line, what);
        }
        let Some(first) = marked.next() else {
            continue;
        };
        if case.is_applicants(step) {
            let what = format!(
                "`{}` is the applicant's step; nobody decides several in one go there, so leave `together` out.",
                step.code
            );
            case.complaints.at(first.line, what);
        }
        if let Some(second) = marked.next() {
            let what = format!(
                "`{}` has two outcomes with `together`; keep the one that is meant for several requests in one go.",
                step.code
            );
            case.complaints.at(second.line, what);
        }
    }
}
