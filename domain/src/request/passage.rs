//! What people wrote on the way of a request, decision by decision, and which of it the next one needs. Pure.
//!
//! The state holds what counts now; here nothing is lost. A step that is passed again has a passage for
//! each time.

use chrono::{DateTime, Utc};

use super::{Decision, Event, RecordedEvent, State, advance};
use crate::{
    code::{FieldCode, StepCode},
    id::PersonId,
    procedure::{Answer, Answers, Outcome, Procedure, Reader, Step, Tone, condition::is_noted},
};

/// A decision with what was written in it, as far as one reader may read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// The event that it is.
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub by: PersonId,
    /// Without the answers and the reason that its reader may not see, and without what was passed over, unless
    /// something stood there before.
    pub decision: Decision,
    /// What stood there before, where that was something else.
    pub before: Answers,
}

impl Passage {
    /// Whether nothing was written that its reader may see.
    pub fn is_silent(&self) -> bool {
        self.decision.answers.is_empty() && self.decision.reason.is_none()
    }

    pub fn step<'p>(&self, procedure: &'p Procedure) -> Option<&'p Step> {
        procedure.step(&self.decision.step)
    }

    pub fn outcome<'p>(&self, procedure: &'p Procedure) -> Option<&'p Outcome> {
        self.step(procedure)?.outcome(&self.decision.outcome)
    }

    fn is_applicants(&self, procedure: &Procedure) -> bool {
        let step = self.step(procedure);
        step.is_some_and(|step| procedure.is_applicants(step))
    }

    fn goes_back(&self, procedure: &Procedure) -> bool {
        let outcome = self.outcome(procedure);
        outcome.is_some_and(|outcome| outcome.tone == Tone::Return)
    }
}

/// All decisions of a history, oldest first.
pub fn passages(procedure: &Procedure, history: &[RecordedEvent], reader: Reader) -> Vec<Passage> {
    let mut state = None;
    let mut passages = Vec::new();
    for recorded in history {
        if let Event::Decided(decision) = &recorded.event {
            passages.push(passage(
                procedure,
                recorded,
                decision,
                state.as_ref(),
                reader,
            ));
        }
        // A history that was written is one that can happen.
        state = advance(procedure, state, &recorded.event, recorded.at).ok();
    }
    passages
}

fn passage(
    procedure: &Procedure,
    recorded: &RecordedEvent,
    decision: &Decision,
    state: Option<&State>,
    reader: Reader,
) -> Passage {
    let mut decision = decision.clone();
    let wrote = |answer: &Answer| !matches!(answer, Answer::Skipped);
    // What a return has taken back was said once all the same.
    let known = |code: &FieldCode| {
        let state = state?;
        let known = state.answers.get(code);
        known
            .or_else(|| state.taken_back.get(code))
            .filter(|it| wrote(it))
    };
    let answers = decision.answers.iter();
    let asked = answers.filter(|(code, _)| !is_noted(code));
    let read = asked.filter(|(code, it)| {
        (wrote(it) || known(code).is_some()) && procedure.lets_read(reader, code)
    });
    decision.answers = read.map(|(code, it)| (code.clone(), it.clone())).collect();
    let step = procedure.step(&decision.step);
    let chosen = step.and_then(|step| Some((step, step.outcome(&decision.outcome)?)));
    let readers = chosen.map(|(step, outcome)| procedure.readers_of_reason(step, outcome));
    if !readers.is_none_or(|readers| readers.include(reader)) {
        decision.reason = None;
    }
    let changed = decision.answers.iter().filter_map(|(code, new)| {
        let old = known(code)?;
        (old != new).then(|| (code.clone(), old.clone()))
    });
    Passage {
        seq: recorded.seq,
        at: recorded.at,
        by: recorded.by,
        before: changed.collect(),
        decision,
    }
}

/// What whoever comes to a desk must have read, oldest first: what was written at the step before; where the
/// applicant was asked, question and answer; where it came back, or the step before was passed in silence,
/// also the last words that led on. Where this desk itself had sent it back, that stands there too, with every
/// answer that is another since. `opened` is the event that opened the desk, so whoever takes it over later reads
/// the same; and where one hands it on to another at the same step, all that was read and written there.
pub fn leading_to(
    procedure: &Procedure,
    passages: &[Passage],
    (desk, opened): (&StepCode, i64),
    reader: Reader,
) -> Vec<Passage> {
    let passages = &passages[..passages.partition_point(|passage| passage.seq <= opened)];
    let stayed = |it: &&Passage| it.decision.step == *desk;
    let stayed = passages.iter().rev().take_while(stayed).count();
    let (passages, handed_on) = passages.split_at(passages.len() - stayed);
    let mut needed: Vec<&Passage> = Vec::new();
    let mut older = passages.iter().rev();
    if let Some(last) = older.next() {
        let answered = last.is_applicants(procedure);
        let leads_on = !answered && !last.goes_back(procedure);
        let enough = leads_on && !last.is_silent();
        needed.push(last);
        if last.decision.voice.is_some() {
            // All who had to agree have said something.
            let same = |it: &&Passage| {
                it.decision.voice.is_some() && it.decision.step == last.decision.step
            };
            needed.extend(older.clone().take_while(same));
        }
        if answered {
            let asked = older.find(|passage| !passage.is_applicants(procedure));
            needed.extend(asked);
        }
        if reader == Reader::Office && !enough {
            let led_on = |it: &Passage| !it.is_applicants(procedure) && !it.goes_back(procedure);
            let already = needed.iter().any(|it| led_on(it) && !it.is_silent());
            let standing = older.find(|it| led_on(it) && !it.is_silent());
            needed.extend(standing.filter(|_| !already));
        }
    }
    needed.extend(asked_to_change(procedure, passages, desk));
    needed.extend(handed_on);
    needed.retain(|passage| !passage.is_silent());
    needed.sort_by_key(|passage| passage.seq);
    needed.dedup_by_key(|passage| passage.seq);
    needed.into_iter().cloned().collect()
}

/// Why a desk sent it back, and what was answered otherwise since then; nothing where it did not.
fn asked_to_change<'p>(
    procedure: &Procedure,
    passages: &'p [Passage],
    desk: &StepCode,
) -> Vec<&'p Passage> {
    let here = |it: &Passage| it.decision.step == *desk;
    let Some(last) = passages.iter().rposition(here) else {
        return Vec::new();
    };
    if !passages[last].goes_back(procedure) {
        return Vec::new();
    }
    let (returned, since) = (&passages[last], &passages[last + 1..]);
    let changed = since.iter().filter(|it| !it.before.is_empty());
    std::iter::once(returned).chain(changed).collect()
}

/// Which answers stand otherwise than when someone decided last on this request, and what they were then. What is
/// among the passages that they read anyway says so itself.
pub fn changed_since(
    passages: &[Passage],
    person: PersonId,
    (opened, read): (i64, &[i64]),
) -> Vec<(FieldCode, Answer)> {
    let own = passages
        .iter()
        .rposition(|it| it.by == person && it.seq <= opened);
    let Some(own) = own else {
        return Vec::new();
    };
    let mut changed: Vec<(FieldCode, Answer)> = Vec::new();
    let later = passages[own + 1..].iter();
    for passage in later.filter(|it| it.seq <= opened) {
        for (field, old) in passage.before.iter() {
            if !changed.iter().any(|(known, _)| known == field) {
                changed.push((field.clone(), old.clone()));
            }
        }
    }
    let is_read = |field: &FieldCode| {
        let mut read = passages.iter().filter(|it| read.contains(&it.seq));
        read.any(|passage| passage.before.has(field))
    };
    changed.retain(|(field, _)| !is_read(field));
    changed
}
