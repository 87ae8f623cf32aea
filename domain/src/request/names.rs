//! Answers that are names of something of which there is only one.

use crate::{
    office::Office,
    procedure::{
        Answer, Field, Kind,
        kind::{
            rack_units,
            text::{TextKind, TextRule},
        },
    },
};

/// The names that an answer stands for, in the one form in which they are kept. A label is meant
/// beneath the office's first domain, and a place in a rack is as many names as it has units.
pub fn names(office: &Office, field: &Field, answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Label(label) => match office.domains.first() {
            Some(domain) => vec![format!("{label}.{domain}")],
            None => vec![label.clone()],
        },
        Answer::Hostname(name) => vec![name.clone()],
        Answer::Ip(ip) => vec![ip.to_string()],
        Answer::Text(text) if is_place(field) => rack_units::units(text),
        Answer::Text(text) => vec![text.trim().to_lowercase()],
        Answer::Items(items) => items.clone(),
        _ => Vec::new(),
    }
}

/// Whether the answers are places in racks.
pub fn is_place(field: &Field) -> bool {
    matches!(
        field.kind,
        Kind::Text(TextKind {
            rule: TextRule::RackUnits,
            ..
        })
    )
}

/// The names above one that stands beneath a domain of the office, nearest first: of
/// `www.dinsos.serunikota.go.id` it is `dinsos.serunikota.go.id`.
pub fn above(office: &Office, answer: &Answer) -> Vec<String> {
    let Answer::Hostname(name) = answer else {
        return Vec::new();
    };
    let is_beneath = |name: &&str| {
        let mut domains = office.domains.iter();
        let beneath = domains.any(|domain| {
            let above = name.strip_suffix(domain.as_str());
            above.is_some_and(|above| above.ends_with('.'))
        });
        beneath && !office.domains.iter().any(|domain| domain == name)
    };
    let mut above = Vec::new();
    let mut rest = name.as_str();
    while let Some((_, parent)) = rest.split_once('.') {
        rest = parent;
        above.extend(Some(parent).filter(is_beneath).map(str::to_owned));
    }
    above
}
