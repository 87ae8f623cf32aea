//! Paged lists.

use domain::{
    office::Office,
    procedure::Reader,
    query::{Dossier, Page, Work},
};

use super::{Html, Key, Screen, Speech, daily_list, request, request_keys, words::t};
use crate::button::{ListsPress, MenuPress, RequestPress};

/// One's own requests.
pub fn mine(s: &Speech, office: &Office, page: &Page<Dossier>) -> Screen {
    let title = if page.total == 0 {
        t!(s, "mine-none")
    } else {
        t!(s, "mine-title", n = page.total)
    };
    let mut screen = list(s, office, page, (title, Reader::Agency), ListsPress::Mine);
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// What waits for one; the ways on are put beneath it.
pub fn tasks(s: &Speech, office: &Office, page: &Page<Dossier>, work: &Work) -> Screen {
    let title = if page.total == 0 {
        t!(s, "tasks-none")
    } else {
        t!(s, "tasks-title", n = page.total)
    };
    let mut screen = list(s, office, page, (title, Reader::Office), ListsPress::Tasks);
    daily_list::work(s, &mut screen, work.total, &work.together);
    screen
}

fn list(
    s: &Speech,
    office: &Office,
    page: &Page<Dossier>,
    (title, reader): (Html, Reader),
    turn: fn(u64) -> ListsPress,
) -> Screen {
    let mut screen = Screen::new(title);
    for dossier in &page.items {
        screen.row(Key::new(
            request::line(s, office, dossier, reader),
            request_keys::button(dossier, RequestPress::Show),
        ));
    }
    screen.turns(page, turn);
    screen
}
