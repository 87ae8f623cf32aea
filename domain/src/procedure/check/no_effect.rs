//! Conditions that hold in every case or in none, and readers who read it anyway.

use super::{Case, cases::Cases};
use crate::{
    code::{FieldCode, RoleCode},
    procedure::{
        condition::Condition,
        field::Field,
        kind::Way,
        readers::{Inform, Readers},
        step::{Outcome, Procedure},
    },
};

/// A condition holds in some cases and in others not.
pub(super) fn conditions_make_a_difference(case: &Case<'_>) {
    let procedure = case.procedure;
    for (line, whose, when) in conditions(procedure) {
        if !can_be_judged(case, when) {
            continue;
        }
        let is_certain = |field: &FieldCode| is_sent_with_it(procedure, field);
        let Some(cases) = Cases::of(case, &[when], &is_certain) else {
            continue;
        };
        let what = if cases.every(|simple| when.holds_if(simple)) {
            format!(
                "The condition of {whose} holds in every case and says nothing; remove it, or say what it should depend on."
            )
        } else if cases.every(|simple| !when.holds_if(simple)) {
            format!(
                "The condition of {whose} holds in no case: what it asks for never comes together; leave out what contradicts the rest."
            )
        } else {
            continue;
        };
        case.complaints.at(line, what);
    }
}

/// Every condition of a file with its line and what it is of, those within rows of tables left out.
pub(super) fn conditions(procedure: &Procedure) -> Vec<(usize, String, &Condition)> {
    let mut all = Vec::new();
    for step in &procedure.steps {
        let times = step.times.iter();
        all.extend(times.map(|it| (it.line, "this time".to_owned(), &it.when)));
        for field in step.fields.iter() {
            let when = field.when.iter();
            all.extend(when.map(|when| (field.line, format!("`{}`", field.code), when)));
        }
        for outcome in &step.outcomes {
            let (line, code) = (outcome.line, &outcome.code);
            let when = outcome.when.iter();
            all.extend(when.map(|when| (line, format!("`{code}`"), when)));
            for (number, branch) in (1..).zip(&outcome.branch) {
                all.push((line, format!("branch {number} of `{code}`"), &branch.when));
            }
            all.extend(told(&outcome.inform));
            let must = outcome.must.iter();
            all.extend(must.map(|it| (it.line, "this `must`".to_owned(), &it.holds)));
        }
    }
    for entry in &procedure.registers {
        let when = entry.when.iter();
        all.extend(when.map(|when| (entry.line, "this register".to_owned(), when)));
    }
    for paper in &procedure.papers {
        let when = paper.when.iter();
        all.extend(when.map(|when| (paper.line, format!("`{}`", paper.code), when)));
    }
    all.extend(told(&procedure.inform_at_end));
    all
}

fn told(informs: &[Inform]) -> impl Iterator<Item = (usize, String, &Condition)> {
    let told = informs.iter();
    told.filter_map(|it| Some((it.line, "this `inform`".to_owned(), it.when.as_ref()?)))
}

/// What names something that is not there has been complained about.
fn can_be_judged(case: &Case<'_>, when: &Condition) -> bool {
    let procedure = case.procedure;
    when.simple().iter().all(|simple| match simple {
        Condition::Is { field, is } => {
            let way = procedure.field(field).map(|field| field.kind.way());
            let options = way.and_then(Way::sayings).unwrap_or_default();
            is.iter().all(|it| options.contains(it))
        }
        Condition::Answered(field) | Condition::Compares { field, .. } => {
            procedure.field(field).is_some() || field.as_str().contains('.')
        }
        Condition::EnteredBy(roles) => {
            let enters =
                |role: &RoleCode| procedure.opens == *role || procedure.on_behalf.contains(role);
            roles.iter().all(enters)
        }
        Condition::Decided { step, outcomes } => procedure
            .step(step)
            .is_some_and(|step| outcomes.iter().all(|it| step.outcome(it).is_some())),
        _ => true,
    })
}

/// Whether every request is sent with an answer to it, whatever way it takes.
fn is_sent_with_it(procedure: &Procedure, code: &FieldCode) -> bool {
    let Some(first) = procedure.first() else {
        return false;
    };
    let asked = first.fields.iter().find(|field| &field.code == code);
    let asks = |outcome: &Outcome| outcome.asks.contains(code);
    let always = |field: &Field| field.required && field.when.is_none();
    asked.is_some_and(always) && first.outcomes.iter().all(asks)
}

/// Who reads an answer or a reason is said where it is not so anyway.
pub(super) fn readers_are_others_than_usual(case: &Case<'_>) {
    let word = |readers| match readers {
        Readers::Office => "office",
        Readers::Everyone => "all",
    };
    for step in &case.procedure.steps {
        for field in step.fields.iter() {
            let usual = Field {
                readers: None,
                ..field.clone()
            };
            if let Some(readers) = field.readers
                && readers == case.procedure.readers(&usual)
            {
                let what = format!(
                    "`{}` is read so anyway; remove `readers = \"{}\"`.",
                    field.code,
                    word(readers)
                );
                case.complaints.at(field.line, what);
            }
        }
        for outcome in &step.outcomes {
            let usual = Outcome {
                readers: None,
                ..outcome.clone()
            };
            if let Some(readers) = outcome.readers
                && readers == case.procedure.readers_of_reason(step, &usual)
            {
                let what = format!(
                    "The reason of `{}` is read so anyway; remove `readers = \"{}\"`.",
                    outcome.code,
                    word(readers)
                );
                case.complaints.at(outcome.line, what);
            }
        }
    }
}
