//! What a request asks of the office's capacity, beside what is free.

use super::Dossier;
use crate::{Counter, Error, Text, procedure::Step};

/// One resource.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    pub title: Text,
    pub unit: Text,
    pub asked: i64,
    /// What is left, not counting what this very request has reserved.
    pub free: i64,
    pub total: i64,
}

impl Need {
    pub fn is_met(&self) -> bool {
        self.asked <= self.free
    }
}

/// What is weighed at a step; nothing where the step reserves no capacity.
pub async fn needs(counter: &Counter, dossier: &Dossier, step: &Step) -> Result<Vec<Need>, Error> {
    let procedure = &dossier.procedure;
    let demands = &procedure.capacity;
    if !step.weighs_capacity() || demands.is_empty() {
        return Ok(Vec::new());
    }
    let now = counter.now();
    let mut ledger = counter
        .db
        .shares_of(demands.iter().map(|demand| &demand.resource))
        .await?;
    let request = &dossier.request;
    ledger
        .live
        .retain(|held| held.request != request.id || held.line.is_some());
    let mut needs = Vec::new();
    for demand in demands {
        let Some(resource) = counter.office.resource(&demand.resource) else {
            continue;
        };
        let (amount, times) = procedure.asked_of(demand, &request.state.answers);
        let asked = amount.saturating_mul(i64::from(times));
        if asked == 0 {
            continue;
        }
        needs.push(Need {
            title: resource.title.clone(),
            unit: resource.unit.clone(),
            asked,
            free: (resource.total - ledger.taken(&resource.code, now)).max(0),
            total: resource.total,
        });
    }
    Ok(needs)
}
