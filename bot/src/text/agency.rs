//! Choosing an agency: by typing part of its name, or from a list.

use domain::{command::FormPage, query::lists::PAGE_SIZE};

use super::{
    Html, Screen, Speech,
    form_keys::{LABEL, key},
    html::shortened,
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
    let seek = &page.draft.filling.seek;
    let found = &page.choices.agencies;
    let listed = domain::query::Page {
        items: found.clone(),
        page: seek.page,
        total: found.len() as u64,
    };
    // A page beyond the last shows the last: the office's list may have become shorter.
    let listed = domain::query::Page {
        page: listed.page.min(listed.pages() - 1),
        ..listed
    };
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    let first = usize::try_from(listed.page)
        .unwrap_or(0)
        .saturating_mul(size);
    for (agency, name) in found.iter().skip(first).take(size) {
        let label = shortened(s.text(name), LABEL);
        let press = FormPress::Agency(Mark::of(agency));
        screen.row(key(page, label, press));
    }
    let form_key = |press| key(page, "", press).button;
    screen.turns(&listed, |to| form_key(FormPress::Turn(to)));
    if !seek.words.is_empty() {
        let all = t!(plain s, "button-all-agencies");
        screen.row(key(page, all, FormPress::SeekAll));
    }
}
