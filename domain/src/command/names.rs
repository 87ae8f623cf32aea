//! Whether a name that someone types is free.

use super::draft::{Page, Remark};
use crate::{
    Counter, Error, Refusal,
    code::{AgencyCode, FieldCode, ShelfCode},
    procedure::{
        Answer, Field,
        accept::{LabelFault, Taken, Unfit, is_protected},
    },
    request::effects::names,
    store::Conn,
};

/// How many free names are offered beside one that is taken.
const OFFERED: usize = 2;

/// Looks whether an accepted answer is a name that nobody else holds. The answer is only about now:
/// what counts is the moment in which the form is sent.
pub(super) async fn look(
    counter: &Counter,
    page: &Page,
    field: &Field,
    answer: &Answer,
) -> Result<Option<Remark>, Error> {
    let Some(free) = &field.free_in else {
        return Ok(None);
    };
    let conn: &Conn = &counter.db;
    let agency = match &page.request {
        Some(request) => Some(request.agency.clone()),
        None => {
            counter
                .opening(conn, page.draft.person, &page.procedure)
                .await?
        }
    };
    let agency = agency.ok_or(Refusal::NoAgency)?;
    let unfit = |unfit| Refusal::Unfit {
        field: field.code.clone(),
        unfit,
    };
    if let Answer::Label(label) = answer
        && is_protected(label)
        && !owns(counter, &agency, label)
    {
        return Err(unfit(Unfit::Label(LabelFault::Protected)).into());
    }
    let mine = page.request.as_ref().map(|request| request.id);
    for name in names(&counter.office, answer) {
        let holder = conn.holder_of(&free.shelf, &name, counter.now()).await?;
        let Some(held) = holder.filter(|held| Some(held.request) != mine) else {
            continue;
        };
        let by = held.taken(&agency);
        if free.or_own && held.agency == agency && !matches!(by, Taken::Blocked { .. }) {
            continue;
        }
        let free = alternatives(counter, &free.shelf, answer, &agency).await?;
        return Err(unfit(Unfit::NameTaken { name, by, free }).into());
    }
    Ok(names(&counter.office, answer)
        .into_iter()
        .next()
        .map(|name| Remark::NameFree { name }))
}

/// Whether a protected name is this agency's own.
fn owns(counter: &Counter, agency: &AgencyCode, label: &str) -> bool {
    let agency = counter.office.agency(agency);
    agency.is_some_and(|agency| agency.names.iter().any(|name| name == label))
}

/// Names like the one that is taken, which are free.
async fn alternatives(
    counter: &Counter,
    shelf: &ShelfCode,
    answer: &Answer,
    agency: &AgencyCode,
) -> Result<Vec<String>, Error> {
    let Answer::Label(label) = answer else {
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
        let protected = is_protected(&candidate) && !owns(counter, agency, &candidate);
        if candidate.len() > 30 || protected || free.contains(&candidate) || candidate == *label {
            continue;
        }
        let name = names(&counter.office, &Answer::Label(candidate.clone()));
        let taken = match name.first() {
            Some(name) => counter
                .db
                .holder_of(shelf, name, counter.now())
                .await?
                .is_some(),
            None => true,
        };
        if !taken {
            free.push(candidate);
        }
        if free.len() == OFFERED {
            break;
        }
    }
    Ok(free)
}

/// The question whose answer was refused when the form was sent: the person is asked it again.
pub(super) fn refused_field(error: &Error) -> Option<FieldCode> {
    match error.refusal() {
        Some(Refusal::Unfit { field, .. }) => Some(field.clone()),
        _ => None,
    }
}
