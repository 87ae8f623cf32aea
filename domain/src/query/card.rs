//! A card as it is drawn now.

use chrono::{DateTime, Utc};

use super::{
    capacity::{Need, needs},
    dossier::{Dossier, dossier},
};
use crate::{
    Counter, Error, Text,
    code::RoleCode,
    id::CardId,
    person::Person,
    procedure::{Step, Tone},
    request::{Event, Task},
    store::Card,
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
    /// Why the request came to this desk, where the step before gave a reason.
    pub reason: Option<String>,
    /// What is weighed here, where the step reserves capacity.
    pub needs: Vec<Need>,
    /// What became of the task, once something did.
    pub settled: Option<Settled>,
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
}

/// A card as it is now.
pub async fn card_view(counter: &Counter, id: CardId) -> Result<CardView, Error> {
    let card = counter.db.card(id).await?.ok_or(Error::Missing("card"))?;
    let person = counter
        .db
        .person(card.person)
        .await?
        .ok_or(Error::Missing("person of a card"))?;
    let request = counter
        .db
        .request(card.request)
        .await?
        .ok_or(Error::Missing("request of a card"))?;
    let dossier = dossier(counter, request).await?;
    let task = match card.task {
        Some(task) => counter.db.task(task).await?,
        None => None,
    };
    let reason = reason_before(counter, &dossier, task.as_ref()).await?;
    let settled = match task.as_ref().and_then(|task| task.closed_seq) {
        Some(seq) => settled(counter, &dossier, seq).await?,
        None => None,
    };
    let step = task
        .as_ref()
        .and_then(|task| dossier.procedure.step(&task.step));
    let needs = match (step, &settled) {
        // What others have left is no business of the applicant's.
        (Some(step), None) if step.performer != dossier.procedure.opens => {
            needs(counter, &dossier, step).await?
        }
        _ => Vec::new(),
    };
    Ok(CardView {
        card,
        person,
        dossier,
        task,
        reason,
        needs,
        settled,
    })
}

/// The reason of the decision that opened a task.
async fn reason_before(
    counter: &Counter,
    dossier: &Dossier,
    task: Option<&Task>,
) -> Result<Option<String>, Error> {
    let Some(task) = task else {
        return Ok(dossier.request.state.reason.clone());
    };
    let event = counter
        .db
        .event(dossier.request.id, task.opened_seq)
        .await?;
    Ok(match event.map(|recorded| recorded.event) {
        Some(Event::Decided(decision)) => decision.reason,
        _ => None,
    })
}

async fn settled(counter: &Counter, dossier: &Dossier, seq: i64) -> Result<Option<Settled>, Error> {
    let Some(recorded) = counter.db.event(dossier.request.id, seq).await? else {
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
        Event::Opened { .. } => None,
    })
}
