//! When something is written into a line: what it says is known by then, and how the line stands is a word of the office's.

use super::Case;
use crate::{
    code::{LineStateCode, RegisterCode, StepCode},
    procedure::{
        kind::Kind,
        read::unknown,
        record::{Entry, Source},
        step::{ReasonRule, Step},
    },
};

/// Lines say what is known when they are written: what was answered by then, why where a reason is asked, and who decided
/// at a step that was passed.
pub(super) fn lines_say_what_is_known(case: &Case<'_>) {
    for entry in &case.procedure.registers {
        let fill = entry.fill.iter().map(|(_, source)| source);
        let step = entry.at.as_ref().and_then(|at| case.procedure.step(at));
        if let Some(name) = &entry.name {
            is_one_name(case, entry.line, name);
        }
        for source in fill.chain(&entry.name).flat_map(Source::parts) {
            is_decided_by_the_office(case, entry.line, source);
            let Some(step) = step else {
                continue;
            };
            is_known(case, entry.line, source, step);
            if *source == Source::Reason && !gives_a_reason(entry, step) {
                let what = format!(
                    "Nobody says why at `{}`, so this column stays empty; remove it, or let an outcome ask with `reason`.",
                    step.code
                );
                case.complaints.at(entry.line, what);
            }
        }
    }
    for (step, outcome) in case.outcomes() {
        let noted = outcome.notes().flat_map(|(_, fill)| fill);
        for source in noted.flat_map(|(_, source)| source.parts()) {
            is_decided_by_the_office(case, outcome.line, source);
            is_known(case, outcome.line, source, step);
            if *source == Source::Reason && outcome.reason == ReasonRule::None {
                let what = format!(
                    "`{}` asks for no reason, so this column stays empty; remove it, or write `reason = \"required\"`.",
                    outcome.code
                );
                case.complaints.at(outcome.line, what);
            }
        }
    }
}

fn gives_a_reason(entry: &Entry, step: &Step) -> bool {
    let mut writes = step.outcomes.iter();
    writes.any(|it| {
        entry.is_written(&step.code, &it.code) && (it.reason != ReasonRule::None || it.by_clock)
    })
}

/// What a line says was answered, or decided, by the time at which it is written.
fn is_known(case: &Case<'_>, line: usize, source: &Source, at: &Step) {
    let procedure = case.procedure;
    let leads = |from: &StepCode| *from == at.code || procedure.leads_on(from, &at.code);
    let (what, from) = match source {
        Source::Answer(field) | Source::Cell(field, _) => {
            // A moment that is moved is known since then.
            let mut moved = case.outcomes().filter_map(|(_, it)| it.prolongs.as_ref());
            match procedure.step_of(field) {
                Some(step) if !moved.any(|it| it.field == *field) => (field.as_str(), &step.code),
                _ => return,
            }
        }
        Source::ByAt(step) if procedure.step(step).is_some() => (step.as_str(), step),
        _ => return,
    };
    if !leads(from) {
        let what = format!(
            "`{what}` is not known yet when `{}` is decided, so nothing would be written; name a later step in `at`, or something else.",
            at.code
        );
        case.complaints.at(line, what);
    }
}

/// Who decided is of the office's, at a step that is there.
fn is_decided_by_the_office(case: &Case<'_>, line: usize, source: &Source) {
    let Source::ByAt(code) = source else {
        return;
    };
    let Some(step) = case.procedure.step(code) else {
        let known = case.procedure.steps.iter().map(|step| step.code.as_str());
        case.complaints
            .at(line, unknown("step", code.as_str(), known));
        return;
    };
    let what = if case.is_applicants(step) {
        format!("Whoever decides at `{code}` is the applicant; write `@applicant`.")
    } else {
        return;
    };
    case.complaints.at(line, what);
}

/// A line is called by one; a column names all who had to agree.
fn is_one_name(case: &Case<'_>, line: usize, name: &Source) {
    if let Source::ByAt(code) = name
        && let Some(step) = case.procedure.step(code)
        && step.quorum.is_some()
    {
        let what = format!(
            "Several decide at `{code}`, and a line is called by one; write `@by {code}` in `fill`, or name another step."
        );
        case.complaints.at(line, what);
    }
}

/// What an office adds up in a column is written there as a number.
pub(super) fn what_is_added_up_is_a_number(case: &Case<'_>) {
    let written = case.procedure.registers.iter();
    let written = written.map(|it| (it.line, Some(&it.register), &*it.fill));
    let noted = case.outcomes().flat_map(|(_, outcome)| {
        let notes = outcome.notes();
        notes.map(|(entry, fill)| (outcome.line, case.procedure.chosen_from(entry), fill))
    });
    for (line, register, fill) in written.chain(noted) {
        let Some(register) = register.and_then(|it| case.office.register(it)) else {
            continue;
        };
        for (code, source) in fill {
            let column = register.column(code).filter(|it| it.sum);
            if column.is_some() && !is_a_number(case, source) {
                let what = format!(
                    "The office adds up what stands in `{code}` of `{}`, and this is no number; fill it from a question of kind `number` or `decimal`, or let the office file leave `sum` out.",
                    register.code
                );
                case.complaints.at(line, what);
            }
        }
    }
}

fn is_a_number(case: &Case<'_>, source: &Source) -> bool {
    let field = match source {
        Source::Answer(code) => case.procedure.field(code),
        Source::Cell(table, code) => {
            let table = case.procedure.field(table);
            table.and_then(|table| table.columns().iter().find(|it| it.code == *code))
        }
        _ => return false,
    };
    // What is not there has been complained about.
    field.is_none_or(|field| matches!(field.kind, Kind::Number(_) | Kind::Decimal(_)))
}

/// How a line stands is a word that the office has for lines of this register, open or closed as this leaves it.
pub(super) fn lines_stand_as_the_office_calls_it(case: &Case<'_>) {
    for entry in &case.procedure.registers {
        let state = (entry.state.as_ref(), entry.closes);
        stands(case, entry.line, &entry.register, state);
    }
    for (_, outcome) in case.outcomes() {
        if let Some(retire) = &outcome.retire
            && let Some(register) = case.procedure.chosen_from(&retire.entry)
        {
            let state = (retire.state.as_ref(), true);
            stands(case, outcome.line, register, state);
        }
        if let Some(amend) = &outcome.amend
            && let Some(register) = case.procedure.chosen_from(&amend.entry)
        {
            let is_closed = |code| {
                let register = case.office.register(register)?;
                register.state(code).map(|state| state.closed)
            };
            if let Some(code) = &amend.state
                && is_closed(code) == Some(true)
            {
                let what = format!(
                    "An amendment leaves its line open, and a line that is `{code}` is closed; close it with `retire = {{ entry = \"{}\" }}` instead, or name a state of open lines.",
                    amend.entry
                );
                case.complaints.at(outcome.line, what);
                continue;
            }
            let state = (amend.state.as_ref(), false);
            stands(case, outcome.line, register, state);
        }
    }
}

fn stands(
    case: &Case<'_>,
    line: usize,
    register: &RegisterCode,
    (state, closes): (Option<&LineStateCode>, bool),
) {
    let register = case.office.register(register);
    let (Some(code), Some(register)) = (state, register) else {
        return;
    };
    let what = match register.state(code) {
        None => {
            let noun = format!("state of `{}` called", register.code);
            let known = register.states.iter().map(|it| it.code.as_str());
            unknown(&noun, code.as_str(), known)
        }
        Some(found) if found.closed && !closes => format!(
            "A line that is `{code}` is closed; add `closes = true`, or name a state of open lines."
        ),
        Some(found) if !found.closed && closes => format!(
            "A line that is `{code}` is open, and this closes it; remove `state`, or name one that the office file calls `closed = true`."
        ),
        Some(_) => return,
    };
    case.complaints.at(line, what);
}
