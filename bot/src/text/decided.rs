//! What an official has decided, as a list.

use domain::{
    office::Office,
    query::{DecidedPage, DecidedRequest},
};

use super::{
    Key, Screen, Speech, html::shortened, moment::brief, request::outcome_label, words::t,
};
use crate::button::{Button, ListsPress, MenuPress, RequestPress};

/// Longest name of what was decided, beside ticket and day.
const OUTCOME: usize = 28;

/// Leads to the list.
pub fn key(s: &Speech) -> Key {
    Key::new(t!(plain s, "button-decided"), ListsPress::Decided(0))
}

/// A page of what someone has decided.
pub fn decided(s: &Speech, office: &Office, page: &DecidedPage) -> Screen {
    let title = match (page.items.is_empty(), page.page) {
        (false, _) => t!(s, "decided-title"),
        (true, 0) => t!(s, "decided-none"),
        (true, _) => t!(s, "decided-no-more"),
    };
    let mut screen = Screen::new(title);
    for item in &page.items {
        screen.row(Key::new(
            line(s, office, item),
            Button::Request {
                request: item.request.token.clone(),
                press: RequestPress::Show,
            },
        ));
    }
    let turn = |label: &str, to| Key::new(label, ListsPress::Decided(to));
    let back = page.page.checked_sub(1).map(|to| turn("‹", to));
    let on = page.goes_on.then(|| turn("›", page.page + 1));
    if back.is_some() || on.is_some() {
        let here = Key::new((page.page + 1).to_string(), MenuPress::Nothing);
        screen.keys([back, Some(here), on].into_iter().flatten());
    }
    screen.keys([
        Key::new(t!(plain s, "button-own-tasks"), ListsPress::Tasks(0)),
        Key::new(t!(plain s, "button-menu"), MenuPress::Home),
    ]);
    screen
}

/// Ticket, what was decided, and when.
fn line(s: &Speech, office: &Office, item: &DecidedRequest) -> String {
    let decided = item.outcome();
    let decided = decided.map(|(step, it)| outcome_label(s, &item.procedure, step, it));
    format!(
        "{} · {} · {}",
        item.request.ticket,
        shortened(&decided.unwrap_or_default(), OUTCOME),
        brief(s, office, item.at)
    )
}
