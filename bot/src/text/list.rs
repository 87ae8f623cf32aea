//! Paged lists.

use domain::{office::Office, query::lists::Page};

use super::{Html, Key, Screen, Speech, request, words::t};
use crate::button::{Button, RequestPress};

/// One's own requests.
pub fn mine(s: &Speech, office: &Office, page: &Page) -> Screen {
    let title = if page.total == 0 {
        t!(s, "mine-none")
    } else {
        t!(s, "mine-title", n = page.total)
    };
    list(s, office, page, title, Button::Mine)
}

/// What waits for one.
pub fn tasks(s: &Speech, office: &Office, page: &Page) -> Screen {
    let title = if page.total == 0 {
        t!(s, "tasks-none")
    } else {
        t!(s, "tasks-title", n = page.total)
    };
    list(s, office, page, title, Button::Tasks)
}

fn list(s: &Speech, office: &Office, page: &Page, title: Html, turn: fn(u64) -> Button) -> Screen {
    let mut screen = Screen::new(title);
    for dossier in &page.items {
        screen.row(Key::new(
            request::line(s, office, dossier),
            request::button(dossier, RequestPress::Show),
        ));
    }
    if page.pages() > 1 {
        let mut turns = Vec::new();
        if page.page > 0 {
            turns.push(Key::new("‹", turn(page.page - 1)));
        }
        turns.push(Key::new(
            format!("{}/{}", page.page + 1, page.pages()),
            Button::Nothing,
        ));
        if page.page + 1 < page.pages() {
            turns.push(Key::new("›", turn(page.page + 1)));
        }
        screen.keys(turns);
    }
    screen.row(Key::new(t!(plain s, "button-menu"), Button::Home));
    screen
}
