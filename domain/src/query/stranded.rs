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
    person::Person,
    request::Request,
    store::{Conn, Filter, OpenDesk},
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
    Ok(stranded_ids(counter, &counter.db).await?.len() as u64)
}

/// The stranded requests.
pub(super) async fn stranded_ids(counter: &Counter, conn: &Conn) -> Result<Vec<RequestId>, Error> {
    let desks = conn.open_desks().await?;
    stranded_among(counter, conn, desks).await
}

async fn stranded_among(
    counter: &Counter,
    conn: &Conn,
    desks: Vec<OpenDesk>,
) -> Result<Vec<RequestId>, Error> {
    let own = desks.iter().filter_map(|desk| desk.assigned);
    let reachable = conn.reachable(own).await?;
    let mut holders: HashMap<RoleCode, HashSet<PersonId>> = HashMap::new();
    let mut stranded = Vec::new();
    for desk in desks {
        let stuck = if desk.assigned == Some(desk.applicant) {
            !reachable.contains(&desk.applicant)
        } else {
            if !holders.contains_key(&desk.role) {
                let able = conn.reachable_holders(&desk.role).await?;
                holders.insert(desk.role.clone(), able);
            }
            let able = &holders[&desk.role];
            match desk.assigned {
                Some(one) => !able.contains(&one),
                None if able.len() == 1 && able.contains(&desk.applicant) => {
                    barred(counter, conn, desk.request).await? == Some(desk.applicant)
                }
                None => able.is_empty(),
            }
        };
        if stuck {
            stranded.push(desk.request);
        }
    }
    Ok(stranded)
}

async fn barred(
    counter: &Counter,
    conn: &Conn,
    request: RequestId,
) -> Result<Option<PersonId>, Error> {
    let request = conn.request(request).await?;
    let request = request.ok_or(Error::Missing("request of a task"))?;
    let procedure = counter
        .procedure(&request.procedure, request.procedure_version)
        .await?;
    Ok(request.barred(&procedure))
}

/// Why a request is stranded; none where someone can act, or nothing is left to do.
pub async fn stranded(counter: &Counter, request: Request) -> Result<Option<Stranded>, Error> {
    let db = &counter.db;
    let dossier = dossier(counter, request).await?;
    let Some(task) = &dossier.task else {
        return Ok(None);
    };
    let applicant = dossier.request.applicant;
    let desk = OpenDesk {
        request: dossier.request.id,
        role: task.role.clone(),
        assigned: task.assigned,
        applicant,
        phase: None,
    };
    if stranded_among(counter, db, vec![desk]).await?.is_empty() {
        return Ok(None);
    }
    let role = task.role.clone();
    let holders = db.holders(&role).await?;
    let able: Vec<PersonId> = match task.assigned {
        Some(one) => vec![one],
        None => holders.iter().map(|(id, _)| *id).collect(),
    };
    let mut people = Vec::new();
    for id in able {
        let Some(person) = db.person(id).await? else {
            continue;
        };
        let hindrance = match person.unreachable_since {
            _ if person.account.is_none() => Hindrance::Gone,
            Some(since) => Hindrance::Unreachable(since),
            None if id == applicant => Hindrance::Applicant,
            None => Hindrance::Gone,
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
    let filter = Filter::WaitingFor(&person);
    let (found, total) = db.requests(filter, 0, PAGE_SIZE).await?;
    let stuck = if found.is_empty() {
        Vec::new()
    } else {
        stranded_ids(counter, db).await?
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
