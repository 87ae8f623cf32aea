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
    store::{Filter, OpenDesk},
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
    /// They have spoken, and several must agree.
    Spoke,
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

/// Where requests are stranded.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stuck {
    /// Desks at which nobody can be reached, whatever lies there.
    pub desks: Vec<OpenDesk>,
    /// Requests at other desks, where those who can be reached may not act on them, with the role of the desk.
    pub requests: Vec<(RequestId, RoleCode)>,
}

impl Stuck {
    /// How many of them wait at the desks of a role.
    pub fn count_at(&self, role: &RoleCode) -> u64 {
        let of = |it: &RoleCode| it.is_of(role);
        Stuck {
            desks: self
                .desks
                .iter()
                .filter(|desk| of(&desk.role))
                .cloned()
                .collect(),
            requests: self
                .requests
                .iter()
                .filter(|(_, it)| of(it))
                .cloned()
                .collect(),
        }
        .count()
    }

    fn count(&self) -> u64 {
        let waiting = self.desks.iter().map(|desk| desk.waiting.unsigned_abs());
        waiting.sum::<u64>() + self.requests.len() as u64
    }
}

/// How many requests are stranded.
pub async fn count_stranded(counter: &Counter) -> Result<u64, Error> {
    Ok(stuck(counter).await?.count())
}

/// Where requests are stranded now. Each desk is judged once: whoever can be reached there and speaks for nothing may
/// act on all that lies there. Only where there is no such person, single requests are looked at.
pub(super) async fn stuck(counter: &Counter) -> Result<Stuck, Error> {
    let (db, now) = (&counter.db, counter.now());
    let mut stuck = Stuck::default();
    let desks = db.open_desks().await?;
    if desks.is_empty() {
        return Ok(stuck);
    }
    let mut benches: HashMap<RoleCode, Bench> = HashMap::new();
    for desk in &desks {
        if !benches.contains_key(&desk.role) {
            let bench = db.bench(&desk.role, now).await?;
            benches.insert(desk.role.clone(), bench);
        }
    }
    let assigned = desks.iter().filter_map(|desk| desk.assigned);
    let seated = benches.values().flat_map(Bench::everyone);
    let reachable = db.reachable(assigned.chain(seated).collect::<HashSet<_>>());
    let reachable = reachable.await?;
    let can = |people: &[PersonId]| people.iter().any(|person| reachable.contains(person));
    let before = db.spoke_before().await?;
    for desk in desks {
        let bench = &benches[&desk.role];
        let able = bench.deciders(desk.assigned, &[]);
        // What waits for its applicant waits for nobody else.
        let own = desk.assigned.filter(|person| reachable.contains(person));
        if !can(&able) {
            match own {
                Some(own) => {
                    let others = db.requests_at(&desk, own).await?.into_iter();
                    let others = others.map(|request| (request, desk.role.clone()));
                    stuck.requests.extend(others);
                }
                None => stuck.desks.push(desk),
            }
            continue;
        }
        let mut barred: Vec<_> = bench.everyone().collect();
        barred.retain(|person| before.contains(person));
        // Where several must agree, whoever can be reached may have spoken.
        let is_heard = desk.heard > 0;
        if !is_heard && own.is_some_and(|own| able.contains(&own) && !barred.contains(&own)) {
            continue;
        }
        let people = able
            .into_iter()
            .chain(bench.principals())
            .chain(desk.assigned);
        let people: Vec<_> = people.collect();
        for person in &people {
            if !barred.contains(person) && db.speaks_for_any(*person).await? {
                barred.push(*person);
            }
        }
        if !is_heard && can(&bench.deciders(desk.assigned, &barred)) {
            continue;
        }
        for (task, request) in db.tasks_spoken_for(&desk, &people, own).await? {
            let able = if task.assigned == Some(request.applicant) {
                vec![request.applicant]
            } else {
                let procedure = counter.shown_procedure_of(&request).await?;
                bench.deciders(task.assigned, &request.passed_over(&procedure))
            };
            if !can(&able) {
                stuck.requests.push((request.id, desk.role.clone()));
            }
        }
    }
    Ok(stuck)
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
    let barred = dossier.request.passed_over(&dossier.procedure);
    let spoken = dossier.request.state.spoken();
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
            _ if spoken.contains(&id) => Hindrance::Spoke,
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
    let mut waiting = Vec::new();
    for request in found {
        let alone = stranded(counter, request.clone()).await?.is_some();
        waiting.push((dossier(counter, request).await?, alone));
    }
    Ok(Some(Lost {
        person,
        since,
        waiting,
        total,
    }))
}
