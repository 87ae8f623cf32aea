//! What was written reaches the next desk, and nothing that is the office's reaches an agency.

use super::world::Run;
use crate::{
    id::PersonId,
    procedure::{Answer, Answers, Procedure, Reader, Readers, Tone, condition::is_noted},
    request::{
        Decision, Event, Passage, RecordedEvent,
        passage::{leading_to, passages},
    },
};

fn recorded(run: &Run) -> Vec<RecordedEvent> {
    let numbered = (1..).zip(&run.history);
    let record = |(seq, (at, event)): (i64, &(_, Event))| RecordedEvent {
        seq,
        at: *at,
        by: PersonId(0),
        event: event.clone(),
    };
    numbered.map(record).collect()
}

/// The last decision before the desk was opened stands on its card, with every answer and the reason; where it
/// was the applicant's, so does what they were asked. An applicant's card says why it came to them.
pub(super) fn what_was_written_reaches_the_next_desk(run: &Run) -> Result<(), String> {
    let Some(task) = &run.task else {
        return Ok(());
    };
    let procedure = &*run.procedure;
    let history = recorded(run);
    let reader = if task.role == procedure.opens {
        Reader::Agency
    } else {
        Reader::Office
    };
    let all = passages(procedure, &history, reader);
    let on_card = leading_to(procedure, &all, (&task.step, task.opened_seq), reader);
    let decisions = history.iter().filter(|it| it.seq <= task.opened_seq);
    let mut decisions = decisions.rev().filter_map(|it| match &it.event {
        Event::Decided(decision) => Some((it.seq, decision)),
        _ => None,
    });
    let here: Vec<_> = decisions
        .clone()
        .filter(|(_, decision)| decision.step == task.step)
        .collect();
    let Some(last) = decisions.next() else {
        return Ok(());
    };
    let by_applicant = |decision: &Decision| decision.role == procedure.opens;
    stands_on(
        &on_card,
        last,
        |it| reader == Reader::Office || it == Readers::Everyone,
        procedure,
    )?;
    if by_applicant(last.1)
        && let Some((seq, asked)) = decisions.find(|(_, decision)| !by_applicant(decision))
        && asked.reason.is_some()
        && !on_card.iter().any(|it| it.seq == seq)
    {
        return Err(format!("the answer stands without the question {asked:?}"));
    }
    let reads = |it| reader == Reader::Office || it == Readers::Everyone;
    // Whoever takes it over at the same desk reads what was written there.
    if last.1.step == task.step {
        for decision in &here {
            if all
                .iter()
                .any(|it| it.seq > decision.0 && it.decision.step != task.step)
            {
                break;
            }
            stands_on(&on_card, *decision, reads, procedure)?;
        }
    } else if let Some((seq, decision)) = here.first()
        && is_return(procedure, decision)
    {
        // Whoever sent it back reads again what they asked for.
        stands_on(&on_card, (*seq, decision), reads, procedure)?;
    }
    Ok(())
}

/// Whether something was sent back.
pub(super) fn is_return(procedure: &Procedure, decision: &Decision) -> bool {
    let step = procedure.step(&decision.step);
    let outcome = step.and_then(|step| step.outcome(&decision.outcome));
    outcome.is_some_and(|outcome| outcome.tone == Tone::Return)
}

fn stands_on(
    card: &[Passage],
    (seq, decision): (i64, &Decision),
    reads: impl Fn(Readers) -> bool,
    procedure: &Procedure,
) -> Result<(), String> {
    let passage = card.iter().find(|passage| passage.seq == seq);
    let empty = Answers::new();
    let shown = passage.map_or(&empty, |passage| &passage.decision.answers);
    let answered = decision.answers.iter();
    for (code, answer) in answered.filter(|(code, _)| !is_noted(code)) {
        let field = procedure
            .field(code)
            .ok_or(format!("{code} is asked nowhere"))?;
        let said = *answer != Answer::Skipped || passage.is_some_and(|it| it.before.has(code));
        let is_due = reads(procedure.readers(field)) && said;
        if is_due != shown.has(code) {
            return Err(format!("{code} of {seq}: due {is_due}, shown {}", !is_due));
        }
    }
    let step = procedure.step(&decision.step).ok_or("no step")?;
    let outcome = step.outcome(&decision.outcome).ok_or("no outcome")?;
    let is_due = decision.reason.is_some() && reads(procedure.readers_of_reason(step, outcome));
    let reason = passage.and_then(|passage| passage.decision.reason.as_ref());
    if is_due != reason.is_some() {
        return Err(format!("the reason of {seq}: due {is_due}"));
    }
    Ok(())
}

/// No agency reads what only the office may, however the request went.
pub(super) fn agencies_read_what_is_theirs(run: &Run) -> Result<(), String> {
    let procedure = &*run.procedure;
    for passage in passages(procedure, &recorded(run), Reader::Agency) {
        let mut answers = passage.decision.answers.iter();
        let leak = answers.find(|(code, _)| {
            let field = procedure.field(code);
            field.is_none_or(|field| procedure.readers(field) == Readers::Office)
        });
        if let Some((code, _)) = leak {
            return Err(format!("an agency reads {code}"));
        }
        let chosen = passage.step(procedure).zip(passage.outcome(procedure));
        let readers = chosen.map(|(step, outcome)| procedure.readers_of_reason(step, outcome));
        if passage.decision.reason.is_some() && readers != Some(Readers::Everyone) {
            return Err(format!("an agency reads why {}", passage.decision.outcome));
        }
    }
    Ok(())
}
