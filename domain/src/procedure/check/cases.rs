//! All the cases in which conditions can find a request, as far as they differ for them.

use super::Case;
use crate::{
    code::{FieldCode, OptionCode, StepCode},
    procedure::{
        condition::{Comparison, Condition, With},
        kind::{Kind, Way},
    },
};

/// So many cases are looked at.
const CASES: usize = 4096;

/// Something on which conditions depend.
#[derive(Debug, Clone, PartialEq)]
enum Ground<'p> {
    /// One of a few answers.
    Answer(&'p FieldCode),
    /// A whole number.
    Number(&'p FieldCode),
    Entered,
    Decided(&'p StepCode),
    /// What can only be so or not.
    Simple(&'p Condition),
}

/// How it is in one case: the option, number, role or outcome; none where there is none.
type CaseValue = Option<String>;

/// Every case in which some conditions can find a request.
pub(super) struct Cases<'c, 'p> {
    case: &'c Case<'c>,
    grounds: Vec<Ground<'p>>,
    all: Vec<Vec<CaseValue>>,
}

impl<'c, 'p> Cases<'c, 'p> {
    /// None where they are too many. `is_certain` says whether a question has an answer in each of them.
    pub(super) fn of(
        case: &'c Case<'_>,
        conditions: &[&'p Condition],
        is_certain: &dyn Fn(&FieldCode) -> bool,
    ) -> Option<Cases<'c, 'p>> {
        let simple: Vec<_> = conditions.iter().flat_map(|when| when.simple()).collect();
        let mut grounds: Vec<Ground<'_>> = Vec::new();
        for simple in &simple {
            let ground = ground(case, simple);
            if !grounds.contains(&ground) {
                grounds.push(ground);
            }
        }
        let mut all: Vec<Vec<CaseValue>> = vec![Vec::new()];
        for ground in &grounds {
            let sayings = sayings(case, ground, &simple, is_certain);
            if all.len() * sayings.len() > CASES {
                return None;
            }
            let with = |before: &Vec<CaseValue>, said: &CaseValue| {
                let mut longer = before.clone();
                longer.push(said.clone());
                longer
            };
            all = all
                .iter()
                .flat_map(|before| sayings.iter().map(move |said| with(before, said)))
                .collect();
        }
        Some(Cases { case, grounds, all })
    }

    /// Whether this is so in every case, given which simple conditions hold in it.
    pub(super) fn every(&self, so: impl Fn(&dyn Fn(&Condition) -> bool) -> bool) -> bool {
        self.all.iter().all(|said| {
            so(&|it: &Condition| {
                let ground = ground(self.case, it);
                let place = self.grounds.iter().position(|known| *known == ground);
                let said = place.and_then(|place| said.get(place)?.as_deref());
                said.is_some_and(|said| is_so(it, said))
            })
        })
    }
}

/// Whether a simple condition holds where something is said of its ground.
fn is_so(simple: &Condition, said: &str) -> bool {
    match simple {
        Condition::Is { is, .. } => is.iter().any(|it| it.as_str() == said),
        Condition::EnteredBy(roles) => roles.iter().any(|it| it.as_str() == said),
        Condition::Decided { outcomes, .. } => outcomes.iter().any(|it| it.as_str() == said),
        Condition::Compares {
            how,
            with: With::Number(with),
            ..
        } => match (how, said.parse::<i64>()) {
            (Comparison::AtLeast, Ok(number)) => number >= *with,
            (Comparison::AtMost, Ok(number)) => number <= *with,
            // What can only be so or not is so here.
            _ => true,
        },
        _ => true,
    }
}

fn ground<'p>(case: &Case<'_>, simple: &'p Condition) -> Ground<'p> {
    match simple {
        Condition::Is { field, .. } | Condition::Answered(field) if is_one_of_some(case, field) => {
            Ground::Answer(field)
        }
        Condition::Answered(field)
        | Condition::Compares {
            field,
            how: Comparison::AtLeast | Comparison::AtMost,
            with: With::Number(_),
        } if is_a_number(case, field) => Ground::Number(field),
        Condition::EnteredBy(_) => Ground::Entered,
        Condition::Decided { step, .. } => Ground::Decided(step),
        other => Ground::Simple(other),
    }
}

/// Whether it has exactly one answer of a few. Of several nothing may be chosen.
fn is_one_of_some(case: &Case<'_>, field: &FieldCode) -> bool {
    let way = case.procedure.field(field).map(|field| field.kind.way());
    way.is_some_and(|way| matches!(way, Way::One(_) | Way::YesNo(_)))
}

fn is_a_number(case: &Case<'_>, field: &FieldCode) -> bool {
    let field = case.procedure.field(field);
    field.is_some_and(|field| matches!(field.kind, Kind::Number(_)))
}

fn sayings(
    case: &Case<'_>,
    ground: &Ground<'_>,
    simple: &[&Condition],
    is_certain: &dyn Fn(&FieldCode) -> bool,
) -> Vec<CaseValue> {
    let procedure = case.procedure;
    let unsaid = |field: &FieldCode| (!is_certain(field)).then_some(None);
    match ground {
        Ground::Answer(field) => {
            let way = procedure.field(field).map(|field| field.kind.way());
            let options = way.and_then(Way::sayings).unwrap_or_default();
            let said = options.iter().map(|it: &OptionCode| Some(it.to_string()));
            said.chain(unsaid(field)).collect()
        }
        Ground::Number(field) => {
            let said = numbers(case, field, simple).into_iter();
            let said = said.map(|number| Some(number.to_string()));
            said.chain(unsaid(field)).collect()
        }
        Ground::Entered => {
            let roles = std::iter::once(&procedure.opens).chain(&procedure.on_behalf);
            roles.map(|role| Some(role.to_string())).collect()
        }
        Ground::Decided(step) => {
            let outcomes = procedure.step(step).map_or(&[][..], |step| &step.outcomes);
            let outcomes = outcomes.iter().map(|it| Some(it.code.to_string()));
            std::iter::once(None).chain(outcomes).collect()
        }
        Ground::Simple(Condition::Answered(field)) if is_certain(field) => {
            vec![Some(String::new())]
        }
        Ground::Simple(_) => vec![None, Some(String::new())],
    }
}

/// The numbers of a question on this side and on that of all with which it is compared.
fn numbers(case: &Case<'_>, field: &FieldCode, simple: &[&Condition]) -> Vec<i64> {
    let (min, max) = match case.procedure.field(field).map(|field| &field.kind) {
        Some(Kind::Number(kind)) => (kind.min, kind.max),
        _ => (None, None),
    };
    let compared = simple.iter().filter_map(|it| match it {
        Condition::Compares {
            field: of,
            with: With::Number(number),
            ..
        } if of == field => Some(*number),
        _ => None,
    });
    let near = compared.flat_map(|it| [it.saturating_sub(1), it, it.saturating_add(1)]);
    let mut all: Vec<i64> = near.chain(min).chain(max).collect();
    all.retain(|it| min.is_none_or(|min| *it >= min) && max.is_none_or(|max| *it <= max));
    if all.is_empty() {
        all.push(0);
    }
    all.sort_unstable();
    all.dedup();
    all
}
