//! What one message shows: text and buttons.

use domain::{
    id::{CardId, MessageId, PersonId},
    query::Page,
};
use serde::Serialize;

use super::{Html, html::MAX_MESSAGE};
use crate::{
    button::{Button, MenuPress},
    shown::QuestionName,
};

/// A message before it is sent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Screen {
    pub text: Html,
    /// Rows of buttons.
    pub keys: Vec<Vec<Key>>,
    /// It comes without a sound.
    pub quiet: bool,
    /// The question that it asks, where that is a form's.
    pub asks: Option<QuestionName>,
    /// Whose card lies where it is asked: it is drawn there again once the question is answered elsewhere.
    pub in_place_of: Option<(PersonId, CardId)>,
    /// The message that it is about, one tap away.
    pub replies_to: Option<MessageId>,
}

/// A button with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    pub label: String,
    pub button: Button,
    /// What a tap copies, in place of what the button would do (Bot API 7.11).
    pub copies: Option<String>,
    pub style: Option<KeyStyle>,
}

/// Telegram: what a button copies has at most so many characters.
const MOST_COPIED: usize = 256;

/// How a button is coloured (Bot API 9.4). A server that is older reads past it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum KeyStyle {
    /// A yes.
    Success,
    /// What cannot be taken back, or refuses.
    Danger,
    /// What comes next.
    Primary,
}

impl Key {
    pub fn new(label: impl Into<String>, button: impl Into<Button>) -> Key {
        Key {
            label: label.into(),
            button: button.into(),
            copies: None,
            style: None,
        }
    }

    /// A button that copies words; none where they are too many for that.
    pub fn copying(label: impl Into<String>, words: &str) -> Option<Key> {
        let fits = (1..=MOST_COPIED).contains(&words.chars().count());
        fits.then(|| Key {
            copies: Some(words.to_owned()),
            ..Key::new(label, MenuPress::Nothing)
        })
    }

    /// The same button in a colour.
    #[must_use]
    pub fn styled(self, style: impl Into<Option<KeyStyle>>) -> Key {
        Key {
            style: style.into(),
            ..self
        }
    }

    /// How large Telegram finds it: what it says and carries, and the names of both.
    fn size(&self) -> usize {
        const NAMES: usize = r#"{"text":"","callback_data":"","style":"primary"},"#.len();
        let carried = self.copies.as_ref().map(String::len);
        NAMES + self.label.len() + carried.unwrap_or_else(|| self.button.encode().len())
    }
}

/// Telegram: how many buttons one message can have.
const MAX_BUTTONS: usize = 100;
/// Telegram: how large all of them together can be. It is written down nowhere; 10 kB have been refused.
const MAX_KEYBOARD: usize = 9_000;
/// Stands in a message that is there for its buttons only, and where a text goes on elsewhere.
const GOES_ON: &str = "…";

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

    /// The same screen as a reply to a message: the question of a decision to its card.
    #[must_use]
    pub fn replying(self, to: Option<MessageId>) -> Screen {
        Screen {
            replies_to: to,
            ..self
        }
    }

    /// The same screen with something said before it.
    #[must_use]
    pub fn after(self, mut text: Html) -> Screen {
        text.gap().line(self.text);
        Screen { text, ..self }
    }

    /// Whether Telegram takes it as one message.
    pub fn is_one_message(&self) -> bool {
        self.clone().messages().len() == 1
    }

    /// The messages that show it, in their order: pages of text, and the buttons beneath the last of them.
    /// Where there are more buttons than one message can have, the last few messages share them.
    pub fn messages(self) -> Vec<Screen> {
        let mut messages: Vec<_> = self.text.pages(MAX_MESSAGE);
        let bunches = bunches(self.keys);
        while messages.len() < bunches.len() {
            messages.push(Html::text(GOES_ON));
        }
        let mut messages: Vec<_> = messages.into_iter().map(Screen::new).collect();
        let without = messages.len() - bunches.len();
        for (message, keys) in messages[without..].iter_mut().zip(bunches) {
            message.keys = keys;
        }
        for message in &mut messages {
            message.quiet = self.quiet;
        }
        if let Some(first) = messages.first_mut() {
            first.replies_to = self.replies_to;
        }
        if let Some(last) = messages.last_mut() {
            last.asks = self.asks;
            last.in_place_of = self.in_place_of;
        }
        messages
    }

    /// The same screen as one message that can be shown again and again in its place. What is too long
    /// for that ends with a sign that there is more.
    #[must_use]
    pub fn in_one_message(self) -> Screen {
        // Telegram: what counts is the text, and a line for the sign.
        let (mut text, rest) = self.text.first_page(MAX_MESSAGE - 2);
        if rest.is_some() {
            text.line(GOES_ON);
        }
        let keys = bunches(self.keys).into_iter().next().unwrap_or_default();
        Screen {
            text,
            keys,
            quiet: self.quiet,
            asks: self.asks,
            in_place_of: self.in_place_of,
            replies_to: self.replies_to,
        }
    }

    /// Whether it is a menu, a list, or whatever else leads from screen to screen.
    pub fn leads_on(&self) -> bool {
        self.keys
            .iter()
            .flatten()
            .any(|key| key.copies.is_none() && key.button.leads_on())
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

    /// Where one is in a list, and the pages before and after. A list of one page has none.
    pub fn turns<T, B: Into<Button>>(
        &mut self,
        page: &Page<T>,
        turn: impl Fn(u64) -> B,
    ) -> &mut Screen {
        self.turns_of((page.page, page.pages()), turn)
    }

    /// As [`Screen::turns`], for this of so many pages.
    pub fn turns_of<B: Into<Button>>(
        &mut self,
        (page, pages): (u64, u64),
        turn: impl Fn(u64) -> B,
    ) -> &mut Screen {
        if pages < 2 {
            return self;
        }
        let here = format!("{}/{pages}", page + 1);
        let back = page.checked_sub(1).map(|to| Key::new("‹", turn(to)));
        let on = (page + 1 < pages).then(|| Key::new("›", turn(page + 1)));
        let turns = [back, Some(Key::new(here, MenuPress::Nothing)), on];
        self.keys(turns.into_iter().flatten())
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

    /// Many options: a short one shares its row with a short neighbour, a long one stands alone.
    pub fn packed(&mut self, keys: impl IntoIterator<Item = Key>) -> &mut Screen {
        let is_short = |key: &Key| key.label.chars().count() <= HALF_ROW;
        let first = self.keys.len();
        for key in keys {
            let rows = self.keys[first..].last_mut();
            let half = rows.filter(|row| matches!(row.as_slice(), [one] if is_short(one)));
            match half.filter(|_| is_short(&key)) {
                Some(half) => half.push(key),
                None => self.keys.push(vec![key]),
            }
        }
        self
    }
}

/// Rows of buttons, as many together as one message can have.
fn bunches(rows: Vec<Vec<Key>>) -> Vec<Vec<Vec<Key>>> {
    let mut bunches: Vec<Vec<Vec<Key>>> = Vec::new();
    let (mut buttons, mut size) = (0, 0);
    for row in rows {
        let row_size: usize = row.iter().map(Key::size).sum();
        if bunches.is_empty() || buttons + row.len() > MAX_BUTTONS || size + row_size > MAX_KEYBOARD
        {
            bunches.push(Vec::new());
            (buttons, size) = (0, 0);
        }
        (buttons, size) = (buttons + row.len(), size + row_size);
        if let Some(bunch) = bunches.last_mut() {
            bunch.push(row);
        }
    }
    bunches
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        /// However much a screen shows: each of its messages is one that Telegram takes, in order, and no
        /// button is lost.
        #[test]
        fn every_message_of_a_screen_is_one_that_telegram_takes(
            lines in 0_usize..300,
            rows in prop::collection::vec(1_usize..=3, 0..150),
            label in prop_oneof![Just(1_usize), 1..200_usize],
        ) {
            let mut screen = Screen::new(Html::text("Daftar"));
            for line in 0..lines {
                screen.text.line(Html::text(&format!("{line} {}", "x".repeat(line))).bold());
            }
            for (number, row) in rows.iter().enumerate() {
                let label = "é".repeat(label);
                let key = |place| Key::new(format!("{number}/{place} {label}"), MenuPress::Nothing);
                screen.keys((0..*row).map(key));
            }
            let messages = screen.clone().messages();
            for message in &messages {
                prop_assert!(!message.text.is_empty());
                prop_assert!(message.text.length() <= MAX_MESSAGE);
                prop_assert!(message.keys.iter().map(Vec::len).sum::<usize>() <= MAX_BUTTONS);
                let size = message.keys.iter().flatten().map(Key::size).sum::<usize>();
                prop_assert!(size <= MAX_KEYBOARD);
            }
            let keys = messages.iter().flat_map(|it| it.keys.clone());
            prop_assert_eq!(keys.collect::<Vec<_>>(), screen.keys.clone());
            let has_keys: Vec<_> = messages.iter().map(|it| !it.keys.is_empty()).collect();
            prop_assert!(has_keys.is_sorted(), "the buttons stand beneath the text");
            let one = screen.in_one_message();
            prop_assert!(one.text.length() <= MAX_MESSAGE);
        }
    }
}
