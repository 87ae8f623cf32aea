//! Answers on which the way ahead depends, thought through from the file alone: which options can be
//! chosen, and whether a condition holds among them.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    code::{FieldCode, OptionCode, RoleCode},
    procedure::{
        Condition, Field, Kind, Opt, Procedure, Way,
        condition::{Comparison, OPENED_BY, With, chosen_at, decided_at},
        kind::number::NumberKind,
    },
};

/// What was answered to the questions that conditions look at; nothing chosen is a question that was
/// passed over.
pub type Said = BTreeMap<FieldCode, Vec<OptionCode>>;

/// What is said when someone enters a request in a role, before any question.
pub fn entered_by(role: &RoleCode) -> Said {
    Said::from([(OPENED_BY.into(), vec![OptionCode::new(role.as_str())])])
}

/// Whether a condition holds; none always does.
pub fn holds(condition: Option<&Condition>, said: &Said) -> bool {
    let chosen = |code: &FieldCode| said.get(code).map_or(&[][..], Vec::as_slice);
    let number = |code: &FieldCode| chosen(code).first()?.as_str().parse::<i64>().ok();
    let simple = |condition: &Condition| match condition {
        Condition::Is { field, is } => chosen(field).iter().any(|option| is.contains(option)),
        Condition::Answered(field) => !chosen(field).is_empty(),
        Condition::EnteredBy(roles) => {
            let by = chosen(&OPENED_BY.into());
            by.iter()
                .any(|by| roles.iter().any(|role| role.as_str() == by.as_str()))
        }
        Condition::Decided { step, outcomes } => {
            let last = chosen(&decided_at(step));
            last.iter()
                .any(|last| outcomes.iter().any(|it| it.as_str() == last.as_str()))
        }
        Condition::Compares { field, how, with } => match (number(field), how, with) {
            (Some(said), Comparison::AtLeast, With::Number(limit)) => said >= *limit,
            (Some(said), Comparison::AtMost, With::Number(limit)) => said <= *limit,
            // What people enter freely decides no way in the files that are walked.
            _ => false,
        },
        Condition::Chosen {
            step,
            outcomes,
            times,
        } => {
            let often = outcomes
                .iter()
                .filter_map(|it| number(&chosen_at(step, it)));
            often.sum::<i64>() >= i64::from(*times)
        }
        // Neither do rows, or what a day falls on.
        Condition::Falls { .. } | Condition::Rows { .. } => false,
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => unreachable!("not simple"),
    };
    condition.is_none_or(|condition| condition.holds_if(&simple))
}

/// The questions that some outcome, branch or register looks at, and those on which it depends
/// whether these are asked.
pub fn deciding(procedure: &Procedure) -> BTreeSet<FieldCode> {
    let outcomes = procedure.steps.iter().flat_map(|step| &step.outcomes);
    let mut looked_at: BTreeSet<FieldCode> = outcomes
        .flat_map(|outcome| {
            let branches = outcome.branch.iter().map(|branch| &branch.when);
            outcome.when.iter().chain(branches)
        })
        .chain(procedure.registers.iter().filter_map(|it| it.when.as_ref()))
        .flat_map(Condition::questions)
        .collect();
    loop {
        let fields = looked_at.iter().filter_map(|code| procedure.field(code));
        let further: Vec<_> = fields
            .filter_map(|field| Some(field.when.as_ref()?.questions()))
            .flatten()
            .filter(|code| !looked_at.contains(code))
            .collect();
        if further.is_empty() {
            return looked_at;
        }
        looked_at.extend(further);
    }
}

/// The numbers at which a condition turns, and those beside them.
fn numbers(procedure: &Procedure, number: &NumberKind, code: &FieldCode) -> Vec<Vec<OptionCode>> {
    let simple = procedure.conditions().flat_map(Condition::simple);
    let limits = simple.filter_map(|it| match it {
        Condition::Compares {
            field,
            with: With::Number(limit),
            ..
        } if field == code => Some(*limit),
        _ => None,
    });
    let beside: BTreeSet<i64> = limits
        .flat_map(|limit| [limit - 1, limit, limit + 1])
        .collect();
    let fits = |it: &i64| {
        number.min.is_none_or(|min| min <= *it) && number.max.is_none_or(|max| *it <= max)
    };
    let fitting = beside.into_iter().filter(fits);
    fitting
        .map(|it| vec![OptionCode::new(it.to_string())])
        .collect()
}

/// Every way to answer a question that conditions look at.
pub fn sayings(procedure: &Procedure, field: &Field) -> Vec<Vec<OptionCode>> {
    let several = |options: &[Opt], many: usize| -> Vec<Vec<OptionCode>> {
        let from = |first: usize| options.iter().cycle().skip(first).take(many);
        (0..options.len())
            .map(|first| from(first).map(|option| option.code.clone()).collect())
            .collect()
    };
    let mut sayings = match field.kind.way() {
        Way::YesNo(_) | Way::One(_) => {
            let sayings = field.kind.way().sayings().unwrap_or_default().into_iter();
            sayings.map(|code| vec![code]).collect()
        }
        Way::Several { options, at_least } => several(options, at_least.max(1)),
        _ if let Kind::Number(number) = &field.kind => numbers(procedure, number, &field.code),
        other => panic!("conditions cannot look at {other:?}"),
    };
    if !field.required {
        sayings.push(Vec::new());
    }
    sayings
}

/// All that can have been said after a form with these questions.
pub fn after_form<'a>(
    procedure: &Procedure,
    fields: impl Iterator<Item = &'a Field>,
    before: &Said,
) -> Vec<Said> {
    let deciding = deciding(procedure);
    let mut all = vec![before.clone()];
    for field in fields.filter(|field| deciding.contains(&field.code)) {
        all = all
            .into_iter()
            .flat_map(|said| {
                if !holds(field.when.as_ref(), &said) {
                    return vec![said];
                }
                let with = |chosen| {
                    let mut said = said.clone();
                    said.insert(field.code.clone(), chosen);
                    said
                };
                sayings(procedure, field).into_iter().map(with).collect()
            })
            .collect();
    }
    all
}
