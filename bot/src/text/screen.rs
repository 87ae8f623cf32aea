//! What one message shows: text and buttons.

use domain::query::Page;

use super::Html;
use crate::button::Button;

/// A message before it is sent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Screen {
    pub text: Html,
    /// Rows of buttons.
    pub keys: Vec<Vec<Key>>,
    /// It comes without a sound.
    pub quiet: bool,
}

/// A button with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    pub label: String,
    pub button: Button,
}

impl Key {
    pub fn new(label: impl Into<String>, button: Button) -> Key {
        Key {
            label: label.into(),
            button,
        }
    }
}

/// Two buttons share a row while both are at most this long.
const HALF_ROW: usize = 16;

impl Screen {
    /// Text without buttons.
    pub fn new(text: Html) -> Screen {
        Screen {
            text,
            ..Screen::default()
        }
    }

    /// The same screen, with or without a sound.
    #[must_use]
    pub fn quiet(self, quiet: bool) -> Screen {
        Screen { quiet, ..self }
    }

    /// The same screen with something said before it.
    #[must_use]
    pub fn after(self, mut text: Html) -> Screen {
        text.gap().line(self.text);
        Screen { text, ..self }
    }

    /// A row of its own.
    pub fn row(&mut self, key: Key) -> &mut Screen {
        self.keys.push(vec![key]);
        self
    }

    /// Several buttons in one row.
    pub fn keys(&mut self, keys: impl IntoIterator<Item = Key>) -> &mut Screen {
        let keys: Vec<_> = keys.into_iter().collect();
        if !keys.is_empty() {
            self.keys.push(keys);
        }
        self
    }

    /// Where one is in a list, and the pages before and after. A list of one page has none. What does
    /// not fit a button is left out.
    pub fn turns<T>(&mut self, page: &Page<T>, turn: impl Fn(u64) -> Button) -> &mut Screen {
        if page.pages() < 2 {
            return self;
        }
        let here = format!("{}/{}", page.page + 1, page.pages());
        let back = page.page.checked_sub(1).map(|to| Key::new("‹", turn(to)));
        let on = (page.page + 1 < page.pages()).then(|| Key::new("›", turn(page.page + 1)));
        let turns = [back, Some(Key::new(here, Button::Nothing)), on];
        let turns = turns.into_iter().flatten();
        self.keys(turns.filter(|key| key.button.fits()))
    }

    /// Options: short ones two in a row, long ones alone.
    pub fn options(&mut self, keys: impl IntoIterator<Item = Key>) -> &mut Screen {
        let keys: Vec<_> = keys.into_iter().collect();
        let short = keys.iter().all(|key| key.label.chars().count() <= HALF_ROW);
        let per_row = if short && keys.len() > 1 { 2 } else { 1 };
        for row in keys.chunks(per_row) {
            self.keys.push(row.to_vec());
        }
        self
    }
}
