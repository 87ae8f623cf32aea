//! What an audit of the chain has found.

use domain::{
    office::Office,
    query::{Audit, Break, LostAnchor},
};

use super::{Speech, moment::moment, words::t};

/// Whether the chain is whole, and how it ends.
pub fn summary(s: &Speech, audit: &Audit) -> String {
    let (links, anchor) = (audit.links, audit.anchor.short());
    match audit.breaks.len() {
        0 => t!(plain s, "audit-whole", links = links, anchor = anchor),
        n => t!(plain s, "audit-broken", links = links, anchor = anchor, n = n),
    }
}

/// Why the anchor that somebody has kept is not in the chain.
pub fn lost(s: &Speech, office: &Office, lost: &LostAnchor) -> String {
    let (place, restoration) = (lost.place, &lost.restoration);
    let at = moment(s, office, restoration.at);
    let copied_at = moment(s, office, restoration.copied_at);
    match restoration.place {
        Some(ends) => {
            t!(plain s, "audit-lost", place = place, at = at, copied_at = copied_at, ends = ends)
        }
        None => t!(plain s, "audit-lost-somewhere", place = place, at = at, copied_at = copied_at),
    }
}

/// Where it breaks.
pub fn broken(s: &Speech, at: &Break) -> String {
    match at {
        Break::Gap { place } => t!(plain s, "audit-gap", place = place),
        Break::Link { place } => t!(plain s, "audit-link", place = place),
        Break::End { place } => t!(plain s, "audit-end", place = place),
        Break::Altered { ticket, seq, place } => {
            t!(plain s, "audit-altered", ticket = ticket, seq = seq, place = place)
        }
        Break::Unlinked { ticket, seq } => {
            t!(plain s, "audit-unlinked", ticket = ticket, seq = seq)
        }
        Break::Gone { ticket, seq, place } => {
            t!(plain s, "audit-gone", ticket = ticket, seq = seq, place = place)
        }
        Break::RequestGone { request, place } => {
            t!(plain s, "audit-request-gone", request = request, place = place)
        }
        Break::Paper { ticket, seq } => t!(plain s, "audit-paper", ticket = ticket, seq = seq),
        Break::Number { number } => t!(plain s, "audit-number", number = number),
        Break::NumberGone { place } => t!(plain s, "audit-number-gone", place = place),
        Break::Anchor { place } => t!(plain s, "audit-anchor", place = place),
    }
}
