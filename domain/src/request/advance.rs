//! The machine: what an event makes of a state.

use chrono::{DateTime, Utc};
use thiserror::Error;

use super::{Decision, Event, Lapsed, Returned, Standing, State, word};
use crate::{
    code::{FieldCode, StepCode},
    id::PersonId,
    procedure::{
        Answer, Answers, Field, Outcome, Procedure, Readers, Step, Target, Tone,
        condition::{chosen_at, decided_at, falls_of},
        deciders::forget_decision,
    },
};

/// An event that cannot happen in this state. Commands never produce one: they refuse before.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{event} cannot happen to a request that {standing}")]
pub struct Impossible {
    standing: String,
    event: String,
}

/// Folds one event into a state; `None` is a request that does not exist yet.
pub fn advance(
    procedure: &Procedure,
    state: Option<State>,
    event: &Event,
    at: DateTime<Utc>,
) -> Result<State, Impossible> {
    match (state, event) {
        (None, Event::Opened { answers }) => open(procedure, answers, at),
        (Some(state), Event::Decided(decision))
            if state.standing == Standing::At(decision.step.clone()) =>
        {
            decide(procedure, state, decision, at)
        }
        (Some(state), Event::Withdrawn { reason }) if can_withdraw(&state) => {
            withdraw(procedure, state, reason.clone(), at)
        }
        (Some(state), Event::Expired) => expire(procedure, state, at),
        (Some(mut state), Event::HandedOver { from, .. })
            if matches!(state.standing, Standing::At(_)) =>
        {
            state.before.retain(|before| before != from);
            state.before.push(*from);
            Ok(state)
        }
        (Some(mut state), Event::Wrote { answers, .. })
            if matches!(state.standing, Standing::At(_)) =>
        {
            let papers = u32::try_from(answers.papers().count()).unwrap_or(u32::MAX);
            let brought = match word::readers(answers) {
                Readers::Everyone => &mut state.brought.for_all,
                Readers::Office => &mut state.brought.for_office,
            };
            *brought = brought.saturating_add(papers);
            Ok(state)
        }
        (Some(state), Event::Recalled { step }) if can_recall(&state) => {
            recall(procedure, state, step, at)
        }
        (Some(state), Event::Reopened { from, marked }) => {
            let before = impossible(Some(&state), event);
            reopen(procedure, state, *from, marked, at).ok_or(before)
        }
        (state, event) => Err(impossible(state.as_ref(), event)),
    }
}

/// Whether the applicant can still take the request back.
pub fn can_withdraw(state: &State) -> bool {
    matches!(state.standing, Standing::At(_)) && (!state.started || state.reconsidered)
}

/// Whether a step that passed by itself can still be decided anew: no work has started on it.
pub fn can_recall(state: &State) -> bool {
    can_withdraw(state)
}

fn recall(
    procedure: &Procedure,
    mut state: State,
    step: &StepCode,
    at: DateTime<Utc>,
) -> Result<State, Impossible> {
    if procedure.step(step).is_none_or(|step| !step.passes) {
        let event = Event::Recalled { step: step.clone() };
        return Err(impossible(Some(&state), &event));
    }
    state.standing = Standing::At(step.clone());
    state.since = at;
    state.returned = None;
    // What was said where it stood is said anew when it comes there again.
    state.voices.clear();
    Ok(state)
}

fn open(procedure: &Procedure, answers: &Answers, at: DateTime<Utc>) -> Result<State, Impossible> {
    let first = procedure.first();
    let sent = first.and_then(|step| step.outcomes.first());
    let nowhere = || {
        impossible(
            None,
            &Event::Opened {
                answers: Answers::new(),
            },
        )
    };
    let (Some(first), Some(sent)) = (first, sent) else {
        return Err(nowhere());
    };
    let state = State::begins(first.code.clone(), answers.clone(), at);
    go(procedure, state, first, sent, at, None).ok_or_else(nowhere)
}

fn decide(
    procedure: &Procedure,
    mut state: State,
    decision: &Decision,
    at: DateTime<Utc>,
) -> Result<State, Impossible> {
    let before = impossible(Some(&state), &Event::Decided(decision.clone()));
    let Some(step) = procedure.step(&decision.step) else {
        return Err(before);
    };
    let Some(outcome) = step.outcome(&decision.outcome) else {
        return Err(before);
    };
    if let Some(voice) = decision.voice
        && !state.hears(step, decision, voice)
    {
        return Err(before);
    }
    if !decision.is_final() {
        // It stands where it stood until enough have said the same.
        return Ok(state);
    }
    let heard = std::mem::take(&mut state.voices);
    settle_return(&mut state, step, decision);
    let leads = |state: &State| {
        let can = outcome.anew.then_some(procedure);
        can.and_then(|procedure| procedure.sending_leads(&state.answers))
    };
    let sent = leads(&state);
    state.answers.extend(decision.answers.clone());
    State::note_agreed(&mut state.answers, &step.code, decision, &heard);
    let anew = leads(&state).filter(|to| sent.as_ref() != Some(to));
    if procedure.looks_at(&step.code) {
        let chosen = Answer::Choice(outcome.code.as_str().into());
        state.answers.set(decided_at(&step.code), chosen);
    }
    if procedure.counts(&step.code) {
        let code = chosen_at(&step.code, &outcome.code);
        let before = match state.answers.get(&code) {
            Some(Answer::Number(often)) => *often,
            _ => 0,
        };
        state
            .answers
            .set(code, Answer::Number(before.saturating_add(1)));
    }
    if procedure.readers_of_reason(step, outcome) == Readers::Everyone {
        state.reason = decision.reason.clone().or(state.reason);
    }
    if let Some(Target::Step(to)) = anew.filter(|_| outcome.to == Target::Resume) {
        return begin_anew(procedure, state, &to, at).ok_or(before);
    }
    let by = step.code.clone();
    go(
        procedure,
        state,
        step,
        outcome,
        at,
        Some((
            Returned {
                by,
                marked: decision.marked.clone(),
                rows: decision.rows.clone(),
            },
            &decision.answers,
        )),
    )
    .ok_or(before)
}

/// What was said only to have something mended counts no more once the same desk decides again: it is mended, or
/// said anew. The history keeps it.
fn settle_return(state: &mut State, step: &Step, decision: &Decision) {
    let asks = |returns: bool, code: &FieldCode| {
        let outcomes = step.outcomes.iter();
        let mut alike = outcomes.filter(|it| (it.tone == Tone::Return) == returns);
        alike.any(|outcome| outcome.asks.contains(code))
    };
    let only_returns = |field: &&Field| asks(true, &field.code) && !asks(false, &field.code);
    for field in step.fields.iter().filter(only_returns) {
        counts_no_more(state, field);
    }
    state.taken_back.retain(|code| !decision.answers.has(code));
}

/// What was repaired changes the way: the request takes the other one from its beginning, and what officials wrote on
/// the way that it leaves counts no more.
fn begin_anew(
    procedure: &Procedure,
    mut state: State,
    to: &StepCode,
    at: DateTime<Utc>,
) -> Option<State> {
    let officials = procedure.steps.iter();
    for step in officials.filter(|step| !procedure.is_applicants(step)) {
        forget_decision(&mut state.answers, &step.code);
        for field in step.fields.iter() {
            counts_no_more(&mut state, field);
        }
    }
    state.returned = None;
    state.standing = Standing::At(reach(procedure, &mut state, to)?);
    state.since = at;
    Some(state)
}

/// A return takes back what officials wrote since the step to which it leads: a new analysis is not
/// judged by the opinion on the old one. The history keeps it.
fn take_back(
    procedure: &Procedure,
    state: &mut State,
    (step, outcome): (&Step, &Outcome),
    to: &Target,
    new: &Answers,
) {
    let Target::Step(to) = to else {
        return;
    };
    if outcome.tone != Tone::Return {
        return;
    }
    let since = procedure.between(to, &step.code);
    let since: Vec<&Step> = since.filter(|it| !procedure.is_applicants(it)).collect();
    let to_an_official = procedure
        .step(to)
        .is_some_and(|to| !procedure.is_applicants(to));
    if to_an_official {
        state.reconsidered = state.started && !procedure.is_at_work(to);
    }
    for before in since.iter().filter(|it| it.code != step.code) {
        forget_decision(&mut state.answers, &before.code);
    }
    let old = since.iter().flat_map(|it| it.fields.iter());
    for field in old.filter(|field| !new.has(&field.code)) {
        counts_no_more(state, field);
    }
}

/// An answer counts no more, and is offered where it is asked again.
fn counts_no_more(state: &mut State, field: &Field) {
    state.answers.remove(&falls_of(Some(&field.code)));
    if let Some(answer) = state.answers.remove(&field.code) {
        state.taken_back.set(field.code.clone(), answer);
    }
}

fn withdraw(
    procedure: &Procedure,
    mut state: State,
    reason: Option<String>,
    at: DateTime<Utc>,
) -> Result<State, Impossible> {
    let Some(end) = procedure.withdrawn() else {
        return Err(impossible(Some(&state), &Event::Withdrawn { reason }));
    };
    state.standing = Standing::Ended(end.code.clone());
    state.since = at;
    state.reason = reason;
    state.returned = None;
    state.voices.clear();
    Ok(state)
}

/// It waited for its applicant in vain.
fn expire(procedure: &Procedure, mut state: State, at: DateTime<Utc>) -> Result<State, Impossible> {
    let ends = match &state.standing {
        Standing::At(step) => procedure
            .step(step)
            .and_then(|step| Some((step.code.clone(), procedure.lapses_at(step)?))),
        Standing::Ended(_) => None,
    };
    let Some((step, end)) = ends else {
        return Err(impossible(Some(&state), &Event::Expired));
    };
    state.lapsed = Some(Lapsed {
        at: step,
        since: state.since,
        returned: state.returned.take(),
        reason: state.reason.take(),
    });
    state.standing = Standing::Ended(end.code.clone());
    state.since = at;
    Ok(state)
}

/// It goes on where it stood when it ended by itself.
fn reopen(
    procedure: &Procedure,
    mut state: State,
    from: Option<PersonId>,
    marked: &[FieldCode],
    at: DateTime<Utc>,
) -> Option<State> {
    let lapsed = state.lapsed.take().filter(|_| state.standing.is_end())?;
    state.standing = Standing::At(procedure.step(&lapsed.at)?.code.clone());
    state.since = at;
    state.reason = lapsed.reason;
    state.returned = lapsed.returned;
    if let Some(returned) = &mut state.returned {
        returned.rows.retain(|table, _| !marked.contains(table));
        let mut new = marked.to_vec();
        new.retain(|field| !returned.marked.contains(field));
        returned.marked.extend(new);
    }
    if let Some(from) = from {
        state.before.retain(|before| *before != from);
        state.before.push(from);
    }
    Some(state)
}

/// Follows an outcome to where it leads. A step of the applicant's remembers who sent it there,
/// so that it can go back to exactly that desk.
fn go(
    procedure: &Procedure,
    mut state: State,
    from: &Step,
    outcome: &Outcome,
    at: DateTime<Utc>,
    sender: Option<(Returned, &Answers)>,
) -> Option<State> {
    let returned = state.returned.take();
    let before_standing = state.standing.clone();
    let before = state.chosen(&from.code, &outcome.code);
    if outcome.at_most.is_some() {
        let key = format!("{}/{}", from.code, outcome.code);
        state.chosen.insert(key, before.saturating_add(1));
    }
    let to = outcome.leads(&state.answers, before);
    if let Some((_, new)) = &sender {
        take_back(procedure, &mut state, (from, outcome), &to, new);
    }
    state.standing = match to {
        Target::End(end) => Standing::Ended(procedure.end(&end)?.code.clone()),
        Target::Step(step) => Standing::At(reach(procedure, &mut state, &step)?),
        Target::Resume => Standing::At(reach(procedure, &mut state, &returned.as_ref()?.by)?),
    };
    if let Standing::At(step) = &state.standing
        && procedure.is_applicants(procedure.step(step)?)
    {
        // Whoever prolongs what they wait for still owes what was asked of them before.
        let stays = step == &from.code;
        state.returned = if stays {
            returned
        } else {
            sender.map(|(sender, _)| sender)
        };
    }
    if state.standing != before_standing {
        state.since = at;
    }
    Some(state)
}

fn reach(procedure: &Procedure, state: &mut State, step: &StepCode) -> Option<StepCode> {
    let step = procedure.step(step)?;
    if procedure.is_at_work(&step.code) {
        state.started = true;
        state.reconsidered = false;
    }
    Some(step.code.clone())
}

fn impossible(state: Option<&State>, event: &Event) -> Impossible {
    let standing = match state.map(|state| &state.standing) {
        None => "does not exist".to_owned(),
        Some(Standing::At(step)) => format!("stands at `{step}`"),
        Some(Standing::Ended(end)) => format!("has ended as `{end}`"),
    };
    let event = match event {
        Event::Opened { .. } => "opening".to_owned(),
        Event::Decided(decision) => format!("`{}` at `{}`", decision.outcome, decision.step),
        Event::Withdrawn { .. } => "withdrawal".to_owned(),
        Event::Expired => "expiry".to_owned(),
        Event::HandedOver { .. } => "handing over".to_owned(),
        Event::Recalled { step } => format!("recall to `{step}`"),
        Event::Wrote { .. } => "a word to the desk".to_owned(),
        Event::Reopened { .. } => "reopening".to_owned(),
    };
    Impossible { standing, event }
}
