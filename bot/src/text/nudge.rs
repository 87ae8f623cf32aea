//! *Ingatkan*: the answer to an agency that asks after a request.

use domain::{command::Nudged, office::Office};

use super::{Speech, moment::moment, words::t};

/// To the one who asked: who will know, and when.
pub fn done(s: &Speech, office: &Office, nudged: &Nudged) -> String {
    match nudged {
        Nudged { stranded: true, .. } => t!(plain s, "nudged-stranded"),
        Nudged { at: Some(at), .. } => t!(plain s, "nudged-later", at = moment(s, office, *at)),
        Nudged { at: None, .. } => t!(plain s, "nudged-now"),
    }
}
