//! *Ingatkan*: what the agency and the holders of a task are told.

use domain::{Counter, command::Nudged, office::Office, query::Dossier, request::Task};

use super::{Key, Screen, Speech, moment::moment, request, told, words::t};
use crate::button::RequestPress;

pub fn key(s: &Speech, dossier: &Dossier) -> Key {
    Key::new(
        t!(plain s, "button-nudge"),
        request::button(dossier, RequestPress::Nudge),
    )
}

/// To the one who asked: who will know, and when.
pub fn done(s: &Speech, office: &Office, nudged: &Nudged) -> String {
    match nudged {
        Nudged { stranded: true, .. } => t!(plain s, "nudged-stranded"),
        Nudged { at: Some(at), .. } => t!(plain s, "nudged-later", at = moment(s, office, *at)),
        Nudged { at: None, .. } => t!(plain s, "nudged-now"),
    }
}

/// To the holders: which request the agency asks after, and since when it waits.
pub fn asked(s: &Speech, counter: &Counter, dossier: &Dossier, task: &Task) -> Screen {
    let office = &counter.office;
    let mut text = t!(s, "nudge-asked");
    text.line(request::place(s, dossier));
    text.line(t!(
        s,
        "reminder-since",
        since = moment(s, office, task.opened_at)
    ));
    if let Some(due) = request::due(s, office, task) {
        text.line(due);
    }
    told::opening(s, text, dossier)
}
