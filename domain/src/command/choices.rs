//! Finds out what can be chosen at a question.

use super::{
    form_page::{Choices, FormPage},
    free_names, free_windows,
    next_number::next_number,
};
use crate::{
    Counter, Error,
    code::ShelfCode,
    office::{ADMINISTRATOR, Agency, HELPDESK},
    procedure::{
        Answer, CalendarChoices, Field, Kind,
        kind::{
            entry::EntryKind,
            items::ItemsKind,
            person::{PersonKind, sought},
        },
    },
    store::Conn,
};

/// Finds out what can be chosen at the question that is asked now.
pub(crate) async fn find_choices(
    counter: &Counter,
    conn: &Conn,
    page: &mut FormPage,
) -> Result<(), Error> {
    page.choices = Choices::default();
    let Some(field) = page.draft.filling.question(&page.form).cloned() else {
        return Ok(());
    };
    let request = page.request.as_ref();
    match &field.kind {
        Kind::Person(kind) => find_people(counter, conn, page, kind).await?,
        Kind::Entry(EntryKind { register, of_any }) => {
            if *of_any {
                page.choices.entries = conn.open_lines(register, None).await?;
            } else if let Some(agency) = page.agency(counter, conn).await? {
                page.choices.entries = conn.open_lines(register, Some(&agency)).await?;
            }
        }
        Kind::Agency(_) => {
            let sought = counter.office.sought(&page.draft.filling.seek);
            let named = |it: &Agency| (it.code.clone(), it.name.clone());
            page.choices.agencies = sought.into_iter().map(named).collect();
        }
        Kind::Items(kind) if kind.among.is_some() => {
            let named = kind.named_before(|code| page.earlier().get(code));
            page.choices.items = named.unwrap_or_default();
        }
        Kind::Items(
            kind @ ItemsKind {
                window: Some(window),
                ..
            },
        ) => {
            Box::pin(free_windows::find_items(
                counter,
                conn,
                page,
                (kind, window),
            ))
            .await?;
        }
        Kind::Items(ItemsKind { pool, .. }) => {
            let shelf = ShelfCode::new(pool.as_str());
            let taken = conn.names_on(&shelf, counter.now()).await?;
            let mine = request.map(|request| request.id);
            let items = counter.office.pool(pool).map(|pool| pool.items.clone());
            let is_free = |item: &String| {
                taken
                    .iter()
                    .all(|held| held.thing.name() != item || Some(held.request) == mine)
            };
            page.choices.items = items
                .unwrap_or_default()
                .into_iter()
                .filter(is_free)
                .collect();
        }
        Kind::Date(_) | Kind::DateTime(_) => {
            if page.procedure.books_windows() {
                Box::pin(free_windows::find_closed(counter, conn, page, &field)).await?;
            }
            let view = page.draft.filling.calendar;
            let offered = CalendarChoices::of(&field, view, &page.knowledge(counter));
            page.choices.calendar = offered.map(Box::new);
        }
        _ => {}
    }
    page.choices.known = match &field.kind {
        Kind::Ip(_) => addresses(page, &field),
        _ => free_names::spoken_of(counter, conn, page, &field).await?,
    };
    let next = Box::pin(next_number(counter, conn, page, &field)).await?;
    page.choices.known.splice(..0, next);
    let offered = field.offers(&page.knowledge(counter));
    page.choices
        .known
        .retain(|known| Some(known) != offered.as_ref());
    page.choices.known.splice(..0, offered);
    // One's own number is shared anew each time.
    let words = field.remember.iter().filter(|_| !field.is_own_phone());
    for word in words {
        for known in conn.remembered(page.draft.person, word).await? {
            if !page.choices.known.contains(&known) {
                page.choices.known.push(known);
            }
        }
    }
    Ok(())
}

/// Whom one can choose: all of them, and those who were looked for.
async fn find_people(
    counter: &Counter,
    conn: &Conn,
    page: &mut FormPage,
    kind: &PersonKind,
) -> Result<(), Error> {
    let mut holders = if kind.of_agency {
        match page.agency(counter, conn).await? {
            Some(agency) => conn.holders_of(&kind.role, &agency).await?,
            None => Vec::new(),
        }
    } else {
        conn.holders(&kind.role).await?
    };
    // Nobody decides on their own request, so whoever is barred cannot be chosen to.
    let request = page.request.as_ref();
    let barred = request.map(|request| request.barred(&page.procedure));
    let barred = barred.unwrap_or_default();
    let (me, earlier) = (page.draft.person, page.earlier());
    let named: Vec<_> = kind.named_already(|code| earlier.get(code)).collect();
    let is_out = |id| barred.contains(&id) || (kind.not_self && id == me) || named.contains(&id);
    holders.retain(|(id, _)| !is_out(*id));
    if holders.is_empty() {
        page.choices.appointers = appointers(conn).await?;
    }
    page.choices.people = sought(&holders, &page.draft.filling.seek.words);
    page.choices.holders = holders;
    Ok(())
}

/// Who gives posts to people: helpdesk, and where nobody is there, the administrators.
async fn appointers(conn: &Conn) -> Result<Vec<String>, Error> {
    let mut found = conn.holders(&HELPDESK.into()).await?;
    if found.is_empty() {
        found = conn.holders(&ADMINISTRATOR.into()).await?;
    }
    Ok(found.into_iter().map(|(_, name)| name).collect())
}

/// The addresses that others have written into the request.
fn addresses(page: &FormPage, asked: &Field) -> Vec<Answer> {
    let answers = page.request.iter().flat_map(|it| it.state.answers.iter());
    let others = answers.filter(|(code, _)| **code != asked.code);
    let addresses = others.filter(|(_, answer)| matches!(answer, Answer::Ip(_)));
    addresses.map(|(_, answer)| answer.clone()).collect()
}
