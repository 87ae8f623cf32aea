//! Names that nobody has had yet.

use domain::{
    Counter,
    code::ShelfCode,
    command::FormPage,
    procedure::{Field, Kind, kind::text::TextRule},
};

use super::hints::Hints;

/// A name that is free: one that the request holds already, or one that nobody has had yet.
pub(super) fn name(counter: &Counter, page: &FormPage, field: &Field, hints: Hints<'_>) -> String {
    let domain = counter.office.domains.first();
    let domain = domain.map_or("go.id", String::as_str);
    let mine = |(shelf, _): &&(ShelfCode, String)| Some(shelf) == field.shelf().as_ref();
    let held = hints.held.iter().find(mine).map(|(_, name)| name);
    let held = held.filter(|_| !hints.turn.is_multiple_of(2));
    let prefix = page.procedure.prefix.to_lowercase();
    let label = format!("contoh-{prefix}-{}", hints.fresh);
    match (&field.kind, held) {
        (Kind::SubdomainLabel(_), Some(held)) => match held.strip_suffix(&format!(".{domain}")) {
            Some(label) => label.to_owned(),
            None => held.clone(),
        },
        (Kind::Text(_), Some(held)) if is_place(field) => {
            let (rack, unit) = held.split_once(" u").expect("a unit of a rack");
            format!("{rack}, U{unit}")
        }
        (_, Some(held)) => held.clone(),
        (Kind::SubdomainLabel(_), None) => label,
        (Kind::Hostname(_), None) => format!("{label}.{domain}"),
        (Kind::Ip(_), None) => {
            let [high, low] = u16::try_from(hints.fresh).expect("so many").to_be_bytes();
            format!("10.20.{high}.{low}")
        }
        (Kind::Text(_), None) if is_place(field) => format!("Rak {label}, U1-U2"),
        (Kind::Text(text), None) => match &text.rule {
            TextRule::Pattern(pattern) => numbered(&pattern.like, hints.fresh),
            _ => format!("Nama {label}").chars().take(text.max).collect(),
        },
        (other, None) => panic!("names are not of kind {other:?}"),
    }
}

/// An example that ends in a number, with another number of as many figures.
fn numbered(example: &str, number: usize) -> String {
    let before = example.trim_end_matches(|it: char| it.is_ascii_digit());
    let figures = example.len() - before.len();
    format!("{before}{number:0figures$}")
}

/// Whether the answers are places in racks.
pub(super) fn is_place(field: &Field) -> bool {
    let Kind::Text(text) = &field.kind else {
        return false;
    };
    text.rule == TextRule::RackUnits
}
