//! All requests, for those who see all, and searching them.

use domain::{
    Error,
    query::{self, Page, View},
};

use super::{Said, Visit, visit::Tap};
use crate::{
    button::Button,
    text::{self, Screen},
};

/// A tap on a button of the list of all requests.
pub async fn tap(visit: Visit, tap: Tap, button: Button) -> Said {
    match screen(&visit, &button).await {
        Ok(screen) => Ok(vec![tap.quiet(), tap.turn(screen, false)]),
        Err(Error::Refused(refusal)) => Ok(vec![tap.alert(visit.refusal(&refusal))]),
        Err(error) => Err(error),
    }
}

/// The screen that a button of the list of all requests leads to.
pub async fn screen(visit: &Visit, button: &Button) -> Result<Screen, Error> {
    let Visit {
        counter, speech, ..
    } = visit;
    let person = visit.person()?;
    Ok(match button {
        Button::Seek { words, page } => {
            let found = query::find_requests(counter, person, words, *page).await?;
            text::overview::sought(speech, counter, words, &found)
        }
        Button::Desks => {
            let desks = query::desks(counter, person).await?;
            text::overview::desks(speech, &counter.office, &desks)
        }
        Button::All { view, page } => all(visit, view, *page).await?,
        _ => all(visit, &text::overview::FIRST, 0).await?,
    })
}

async fn all(visit: &Visit, view: &View, page: u64) -> Result<Screen, Error> {
    let counter = &visit.counter;
    let found = query::overview(counter, visit.person()?, view, page).await?;
    Ok(text::overview::all(&visit.speech, counter, view, &found))
}

/// What someone types while no form listens is looked for among all requests, for those who see all,
/// and in the registers they may read; nothing where they may read neither.
pub async fn search(visit: &Visit, words: &str) -> Result<Option<Screen>, Error> {
    let counter = &visit.counter;
    let person = visit.person()?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return Ok(None);
    }
    let lines = if query::registers(counter, person).is_empty() {
        None
    } else {
        Some(query::find_lines(counter, person, &words, 0).await?)
    };
    if !counter.sees_all(person) {
        let office = &counter.office;
        return Ok(lines.map(|lines| text::register::found(&visit.speech, office, &words, &lines)));
    }
    let requests = query::find_requests(counter, person, &words, 0).await?;
    let lines = lines.unwrap_or(Page {
        items: Vec::new(),
        page: 0,
        total: 0,
    });
    Ok(Some(text::overview::found(
        &visit.speech,
        counter,
        &words,
        &requests,
        &lines,
    )))
}
