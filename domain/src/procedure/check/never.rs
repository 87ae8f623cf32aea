//! What can never come to pass: what somebody looks at when it is too late, or cannot put right.

use super::{Case, no_effect::conditions};
use crate::{
    code::FieldCode,
    procedure::{
        condition::{Comparison, Condition, RowCount, With},
        field::Field,
        kind::{Kind, number::NumberKind},
        step::{Step, Target},
    },
};

/// At a later step nobody looks at a decision that has ended the request.
pub(super) fn what_has_ended_is_not_looked_at(case: &Case<'_>) {
    for step in &case.procedure.steps {
        for (line, when) in judged_at(step) {
            for simple in when.simple() {
                let (Condition::Decided { step: at, outcomes }
                | Condition::Chosen {
                    step: at, outcomes, ..
                }) = simple
                else {
                    continue;
                };
                let found = case.procedure.step(at);
                let found = outcomes.iter().filter_map(|it| found?.outcome(it));
                let ends = |to| matches!(to, Target::End(_));
                for outcome in found.filter(|it| it.targets().all(ends)) {
                    let what = format!(
                        "`{}` of `{at}` ends the request, so nobody comes to `{}` after it; leave it out of this condition.",
                        outcome.code, step.code
                    );
                    case.complaints.at(line, what);
                }
            }
        }
    }
}

/// What is looked at while a request is at a step, with its line.
fn judged_at(step: &Step) -> Vec<(usize, &Condition)> {
    let mut all: Vec<(usize, &Condition)> = Vec::new();
    all.extend(step.times.iter().map(|it| (it.line, &it.when)));
    for field in step.fields.iter() {
        all.extend(field.when.iter().map(|when| (field.line, when)));
    }
    for outcome in &step.outcomes {
        all.extend(outcome.when.iter().map(|when| (outcome.line, when)));
        let branches = outcome.branch.iter();
        all.extend(branches.map(|it| (outcome.line, &it.when)));
        all.extend(outcome.must.iter().map(|it| (it.line, &it.holds)));
    }
    all
}

/// Whoever may pass a question over is not held to a limit of its answer.
pub(super) fn what_is_passed_over_breaks_no_limit(case: &Case<'_>) {
    let is_optional = |code: &FieldCode| {
        let field: Option<&Field> = case.procedure.field(code);
        field.is_some_and(|field| !field.required)
    };
    for (_, outcome) in case.outcomes() {
        for must in &outcome.must {
            let all = match &must.holds {
                Condition::All(all) => &all[..],
                one => std::slice::from_ref(one),
            };
            for simple in all {
                if let Condition::Compares { field, how, .. } = simple
                    && matches!(how, Comparison::AtMost | Comparison::Before)
                    && outcome.asks.contains(field)
                    && is_optional(field)
                {
                    let what = format!(
                        "`{field}` may be passed over, and then it fulfils nothing and nobody gets any further; write {{ any = [{{ field = \"{field}\", answered = false }}, {{ … }}], otherwise = … }}, or remove `required = false`."
                    );
                    case.complaints.at(must.line, what);
                }
            }
        }
    }
}

/// Every condition on how many rows a table has asks for no more than it can have.
pub(super) fn tables_have_so_many_rows(case: &Case<'_>) {
    for (line, _, when) in conditions(case.procedure) {
        for simple in when.simple() {
            if let Some(what) = beyond(case, simple) {
                case.complaints.at(line, what);
            }
        }
    }
}

fn beyond(case: &Case<'_>, simple: &Condition) -> Option<String> {
    let (field, number, is_least) = match simple {
        Condition::Compares {
            field,
            how: how @ (Comparison::AtLeast | Comparison::AtMost),
            with: With::Number(number),
        } => (field, *number, *how == Comparison::AtLeast),
        Condition::Rows { table, how, .. } => match how {
            RowCount::AtLeast(number) => (table, i64::try_from(*number).ok()?, true),
            RowCount::AtMost(number) => (table, i64::try_from(*number).ok()?, false),
            RowCount::Every => return None,
        },
        _ => return None,
    };
    let asked = case.procedure.field(field)?;
    let (most, of) = most(case, asked)?;
    let (key, so) = if is_least {
        ("at-least", "this never holds")
    } else {
        ("at-most", "this always holds")
    };
    (number > most).then(|| {
        format!(
            "`{field}` has at most {most} {of}, so with `{key} = {number}` {so}; write a number up to {most}, or let it have more."
        )
    })
}

/// How many rows a table has, or options can be chosen, and what they are called.
fn most(case: &Case<'_>, asked: &Field) -> Option<(i64, &'static str)> {
    match &asked.kind {
        Kind::Rows(rows) => match (&rows.count, &rows.extends) {
            (_, Some(table)) => most(case, case.procedure.field(table)?),
            (Some(count), _) => match &case.procedure.field(count)?.kind {
                Kind::Number(NumberKind { max, .. }) => Some(((*max)?, "rows")),
                _ => None,
            },
            (None, None) => Some((i64::try_from(rows.max).ok()?, "rows")),
        },
        Kind::Choices(_) => {
            let options = asked.kind.way().options().len();
            Some((i64::try_from(options).ok()?, "options"))
        }
        _ => None,
    }
}
