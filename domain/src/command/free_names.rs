//! Whether a name that someone types is free.

use super::form_page::{FormPage, Remark, does_not_fit};
use crate::{
    Counter, Error, Refusal, Text,
    code::{AgencyCode, ShelfCode},
    office::Office,
    procedure::{
        Answer, Field, Filling, Kind,
        accept::{LabelFault, Taken, Unfit},
    },
    request::{effects::named, names::names},
    reservation::{Reservation, Thing, Wanted},
    store::Conn,
};

/// How many free names are offered beside one that is taken.
const OFFERED: usize = 2;
/// How many names that were spoken of before are offered.
const SPOKEN_OF: usize = 4;

/// Looks whether an accepted answer is a name that nobody else holds. The answer is only about now:
/// what counts is the moment in which the form is sent.
pub(super) async fn look(
    counter: &Counter,
    page: &FormPage,
    field: &Field,
    answer: &Answer,
) -> Result<Option<Remark>, Error> {
    is_free(counter, page, field, field, answer).await?;
    if field.free_in.is_none() || !field.is_chosen_freely() {
        return Ok(None);
    }
    Ok(names(&counter.office, field, answer)
        .into_iter()
        .next()
        .map(|name| Remark::NameFree { name }))
}

/// Looks at the cells of a table that are names and were not there before.
pub(super) async fn look_at_cells(
    counter: &Counter,
    page: &FormPage,
    field: &Field,
    before: &Filling,
) -> Result<(), Error> {
    for column in field.named() {
        let mut known = cells(before, field, column);
        let mut seen: Vec<String> = Vec::new();
        for cell in cells(&page.draft.filling, field, column) {
            for name in names(&counter.office, column, &cell) {
                if seen.contains(&name) {
                    let name = cell.plain();
                    return Err(does_not_fit(column, Unfit::NameTwice { name }));
                }
                seen.push(name);
            }
            match known.iter().position(|it| *it == cell) {
                Some(place) => drop(known.swap_remove(place)),
                None => is_free(counter, page, field, column, &cell).await?,
            }
        }
    }
    Ok(())
}

/// What stands in a column of a table by now, confirmed or not.
fn cells(filling: &Filling, field: &Field, column: &Field) -> Vec<Answer> {
    let table = filling.table(&field.code);
    let rows = table.rows.iter().chain(&table.row);
    rows.filter_map(|row| row.get(&column.code).cloned())
        .collect()
}

/// Refused where somebody else has the name that a question, or a column of its table, was answered with.
pub(super) async fn is_free(
    counter: &Counter,
    page: &FormPage,
    field: &Field,
    asked: &Field,
    answer: &Answer,
) -> Result<(), Error> {
    let conn: &Conn = &counter.db;
    let Some(free) = &asked.free_in else {
        return Ok(());
    };
    let agency = page.agency(counter, conn).await?.ok_or(Refusal::NoAgency)?;
    let unfit = |unfit| does_not_fit(field, unfit);
    let office = &counter.office;
    if direct(office, answer).is_some_and(|label| !office.may_have(&agency, label)) {
        return Err(unfit(Unfit::Label(LabelFault::Protected)));
    }
    let mine = page.request.as_ref().map(|request| request.id);
    for wanted in named(office, asked, answer) {
        let Some(held) = in_the_way(counter, conn, &wanted, &agency).await? else {
            continue;
        };
        let by = held.taken(&agency);
        let is_same = held.thing == wanted.thing;
        let own_will_do = free.or_own && !matches!(by, Taken::Blocked { .. });
        let is_theirs = held.agency == agency && own_will_do;
        if is_same && (Some(held.request) == mine || is_theirs) {
            continue;
        }
        let of = holder_for(counter, conn, page, &held).await?;
        let name = wanted.said.clone();
        return Err(unfit(if is_same {
            Unfit::NameTaken {
                name,
                by,
                what: wanted.what.map(Box::new),
                free: alternatives(counter, &free.shelf, answer, &agency).await?,
                of,
            }
        } else if wanted.is_above(&held.thing) {
            Unfit::NameAbove { name, of }
        } else {
            let above = held.thing.name().to_owned();
            Unfit::NameBeneath { name, above, of }
        }));
    }
    Ok(())
}

/// What is reserved in the way of a name: one above or beneath it that is another agency's, or else the name itself.
pub(super) async fn in_the_way(
    counter: &Counter,
    conn: &Conn,
    wanted: &Wanted,
    agency: &AgencyCode,
) -> Result<Option<Reservation>, Error> {
    let now = counter.now();
    for above in wanted.above() {
        let holder = conn.holder_of(&above, now).await?;
        if let Some(held) = holder.filter(|held| held.agency != *agency) {
            return Ok(Some(held));
        }
    }
    let about = conn.holders_about(wanted, now).await?;
    let is_others = |held: &&Reservation| held.agency != *agency && wanted.is_above(&held.thing);
    let same = |held: &&Reservation| held.thing == wanted.thing;
    let found = about.iter().find(is_others).or(about.iter().find(same));
    Ok(found.cloned())
}

/// Who has a name, as officials are told; an agency learns nothing of another one's requests.
pub(super) async fn holder_for(
    counter: &Counter,
    conn: &Conn,
    page: &FormPage,
    held: &Reservation,
) -> Result<Option<Box<(String, Text)>>, Error> {
    let is_applicants = page
        .step()
        .is_none_or(|step| page.procedure.is_applicants(step));
    if is_applicants {
        return Ok(None);
    }
    holder(counter, conn, held).await
}

/// Who has what is reserved: ticket and agency.
pub(super) async fn holder(
    counter: &Counter,
    conn: &Conn,
    held: &Reservation,
) -> Result<Option<Box<(String, Text)>>, Error> {
    let request = conn.request(held.request).await?;
    Ok(request.map(|request| {
        let agency = counter.office.agency_name(&request.agency);
        Box::new((request.ticket, agency))
    }))
}

/// Names that the question would take and that have been spoken of already, so that nobody types them
/// again: of the request itself, those it holds first; where the agency's own will do, those too.
/// None that someone else holds.
pub(super) async fn spoken_of(
    counter: &Counter,
    conn: &Conn,
    page: &FormPage,
    field: &Field,
) -> Result<Vec<Answer>, Error> {
    let Some(free) = &field.free_in else {
        return Ok(Vec::new());
    };
    let named = |other: &&Field| other.code != field.code && other.shelf() == field.shelf();
    if !field.is_chosen_freely() {
        return Ok(spoken_words(page, field, named));
    }
    let (mut mine, mut others): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    if let Some(request) = &page.request {
        let steps = page.procedure.steps.iter().rev();
        let fields = steps.flat_map(|step| step.fields.iter()).filter(named);
        let spoken =
            fields.filter_map(|other| Some((other, request.state.answers.get(&other.code)?)));
        for name in spoken.flat_map(|(other, answer)| names(&counter.office, other, answer)) {
            let thing = free.thing(name.clone());
            match conn.holder_of(&thing, counter.now()).await? {
                Some(held) if held.request == request.id => mine.push(name),
                Some(_) => {}
                None => others.push(name),
            }
        }
    }
    // Once something exists it has its name; only before that is there anything to choose.
    if mine.is_empty() || matches!(field.kind, Kind::SubdomainLabel(_)) {
        mine.append(&mut others);
    }
    if free.or_own
        && let Some(agency) = page.agency(counter, conn).await?
    {
        let limit = SPOKEN_OF as u64;
        let own = conn.names_of(&free.shelf, &agency, limit).await?;
        mine.extend(own.iter().map(|held| held.thing.name().to_owned()));
    }
    let mut offered: Vec<Answer> = Vec::new();
    let shown = page.form.offered(&field.code);
    for answer in mine
        .iter()
        .filter_map(|name| as_answer(counter, field, name))
    {
        if !offered.contains(&answer) && shown != Some(&answer) {
            offered.push(answer);
        }
    }
    offered.truncate(SPOKEN_OF);
    Ok(offered)
}

/// What was answered before to questions of the same kind whose answers stand on the same shelf, newest first.
fn spoken_words(page: &FormPage, field: &Field, named: impl Fn(&&Field) -> bool) -> Vec<Answer> {
    let answers = page.request.as_ref().map(|it| &it.state.answers);
    let steps = page.procedure.steps.iter().rev();
    let fields = steps.flat_map(|step| step.fields.iter()).filter(named);
    let alike = fields.filter(|other| other.kind.entry().word == field.kind.entry().word);
    let mut words: Vec<Answer> = alike
        .filter_map(|other| answers?.get(&other.code).cloned())
        .filter(|answer| {
            *answer != Answer::Skipped && page.form.offered(&field.code) != Some(answer)
        })
        .collect();
    words.dedup();
    words.truncate(SPOKEN_OF);
    words
}

/// A name as an answer to a question of its kind.
fn as_answer(counter: &Counter, field: &Field, name: &str) -> Option<Answer> {
    match field.kind {
        Kind::Hostname(_) => Some(Answer::Hostname(name.to_owned())),
        Kind::SubdomainLabel(_) => {
            let beneath = name.strip_suffix(counter.office.domains.first()?)?;
            Some(Answer::Label(beneath.strip_suffix('.')?.to_owned()))
        }
        _ => None,
    }
}

/// Names like the one that is taken, which are free.
pub(super) async fn alternatives(
    counter: &Counter,
    shelf: &ShelfCode,
    answer: &Answer,
    agency: &AgencyCode,
) -> Result<Vec<String>, Error> {
    let (Some(label), Some(domain)) = (label(counter, answer), counter.office.domains.first())
    else {
        return Ok(Vec::new());
    };
    let candidates = [
        format!("{label}-{agency}"),
        agency.as_str().to_owned(),
        format!("{agency}-{label}"),
        format!("layanan-{label}"),
    ];
    let mut free: Vec<String> = Vec::new();
    for candidate in candidates {
        let may_have = counter.office.may_have(agency, &candidate);
        if candidate.len() > 30 || !may_have || free.contains(&candidate) || candidate == label {
            continue;
        }
        let thing = Thing::Name(shelf.clone(), format!("{candidate}.{domain}"));
        let holder = counter.db.holder_of(&thing, counter.now()).await?;
        if holder.is_none() {
            free.push(candidate);
        }
        if free.len() == OFFERED {
            break;
        }
    }
    Ok(free)
}

/// The label that stands directly beneath a domain of the office.
fn direct<'a>(office: &Office, answer: &'a Answer) -> Option<&'a str> {
    match answer {
        Answer::Label(label) => Some(label),
        Answer::Hostname(name) => {
            let mut domains: Vec<&String> = office.domains.iter().collect();
            domains.sort_by_key(|domain| std::cmp::Reverse(domain.len()));
            let beneath = domains.into_iter().find_map(|domain| {
                let above = name.strip_suffix(domain.as_str())?;
                above.strip_suffix('.')
            });
            beneath?.rsplit('.').next()
        }
        _ => None,
    }
}

/// The one label beneath the office's first domain that an answer names. A question for a full name
/// takes a label as well.
fn label<'a>(counter: &Counter, answer: &'a Answer) -> Option<&'a str> {
    match answer {
        Answer::Label(label) => Some(label),
        Answer::Hostname(name) => {
            let beneath = name.strip_suffix(counter.office.domains.first()?)?;
            let label = beneath.strip_suffix('.')?;
            Some(label).filter(|label| !label.contains('.'))
        }
        _ => None,
    }
}
