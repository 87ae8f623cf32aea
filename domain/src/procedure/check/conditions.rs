//! When something is asked, offered, led elsewhere or written down.

use super::{Case, questions::has};
use crate::{
    code::{FieldCode, OptionCode, RoleCode},
    procedure::{
        field::{Condition, Field, OPENED_BY},
        kind::{Kind, Way},
        read::unknown,
        step::{Outcome, Step},
    },
};

/// A condition names a choice or yes-no question that is asked earlier, and options that it has; or a
/// role that enters requests.
pub(super) fn conditions_look_back_at_a_choice(case: &Case<'_>) {
    let mut earlier: Vec<&Field> = Vec::new();
    for step in &case.procedure.steps {
        for outcome in &step.outcomes {
            if let Some(when) = &outcome.when {
                condition(case, outcome.line, when, &earlier);
            }
        }
        for field in step.fields.iter() {
            if let Some(when) = &field.when {
                condition(case, field.line, when, &earlier);
                asked_together(case, step, field, when);
            }
            earlier.push(field);
        }
        for outcome in &step.outcomes {
            for branch in &outcome.branch {
                condition(case, outcome.line, &branch.when, &earlier);
            }
        }
    }
    for entry in &case.procedure.registers {
        if let Some(when) = &entry.when {
            condition(case, entry.line, when, &earlier);
        }
    }
}

fn condition(case: &Case<'_>, line: usize, when: &Condition, earlier: &[&Field]) {
    if when.field.as_str() == OPENED_BY {
        return opened_by(case, line, when);
    }
    let Some(asked) = earlier.iter().find(|earlier| earlier.code == when.field) else {
        let known = earlier.iter().map(|earlier| earlier.code.as_str());
        let what = unknown("earlier question", when.field.as_str(), known);
        case.complaints.at(line, what);
        return;
    };
    for other in &when.after {
        compared(case, line, asked, other, earlier);
    }
    if !when.after.is_empty() {
        return;
    }
    let Some(options) = asked.kind.way().sayings() else {
        let what = format!(
            "`{}` is not a choice; a condition looks at a choice, choices or yes-no question.",
            when.field
        );
        case.complaints.at(line, what);
        return;
    };
    if options.is_empty() {
        return;
    }
    for code in when.is.iter().filter(|code| !options.contains(code)) {
        let noun = format!("option of `{}` called", when.field);
        let known = options.iter().map(OptionCode::as_str);
        case.complaints
            .at(line, unknown(&noun, code.as_str(), known));
    }
}

/// Two dates, or two moments, are compared.
fn compared(case: &Case<'_>, line: usize, asked: &Field, other: &FieldCode, earlier: &[&Field]) {
    let Some(other) = earlier.iter().find(|earlier| &earlier.code == other) else {
        let known = earlier.iter().map(|earlier| earlier.code.as_str());
        let what = unknown("earlier question", other.as_str(), known);
        case.complaints.at(line, what);
        return;
    };
    let alike = matches!(
        (&asked.kind, &other.kind),
        (Kind::Date(_), Kind::Date(_)) | (Kind::DateTime(_), Kind::DateTime(_))
    );
    if !alike {
        let what = format!(
            "`{}` and `{}` cannot be compared; both must be dates, or both moments.",
            asked.code, other.code
        );
        case.complaints.at(line, what);
    }
}

fn opened_by(case: &Case<'_>, line: usize, when: &Condition) {
    let procedure = case.procedure;
    let enter = || std::iter::once(&procedure.opens).chain(&procedure.on_behalf);
    for role in &when.is {
        if !enter().any(|known| known.as_str() == role.as_str()) {
            let known = enter().map(RoleCode::as_str);
            case.complaints.at(
                line,
                unknown("role that enters requests called", role.as_str(), known),
            );
        }
    }
}

/// Within a step, the two are asked together or the later one would never be asked.
fn asked_together(case: &Case<'_>, step: &Step, field: &Field, when: &Condition) {
    for outcome in step.outcomes.iter().filter(|_| has(step, &when.field)) {
        if outcome.asks.contains(&field.code) && !outcome.asks.contains(&when.field) {
            let what = format!(
                "`{}` depends on `{}`, so this outcome must ask both or neither.",
                field.code, when.field
            );
            case.complaints.at(outcome.line, what);
        }
    }
}

/// Whoever holds a step can always choose something, whatever was answered and however often it was
/// chosen: one outcome is always there, or several together serve every answer to one question.
pub(super) fn something_can_always_be_chosen(case: &Case<'_>) {
    for step in &case.procedure.steps {
        let lasting = |outcome: &&Outcome| outcome.at_most.is_none() || outcome.then.is_some();
        let lasting: Vec<&Outcome> = step.outcomes.iter().filter(lasting).collect();
        let is_served = lasting.iter().any(|outcome| match &outcome.when {
            None => true,
            Some(when) => serves_every_answer(case, &when.field, &lasting),
        });
        if !step.outcomes.is_empty() && !is_served {
            case.complaints.at(
                step.line,
                "It can come to pass that nothing can be chosen at this step; leave one outcome without `when` and `at-most`.",
            );
        }
    }
}

/// Whether for every answer to a question one of the outcomes is offered.
fn serves_every_answer(case: &Case<'_>, code: &FieldCode, outcomes: &[&Outcome]) -> bool {
    let way = case.procedure.field(code).map(|field| field.kind.way());
    // Of several nothing may be chosen.
    let one = way.filter(|way| matches!(way, Way::One(_) | Way::YesNo(_)));
    let Some(options) = one.and_then(Way::sayings) else {
        return false;
    };
    let conditions = outcomes.iter().filter_map(|outcome| outcome.when.as_ref());
    let served: Vec<&OptionCode> = conditions
        .filter(|when| &when.field == code)
        .flat_map(|when| &when.is)
        .collect();
    options.iter().all(|option| served.contains(&option))
}

/// `then` says where an outcome leads once it was chosen `at-most` times.
pub(super) fn then_goes_with_at_most(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        if outcome.then.is_some() && outcome.at_most.is_none() {
            case.complaints.at(
                outcome.line,
                "`then` goes with `at-most`; say how often it leads to the usual place.",
            );
        }
    }
    // The first outcome opens the request: it happens once, and nobody chooses it.
    if let Some(first) = case.procedure.first()
        && let Some(sent) = first.outcomes.first()
        && (sent.when.is_some() || sent.at_most.is_some())
    {
        case.complaints.at(
            sent.line,
            "This outcome sends the request; it is always there, remove `when` and `at-most`.",
        );
    }
}
