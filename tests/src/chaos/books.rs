//! What must be true when everything has come to rest, whatever died on the way.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    code::FieldCode,
    id::AccountId,
    query::audit,
    request::{Event, Request, change::folded},
    store::Sought,
};

use crate::stage::told::told_twice;

use super::{crowd::Tally, fleet::Fleet};

/// So many requests are read at once.
const PAGE: u64 = 500;

/// What was found.
#[derive(Debug, Default)]
pub struct Books {
    pub requests: u64,
    pub decisions: u64,
    /// What was answered and is not there.
    pub lost: Vec<String>,
    /// What is there twice.
    pub doubled: Vec<String>,
    /// Whatever else is not as it must be.
    pub wrong: Vec<String>,
}

impl Books {
    /// Compares what is stored with what people were told.
    pub async fn of(fleet: &Fleet, tally: &Tally) -> Books {
        let db = &fleet.counter.db;
        let mut requests = Vec::new();
        for page in 0.. {
            let found = db.all_requests(Sought::Words(&[]), page, PAGE).await;
            let (found, _) = found.expect("the requests");
            if found.is_empty() {
                break;
            }
            requests.extend(found);
        }
        let mut books = Books {
            requests: requests.len() as u64,
            ..Books::default()
        };
        books.numbers_have_no_gaps(&requests);
        let mut decided = BTreeSet::new();
        for request in &requests {
            books.holds(fleet, request, &mut decided).await;
        }
        let tickets: BTreeSet<&str> = requests.iter().map(|it| it.ticket.as_str()).collect();
        let unknown = tally
            .tickets
            .keys()
            .filter(|it| !tickets.contains(it.as_str()));
        books.lost.extend(unknown.cloned());
        for (ticket, user) in &tally.decided {
            if !decided.contains(&(ticket.clone(), AccountId(user.0))) {
                books.lost.push(format!("a decision of {user} on {ticket}"));
            }
        }
        let purposes = requests.iter().map(|it| {
            let purpose = it.state.answers.get(&FieldCode::new("keperluan"));
            format!("{purpose:?}")
        });
        books.doubled.extend(twice(purposes));
        books.doubled.extend(told_twice(&fleet.database).await);
        for (to, what, why) in db.undelivered(100).await.expect("the outbox") {
            books
                .wrong
                .push(format!("{to} was not told {what:?}: {why}"));
        }
        let chain = audit(&fleet.counter, None).await.expect("the chain");
        books
            .wrong
            .extend(chain.breaks.iter().map(|it| format!("the chain: {it:?}")));
        books
    }

    /// All is well.
    pub fn are_whole(&self) -> bool {
        self.lost.is_empty() && self.doubled.is_empty() && self.wrong.is_empty()
    }

    fn numbers_have_no_gaps(&mut self, requests: &[Request]) {
        let mut numbers: Vec<usize> = requests
            .iter()
            .filter_map(|it| it.ticket.rsplit('-').next()?.parse().ok())
            .collect();
        numbers.sort_unstable();
        if numbers != (1..=requests.len()).collect::<Vec<_>>() {
            self.wrong
                .push(format!("the numbers have gaps: {numbers:?}"));
        }
    }

    /// A history that folds to what is stored, with each decision once, and cards only at the open task.
    async fn holds(
        &mut self,
        fleet: &Fleet,
        request: &Request,
        decided: &mut BTreeSet<(String, AccountId)>,
    ) {
        let (db, ticket) = (&fleet.counter.db, &request.ticket);
        let history = db.history(request.id).await.expect("its history");
        let steps = history.iter().filter_map(|it| match &it.event {
            Event::Decided(decision) => Some(decision),
            _ => None,
        });
        let steps: Vec<_> = steps.collect();
        self.decisions += steps.len() as u64;
        self.doubled.extend(twice(
            steps.iter().map(|it| format!("{ticket} {}", it.step)),
        ));
        let accounts = steps.iter().filter_map(|it| it.account);
        decided.extend(accounts.map(|account| (ticket.clone(), account)));
        let counted = history.iter().map(|it| it.seq).eq(1..=request.version);
        let procedure = fleet
            .counter
            .procedure_of(request)
            .await
            .expect("its procedure");
        let folds = folded(&procedure, &history).as_ref() == Some(&request.state);
        if !counted || !folds {
            self.wrong
                .push(format!("{ticket} does not follow from its history"));
        }
        let open = db.open_task_of(request.id).await.expect("its task");
        let open = open.map(|task| task.id);
        let cards = db.cards_of(request.id).await.expect("its cards");
        let mut live = cards
            .iter()
            .filter(|it| it.task.is_some() && it.retired_at.is_none());
        if live.any(|card| card.task != open) {
            self.wrong
                .push(format!("{ticket} has a card that decides nothing"));
        }
    }
}

/// Whatever comes more than once.
fn twice(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    counts.retain(|_, count| *count > 1);
    counts.into_keys().collect()
}
