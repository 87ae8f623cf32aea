//! *Ingatkan*: the button with which an agency asks after a request, and the answer to it.

use domain::{command::Nudged, office::Office, query::Dossier};

use super::{Key, Speech, moment::moment, request, words::t};
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
