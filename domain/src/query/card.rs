//! A card as it is drawn now.

use chrono::{DateTime, Utc};

use super::{
    acting::{Acting, acting, filled_by},
    capacity::{Need, needs},
    dossier::{Dossier, dossier_at},
    history::{HistoryEntry, word, written},
};
use crate::{
    Counter, Error, Refusal, Text,
    code::{FieldCode, OutcomeCode, RoleCode, StepCode},
    draft::Draft,
    id::{CardId, NoticeId},
    person::Person,
    procedure::{Answer, Reader, Step, Tone},
    request::{
        Event, RecordedEvent, Task,
        passage::{changed_since, leading_to, passages},
        word::at_this_desk,
    },
    store::{Card, CardSituation},
};

/// A card with everything on it.
#[derive(Debug, Clone)]
pub struct CardView {
    pub card: Card,
    /// In whose chat it lies.
    pub person: Person,
    pub dossier: Dossier,
    /// The task it is for; none on a status card.
    pub task: Option<Task>,
    /// As whom they read it.
    pub reader: Reader,
    /// What was written on the way to this desk that whoever sits there must have read, oldest first.
    pub before: Vec<HistoryEntry>,
    /// What stands otherwise than when they decided on it last, and how it stood then.
    pub changed: Vec<(FieldCode, Answer)>,
    /// What is weighed here, where the step reserves capacity.
    pub needs: Vec<Need>,
    /// What became of the task, once something did.
    pub settled: Option<Settled>,
    /// Who has spoken, where several must agree: their name and what they have chosen, as the history says it.
    pub voices: Vec<(String, Text)>,
    /// What they have decided and can still take back.
    pub held: Option<Draft>,
    /// Which consecutive steps they can confirm in one go; fewer than two are none.
    pub in_a_row: Vec<(StepCode, OutcomeCode)>,
    /// The notices that are settled when the card is drawn as it is here.
    pub untold: Vec<NoticeId>,
}

impl CardView {
    /// The step the card is about, also when the request has moved on.
    pub fn step(&self) -> Option<&Step> {
        match &self.task {
            Some(task) => self.dossier.procedure.step(&task.step),
            None => self.dossier.step(),
        }
    }
}

/// How a task was settled.
#[derive(Debug, Clone, PartialEq)]
pub enum Settled {
    Decided {
        by: String,
        role: RoleCode,
        behalf: Option<Box<Acting>>,
        at: DateTime<Utc>,
        past: Text,
        tone: Tone,
        reason: Option<String>,
    },
    Withdrawn {
        at: DateTime<Utc>,
    },
    /// What the request had reserved ran out.
    Expired {
        at: DateTime<Utc>,
    },
    /// Someone else answers for the request.
    HandedOver {
        to: String,
        at: DateTime<Utc>,
    },
    /// It passed by itself, and its holder took it back.
    Recalled {
        role: RoleCode,
        at: DateTime<Utc>,
    },
    /// They have spoken, and others have to as well.
    Spoken {
        past: Text,
        tone: Tone,
    },
    /// Someone else decides at this desk now; nothing is decided yet.
    Elsewhere {
        role: RoleCode,
        deputy: Option<Box<Acting>>,
    },
}

/// A card as it is now.
pub async fn card_view(counter: &Counter, id: CardId) -> Result<CardView, Error> {
    let situation = counter.db.card_situation(id).await?;
    view_of(counter, situation.ok_or(Error::Missing("card"))?).await
}

/// A card as it is in its situation.
pub(super) async fn view_of(
    counter: &Counter,
    situation: CardSituation,
) -> Result<CardView, Error> {
    let CardSituation {
        card,
        request,
        open,
        task,
        untold,
    } = situation;
    let person = counter.db.person(card.person).await?;
    let person = person.ok_or(Error::Missing("person of a card"))?;
    let dossier = dossier_at(counter, request, open).await?;
    let reader = match &task {
        Some(task) if task.role != dossier.procedure.opens => Reader::Office,
        _ => dossier.reader(&person),
    };
    // Where the request was opened with the task, and nobody has done anything since, nothing was written on the way.
    let is_untouched = |task: &Task| task.opened_seq == 1 && dossier.request.version == 1;
    let history = match &task {
        Some(task) if !person.is_group() && !is_untouched(task) => {
            counter.db.history(dossier.request.id).await?
        }
        _ => Vec::new(),
    };
    let (before, changed) = match &task {
        Some(task) => before(counter, &dossier, (task, &history), &person, reader).await?,
        None => (Vec::new(), Vec::new()),
    };
    let settled = match &task {
        Some(Task {
            closed_seq: Some(seq),
            ..
        }) => {
            let read = history.iter().find(|it| it.seq == *seq);
            let recorded = match read {
                Some(recorded) => Some(recorded.clone()),
                None => counter.db.event(dossier.request.id, *seq).await?,
            };
            settled(counter, &dossier, recorded).await?
        }
        Some(_) if person.is_group() => None,
        Some(task) => elsewhere(counter, &dossier, task, &person).await?,
        None if request_is_others(&dossier, &person) => handed_over(counter, &dossier).await?,
        None => None,
    };
    let voices = voices(counter, &dossier, task.as_ref()).await?;
    let holds = counter.office.reminders.hold_time().is_some();
    let held = match (&task, &settled) {
        (Some(task), None) if holds && !person.is_group() => {
            counter.db.held_of(task.id, person.id).await?
        }
        _ => None,
    };
    let in_a_row = match (&task, &settled) {
        (Some(task), None) => {
            let request = &dossier.request;
            let with = (&*dossier.procedure, &*counter.office);
            task.in_a_row(request, with, &person, counter.now())
        }
        _ => Vec::new(),
    };
    let step = task
        .as_ref()
        .and_then(|task| dossier.procedure.step(&task.step));
    let needs = match (step, &settled) {
        // What others have left is no business of the applicant's.
        (Some(step), None) if !dossier.procedure.is_applicants(step) => {
            needs(counter, &dossier, step).await?
        }
        _ => Vec::new(),
    };
    Ok(CardView {
        card,
        person,
        dossier,
        task,
        reader,
        before,
        changed,
        needs,
        settled,
        voices,
        held,
        in_a_row,
        untold,
    })
}

/// Who has spoken at an open task so far, in their order.
async fn voices(
    counter: &Counter,
    dossier: &Dossier,
    task: Option<&Task>,
) -> Result<Vec<(String, Text)>, Error> {
    let task = task.filter(|task| task.closed_at.is_none());
    let step = task.and_then(|task| dossier.procedure.step(&task.step));
    let mut voices = Vec::new();
    for heard in &dossier.request.state.voices {
        let Some(outcome) = step.and_then(|step| step.outcome(&heard.outcome)) else {
            continue;
        };
        let by = counter.db.person(heard.by).await?;
        let name = by.map(|person| person.name).unwrap_or_default();
        voices.push((name, outcome.past.clone()));
    }
    Ok(voices)
}

/// Who decides at this desk now, where the one whose card it is does not.
async fn elsewhere(
    counter: &Counter,
    dossier: &Dossier,
    task: &Task,
    person: &Person,
) -> Result<Option<Settled>, Error> {
    let now = counter.now();
    let capacity = task.may_be_decided(&dossier.request, &dossier.procedure, person, now);
    if capacity.is_ok() {
        return Ok(None);
    }
    if let Err(Refusal::HasSpoken) = capacity {
        let mut voices = dossier.request.state.voices.iter();
        let own = voices.find(|it| it.by == person.id || it.of == Some(person.id));
        let step = dossier.procedure.step(&task.step);
        let own = own.and_then(|own| step?.outcome(&own.outcome));
        return Ok(own.map(|outcome| Settled::Spoken {
            past: outcome.past.clone(),
            tone: outcome.tone,
        }));
    }
    let deputy = person.deputy(&task.role, now);
    let deputy = match deputy {
        Some(deputy) => Some(Box::new(filled_by(counter, deputy).await?)),
        None => None,
    };
    let role = task.role.clone();
    Ok(Some(Settled::Elsewhere { role, deputy }))
}

fn request_is_others(dossier: &Dossier, person: &Person) -> bool {
    dossier.request.applicant != person.id
}

/// The status card of someone who answered for the request before.
async fn handed_over(counter: &Counter, dossier: &Dossier) -> Result<Option<Settled>, Error> {
    let mut history = counter.db.history(dossier.request.id).await?;
    history.retain(|it| it.seq > 1 && it.event.brings_another());
    match history.last() {
        Some(last) => settled(counter, dossier, Some(last.clone())).await,
        None => Ok(None),
    }
}

/// What was written on the way to a desk, and what else has changed since someone decided on it last.
async fn before(
    counter: &Counter,
    dossier: &Dossier,
    (task, history): (&Task, &[RecordedEvent]),
    person: &Person,
    reader: Reader,
) -> Result<(Vec<HistoryEntry>, Vec<(FieldCode, Answer)>), Error> {
    let passages = passages(&dossier.procedure, history, reader);
    let needed = leading_to(
        &dossier.procedure,
        &passages,
        (&task.step, task.opened_seq),
        reader,
    );
    let read: Vec<i64> = needed.iter().map(|passage| passage.seq).collect();
    let changed = changed_since(&passages, person.id, (task.opened_seq, &read));
    let mut before = Vec::new();
    for passage in needed {
        before.push(written(counter, passage).await?);
    }
    if task.closed_at.is_none() {
        for said in at_this_desk(&dossier.procedure, history, reader) {
            before.push(word(counter, said).await?);
        }
    }
    Ok((before, changed))
}

async fn settled(
    counter: &Counter,
    dossier: &Dossier,
    recorded: Option<RecordedEvent>,
) -> Result<Option<Settled>, Error> {
    let Some(recorded) = recorded else {
        return Ok(None);
    };
    let at = recorded.at;
    Ok(match recorded.event {
        Event::Decided(decision) => {
            let by = counter
                .db
                .person(recorded.by)
                .await?
                .map(|person| person.name)
                .unwrap_or_default();
            let outcome = dossier
                .procedure
                .step(&decision.step)
                .and_then(|step| step.outcome(&decision.outcome));
            Some(Settled::Decided {
                by,
                role: decision.role,
                behalf: acting(counter, decision.behalf).await?.map(Box::new),
                at,
                past: outcome
                    .map(|outcome| outcome.past.clone())
                    .unwrap_or_default(),
                tone: outcome.map_or(Tone::Plain, |outcome| outcome.tone),
                reason: decision.reason,
            })
        }
        Event::Withdrawn { .. } => Some(Settled::Withdrawn { at }),
        Event::Expired => Some(Settled::Expired { at }),
        Event::HandedOver { to, .. } => {
            let to = counter.db.person(to).await?;
            let to = to.map(|person| person.name).unwrap_or_default();
            Some(Settled::HandedOver { to, at })
        }
        Event::Recalled { step } => {
            let step = dossier.procedure.step(&step);
            let role = step.map(|step| step.performer.clone());
            role.map(|role| Settled::Recalled { role, at })
        }
        Event::Reopened { .. } => {
            let by = counter.db.person(recorded.by).await?;
            let to = by.map(|person| person.name).unwrap_or_default();
            Some(Settled::HandedOver { to, at })
        }
        Event::Opened { .. } | Event::Wrote { .. } => None,
    })
}
