//! When something is asked, offered, led elsewhere, written down or demanded.

use super::{
    Case,
    comparisons::{asked_before, compared},
    questions::has,
};
use crate::{
    code::{FieldCode, OptionCode, OutcomeCode, RoleCode, StepCode},
    procedure::{
        condition::{Comparison, Condition, OfficeTime, With},
        field::Field,
        kind::Kind,
        read::unknown,
        step::{Outcome, Step},
    },
};

/// A condition names questions that are asked earlier and what can be answered to them, roles that enter
/// requests, and what can be decided; and what it compares can be compared.
pub(super) fn conditions_look_back(case: &Case<'_>) {
    let mut earlier: Vec<&Field> = Vec::new();
    for step in &case.procedure.steps {
        for timed in &step.times {
            condition(case, timed.line, &timed.when, &earlier);
        }
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
            for when in outcome.inform.iter().filter_map(|it| it.when.as_ref()) {
                condition(case, outcome.line, when, &earlier);
            }
            for must in &outcome.must {
                demand(case, must.line, &must.holds, &earlier);
            }
        }
    }
    let lines = case
        .procedure
        .registers
        .iter()
        .map(|it| (it.line, &it.when));
    let papers = case.procedure.papers.iter().map(|it| (it.line, &it.when));
    let told = case.procedure.inform_at_end.iter();
    let told = told.map(|it| (it.line, &it.when));
    for (line, when) in lines.chain(papers).chain(told) {
        if let Some(when) = when {
            condition(case, line, when, &earlier);
        }
    }
}

fn condition(case: &Case<'_>, line: usize, when: &Condition, earlier: &[&Field]) {
    let asks_for_the_day = |it: &&Condition| {
        let day = Comparison::SameDay;
        matches!(it, Condition::Compares { how, .. } if *how == day)
    };
    if when.simple().iter().any(asks_for_the_day) {
        case.complaints.at(
            line,
            "`same-day` is judged once, by the office's clock, and stands in `must` only; write `near`, `after` or `before`.",
        );
    }
    // A day and a moment are compared by the office's day.
    let kind = |code: &FieldCode| case.procedure.field(code).map(|field| &field.kind);
    let is_mixed = |it: &&Condition| match it {
        Condition::Compares { field, how, with } => {
            let is_at = |it: &FieldCode| matches!(kind(it), Some(Kind::DateTime(_)));
            let is_on = |it: &FieldCode| matches!(kind(it), Some(Kind::Date(_)));
            let mixes = |other: &FieldCode| {
                (is_on(field) && is_at(other)) || (is_at(field) && is_on(other))
            };
            matches!(how, Comparison::After | Comparison::Before)
                && (with.questions().iter().any(mixes)
                    || matches!(with, With::Day(_)) && is_at(field))
        }
        _ => false,
    };
    if when.simple().iter().any(is_mixed) {
        case.complaints.at(
            line,
            "A day and a moment are compared once, by the office's clock, and in `must` only; ask both as days or both as moments.",
        );
    }
    demand(case, line, when, earlier);
}

fn demand(case: &Case<'_>, line: usize, when: &Condition, earlier: &[&Field]) {
    for simple in when.simple() {
        match simple {
            Condition::Is { field, is } => is_answered(case, line, (field, is), earlier),
            Condition::Answered(field) => {
                asked_before(case, line, field, earlier);
            }
            Condition::Compares { field, how, with } => {
                if *with == With::Sent {
                    known_once_it_is_sent(case, line);
                }
                compared(case, line, (field, *how, with), earlier);
            }
            Condition::EnteredBy(roles) => entered_by(case, line, roles),
            Condition::Decided { step, outcomes } | Condition::Chosen { step, outcomes, .. } => {
                decided(case, line, step, outcomes);
            }
            Condition::Falls { field, on } => {
                falls(case, line, field.as_ref(), on, earlier);
            }
            Condition::Rows { table, row, .. } => rows(case, line, table, row, earlier),
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
        }
    }
}

fn decided(case: &Case<'_>, line: usize, step: &StepCode, outcomes: &[OutcomeCode]) {
    let Some(step) = case.procedure.step(step) else {
        let known = case.procedure.steps.iter().map(|step| step.code.as_str());
        let what = unknown("step", step.as_str(), known);
        case.complaints.at(line, what);
        return;
    };
    let lacking = |it: &&OutcomeCode| step.outcome(it).is_none();
    for code in outcomes.iter().filter(lacking) {
        let noun = format!("outcome of `{}` called", step.code);
        let known = step.outcomes.iter().map(|it| it.code.as_str());
        case.complaints
            .at(line, unknown(&noun, code.as_str(), known));
    }
}

/// A day falls on a working day or not, and a moment within the hours of one or not.
fn falls(
    case: &Case<'_>,
    line: usize,
    field: Option<&FieldCode>,
    on: &[OfficeTime],
    earlier: &[&Field],
) {
    let Some(field) = field else {
        if on.contains(&OfficeTime::WorkingDay) {
            case.complaints.at(
                line,
                "It is sent at a moment: write `in-hours`, `off-hours`, `day-off`, or several of them.",
            );
        }
        known_once_it_is_sent(case, line);
        return;
    };
    let Some(asked) = asked_before(case, line, field, earlier) else {
        return;
    };
    let never = match &asked.kind {
        Kind::Date(_) => &[OfficeTime::InHours, OfficeTime::OffHours][..],
        Kind::DateTime(_) => &[OfficeTime::WorkingDay],
        _ => {
            let what = format!("`{field}` is no day and no moment, and falls on nothing.");
            case.complaints.at(line, what);
            return;
        }
    };
    if on.iter().any(|it| never.contains(it)) {
        let words = match &asked.kind {
            Kind::Date(_) => "a day: write `working-day` or `day-off`",
            _ => "a moment: write `in-hours`, `off-hours`, `day-off`, or several of them",
        };
        case.complaints.at(line, format!("`{field}` is {words}."));
    }
}

/// When it was sent is known at no question of the first step.
fn known_once_it_is_sent(case: &Case<'_>, line: usize) {
    let is_here = case.procedure.first().is_some_and(|first| {
        let mut demands = first.outcomes.iter().flat_map(|it| &it.must);
        first.fields.iter().any(|field| field.line == line) || demands.any(|it| it.line == line)
    });
    if is_here {
        case.complaints.at(
            line,
            "It is known only when it has been sent, so no question of the first step can depend on when that is; use it in `branch`, `inform`, a register or a later step.",
        );
    }
}

/// Rows are so by what their own columns say.
fn rows(case: &Case<'_>, line: usize, table: &FieldCode, row: &Condition, earlier: &[&Field]) {
    let Some(asked) = asked_before(case, line, table, earlier) else {
        return;
    };
    if !asked.is_table() {
        let what = format!("`{table}` has no rows; `rows` needs a question of kind `rows`.");
        case.complaints.at(line, what);
        return;
    }
    let columns: Vec<&Field> = asked.columns().iter().collect();
    within_a_row(case, line, row, &columns);
}

/// Within a row only its own cells say something.
pub(super) fn within_a_row(case: &Case<'_>, line: usize, row: &Condition, columns: &[&Field]) {
    let plain = |it: &&Condition| {
        matches!(it, Condition::Is { .. } | Condition::Answered(_))
            || matches!(it, Condition::Compares { how, .. } if *how != Comparison::Among)
    };
    if row.simple().iter().all(plain) {
        demand(case, line, row, columns);
        return;
    }
    case.complaints.at(
        line,
        "Within a row only its own cells are looked at: by `is`, `answered` or a comparison.",
    );
}

fn is_answered(
    case: &Case<'_>,
    line: usize,
    (field, is): (&FieldCode, &[OptionCode]),
    earlier: &[&Field],
) {
    let Some(asked) = asked_before(case, line, field, earlier) else {
        return;
    };
    let Some(options) = asked.kind.way().sayings() else {
        let what = format!(
            "`{field}` is not a choice; `is` looks at a choice, choices or yes-no question."
        );
        case.complaints.at(line, what);
        return;
    };
    if options.is_empty() {
        return;
    }
    for code in is.iter().filter(|code| !options.contains(code)) {
        let noun = format!("option of `{field}` called");
        let known = options.iter().map(OptionCode::as_str);
        case.complaints
            .at(line, unknown(&noun, code.as_str(), known));
    }
}

fn entered_by(case: &Case<'_>, line: usize, roles: &[RoleCode]) {
    let procedure = case.procedure;
    let enter = || std::iter::once(&procedure.opens).chain(&procedure.on_behalf);
    for role in roles
        .iter()
        .filter(|role| !enter().any(|known| known == *role))
    {
        let known = enter().map(RoleCode::as_str);
        let what = unknown("role that enters requests called", role.as_str(), known);
        case.complaints.at(line, what);
    }
}

/// What must hold is asked for by the outcome itself, and somebody whom it holds up has another way.
pub(super) fn what_must_hold_can_be_mended(case: &Case<'_>) {
    for (step, outcome) in case.outcomes() {
        for must in &outcome.must {
            let asked = must.holds.questions();
            if !asked.iter().any(|code| outcome.asks.contains(code)) {
                case.complaints.at(
                    must.line,
                    "This `must` looks at no question that the outcome asks; ask it, or write `when` instead.",
                );
            }
            if must
                .otherwise
                .wordings()
                .any(|it| it.chars().count() > LONGEST)
            {
                let what = format!(
                    "The sentence of `otherwise` is too long; {LONGEST} characters at most."
                );
                case.complaints.at(must.line, what);
            }
        }
        let is_first = case
            .procedure
            .first()
            .is_some_and(|first| first.code == step.code);
        let held_up = |it: &Outcome| !it.must.is_empty();
        if !is_first && held_up(outcome) && step.outcomes.iter().all(held_up) {
            case.complaints.at(
                outcome.line,
                "Every outcome of this step has a `must`, so it can come to pass that nothing can be chosen; leave one without.",
            );
        }
    }
}

/// A sentence that is read above a question.
const LONGEST: usize = 300;

/// Within a step, the two are asked together or the later one would never be asked.
fn asked_together(case: &Case<'_>, step: &Step, field: &Field, when: &Condition) {
    for other in when.questions().iter().filter(|other| has(step, other)) {
        let split = |it: &&Outcome| it.asks.contains(&field.code) && !it.asks.contains(other);
        for outcome in step.outcomes.iter().filter(split) {
            let what = format!(
                "`{}` depends on `{other}`, so this outcome must ask both or neither.",
                field.code
            );
            case.complaints.at(outcome.line, what);
        }
    }
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
