//! Texts that people see, in one language or several.

use toml::{Spanned, de::DeValue};

use super::{KeySort, Keys};
use crate::{Language, Text};

impl<'a> Keys<'a> {
    pub(crate) fn text(&self, key: &'static str) -> Option<Text> {
        self.note(key, KeySort::Words);
        let value = self.get(key)?;
        self.text_of(value, key)
    }

    /// Like `text`; an absent key is a complaint, and the stand-in is an empty text.
    pub(crate) fn need_text(&self, key: &'static str, why: &str) -> Text {
        self.explain(key, why);
        if !self.has(key) {
            self.lacks(key, why);
        }
        self.text(key).unwrap_or_default()
    }

    /// A list of texts that people see.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<Text> {
        self.note(key, KeySort::List(Box::new(KeySort::Words)));
        let expected = "a list such as [\"Data belum lengkap\", { id = \"…\", en = \"…\" }]";
        let Some(items) = self.items(key, expected) else {
            return Vec::new();
        };
        items.filter_map(|item| self.text_of(item, key)).collect()
    }

    pub(crate) fn is_list(&self, key: &str) -> bool {
        let value = self.table.get(key);
        value.is_some_and(|value| value.get_ref().as_array().is_some())
    }

    /// Whether a key is there and lists nothing.
    pub(crate) fn is_empty_list(&self, key: &str) -> bool {
        let value = self.table.get(key);
        let list = value.and_then(|value| value.get_ref().as_array());
        list.is_some_and(|list| list.is_empty())
    }

    /// A text that people see is Indonesian, or a table of Indonesian and other languages; none is empty.
    fn text_of(&self, value: &'a Spanned<DeValue<'a>>, key: &'static str) -> Option<Text> {
        let line = self.complaints.line_at(value.span().start);
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(Text::both(text.trim())),
            DeValue::String(_) => {
                let what = format!("`{key}` is empty; write the Indonesian text or remove it.");
                self.complaints.at(line, what);
                None
            }
            DeValue::Table(table) => {
                let languages = Keys::new("text", line, table, self.complaints);
                let id = languages.need_string("id", "the Indonesian text");
                let mut text = Text::both(id.trim());
                for language in Language::ALL.iter().filter(|it| **it != Language::ID) {
                    if let Some(wording) = languages.string(language.code()) {
                        text = text.and(*language, wording.trim());
                    }
                }
                languages.finish();
                (!id.is_empty()).then_some(text)
            }
            _ => {
                self.wrong(
                    value,
                    key,
                    "a text in quotes, or { id = \"…\", en = \"…\" }",
                );
                None
            }
        }
    }
}
