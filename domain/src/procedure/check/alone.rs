//! What happens where nobody acts.

use chrono::TimeDelta;

use super::{Case, people::unknown_role};
use crate::{
    code::FieldCode,
    procedure::{
        StandardTime,
        alone::{Alone, SHORT, SOON},
        field::Field,
        kind::Kind,
        read::unknown,
        step::{ReasonRule, Step, Target},
    },
};

fn alones<'a>(case: &Case<'a>) -> impl Iterator<Item = (&'a Step, &'a Alone)> {
    let steps = case.procedure.steps.iter();
    steps.filter_map(|step| Some((step, step.alone.as_ref()?)))
}

/// What goes on by itself takes an outcome of its step that asks, marks and reserves nothing, lets nobody
/// in and leads elsewhere.
pub(super) fn what_goes_on_by_itself_asks_nothing(case: &Case<'_>) {
    for (step, alone) in alones(case) {
        let say = |what: String| case.complaints.at(alone.line, what);
        if case
            .procedure
            .first()
            .is_some_and(|it| it.code == step.code)
        {
            say(format!(
                "`{}` cannot go on by itself: nobody answers for the applicant; remove `alone`.",
                step.code
            ));
        }
        let Some(outcome) = step.outcome(&alone.outcome) else {
            let known = step.outcomes.iter().map(|it| it.code.as_str());
            say(unknown("outcome", alone.outcome.as_str(), known));
            continue;
        };
        if step.repairs && outcome.to == Target::Resume {
            say(format!(
                "`{}` sends what was put right, and nobody has put it right; let the clock take an outcome that ends the request, or leads elsewhere.",
                outcome.code
            ));
        }
        let admits = outcome.reserve.is_some() || outcome.admits.is_some();
        if !outcome.asks.is_empty() || outcome.marks || admits {
            say(format!(
                "`{}` cannot happen by itself; take an outcome with `asks = []` that marks and reserves nothing.",
                outcome.code
            ));
        }
        if outcome
            .targets()
            .any(|to| to == Target::Step(step.code.clone()))
        {
            say(format!(
                "`{}` leads back to the same step, which would never end; take another.",
                outcome.code
            ));
        }
    }
}

/// A reason is given beforehand where the outcome requires one, and only where it asks for one.
pub(super) fn what_goes_on_by_itself_has_its_reason(case: &Case<'_>) {
    for (step, alone) in alones(case) {
        let rule = step.outcome(&alone.outcome).map(|outcome| outcome.reason);
        let what = match (rule, &alone.reason) {
            (Some(ReasonRule::Required), None) => {
                "This outcome needs a reason; add `reason = { id = \"…\", en = \"…\" }`."
            }
            (Some(ReasonRule::None), Some(_)) => {
                "This outcome asks for no reason; remove `reason`."
            }
            _ => continue,
        };
        case.complaints.at(alone.line, what);
    }
}

/// People are told before: it waits at least two working days or one working hour, or an hour beyond a planned moment,
/// unless it is to happen to the minute.
pub(super) fn what_goes_on_by_itself_is_announced(case: &Case<'_>) {
    for (_, alone) in alones(case) {
        let what = match (alone.after, alone.from.is_empty()) {
            (StandardTime::Tentative | StandardTime::Hours(_), _) => continue,
            (StandardTime::Days(days), true) if days >= 2 => continue,
            (StandardTime::Minutes(minutes), false)
                if alone.exact || TimeDelta::minutes(minutes.into()) >= SHORT =>
            {
                continue;
            }
            (_, true) => {
                "People are told before, a working day or half of the hours; write at least `after = \"2 hari kerja\"`, or `after = \"1 jam\"` of working time, or count `from` a question.".to_owned()
            }
            (_, false) => format!(
                "From an answered moment `after` is plain time, such as `\"90 menit\"` or `\"2 jam\"`, and at least one hour: it is announced after {} minutes. What is to happen at the moment itself needs `exact = true`.",
                SOON.num_minutes()
            ),
        };
        case.complaints.at(alone.line, what);
    }
}

/// To the minute happens only what counts from a moment.
pub(super) fn only_a_moment_is_exact(case: &Case<'_>) {
    for (_, alone) in alones(case) {
        if alone.exact && alone.from.is_empty() {
            case.complaints.at(
                alone.line,
                "Working days have no minute; count `from` a question of kind `date-time`, or remove `exact`.",
            );
        }
    }
}

/// What only the clock takes is what the clock takes at its step, and the clock takes it at its own moment.
pub(super) fn the_clock_takes_what_goes_on_by_itself(case: &Case<'_>) {
    for (step, outcome) in case.outcomes() {
        let alone = step.alone.as_ref().map(|alone| &alone.outcome);
        let is_alone = alone == Some(&outcome.code);
        if outcome.by_clock && !is_alone {
            let what = format!(
                "Nobody and nothing would ever take `{}`; name it in `alone`, or remove `by`.",
                outcome.code
            );
            case.complaints.at(outcome.line, what);
        }
        if is_alone && !outcome.from.is_empty() {
            case.complaints.at(
                outcome.line,
                "The clock takes this when `alone` says; remove `from`.",
            );
        }
    }
}

/// Only what somebody does after the first step rests, and only there is something chosen from a moment on.
pub(super) fn the_first_step_waits_for_nothing(case: &Case<'_>) {
    let Some(first) = case.procedure.first() else {
        return;
    };
    let later = first
        .outcomes
        .iter()
        .any(|outcome| !outcome.from.is_empty());
    if later || !first.rests.is_empty() {
        case.complaints.at(
            first.line,
            "The first step is sent when it is filled; remove `rests` and `from`.",
        );
    }
}

/// Planned moments are questions of kind `date-time`. They may stand further down: a step can be come back to.
pub(super) fn planned_moments_are_asked_for(case: &Case<'_>) {
    let known: Vec<&Field> = case.questions().collect();
    for step in &case.procedure.steps {
        let alone = step.alone.iter().map(|it| (&it.from, it.line));
        let rests = std::iter::once((&step.rests, step.line));
        let outcomes = step.outcomes.iter().map(|it| (&it.from, it.line));
        for (from, line) in alone.chain(rests).chain(outcomes) {
            for code in from {
                moment(case, line, code, &known);
            }
        }
        for alarm in &step.alarms {
            for code in &alarm.from {
                let field = known.iter().find(|field| field.code == *code);
                if !field.is_some_and(|field| matches!(field.kind, Kind::Date(_))) {
                    moment(case, alarm.line, code, &known);
                }
            }
        }
    }
    for (_, outcome) in case.outcomes() {
        if let Some(prolongs) = &outcome.prolongs {
            for code in prolongs.from.iter().chain([&prolongs.field]) {
                moment(case, outcome.line, code, &known);
            }
        }
    }
}

/// A complaint where a code names no question for a moment.
pub(super) fn moment(case: &Case<'_>, line: usize, code: &FieldCode, known: &[&Field]) {
    let Some(field) = known.iter().find(|field| field.code == *code) else {
        let moments = known.iter().filter(|it| is_moment(it));
        let known = moments.map(|it| it.code.as_str());
        let what = unknown("question of kind `date-time` called", code.as_str(), known);
        case.complaints.at(line, what);
        return;
    };
    if !is_moment(field) {
        let what = format!("`{code}` is no moment; take a question of kind `date-time`.");
        case.complaints.at(line, what);
    }
}

fn is_moment(field: &Field) -> bool {
    matches!(field.kind, Kind::DateTime(_))
}

/// An alarm counts from a question and tells roles of the office, but not the crowd of applicants.
pub(super) fn alarms_are_heard(case: &Case<'_>) {
    let alarms = case.procedure.steps.iter().flat_map(|step| &step.alarms);
    for alarm in alarms {
        if alarm.from.is_empty() || alarm.tell.is_empty() && !alarm.tell_applicant {
            case.complaints.at(
                alarm.line,
                "An alarm says which moment has passed (`from`) and whom it tells (`tell`); add both.",
            );
        }
        for role in &alarm.tell {
            if *role == case.procedure.opens {
                let what = format!(
                    "`{role}` would alarm every applicant; write `@applicant` for the one of the request."
                );
                case.complaints.at(alarm.line, what);
            } else if case.office.role(role).is_none() {
                case.complaints.at(alarm.line, unknown_role(case, role));
            }
        }
    }
}
