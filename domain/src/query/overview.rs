//! All requests, for those who see all: by state, by desk, by words.

use super::{
    dossier::{Dossier, dossier},
    lists::{PAGE_SIZE, Page},
    stranded::stuck,
};
use crate::{
    Counter, Error, Refusal,
    code::RoleCode,
    id::PersonId,
    person::Person,
    request::{Phase, Request},
    store::{Filter, Sought, Word},
};

/// Which of all requests someone looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    Phase(Phase),
    /// The ones that wait at the desk of a role.
    Desk(RoleCode),
    /// The ones that wait for a person.
    Holder(PersonId),
    /// The ones that wait where nobody can be reached who may act.
    Stranded,
}

/// A page of all requests.
#[derive(Debug, Clone)]
pub struct Overview {
    pub page: Page<Dossier>,
    /// How many on all pages should have been done by now.
    pub late: u64,
    /// Whose requests these are, where they are looked at person by person.
    pub holder: Option<Person>,
}

/// A desk, and what lies on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskCount {
    pub role: RoleCode,
    pub waiting: u64,
    pub late: u64,
}

/// A page of all requests, late ones first.
///
/// Refused unless the person sees all.
pub async fn overview(
    counter: &Counter,
    person: &Person,
    view: &View,
    page: u64,
) -> Result<Overview, Error> {
    sees_all(counter, person)?;
    let db = &counter.db;
    let (page, late, holder) = match view {
        View::Phase(phase) => listed(counter, Sought::Phase(*phase), page).await?,
        View::Desk(role) => listed(counter, Sought::Desk(role), page).await?,
        View::Stranded => {
            let stuck = stuck(counter).await?;
            let others: Vec<_> = stuck.requests.iter().map(|(request, _)| *request).collect();
            let sought = Sought::Stuck(&stuck.desks, &others);
            listed(counter, sought, page).await?
        }
        View::Holder(id) => {
            let holder = db.person(*id).await?.ok_or(Refusal::NoSuchButton)?;
            let filter = Filter::WaitingFor(&holder, counter.now());
            let page = paged(counter, page, |page| db.requests(filter, page, PAGE_SIZE)).await?;
            (page, 0, Some(holder))
        }
    };
    Ok(Overview { page, late, holder })
}

/// The desks at which requests wait, in the order of the office file.
///
/// Refused unless the person sees all.
pub async fn desks(counter: &Counter, person: &Person) -> Result<Vec<DeskCount>, Error> {
    sees_all(counter, person)?;
    let place = |role: &RoleCode| counter.office.roles.iter().position(|it| &it.code == role);
    let mut desks = Vec::new();
    for (role, waiting) in counter.db.count_desks().await? {
        let late = Sought::Desk(&role);
        let late = counter.db.count_late(late, counter.now()).await?;
        desks.push(DeskCount {
            role,
            waiting,
            late,
        });
    }
    desks.sort_by_key(|desk| place(&desk.role).unwrap_or(usize::MAX));
    Ok(desks)
}

/// The requests that hold all of these words: in the ticket, the names of agency and applicant, or
/// what was answered.
///
/// Refused unless the person sees all.
pub async fn find_requests(
    counter: &Counter,
    person: &Person,
    words: &str,
    page: u64,
) -> Result<Page<Dossier>, Error> {
    sees_all(counter, person)?;
    let words: Vec<Word> = words
        .to_lowercase()
        .split_whitespace()
        .map(|word| word_of(counter, word))
        .collect();
    Ok(listed(counter, Sought::Words(&words), page).await?.0)
}

fn word_of(counter: &Counter, word: &str) -> Word {
    let agencies = counter.office.agencies.iter().filter(|agency| {
        let names = std::iter::once(agency.code.as_str()).chain(agency.name.wordings());
        names.map(str::to_lowercase).any(|name| name.contains(word))
    });
    Word {
        word: word.to_owned(),
        agencies: agencies.map(|agency| agency.code.clone()).collect(),
    }
}

fn sees_all(counter: &Counter, person: &Person) -> Result<(), Refusal> {
    if counter.sees_all(person) {
        Ok(())
    } else {
        Err(Refusal::MayNotSee)
    }
}

async fn listed(
    counter: &Counter,
    sought: Sought<'_>,
    page: u64,
) -> Result<(Page<Dossier>, u64, Option<Person>), Error> {
    let db = &counter.db;
    let page = paged(counter, page, |page| {
        db.all_requests(sought, page, PAGE_SIZE)
    })
    .await?;
    let late = db.count_late(sought, counter.now()).await?;
    Ok((page, late, None))
}

/// A page beyond the last shows the last.
async fn paged<F>(
    counter: &Counter,
    page: u64,
    ask: impl Fn(u64) -> F,
) -> Result<Page<Dossier>, Error>
where
    F: Future<Output = Result<(Vec<Request>, u64), Error>>,
{
    let (mut found, total) = ask(page).await?;
    let page = page.min(total.div_ceil(PAGE_SIZE).saturating_sub(1));
    if found.is_empty() && total > 0 {
        found = ask(page).await?.0;
    }
    let mut items = Vec::with_capacity(found.len());
    for request in found {
        items.push(dossier(counter, request).await?);
    }
    Ok(Page { items, page, total })
}
