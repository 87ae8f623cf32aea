//! Things that are reserved for a window of time.

use super::{Case, alone::moment};
use crate::{
    code::FieldCode,
    procedure::{
        field::Field,
        kind::{Kind, items::ItemsKind},
        step::{Lasts, Step, Target},
        window::Window,
    },
};

pub(super) fn windows<'a>(
    case: &Case<'a>,
) -> impl Iterator<Item = (&'a Step, &'a Field, &'a Window)> {
    let steps = case.procedure.steps.iter();
    let fields = steps.flat_map(|step| step.fields.iter().map(move |field| (step, field)));
    fields.filter_map(|(step, field)| Some((step, field, field.window()?)))
}

/// A window lies between two moments that are asked for, whatever else is answered, and the later one is not earlier.
pub(super) fn a_window_lies_between_two_moments(case: &Case<'_>) {
    let known: Vec<&Field> = case.questions().collect();
    for (step, field, window) in windows(case) {
        let say = |what: String| case.complaints.at(field.line, what);
        for (key, codes) in [("from", &window.from), ("until", &window.until)] {
            if codes.is_empty() {
                say(format!(
                    "This window has no `{key}`; name a question of kind `date-time` there."
                ));
                continue;
            }
            for code in codes {
                moment(case, field.line, code, &known);
            }
            if !codes.iter().any(|code| is_always_asked(case, step, code)) {
                let codes = quoted(codes);
                say(format!(
                    "Somebody may not be asked {codes}, and then `{}` is reserved for no window; let one of them be required, without `when`, in the first step or in `{}`.",
                    field.code, step.code
                ));
            }
        }
        for code in &window.until {
            let limits = known.iter().find(|it| it.code == *code);
            let Some(limits) = limits.and_then(|it| it.kind.day_limits()) else {
                continue;
            };
            let bounds = window.from.iter().chain(&window.until);
            let rests = bounds
                .into_iter()
                .any(|bound| limits.from.iter().any(|it| it.rests_on() == Some(bound)));
            if !rests && !is_prolonged(case, code) {
                let first = window.from.first().map_or("mulai", FieldCode::as_str);
                say(format!(
                    "`{code}` could be answered with a moment before the window begins; give it `from = \"{first} + 30 menit\"`."
                ));
            }
        }
    }
}

/// What has a window is reserved by a decision, and it is nothing that the request has already.
pub(super) fn what_has_a_window_is_reserved(case: &Case<'_>) {
    for (_, field, _) in windows(case) {
        if let Kind::Items(ItemsKind { among: Some(_), .. }) = &field.kind {
            case.complaints.at(
                field.line,
                "What is chosen `among` earlier ones is reserved with them; remove `window` or `among`.",
            );
        }
        let mut reserved = case
            .outcomes()
            .filter_map(|(_, outcome)| outcome.reserve.as_ref())
            .flat_map(|reserve| &reserve.names);
        if !reserved.any(|code| *code == field.code) {
            let what = format!(
                "`{}` has a `window`, but no outcome reserves it; write `reserve = {{ names = [\"{}\"] }}` where it is promised.",
                field.code, field.code
            );
            case.complaints.at(field.line, what);
        }
    }
}

/// A window says itself until when something is reserved.
pub(super) fn a_window_says_until_when(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        let Some(reserve) = &outcome.reserve else {
            continue;
        };
        let mut named = reserve
            .names
            .iter()
            .filter_map(|it| case.procedure.field(it));
        if reserve.lasts != Lasts::Usual
            && let Some(field) = named.find(|field| field.window().is_some())
        {
            let what = format!(
                "`{}` is reserved for its window; remove `days` and `lasting`.",
                field.code
            );
            case.complaints.at(outcome.line, what);
        }
        let mut named = reserve
            .names
            .iter()
            .filter_map(|it| case.procedure.field(it));
        let window = named.find(|field| field.window().is_some());
        let mut targets = outcome.targets();
        if let Some(field) = window
            && targets.all(|to| matches!(to, Target::End(_)))
        {
            let what = format!(
                "With its request the window of `{}` is over, so nothing would be reserved; lead to a step.",
                field.code
            );
            case.complaints.at(outcome.line, what);
        }
    }
}

fn is_always_asked(case: &Case<'_>, step: &Step, code: &FieldCode) -> bool {
    let first = case.procedure.first().map(|first| &first.code);
    let Some(asking) = case.procedure.step_of(code) else {
        // Somebody has complained about that.
        return true;
    };
    let field = asking.fields.iter().find(|field| field.code == *code);
    let asked = field.is_some_and(|field| field.required && field.when.is_none());
    asked && (Some(&asking.code) == first || asking.code == step.code)
}

/// Whether the moment is not answered, but comes of moving another one.
fn is_prolonged(case: &Case<'_>, code: &FieldCode) -> bool {
    let mut prolongs = case
        .outcomes()
        .filter_map(|(_, outcome)| outcome.prolongs.as_ref());
    prolongs.any(|prolongs| prolongs.field == *code)
}

fn quoted(codes: &[FieldCode]) -> String {
    let codes: Vec<_> = codes.iter().map(|code| format!("`{code}`")).collect();
    codes.join(" and ")
}
