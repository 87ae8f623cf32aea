//! Finds out what can be chosen at a question.

use super::{
    names,
    page::{Offers, Page},
};
use crate::{
    Counter, Error,
    code::ShelfCode,
    office::Agency,
    procedure::{
        Answer, Field, Kind,
        kind::{entry::Entry, items::Items, person::Person},
    },
    store::Conn,
};

/// Finds out what can be chosen at the question that is asked now.
pub(crate) async fn find_offers(
    counter: &Counter,
    conn: &Conn,
    page: &mut Page,
) -> Result<(), Error> {
    page.offers = Offers::default();
    let Some(field) = page.draft.filling.question(&page.form).cloned() else {
        return Ok(());
    };
    let request = page.request.as_ref();
    match &field.kind {
        Kind::Person(Person { role }) => {
            // Nobody decides on their own request, so whoever is barred cannot be chosen to.
            let barred = request.map(|request| request.barred(&page.procedure));
            let barred = barred.unwrap_or_default();
            let mut holders = conn.holders(role).await?;
            holders.retain(|(id, _)| !barred.contains(id));
            page.offers.holders = holders;
        }
        Kind::Entry(Entry { register }) => {
            if let Some(agency) = page.agency(counter, conn).await? {
                page.offers.entries = conn.open_lines(register, &agency).await?;
            }
        }
        Kind::Agency(_) => {
            let sought = counter.office.sought(&page.draft.filling.seek);
            let named = |it: &Agency| (it.code.clone(), it.name.clone());
            page.offers.agencies = sought.into_iter().map(named).collect();
        }
        Kind::Items(Items {
            among: Some(among), ..
        }) => {
            let given = match page.earlier().get(among) {
                Some(Answer::Items(items)) => items.clone(),
                _ => Vec::new(),
            };
            page.offers.items = given;
        }
        Kind::Items(Items { pool, .. }) => {
            let shelf = ShelfCode::new(pool.as_str());
            let taken = conn.names_on(&shelf, counter.now()).await?;
            let mine = request.map(|request| request.id);
            let items = counter.office.pool(pool).map(|pool| pool.items.clone());
            let is_free = |item: &String| {
                taken
                    .iter()
                    .all(|held| held.thing.name() != item || Some(held.request) == mine)
            };
            page.offers.items = items
                .unwrap_or_default()
                .into_iter()
                .filter(is_free)
                .collect();
        }
        _ => {}
    }
    page.offers.known = match &field.kind {
        Kind::Ip(_) => addresses(page, &field),
        _ => names::spoken_of(counter, conn, page, &field).await?,
    };
    // One's own number is shared anew each time.
    let words = field.remember.iter().filter(|_| !field.is_own_phone());
    for word in words {
        for known in conn.remembered(page.draft.person, word).await? {
            if !page.offers.known.contains(&known) {
                page.offers.known.push(known);
            }
        }
    }
    Ok(())
}

/// The addresses that others have written into the request.
fn addresses(page: &Page, asked: &Field) -> Vec<Answer> {
    let answers = page.request.iter().flat_map(|it| it.state.answers.iter());
    let others = answers.filter(|(code, _)| **code != asked.code);
    let addresses = others.filter(|(_, answer)| matches!(answer, Answer::Ip(_)));
    addresses.map(|(_, answer)| answer.clone()).collect()
}
