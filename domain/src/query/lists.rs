//! Paged lists of requests.

use super::dossier::{Dossier, dossier};
use crate::{Counter, Error, person::Person, store::Filter};

/// How many lines a page has: as many buttons as a phone shows without scrolling.
pub const PAGE_SIZE: u64 = 6;

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// 0 for the first.
    pub page: u64,
    /// How many there are on all pages.
    pub total: u64,
}

impl<T> Page<T> {
    pub fn pages(&self) -> u64 {
        self.total.div_ceil(PAGE_SIZE).max(1)
    }
}

/// The requests a person answers for, and those of their agency's other contact persons: open ones
/// first, newest first.
pub async fn mine(counter: &Counter, person: &Person, page: u64) -> Result<Page<Dossier>, Error> {
    list(counter, Filter::Own(person), page).await
}

/// What someone has asked for and is under way, the newest first; a handful of it.
pub async fn running(counter: &Counter, person: &Person) -> Result<Vec<Dossier>, Error> {
    let mut own = mine(counter, person, 0).await?.items;
    own.retain(|dossier| dossier.request.ended().is_none());
    Ok(own)
}

/// What waits for a person, longest first.
pub async fn tasks(counter: &Counter, person: &Person, page: u64) -> Result<Page<Dossier>, Error> {
    list(counter, Filter::WaitingFor(person, counter.now()), page).await
}

/// A page beyond the last shows the last: lists shrink while people look at them.
async fn list(counter: &Counter, filter: Filter<'_>, page: u64) -> Result<Page<Dossier>, Error> {
    let (mut found, total) = counter.db.requests(filter, page, PAGE_SIZE).await?;
    let last = total.div_ceil(PAGE_SIZE).saturating_sub(1);
    let page = page.min(last);
    if found.is_empty() && total > 0 {
        found = counter.db.requests(filter, page, PAGE_SIZE).await?.0;
    }
    let mut items = Vec::with_capacity(found.len());
    for request in found {
        items.push(dossier(counter, request).await?);
    }
    Ok(Page { items, page, total })
}
