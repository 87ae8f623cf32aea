//! One page of what was looked for in a form, with the ways to the others.

use domain::{
    command::FormPage,
    query::{Page, lists::PAGE_SIZE},
};

use super::{Key, Screen, form_keys::key};
use crate::button::FormPress;

/// Shows the page where one is, a button for each, and `all` where something was looked for.
pub(super) fn choices<T: Clone>(
    page: &FormPage,
    found: &[T],
    all: String,
    screen: &mut Screen,
    button: impl Fn(&T) -> Key,
) {
    let seek = &page.draft.filling.seek;
    let listed = Page {
        items: found.to_vec(),
        page: seek.page,
        total: found.len() as u64,
    };
    // A page beyond the last shows the last: the list may have become shorter.
    let listed = Page {
        page: listed.page.min(listed.pages() - 1),
        ..listed
    };
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    let first = usize::try_from(listed.page)
        .unwrap_or(0)
        .saturating_mul(size);
    for it in found.iter().skip(first).take(size) {
        screen.row(button(it));
    }
    screen.turns(&listed, |to| key(page, "", FormPress::Turn(to)).button);
    if !seek.words.is_empty() {
        screen.row(key(page, all, FormPress::SeekAll));
    }
}
