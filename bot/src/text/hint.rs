//! What is said beneath a question, where its words alone do not say how it is answered.

use domain::{
    command::Page,
    procedure::{Field, Kind, field::Day},
};

use super::{Html, Speech, agency, words::t};

/// How many lines of a register are offered as buttons; the others are found by typing.
pub const ENTRIES: usize = 8;

/// What there is to choose from.
pub fn choosing(s: &Speech, page: &Page, field: &Field) -> Option<Html> {
    match &field.kind {
        Kind::Entry { .. } => Some(entries(s, page)),
        Kind::Agency => Some(agency::hint(s, page)),
        _ => None,
    }
}

/// What a file may be, said before it is sent.
pub fn limit(s: &Speech, field: &Field) -> Option<Html> {
    match &field.kind {
        Kind::Document { types, max_mb } => {
            let types: Vec<_> = types.iter().map(|kind| kind.name()).collect();
            Some(t!(
                s,
                "form-file-limit",
                types = types.join(", "),
                max = *max_mb
            ))
        }
        Kind::Photo { max_mb } => Some(t!(s, "form-file-limit", types = "JPG, PNG", max = *max_mb)),
        Kind::Phone { own: true } => Some(t!(s, "form-own-phone")),
        Kind::DateTime { .. } if takes_now(&field.kind) => Some(t!(s, "form-moment-past")),
        Kind::DateTime { .. } if field.example.is_none() => Some(t!(s, "form-moment")),
        _ => None,
    }
}

/// What can be chosen, where buttons alone do not say it.
fn entries(s: &Speech, page: &Page) -> Html {
    match page.offers.entries.len() {
        0 => t!(s, "form-no-entry"),
        n if n > ENTRIES => t!(s, "form-many-entries", n = n),
        _ => t!(s, "form-entries"),
    }
}

/// Whether "now" is a likely answer.
pub fn takes_now(kind: &Kind) -> bool {
    match kind {
        Kind::DateTime { from, until } => {
            // What lies ahead is planned, and nobody plans the present moment.
            *until == Some(Day::Now) && from.is_none_or(|from| from != Day::Now)
        }
        _ => false,
    }
}
