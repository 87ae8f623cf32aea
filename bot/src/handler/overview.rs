//! All requests, for those who see all, and searching them.

use domain::{
    Error,
    person::Person,
    query::{self, Page, View},
};

use super::{Said, Visit, say, visit::Tap};
use crate::{
    button::OverviewPress,
    text::{self, Screen},
};

/// A tap on a button of the list of all requests.
pub async fn press(visit: &Visit, person: &Person, tap: &Tap, press: OverviewPress) -> Said {
    let counter = &visit.counter;
    let turn = |screen| Ok(vec![tap.quiet(), tap.turn(screen, false)]);
    match press {
        // Its button stands on a notice, which stays to be read.
        OverviewPress::All {
            view: view @ View::Holder(_),
            page: 0,
        } => {
            let mut replies = vec![tap.quiet()];
            replies.extend(say(all(visit, person, &view, 0).await?));
            Ok(replies)
        }
        OverviewPress::All { view, page } => turn(all(visit, person, &view, page).await?),
        OverviewPress::Desks => {
            let desks = query::desks(counter, person).await?;
            turn(text::overview::desks(
                &visit.speech,
                &counter.office,
                &desks,
            ))
        }
        OverviewPress::Seek { page, words } => {
            let words = words.as_str();
            let found = query::find_requests(counter, person, words, page).await?;
            turn(text::overview::sought(
                &visit.speech,
                counter,
                words,
                &found,
            ))
        }
    }
}

/// The list as it opens.
pub async fn first(visit: &Visit, person: &Person) -> Result<Screen, Error> {
    all(visit, person, &text::overview::FIRST, 0).await
}

async fn all(visit: &Visit, person: &Person, view: &View, page: u64) -> Result<Screen, Error> {
    let counter = &visit.counter;
    let found = query::overview(counter, person, view, page).await?;
    Ok(text::overview::all(&visit.speech, counter, view, &found))
}

/// What someone types while no form listens is looked for among all requests, for those who see all,
/// and in the registers they may read; nothing where they may read neither. Says how much was found.
pub async fn search(
    visit: &Visit,
    person: &Person,
    words: &str,
) -> Result<Option<(Screen, u64)>, Error> {
    let counter = &visit.counter;
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
        return Ok(lines.map(|lines| {
            let screen = text::register::found(&visit.speech, counter, &words, &lines);
            (screen, lines.total)
        }));
    }
    let requests = query::find_requests(counter, person, &words, 0).await?;
    let lines = lines.unwrap_or(Page {
        items: Vec::new(),
        page: 0,
        total: 0,
    });
    let screen = text::overview::found(&visit.speech, counter, &words, &requests, &lines);
    Ok(Some((screen, requests.total + lines.total)))
}
