//! What an official has decided, to be found again.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::lists::PAGE_SIZE;
use crate::{
    Counter, Error, Refusal,
    person::Person,
    procedure::{Outcome, Procedure, Step},
    request::{Decision, Event, Request},
};

/// A request with what someone decided on it last.
#[derive(Debug, Clone)]
pub struct DecidedRequest {
    pub request: Request,
    pub procedure: Arc<Procedure>,
    pub decision: Decision,
    pub at: DateTime<Utc>,
}

impl DecidedRequest {
    /// What was decided, in the words of the file.
    pub fn outcome(&self) -> Option<(&Step, &Outcome)> {
        let step = self.procedure.step(&self.decision.step)?;
        Some((step, step.outcome(&self.decision.outcome)?))
    }
}

/// A page of what someone has decided. How many pages there are is not counted: it would be counted anew each time,
/// over years.
#[derive(Debug, Clone)]
pub struct DecidedPage {
    pub items: Vec<DecidedRequest>,
    /// 0 for the first.
    pub page: u64,
    /// Whether another page follows.
    pub goes_on: bool,
}

/// The requests a person has decided on in any post of the office's, also in place of another; the newest decision in
/// front, each request once.
///
/// Refused unless they work for the office still.
pub async fn decided(counter: &Counter, person: &Person, page: u64) -> Result<DecidedPage, Error> {
    if !person.is_staff() {
        return Err(Refusal::MayNotSee.into());
    }
    let skip = page.saturating_mul(PAGE_SIZE);
    let mut found = counter
        .db
        .decided_by(person.id, skip, PAGE_SIZE + 1)
        .await?;
    let goes_on = found.len() as u64 > PAGE_SIZE;
    found.truncate(PAGE_SIZE.try_into().unwrap_or(usize::MAX));
    let mut items = Vec::with_capacity(found.len());
    for (request, recorded) in found {
        let Event::Decided(decision) = recorded.event else {
            continue;
        };
        items.push(DecidedRequest {
            procedure: counter.shown_procedure_of(&request).await?,
            request,
            decision,
            at: recorded.at,
        });
    }
    Ok(DecidedPage {
        items,
        page,
        goes_on,
    })
}
