//! Choosing one who holds a role: by typing part of the name, or from a list.

use domain::{
    Counter, command::FormPage, procedure::kind::person::PersonKind, query::lists::PAGE_SIZE,
};

use super::{
    Html, Screen, Speech,
    form_keys::{LABEL, key},
    html::shortened,
    seek,
    words::t,
};
use crate::button::FormPress;

/// How to find one of many, what was found, and what to do where nobody can be chosen; none where the buttons say it.
pub(super) fn hint(
    s: &Speech,
    counter: &Counter,
    page: &FormPage,
    kind: &PersonKind,
) -> Option<Html> {
    let words = page.draft.filling.seek.words.as_str();
    let (all, found) = (page.choices.holders.len(), page.choices.people.len());
    if all == 0 {
        return Some(nobody(s, counter, page, kind));
    }
    if !words.is_empty() {
        return Some(t!(s, "person-found", n = found, words = words));
    }
    (all as u64 > PAGE_SIZE).then(|| t!(s, "person-hint", n = all))
}

/// Nobody holds the role: who gives it to someone, and how to go on then.
fn nobody(s: &Speech, counter: &Counter, page: &FormPage, kind: &PersonKind) -> Html {
    let role = counter.office.title(&kind.role);
    let role = s.text(&role);
    let mut text = if kind.of_agency {
        t!(s, "person-none-of-agency", role = role)
    } else {
        t!(s, "person-none", role = role)
    };
    let names = page.choices.appointers.join(", ");
    text.line(if names.is_empty() {
        t!(s, "person-none-next")
    } else {
        t!(s, "person-none-ask", names = names)
    });
    text
}

/// One page of people, with the ways to the others.
pub(super) fn choices(s: &Speech, page: &FormPage, screen: &mut Screen) {
    let all = t!(plain s, "button-everybody");
    seek::choices(page, &page.choices.people, all, screen, |(person, name)| {
        let label = shortened(name, LABEL);
        key(page, label, FormPress::Person(*person))
    });
}
