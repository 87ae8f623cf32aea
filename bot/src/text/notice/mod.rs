//! Notices in words, one file per family. Every kind is drawn: one that is not does not compile.

mod done;
mod office;
mod people;
pub mod reachability;
mod request;
mod task;
mod work;

use domain::{
    Counter,
    person::Person,
    query::{
        Dossier,
        notice::{AboutGroup, Message},
    },
};

use super::{Html, Key, Screen, Speech, group, words::t};
use crate::button::RequestPress;
pub use request::beneath_end;

/// What someone reads.
pub fn screen(s: &Speech, counter: &Counter, to: &Person, message: &Message) -> Screen {
    let office = &counter.office;
    match message {
        Message::Request(dossier, about) => request::screen(s, counter, to, dossier, about),
        Message::Task(dossier, task, about) => task::screen(s, counter, dossier, task, about),
        Message::Reach(about) => reachability::screen(s, counter, about),
        Message::Person(about) => people::screen(s, counter, to, about),
        Message::Work(about) => work::screen(s, counter, about),
        Message::Office(about) => office::screen(s, counter, about),
        Message::Group(group, about) => match about {
            AboutGroup::Found => group::group(s, counter, group),
            AboutGroup::Lost => group::lost(s, group),
            AboutGroup::Bound => group::bound(s, office, group),
            AboutGroup::Released => group::goodbye(s, Some(group)),
        },
    }
}

/// What is said about a request, with the button that opens it.
fn opening(s: &Speech, text: Html, dossier: &Dossier) -> Screen {
    let mut screen = Screen::new(text);
    screen.row(Key::new(
        t!(plain s, "button-open-task"),
        super::request_keys::button(dossier, RequestPress::Show),
    ));
    screen
}
