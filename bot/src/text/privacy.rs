//! What is kept of people, and who tries what is not theirs.

use super::{Screen, Speech, words::t};

/// Someone tries start links that nobody gave out.
pub fn guessing(s: &Speech, tries: u32) -> Screen {
    Screen::new(t!(s, "told-guessing", tries = tries.to_string()))
}
