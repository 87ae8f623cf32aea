//! What is begun from the end of another request.

use super::Case;
use crate::procedure::kind::Kind;

/// What is taken over from the old request are texts of the first step, asked of everyone.
pub(super) fn what_is_taken_over_is_asked(case: &Case<'_>) {
    let Some(follows) = &case.procedure.follows else {
        return;
    };
    let first = case.procedure.first();
    for (key, code) in [("ticket", &follows.ticket), ("subject", &follows.subject)] {
        if code.as_str().is_empty() {
            continue;
        }
        let field = first.and_then(|step| step.fields.iter().find(|field| field.code == *code));
        let fits = field.is_some_and(|field| {
            matches!(field.kind, Kind::Text(_)) && field.required && field.when.is_none()
        });
        if !fits {
            let what = format!(
                "`{key} = \"{code}\"` takes over what stands in the old request, so it names a question of the first step, of kind text, that everyone is asked."
            );
            case.complaints.at(follows.line, what);
        }
    }
}

/// It is begun by whoever speaks for the agency, from a request that is theirs.
pub(super) fn nobody_enters_it_for_another(case: &Case<'_>) {
    let Some(follows) = &case.procedure.follows else {
        return;
    };
    if !case.procedure.on_behalf.is_empty() || case.procedure.agency_from.is_some() {
        case.complaints.at(
            follows.line,
            "What follows from a request is for its agency, and is begun by whoever speaks for it; remove `on-behalf` and `agency-from`.",
        );
    }
}
