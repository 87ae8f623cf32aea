//! What is said beneath a question, where its words alone do not say how it is answered.

use domain::{
    Counter,
    command::FormPage,
    procedure::{Field, Kind, Way},
};

use super::{Html, Speech, agency, day_choices, person, phrase::Saying, words::t};

/// How many lines of a register are offered as buttons; the others are found by typing.
pub const ENTRIES: usize = 8;

/// What there is to choose from.
pub fn choosing(s: &Speech, counter: &Counter, page: &FormPage, field: &Field) -> Option<Html> {
    if let Kind::Person(kind) = &field.kind {
        return person::hint(s, counter, page, kind);
    }
    match field.kind.way() {
        Way::Line => Some(entries(s, page)),
        Way::Agency => Some(agency::hint(s, page)),
        Way::Typed => day_choices::hint(s, page),
        _ => None,
    }
}

/// How the question is answered, where its kind knows more than its words say.
pub fn of_kind(s: &Speech, counter: &Counter, page: &FormPage, field: &Field) -> Option<Html> {
    let hint = field.kind.hint(field.example.is_some())?;
    let saying = Saying {
        s,
        office: &counter.office,
        procedure: &page.procedure,
    };
    Some(saying.html(&hint))
}

/// What can be chosen, where buttons alone do not say it.
fn entries(s: &Speech, page: &FormPage) -> Html {
    match page.choices.entries.len() {
        0 => t!(s, "form-no-entry"),
        n if n > ENTRIES => t!(s, "form-many-entries", n = n),
        _ => t!(s, "form-entries"),
    }
}
