//! Answers on which the way ahead depends, thought through from the file alone: which options can be
//! chosen, and whether a condition holds among them.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    code::{FieldCode, OptionCode, RoleCode},
    procedure::{Condition, Field, Opt, Procedure, Way, field::OPENED_BY},
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
    condition.is_none_or(|condition| {
        let chosen = said.get(&condition.field);
        chosen.is_some_and(|chosen| chosen.iter().any(|option| condition.is.contains(option)))
    })
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
        .map(|condition| condition.field.clone())
        .collect();
    loop {
        let fields = looked_at.iter().filter_map(|code| procedure.field(code));
        let further: Vec<_> = fields
            .filter_map(|field| Some(field.when.as_ref()?.field.clone()))
            .filter(|code| !looked_at.contains(code))
            .collect();
        if further.is_empty() {
            return looked_at;
        }
        looked_at.extend(further);
    }
}

/// Every way to answer a question that conditions look at.
pub fn sayings(field: &Field) -> Vec<Vec<OptionCode>> {
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
                sayings(field).into_iter().map(with).collect()
            })
            .collect();
    }
    all
}
