//! Buttons of the calendar.

use super::{Key, Screen, Speech, words::t};
use crate::button::CalendarPress;

/// Longest label of a button.
pub(super) const LABEL: usize = 40;

pub(super) fn key(label: impl Into<String>, press: CalendarPress) -> Key {
    Key::new(label, press)
}

/// The way back to the calendar.
pub(super) fn back(s: &Speech, screen: &mut Screen) {
    screen.row(key(t!(plain s, "button-calendar"), CalendarPress::Home));
}
