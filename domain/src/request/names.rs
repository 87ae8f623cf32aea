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
        // What is made of signs alone is kept as it stands.
        Answer::Text(text) => match spelled(text) {
            signs if signs.is_empty() => vec![text.trim().to_lowercase()],
            spelled => vec![spelled],
        },
        Answer::Items(items) => items.clone(),
        _ => Vec::new(),
    }
}

/// The one spelling in which numbers on labels and papers are kept: `SN-123`, `SN 123` and `sn123` are one. Between two
/// figures a sign stays, since `1/2` is not `12`.
pub fn spelled(text: &str) -> String {
    let mut spelled = String::new();
    let mut apart = false;
    for letter in text.to_lowercase().chars() {
        if !letter.is_alphanumeric() {
            apart = true;
            continue;
        }
        let figures = spelled.ends_with(|it: char| it.is_numeric()) && letter.is_numeric();
        if apart && figures {
            spelled.push('-');
        }
        apart = false;
        spelled.push(letter);
    }
    spelled
}

/// Whether answers are kept as [`spelled`] has them: words that are neither names of hosts nor places.
pub fn is_spelled(field: &Field) -> bool {
    matches!(field.kind, Kind::Text(_)) && !is_place(field)
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

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn however_it_is_written_a_number_is_kept_in_one_spelling() {
        for serial in ["SN-123", "sn 123", "SN123", " Sn.123 ", "S/N 123"] {
            assert_eq!(spelled(serial), "sn123", "{serial}");
        }
        let numbers = ["1/2/BAST", "12/BAST", "1.2 BAST", "121/BAST"];
        let kept: Vec<_> = numbers.map(spelled).to_vec();
        assert_eq!(kept, ["1-2bast", "12bast", "1-2bast", "121bast"]);
        for said in ["", "  ", "-/-"] {
            assert_eq!(spelled(said), "", "{said}");
        }
        // Spelled anew it stays.
        for kept in kept {
            assert_eq!(spelled(&kept), kept);
        }
    }
}
