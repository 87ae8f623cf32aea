//! What is said where things are reserved for a window of time: which time is meant, what is taken then, and when
//! something is free.

use domain::{Counter, command::FormPage, procedure::Way};

use super::{
    Html, Screen, Speech,
    form_keys::key,
    schedule::{brief_slot, slot},
    words::t,
};
use crate::button::{ButtonText, FormPress};

/// Beneath the question: the window that was answered, and what others have.
pub(super) fn hint(s: &Speech, counter: &Counter, page: &FormPage) -> Option<Html> {
    let office = &counter.office;
    let choices = &page.choices;
    let mut said = Html::new();
    if let Some(window) = choices.window {
        said.line(t!(s, "form-window", time = slot(s, office, window)));
    }
    if !choices.booked.is_empty() {
        said.line(t!(s, "form-booked"));
    }
    for booked in &choices.booked {
        let item = booked.item.as_str();
        let time = booked.slot.map(|time| slot(s, office, time));
        let time = time.unwrap_or_else(|| t!(plain s, "form-booked-always"));
        said.line(match &booked.of {
            Some((ticket, agency)) => t!(
                s,
                "form-booked-by",
                item = item,
                time = time,
                ticket = ticket.as_str(),
                agency = s.text(agency)
            ),
            None => t!(s, "form-booked-at", item = item, time = time),
        });
    }
    if !choices.free_times.is_empty() {
        said.line(t!(s, "form-free-times"));
    }
    (!said.is_empty()).then_some(said)
}

/// Other times at which enough is free: a tap says when they begin.
pub(super) fn keys(s: &Speech, counter: &Counter, page: &FormPage, screen: &mut Screen) {
    let office = &counter.office;
    for time in &page.choices.free_times {
        let begins = time.from.with_timezone(&office.zone);
        let words = begins.format("%d-%m-%Y %H.%M").to_string();
        if let Some(words) = ButtonText::new(&words) {
            let label = brief_slot(s, office, *time);
            screen.row(key(page, label, FormPress::Say(words)));
        }
    }
}

/// Whether anything of this concerns a question.
pub(super) fn concerns(way: &Way<'_>, page: &FormPage) -> bool {
    matches!(way, Way::Items { .. } | Way::Typed) && page.procedure.books_windows()
}
