//! Who is who: for those who manage people, and for holders who name a deputy.

use super::{
    acting::{Acting, filled_by},
    dossier::{Dossier, dossier},
    lists::{PAGE_SIZE, Page},
};
use crate::{
    Counter, Error, Refusal,
    act::{NewMandate, PeopleAct},
    code::RoleCode,
    deed::RecordedDeed,
    id::{MandateId, PersonId},
    mandate::{BehalfKind, MandateKind},
    office::{ADMINISTRATOR, Agency, HELPDESK, NEWCOMER, PIC},
    person::Person,
    request::Event,
    rights::may,
};

/// How many deeds a file shows.
const DEEDS: u64 = 8;

/// What those who manage people see of someone.
#[derive(Debug, Clone)]
pub struct PersonFile {
    pub person: Person,
    /// Who fills their posts now or soon.
    pub deputies: Vec<Filled>,
    /// Whose posts they fill now or soon.
    pub fills: Vec<Filled>,
    /// How many tasks wait for them.
    pub tasks: u64,
    /// For how many open requests they answer.
    pub requests: u64,
    /// What was done to them, newest first, with the names of those who did it.
    pub deeds: Vec<(RecordedDeed, String)>,
    /// For which of their roles a deputy may be named by the one who looks.
    pub deputy_for: Vec<RoleCode>,
    /// Whether the one who looks may change who they are.
    pub manages: bool,
}

/// A post that someone fills for someone else.
#[derive(Debug, Clone)]
pub struct Filled {
    pub mandate: MandateId,
    pub role: RoleCode,
    pub acting: Acting,
    pub from: chrono::DateTime<chrono::Utc>,
    pub has_begun: bool,
}

/// Whether someone manages people.
pub fn manages(person: &Person) -> bool {
    [ADMINISTRATOR, HELPDESK]
        .iter()
        .any(|role| person.holds(&(*role).into()))
}

/// Everyone the office knows, by name: for those who manage people. `staff` leaves contact persons
/// out, and is open to all staff, who name deputies.
pub async fn people(
    counter: &Counter,
    by: &Person,
    staff: bool,
    page: u64,
) -> Result<Page<Person>, Error> {
    listed(counter, by, (staff, page), |_| true).await
}

/// Of those, whose file someone can open.
pub async fn files(
    counter: &Counter,
    by: &Person,
    staff: bool,
    page: u64,
) -> Result<Page<Person>, Error> {
    listed(counter, by, (staff, page), |of| opens(counter, by, of)).await
}

async fn listed(
    counter: &Counter,
    by: &Person,
    (staff, page): (bool, u64),
    lists: impl Fn(&Person) -> bool,
) -> Result<Page<Person>, Error> {
    if !(manages(by) || staff && by.is_staff()) {
        return Err(Refusal::MayNotManage.into());
    }
    let mut everyone = counter.db.everyone().await?;
    everyone.retain(|person| (!staff || person.is_staff()) && lists(person));
    let total = everyone.len() as u64;
    let page = page.min(total.div_ceil(PAGE_SIZE).saturating_sub(1));
    let start = usize::try_from(page * PAGE_SIZE).unwrap_or(usize::MAX);
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    let items = everyone.into_iter().skip(start).take(size).collect();
    Ok(Page { items, page, total })
}

fn opens(counter: &Counter, by: &Person, of: &Person) -> bool {
    of.id == by.id || manages(by) || !deputy_for(counter, by, of).is_empty()
}

/// The posts that nobody holds, of those someone can give.
pub async fn vacant_posts(counter: &Counter, by: &Person) -> Result<Vec<RoleCode>, Error> {
    let mut vacant = role_choices(counter, by);
    vacant.retain(|role| ![PIC, ADMINISTRATOR].contains(&role.as_str()));
    unheld(counter, vacant).await
}

/// Those of some roles that nobody holds.
pub(super) async fn unheld(
    counter: &Counter,
    roles: impl IntoIterator<Item = RoleCode>,
) -> Result<Vec<RoleCode>, Error> {
    let mut unheld = Vec::new();
    for role in roles {
        if counter.db.holders(&role).await?.is_empty() {
            unheld.push(role);
        }
    }
    Ok(unheld)
}

/// Which roles someone can be invited to or given by the one who asks.
pub fn role_choices(counter: &Counter, by: &Person) -> Vec<RoleCode> {
    let administrator = by.holds(&ADMINISTRATOR.into());
    let roles = counter.office.roles.iter().map(|role| role.code.clone());
    roles
        .filter(|role| role.as_str() != NEWCOMER)
        .filter(|role| administrator || role.as_str() != ADMINISTRATOR)
        .collect()
}

/// One page of the office's agencies.
pub fn agencies(counter: &Counter, page: u64) -> Page<Agency> {
    let all = &counter.office.agencies;
    let total = all.len() as u64;
    let page = page.min(total.div_ceil(PAGE_SIZE).saturating_sub(1));
    let start = usize::try_from(page * PAGE_SIZE).unwrap_or(usize::MAX);
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    let items = all.iter().skip(start).take(size).cloned().collect();
    Page { items, page, total }
}

/// The file of someone: one's own, or anyone's for those who manage people; a superior sees whose post
/// they may have filled.
pub async fn file(counter: &Counter, by: &Person, of: PersonId) -> Result<PersonFile, Error> {
    let person = counter.db.person(of).await?;
    let person = person.ok_or(Refusal::NoSuchPerson)?;
    if !opens(counter, by, &person) {
        return Err(Refusal::MayNotManage.into());
    }
    let deputy_for = deputy_for(counter, by, &person);
    let manages = manages(by);
    let mut deeds = Vec::new();
    if manages {
        for recorded in counter.db.deeds_about(of, DEEDS).await? {
            let name = counter.db.person(recorded.by).await?;
            deeds.push((recorded, name.map(|by| by.name).unwrap_or_default()));
        }
    }
    Ok(PersonFile {
        deputies: filled(counter, &person.absences).await?,
        fills: filled(counter, &person.mandates).await?,
        tasks: counter.db.count_tasks(&person, counter.now()).await?,
        requests: counter.db.count_open_requests_of(of, None).await?,
        deeds,
        deputy_for,
        manages,
        person,
    })
}

/// The term of a deputy, as those concerned are told of it.
#[derive(Debug, Clone)]
pub struct Term {
    pub role: RoleCode,
    pub acting: Acting,
    pub from: chrono::DateTime<chrono::Utc>,
    pub has_begun: bool,
    pub ended: bool,
}

/// How a mandate stands now; none where there is no such mandate.
pub async fn term(counter: &Counter, id: MandateId) -> Result<Option<Term>, Error> {
    let Some(mandate) = counter.db.mandate(id).await? else {
        return Ok(None);
    };
    Ok(Some(Term {
        role: mandate.role.clone(),
        acting: filled_by(counter, &mandate).await?,
        from: mandate.from,
        has_begun: mandate.covers(counter.now()),
        ended: mandate.ended,
    }))
}

/// What passed by itself in someone's name on a day in the office.
pub async fn passed(
    counter: &Counter,
    holder: PersonId,
    day: chrono::NaiveDate,
) -> Result<Vec<Dossier>, Error> {
    let mut passed = Vec::new();
    for id in counter.db.decided_by_clock(counter.day(day)).await? {
        let Some(request) = counter.db.request(id).await? else {
            continue;
        };
        let history = counter.db.history(id).await?;
        let theirs = history.iter().any(|it| match &it.event {
            Event::Decided(decision) => decision.behalf.as_ref().is_some_and(|behalf| {
                behalf.kind == BehalfKind::Standing && behalf.of == Some(holder)
            }),
            _ => false,
        });
        if theirs {
            passed.push(dossier(counter, request).await?);
        }
    }
    Ok(passed)
}

async fn filled(
    counter: &Counter,
    mandates: &[crate::mandate::Mandate],
) -> Result<Vec<Filled>, Error> {
    let mut filled = Vec::new();
    for mandate in mandates {
        filled.push(Filled {
            mandate: mandate.id,
            role: mandate.role.clone(),
            acting: filled_by(counter, mandate).await?,
            from: mandate.from,
            has_begun: mandate.covers(counter.now()),
        });
    }
    Ok(filled)
}

/// For which of someone's roles a deputy may be named.
fn deputy_for(counter: &Counter, by: &Person, of: &Person) -> Vec<RoleCode> {
    let may_for = |role: &&RoleCode| {
        let act = PeopleAct::NameDeputy(NewMandate {
            kind: MandateKind::Plh,
            role: (*role).clone(),
            principal: Some(of.id),
            deputy: None,
            from: counter.today(),
            until: None,
            letter: String::new(),
        });
        may(&counter.office, by, &act, Some(of)).is_ok()
    };
    let roles = of.roles.iter().filter(|role| role.as_str() != PIC);
    roles.filter(may_for).cloned().collect()
}
