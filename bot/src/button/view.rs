//! Which of all requests a button leads to.

use domain::{code::RoleCode, id::PersonId, query::View, request::Phase};

use super::code;

/// A desk is marked `@`, a person `+`; no phase begins with either.
pub(super) fn encode(view: &View) -> String {
    match view {
        View::Phase(phase) => phase.as_str().to_owned(),
        View::Desk(role) => format!("@{role}"),
        View::Holder(person) => format!("+{person}"),
        View::Stranded => "stranded".to_owned(),
    }
}

pub(super) fn decode(text: &str) -> Option<View> {
    if let Some(role) = text.strip_prefix('@') {
        return Some(View::Desk(RoleCode::new(code(role)?)));
    }
    if let Some(person) = text.strip_prefix('+') {
        return Some(View::Holder(PersonId(person.parse().ok()?)));
    }
    if text == "stranded" {
        return Some(View::Stranded);
    }
    Phase::read(text).map(View::Phase)
}
