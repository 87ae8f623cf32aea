//! What a question offers before all others, and whom it does not take.

use super::{Case, comparisons::asked_before};
use crate::procedure::{
    date_limit::{DateLimit, LimitBase, LimitShift},
    field::Field,
    kind::{Kind, Use, person::PersonKind},
    read::unknown,
};

/// A default is the answer to an earlier question of the same kind, or a day or a moment so far from one, within the
/// limits of its question.
pub(super) fn defaults_are_answers(case: &Case<'_>) {
    let mut earlier: Vec<&Field> = Vec::new();
    let steps = case.procedure.steps.iter();
    for field in steps.flat_map(|step| step.fields.iter()) {
        if let Some(default) = &field.default {
            is_an_answer(case, field, default, &earlier);
        }
        earlier.push(field);
    }
}

fn is_an_answer(case: &Case<'_>, field: &Field, default: &DateLimit, earlier: &[&Field]) {
    let of = match default.rests_on() {
        None => None,
        Some(other) => match asked_before(case, field.line, other, earlier) {
            None => return,
            asked => asked,
        },
    };
    let in_hours = matches!(default.shift, LimitShift::Minutes(_));
    let fits = match (&field.kind, of.map(|it| &it.kind)) {
        (Kind::Date(_), None | Some(Kind::Date(_) | Kind::DateTime(_))) => !in_hours,
        (Kind::DateTime(_), None) => default.base == LimitBase::Now,
        (Kind::DateTime(_), Some(Kind::DateTime(_))) => true,
        (Kind::Hostname(_), Some(Kind::SubdomainLabel(_)))
        | (Kind::SubdomainLabel(_), Some(Kind::Hostname(_))) => {
            default.shift == LimitShift::Days(0)
        }
        (kind, Some(other)) => {
            let remembered = kind.can_be(Use::Remembered) || kind.can_be(Use::Free);
            remembered
                && kind.entry().word == other.entry().word
                && default.shift == LimitShift::Days(0)
        }
        (_, None) => false,
    };
    if !fits {
        let what = format!(
            "`{}` cannot begin with that: `default` names an earlier question of the same kind; of a day also `today`, and so many `hari` or `hari kerja` from it, of a moment `now`, and so many `jam` or `menit`.",
            field.code
        );
        case.complaints.at(field.line, what);
    }
    if let Some(limits) = field.kind.day_limits()
        && (limits.until.iter().any(|it| default.is_after(it))
            || limits.from.iter().any(|it| it.is_after(default)))
    {
        let what = format!(
            "What `{}` would begin with lies beyond its own `from` and `until`, so it is never offered; change one of them.",
            field.code
        );
        case.complaints.at(field.line, what);
    }
}

/// Who cannot be chosen is whoever answers, or somebody whom an earlier question has named.
pub(super) fn people_differ_from_people(case: &Case<'_>) {
    let mut earlier: Vec<&Field> = Vec::new();
    let steps = case.procedure.steps.iter();
    for field in steps.flat_map(|step| step.fields.iter()) {
        if let Kind::Person(PersonKind { unlike, .. }) = &field.kind {
            let known = earlier.iter().map(|it| it.code.as_str());
            for other in unlike
                .iter()
                .filter(|it| !known.clone().any(|known| known == it.as_str()))
            {
                let noun = "earlier question of kind `person` called";
                case.complaints
                    .at(field.line, unknown(noun, other.as_str(), known.clone()));
            }
            earlier.push(field);
        }
    }
}
