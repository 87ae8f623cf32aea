//! When something is asked, offered, led elsewhere, written down or demanded.

use super::{Case, questions::has};
use crate::{
    code::{FieldCode, OptionCode, OutcomeCode, RoleCode},
    procedure::{
        condition::{Comparison, Condition, With},
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
    for (line, when) in lines.chain(papers) {
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
                compared(case, line, (field, *how, with), earlier);
            }
            Condition::EnteredBy(roles) => entered_by(case, line, roles),
            Condition::Decided { step, outcomes } => {
                let Some(step) = case.procedure.step(step) else {
                    let known = case.procedure.steps.iter().map(|step| step.code.as_str());
                    let what = unknown("step", step.as_str(), known);
                    case.complaints.at(line, what);
                    continue;
                };
                let lacking = |it: &&OutcomeCode| step.outcome(it).is_none();
                for code in outcomes.iter().filter(lacking) {
                    let noun = format!("outcome of `{}` called", step.code);
                    let known = step.outcomes.iter().map(|it| it.code.as_str());
                    case.complaints
                        .at(line, unknown(&noun, code.as_str(), known));
                }
            }
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
        }
    }
}

fn asked_before<'a>(
    case: &Case<'_>,
    line: usize,
    code: &FieldCode,
    earlier: &[&'a Field],
) -> Option<&'a Field> {
    let asked = earlier.iter().find(|earlier| &earlier.code == code);
    if asked.is_none() {
        let known = earlier.iter().map(|earlier| earlier.code.as_str());
        case.complaints
            .at(line, unknown("earlier question", code.as_str(), known));
    }
    asked.copied()
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

/// Two days, two moments; numbers, or how many there are; anything that is the same.
fn compared(
    case: &Case<'_>,
    line: usize,
    (field, how, with): (&FieldCode, Comparison, &With),
    earlier: &[&Field],
) {
    if how == Comparison::Among {
        for cell in std::iter::once(field).chain(with.questions()) {
            column_of_a_table(case, line, cell, earlier);
        }
        return;
    }
    let Some(asked) = asked_before(case, line, field, earlier) else {
        return;
    };
    let counts = matches!(how, Comparison::AtLeast | Comparison::AtMost);
    if counts && !is_counted(asked) {
        let what = format!(
            "`{field}` is no number; `at-least` and `at-most` look at a number, or count the rows, items or options of an answer."
        );
        case.complaints.at(line, what);
    }
    for other in with.questions() {
        if let Some((entry, column)) = other.as_str().split_once('.') {
            column_of_a_line(case, line, how, (entry, column), earlier);
            continue;
        }
        // Of several the first that was answered counts: one may be asked later, by a step from which a way leads back.
        let is_earlier = |code: &FieldCode| earlier.iter().any(|it| it.code == *code);
        let later = (with.questions().iter().any(is_earlier) && !is_earlier(other))
            .then(|| case.procedure.field(other))
            .flatten();
        let Some(other) = later.or_else(|| asked_before(case, line, other, earlier)) else {
            continue;
        };
        let alike = match how {
            Comparison::Equals | Comparison::Among => true,
            Comparison::SameDay => asked.is_a_time() && other.is_a_time(),
            Comparison::AtLeast | Comparison::AtMost => is_counted(other),
            Comparison::After | Comparison::Before | Comparison::Near(_) => matches!(
                (&asked.kind, &other.kind),
                (Kind::Date(_), Kind::Date(_)) | (Kind::DateTime(_), Kind::DateTime(_))
            ),
        };
        if !alike {
            let what = if counts {
                format!("`{}` is no number and cannot be counted.", other.code)
            } else if how == Comparison::SameDay {
                format!(
                    "`{}` and `{}` cannot be compared; `same-day` looks at dates and moments.",
                    asked.code, other.code
                )
            } else {
                format!(
                    "`{}` and `{}` cannot be compared; both must be dates, or both moments.",
                    asked.code, other.code
                )
            };
            case.complaints.at(line, what);
        }
    }
}

fn is_counted(field: &Field) -> bool {
    matches!(
        field.kind,
        Kind::Number(_) | Kind::Decimal(_) | Kind::Rows(_) | Kind::Items(_) | Kind::Choices(_)
    )
}

/// A column of the line that an earlier question has chosen.
fn column_of_a_line(
    case: &Case<'_>,
    line: usize,
    how: Comparison,
    (entry, column): (&str, &str),
    earlier: &[&Field],
) {
    if how != Comparison::Equals {
        case.complaints.at(
            line,
            "A column of a line is text; it can only be compared by `equals`.",
        );
    }
    let Some(asked) = asked_before(case, line, &entry.into(), earlier) else {
        return;
    };
    let Kind::Entry(chosen) = &asked.kind else {
        let what =
            format!("`{entry}` chooses no line; only a question of kind `entry` has columns.");
        case.complaints.at(line, what);
        return;
    };
    let register = case.office.register(&chosen.register);
    if let Some(register) =
        register.filter(|it| it.columns.iter().all(|it| it.code.as_str() != column))
    {
        let noun = format!("column of the register `{}` called", register.code);
        let known = register.columns.iter().map(|column| column.code.as_str());
        case.complaints.at(line, unknown(&noun, column, known));
    }
}

/// A column of a table that an earlier question asks for.
fn column_of_a_table(case: &Case<'_>, line: usize, cell: &FieldCode, earlier: &[&Field]) {
    let Some((table, column)) = cell.as_str().split_once('.') else {
        let what = format!(
            "`{cell}` is no column; `among` compares columns of tables, such as `kembali.nomor`."
        );
        case.complaints.at(line, what);
        return;
    };
    let Some(asked) = asked_before(case, line, &table.into(), earlier) else {
        return;
    };
    let Kind::Rows(rows) = &asked.kind else {
        let what = format!("`{table}` has no rows; `among` needs a question of kind `rows`.");
        case.complaints.at(line, what);
        return;
    };
    if rows.columns.iter().all(|it| it.code.as_str() != column) {
        let noun = format!("column of `{table}` called");
        let known = rows.columns.iter().map(|it| it.code.as_str());
        case.complaints.at(line, unknown(&noun, column, known));
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
