//! Requests that wait where nobody can be reached who may act, and people whom nothing reaches.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::{
    dossier::{Dossier, dossier},
    lists::PAGE_SIZE,
};
use crate::{
    Counter, Error,
    code::RoleCode,
    id::{PersonId, RequestId},
    mandate::Bench,
    person::Person,
    request::Request,
    store::Filter,
};

/// A request at a desk at which nobody can act now.
#[derive(Debug, Clone)]
pub struct Stranded {
    pub dossier: Dossier,
    pub role: RoleCode,
    /// Those who would act there, and why they cannot; empty where the role has no holder.
    pub people: Vec<(String, Hindrance)>,
}

/// Why someone cannot act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// Nobody decides on their own request.
    Applicant,
    /// Nor does whoever stands in for one who sent it.
    StandsIn,
    Unreachable(DateTime<Utc>),
    /// They have left, or hold the role no more.
    Gone,
}

/// Someone whom nothing reaches, and what waits for them.
#[derive(Debug, Clone)]
pub struct Lost {
    pub person: Person,
    pub since: DateTime<Utc>,
    /// The first few of the requests that wait for them, each with whether nobody else can act.
    pub waiting: Vec<(Dossier, bool)>,
    /// How many wait in all.
    pub total: u64,
}

/// How many requests are stranded.
pub async fn count_stranded(counter: &Counter) -> Result<u64, Error> {
    Ok(stranded_ids(counter).await?.len() as u64)
}

/// The stranded requests, the one that should be done first in front.
pub(super) async fn stranded_ids(counter: &Counter) -> Result<Vec<RequestId>, Error> {
    let db = &counter.db;
    let mut benches: HashMap<RoleCode, Bench> = HashMap::new();
    let mut able: Vec<(RequestId, Vec<PersonId>)> = Vec::new();
    for (task, request) in db.open_tasks().await? {
        let people = if task.assigned == Some(request.applicant) {
            vec![request.applicant]
        } else {
            if !benches.contains_key(&task.role) {
                let bench = db.bench(&task.role, counter.now()).await?;
                benches.insert(task.role.clone(), bench);
            }
            let procedure = counter.shown_procedure_of(&request).await?;
            benches[&task.role].deciders(task.assigned, &request.barred(&procedure))
        };
        able.push((request.id, people));
    }
    let people: HashSet<PersonId> = able
        .iter()
        .flat_map(|(_, people)| people)
        .copied()
        .collect();
    let reachable = db.reachable(people).await?;
    able.retain(|(_, people)| !people.iter().any(|person| reachable.contains(person)));
    Ok(able.into_iter().map(|(request, _)| request).collect())
}

/// Why a request is stranded; none where someone can act, or nothing is left to do.
pub async fn stranded(counter: &Counter, request: Request) -> Result<Option<Stranded>, Error> {
    let db = &counter.db;
    let dossier = dossier(counter, request).await?;
    let Some(task) = &dossier.task else {
        return Ok(None);
    };
    let role = task.role.clone();
    let applicant = dossier.request.applicant;
    let barred = dossier.request.barred(&dossier.procedure);
    let (everyone, able) = if task.assigned == Some(applicant) {
        (vec![applicant], vec![applicant])
    } else {
        let bench = db.bench(&role, counter.now()).await?;
        let able = bench.deciders(task.assigned, &barred);
        (bench.deciders(task.assigned, &[]), able)
    };
    if !db.reachable(able.iter().copied()).await?.is_empty() {
        return Ok(None);
    }
    // Whoever the task was given to, and holds the post no more or is away, is named as well.
    let gone = task.assigned.filter(|one| !everyone.contains(one));
    let mut people = Vec::new();
    for id in everyone.into_iter().chain(gone) {
        let Some(person) = db.person(id).await? else {
            continue;
        };
        let hindrance = match person.unreachable_since {
            _ if barred.contains(&id) && !able.contains(&id) => Hindrance::Applicant,
            _ if person.account.is_none() || gone == Some(id) => Hindrance::Gone,
            Some(since) => Hindrance::Unreachable(since),
            None => Hindrance::StandsIn,
        };
        people.push((person.name, hindrance));
    }
    Ok(Some(Stranded {
        dossier,
        role,
        people,
    }))
}

/// Someone whom nothing reaches, as it is now; none where they can be reached again or have left.
pub async fn lost(counter: &Counter, id: PersonId) -> Result<Option<Lost>, Error> {
    let db = &counter.db;
    let Some(person) = db.person(id).await? else {
        return Ok(None);
    };
    let (Some(since), Some(_)) = (person.unreachable_since, person.account) else {
        return Ok(None);
    };
    let filter = Filter::WaitingFor(&person, counter.now());
    let (found, total) = db.requests(filter, 0, PAGE_SIZE).await?;
    let stuck = if found.is_empty() {
        Vec::new()
    } else {
        stranded_ids(counter).await?
    };
    let mut waiting = Vec::new();
    for request in found {
        let alone = stuck.contains(&request.id);
        waiting.push((dossier(counter, request).await?, alone));
    }
    Ok(Some(Lost {
        person,
        since,
        waiting,
        total,
    }))
}
