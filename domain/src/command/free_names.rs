//! Whether a name that someone types is free.

use super::form_page::{FormPage, Remark};
use crate::{
    Counter, Error, Refusal,
    code::{AgencyCode, FieldCode, ShelfCode},
    procedure::{
        Answer, Field, Kind,
        accept::{LabelFault, Taken, Unfit, is_protected},
    },
    request::names::names,
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
    let Some(free) = &field.free_in else {
        return Ok(None);
    };
    let conn: &Conn = &counter.db;
    let agency = page.agency(counter, conn).await?.ok_or(Refusal::NoAgency)?;
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
    let (mut mine, mut others): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    if let Some(request) = &page.request {
        let steps = page.procedure.steps.iter().rev();
        let fields = steps
            .flat_map(|step| step.fields.iter())
            .filter(|other| other.code != field.code && other.shelf() == field.shelf());
        let spoken = fields.filter_map(|other| request.state.answers.get(&other.code));
        for name in spoken.flat_map(|answer| names(&counter.office, answer)) {
            match conn.holder_of(&free.shelf, &name, counter.now()).await? {
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
async fn alternatives(
    counter: &Counter,
    shelf: &ShelfCode,
    answer: &Answer,
    agency: &AgencyCode,
) -> Result<Vec<String>, Error> {
    let Some(label) = label(counter, answer) else {
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
        if candidate.len() > 30 || protected || free.contains(&candidate) || candidate == label {
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

/// The same refusal, with names that are free where somebody was faster with the one that was sent.
pub(super) async fn with_alternatives(
    counter: &Counter,
    page: &FormPage,
    error: Error,
) -> Result<Error, Error> {
    let Error::Refused(Refusal::Unfit {
        field,
        unfit: Unfit::NameTaken { name, by, .. },
    }) = error
    else {
        return Ok(error);
    };
    let conn: &Conn = &counter.db;
    let shelf = page.procedure.field(&field).and_then(Field::shelf);
    let agency = page.agency(counter, conn).await?;
    let free = match (shelf, page.draft.filling.answers.get(&field), agency) {
        (Some(shelf), Some(answer), Some(agency)) => {
            alternatives(counter, &shelf, answer, &agency).await?
        }
        _ => Vec::new(),
    };
    let unfit = Unfit::NameTaken { name, by, free };
    Ok(Refusal::Unfit { field, unfit }.into())
}

/// The question whose answer was refused when the form was sent: the person is asked it again.
pub(super) fn refused_field(error: &Error) -> Option<FieldCode> {
    match error.refusal() {
        Some(Refusal::Unfit { field, .. }) => Some(field.clone()),
        _ => None,
    }
}
