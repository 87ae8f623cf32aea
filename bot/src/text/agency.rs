//! Choosing an agency: by typing part of its name, or from a list.

use domain::command::FormPage;

use super::{
    Html, Screen, Speech,
    form_keys::{LABEL, key},
    html::shortened,
    seek,
    words::t,
};
use crate::button::{FormPress, Mark};

/// How to find one, and what was found.
pub fn hint(s: &Speech, page: &FormPage) -> Html {
    let seek = &page.draft.filling.seek;
    let n = page.choices.agencies.len();
    if seek.words.is_empty() {
        t!(s, "agency-hint", n = n)
    } else {
        t!(s, "agency-found", n = n, words = seek.words.as_str())
    }
}

/// One page of agencies, with the ways to the others.
pub fn choices(s: &Speech, page: &FormPage, screen: &mut Screen) {
    let all = t!(plain s, "button-all-agencies");
    seek::choices(
        page,
        &page.choices.agencies,
        all,
        screen,
        |(agency, name)| {
            let label = shortened(s.text(name), LABEL);
            key(page, label, FormPress::Agency(Mark::of(agency)))
        },
    );
}
