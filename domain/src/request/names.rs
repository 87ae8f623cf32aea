//! Answers that are names of something of which there is only one.

use crate::{office::Office, procedure::Answer};

/// The names that an answer stands for, in the one form in which they are kept. A label is meant
/// beneath the office's first domain.
pub fn names(office: &Office, answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Label(label) => match office.domains.first() {
            Some(domain) => vec![format!("{label}.{domain}")],
            None => vec![label.clone()],
        },
        Answer::Hostname(name) => vec![name.clone()],
        Answer::Ip(ip) => vec![ip.to_string()],
        Answer::Text(text) => vec![text.trim().to_lowercase()],
        Answer::Items(items) => items.clone(),
        _ => Vec::new(),
    }
}
