//! The first screen: what a person can do here.

use std::sync::Arc;

use super::{
    half_filled::{self, HalfFilled},
    stranded::count_stranded,
};
use crate::{Counter, Error, person::Person, procedure::Procedure};

/// What a person's roles allow, and what waits for them.
#[derive(Debug, Clone)]
pub struct Home {
    /// Procedures they may open today.
    pub procedures: Vec<Arc<Procedure>>,
    /// How many tasks wait for them.
    pub tasks: u64,
    /// Whether they may look at every request.
    pub sees_all: bool,
    /// How many requests wait where nobody can act, for those who look after that.
    pub stranded: u64,
    /// What they have begun to write, the newest first.
    pub drafts: Vec<HalfFilled>,
    /// Whether a form listens to what they type.
    pub listens: bool,
}

/// Whether there is a service that someone may ask for today.
pub fn opens_any(counter: &Counter, person: &Person) -> bool {
    let open = counter.office.open.iter();
    open.filter_map(|code| counter.catalogue.get(code))
        .any(|procedure| counter.may_open(person, procedure).is_ok())
}

/// The first screen of a person.
pub async fn home(counter: &Counter, person: &Person) -> Result<Home, Error> {
    let mut procedures: Vec<_> = counter
        .office
        .open
        .iter()
        .filter_map(|code| counter.catalogue.get(code))
        // What is begun from a request that has ended is offered beneath that.
        .filter(|procedure| procedure.follows.is_none())
        .filter(|procedure| counter.may_open(person, procedure).is_ok())
        .cloned()
        .collect();
    // Whoever has asked to be let in waits for the answer.
    if let Some(door) = counter.door()
        && counter.db.running(person.id, &door.code).await?.is_some()
    {
        procedures.retain(|procedure| procedure.code != door.code);
    }
    let drafts = counter.db.drafts(person.id).await?;
    let listens = drafts.iter().any(|draft| !draft.parked);
    Ok(Home {
        procedures,
        tasks: counter.db.count_tasks(person, counter.now()).await?,
        sees_all: counter.sees_all(person),
        stranded: if person.sees_all() {
            count_stranded(counter).await?
        } else {
            0
        },
        drafts: half_filled::among(counter, person, drafts).await?,
        listens,
    })
}
