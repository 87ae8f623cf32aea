//! What is reserved: that it is given back or kept in the end, and that no way forgets it.

use super::{Case, windows::windows};
use crate::{
    code::{EndCode, ShelfCode, StepCode},
    procedure::{
        field::Field,
        step::{EndKind, Lasts, Outcome, Reserve, Step, Target, Tone},
    },
};

/// What a request has for good.
#[derive(Clone, Copy)]
enum HeldForGood<'a> {
    /// Names on a shelf.
    Names(&'a ShelfCode),
    Capacity,
}

/// What is reserved for good is given back, or kept by a line, on every way to a `done` end.
pub(super) fn what_is_for_good_is_given_back_or_kept(case: &Case<'_>) {
    for (step, outcome) in case.outcomes() {
        let for_good = |it: &&Reserve| it.lasts == Lasts::ForGood;
        let Some(reserve) = outcome.reserve.as_ref().filter(for_good) else {
            continue;
        };
        let named = reserve.names.iter();
        for field in named.filter_map(|code| case.procedure.field(code)) {
            // A number that is given once is free again for nobody.
            let is_name = |it: &&Field| it.free_in.as_ref().is_none_or(|free| free.once.is_none());
            let shelf = field.named().find(is_name).and_then(Field::shelf);
            let left =
                shelf.and_then(|shelf| left_at(case, HeldForGood::Names(&shelf), (step, outcome)));
            if let Some((last, end)) = left {
                let what = format!(
                    "`{code}` is reserved for good with this, and with `{}` the request is done (`{end}`) while it still has it; write `release = [\"{code}\"]` on that way, or `keeps = true` in the [[register]] whose line keeps it.",
                    last.code,
                    code = field.code,
                );
                case.complaints.at(outcome.line, what);
            }
        }
        if reserve.capacity
            && let Some((last, end)) = left_at(case, HeldForGood::Capacity, (step, outcome))
        {
            let what = format!(
                "Capacity is reserved for good with this, and with `{}` the request is done (`{end}`) while no line keeps it; write `keeps = true` in a [[register]], or `days`.",
                last.code,
            );
            case.complaints.at(outcome.line, what);
        }
    }
}

/// The outcome with which the request is done, and its end, while it still has what it has reserved at a turn.
fn left_at<'a>(
    case: &Case<'a>,
    held: HeldForGood<'_>,
    (step, outcome): (&'a Step, &'a Outcome),
) -> Option<(&'a Outcome, EndCode)> {
    let mut seen: Vec<StepCode> = Vec::new();
    let mut open = vec![(step, outcome)];
    let mut is_first = true;
    while let Some((step, turn)) = open.pop() {
        let settles = settles(case, held, (step, turn));
        let begins_anew = !is_first && reserves_again(case, held, turn);
        is_first = false;
        if settles || begins_anew {
            continue;
        }
        for to in turn.targets() {
            match to {
                Target::End(end) => {
                    let found = case.procedure.end(&end);
                    if found.is_some_and(|it| it.kind == EndKind::Done) {
                        return Some((turn, end));
                    }
                }
                Target::Step(code) if !seen.contains(&code) => {
                    let next = case.procedure.step(&code);
                    seen.push(code);
                    open.extend(next.into_iter().flat_map(turns));
                }
                // Where it was returned from, it has been on this way.
                Target::Step(_) | Target::Resume => {}
            }
        }
    }
    None
}

fn turns(step: &Step) -> impl Iterator<Item = (&Step, &Outcome)> {
    step.outcomes.iter().map(move |it| (step, it))
}

/// Whether it is given back at a turn, or a line keeps it from then on.
fn settles(case: &Case<'_>, held: HeldForGood<'_>, (step, turn): (&Step, &Outcome)) -> bool {
    let ends = turn.targets().any(|to| matches!(to, Target::End(_)));
    let mut entries = case.procedure.registers.iter();
    let keeps = entries.any(|entry| {
        let at_end = entry.at.is_none() && ends;
        entry.keeps && (at_end || entry.is_written(&step.code, &turn.code))
    });
    let HeldForGood::Names(shelf) = held else {
        return keeps;
    };
    let released = turn.release.iter();
    let mut released = released.filter_map(|code| case.procedure.field(code));
    keeps || released.any(|field| stands_on(field, shelf))
}

/// Whether a turn reserves the same for good, from where it is looked at by itself.
fn reserves_again(case: &Case<'_>, held: HeldForGood<'_>, turn: &Outcome) -> bool {
    let for_good = |it: &&Reserve| it.lasts == Lasts::ForGood;
    let Some(reserve) = turn.reserve.as_ref().filter(for_good) else {
        return false;
    };
    match held {
        HeldForGood::Capacity => reserve.capacity,
        HeldForGood::Names(shelf) => {
            let named = reserve.names.iter();
            let mut named = named.filter_map(|code| case.procedure.field(code));
            named.any(|field| stands_on(field, shelf))
        }
    }
}

fn stands_on(field: &Field, shelf: &ShelfCode) -> bool {
    field.named().any(|it| it.shelf().as_ref() == Some(shelf))
}

/// What has a window is reserved on every way on which it was asked for and everybody says yes.
pub(super) fn no_way_forgets_a_window(case: &Case<'_>) {
    for (step, field, _) in windows(case).filter(|(_, field, _)| field.required) {
        let reserves = |outcome: &Outcome| {
            let reserve = outcome.reserve.as_ref();
            reserve.is_some_and(|it| it.names.contains(&field.code))
        };
        let somewhere = case.outcomes().any(|(_, outcome)| reserves(outcome));
        if field.when.is_some() || !somewhere {
            continue;
        }
        let asks = |(_, it): &(&Step, &Outcome)| it.asks.contains(&field.code);
        let goes_on = |(_, it): &(&Step, &Outcome)| it.tone == Tone::Yes && !reserves(it);
        let begins = turns(step).filter(asks).filter(|(_, it)| !reserves(it));
        let mut seen = vec![step.code.clone()];
        let mut open: Vec<Vec<(&Step, &Outcome)>> = begins.map(|turn| vec![turn]).collect();
        while let Some(way) = open.pop() {
            let Some((_, last)) = way.last() else {
                continue;
            };
            for to in last.targets() {
                match to {
                    Target::End(end) => {
                        let found = case.procedure.end(&end);
                        if found.is_some_and(|it| it.kind == EndKind::Done) {
                            forgotten(case, field, &way, &reserves);
                        }
                    }
                    Target::Step(code) if !seen.contains(&code) => {
                        let next = case.procedure.step(&code);
                        seen.push(code);
                        let on = next.into_iter().flat_map(turns).filter(goes_on);
                        open.extend(on.map(|turn| [&*way, &[turn]].concat()));
                    }
                    Target::Step(_) | Target::Resume => {}
                }
            }
        }
    }
}

/// The outcome that stands beside one that reserves it is to blame; where there is none, the question.
fn forgotten(
    case: &Case<'_>,
    field: &Field,
    way: &[(&Step, &Outcome)],
    reserves: &dyn Fn(&Outcome) -> bool,
) {
    let code = &field.code;
    let mut beside = way
        .iter()
        .filter(|(step, _)| step.outcomes.iter().any(reserves));
    if let Some((_, outcome)) = beside.next_back() {
        let what = format!(
            "`{code}` has a `window` and is reserved with another outcome of this step, but not with `{}`; add `reserve = {{ names = [\"{code}\"] }}`.",
            outcome.code
        );
        case.complaints.at(outcome.line, what);
        return;
    }
    let turns: Vec<String> = way.iter().map(|(_, it)| format!("`{}`", it.code)).collect();
    let what = format!(
        "`{code}` has a `window`, but on the way over {} nothing reserves it; write `reserve = {{ names = [\"{code}\"] }}` there as well.",
        turns.join(", ")
    );
    case.complaints.at(field.line, what);
}

/// A number that is given once is given by an outcome that reserves it.
pub(super) fn what_is_given_once_is_reserved(case: &Case<'_>) {
    let reserved = case.outcomes().filter_map(|(_, it)| it.reserve.as_ref());
    let reserved = reserved.flat_map(|it| &it.names);
    let reserved: Vec<ShelfCode> = reserved
        .filter_map(|code| case.procedure.field(code))
        .flat_map(Field::named)
        .filter_map(Field::shelf)
        .collect();
    let fields = case.procedure.steps.iter().flat_map(|it| it.fields.iter());
    for (field, asked) in fields.flat_map(|field| field.named().map(move |it| (field, it))) {
        let once = asked.free_in.as_ref().filter(|free| free.once.is_some());
        if once.is_some_and(|free| !reserved.contains(&free.shelf)) {
            let what = format!(
                "`{}` is given `once`, but no outcome reserves it, so the next request may have the same; write `reserve = {{ names = [\"{}\"] }}` with the decision that gives it.",
                asked.code, field.code
            );
            case.complaints.at(asked.line, what);
        }
    }
}
