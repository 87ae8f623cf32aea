//! What an audit of the chain has found.

use domain::query::{Audit, Break};

use super::{Speech, words::t};

/// Whether the chain is whole, and how it ends.
pub fn summary(s: &Speech, audit: &Audit) -> String {
    let (links, anchor) = (audit.links, audit.anchor.short());
    match audit.breaks.len() {
        0 => t!(plain s, "audit-whole", links = links, anchor = anchor),
        n => t!(plain s, "audit-broken", links = links, anchor = anchor, n = n),
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
        Break::Anchor { place } => t!(plain s, "audit-anchor", place = place),
    }
}
