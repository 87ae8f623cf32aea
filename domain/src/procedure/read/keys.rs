//! The keys of one block of a file, read one by one.
//!
//! A reader asks for every key it knows and gets a stand-in where the file is wrong; the complaint
//! is noted meanwhile. At the end, whatever nobody asked for is a key that does not exist.

mod numbers;
mod sketched;
mod texts;
mod times;
mod words;

use std::cell::RefCell;

pub(crate) use times::DayOrTime;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    complaint::Complaints,
    sentences::{describe, no_such_key, not_a_code},
    sketch::{KeySort, Sketch},
};
use crate::code::{RoleCode, is_code};

/// A block (`[[step]]`), an inline table, or the top of a file.
pub(crate) struct Keys<'a> {
    /// What the block is called in complaints: "step", "outcome".
    noun: &'static str,
    pub(crate) line: usize,
    pub(crate) complaints: &'a Complaints<'a>,
    table: &'a DeTable<'a>,
    asked: RefCell<Vec<&'static str>>,
    /// Where nothing is read, but noted what could be.
    sketch: Option<&'a Sketch>,
}

/// What stands in a list that takes both.
pub(crate) enum Either<'a> {
    Text(&'a str),
    Block(Keys<'a>),
}

impl<'a> Keys<'a> {
    pub(crate) fn new(
        noun: &'static str,
        line: usize,
        table: &'a DeTable<'a>,
        complaints: &'a Complaints<'a>,
    ) -> Keys<'a> {
        Keys {
            noun,
            line,
            complaints,
            table,
            asked: RefCell::default(),
            sketch: None,
        }
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.is_sketch() || self.table.contains_key(key)
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    fn wrong(&self, value: &Spanned<DeValue<'_>>, key: &str, expected: &str) {
        let what = format!(
            "`{key}` should be {expected}, but it is {}.",
            describe(value)
        );
        self.complaints.at_span(value.span(), what);
    }

    fn wrong_item(&self, value: &Spanned<DeValue<'_>>, key: &str, expected: &str) {
        let what = format!(
            "`{key}` lists {expected} each, but here is {}.",
            describe(value)
        );
        self.complaints.at_span(value.span(), what);
    }

    /// Says what is wrong with a key that is there, at its own line.
    pub(crate) fn at(&self, key: &str, what: impl Into<String>) {
        let line = self
            .table
            .get(key)
            .map_or(self.line, |it| self.complaints.line_at(it.span().start));
        self.complaints.at(line, what);
    }

    /// Notes that a key is absent; `why` says what it is for.
    fn lacks(&self, key: &str, why: &str) {
        self.complaints.at(
            self.line,
            format!("This {} has no `{key}`; add it: {why}.", self.noun),
        );
    }

    pub(crate) fn string(&self, key: &'static str) -> Option<String> {
        self.note(key, KeySort::Text);
        self.text_at(key)
    }

    fn text_at(&self, key: &'static str) -> Option<String> {
        let value = self.get(key)?;
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(value, key, "a text in quotes");
            return None;
        };
        if text.trim().is_empty() {
            self.at(
                key,
                format!("`{key}` is empty; write something or remove it."),
            );
            return None;
        }
        Some(text.to_owned())
    }

    /// Like `string`; an absent key is a complaint, and the stand-in is an empty text.
    pub(crate) fn need_string(&self, key: &'static str, why: &str) -> String {
        self.explain(key, why);
        if !self.has(key) {
            self.lacks(key, why);
        }
        self.string(key).unwrap_or_default()
    }

    pub(crate) fn code(&self, key: &'static str) -> Option<String> {
        self.note(key, KeySort::Code);
        let code = self.text_at(key)?;
        if !is_code(&code) {
            self.at(key, not_a_code(&code));
        }
        Some(code)
    }

    /// Like `code`; an absent key is a complaint, and the stand-in is an empty code.
    pub(crate) fn need_code(&self, key: &'static str, why: &str) -> String {
        self.explain(key, why);
        if !self.has(key) {
            self.lacks(key, why);
        }
        self.code(key).unwrap_or_default()
    }

    /// A list of codes.
    pub(crate) fn codes(&self, key: &'static str) -> Option<Vec<String>> {
        self.note(key, KeySort::List(Box::new(KeySort::Code)));
        let codes = self.texts_at(key)?;
        for code in codes.iter().filter(|code| !is_code(code)) {
            self.at(key, not_a_code(code));
        }
        Some(codes)
    }

    /// A list of roles; none where the key is not there.
    pub(crate) fn roles(&self, key: &'static str) -> Vec<RoleCode> {
        let codes = self.codes(key).unwrap_or_default();
        codes.into_iter().map(RoleCode::new).collect()
    }

    /// A list of texts in quotes.
    pub(crate) fn strings(&self, key: &'static str) -> Option<Vec<String>> {
        self.note(key, KeySort::List(Box::new(KeySort::Text)));
        self.texts_at(key)
    }

    fn texts_at(&self, key: &'static str) -> Option<Vec<String>> {
        let strings = self
            .items(key, "a list such as [\"one\", \"two\"]")?
            .filter_map(|item| {
                let text = item.get_ref().as_str();
                if text.is_none() {
                    self.wrong_item(item, key, "a text in quotes");
                }
                text.map(str::to_owned)
            });
        Some(strings.collect())
    }

    /// Whether a key is this text, and nothing else.
    pub(crate) fn is_text(&self, key: &'static str, text: &str) -> bool {
        self.note(key, KeySort::Word(vec![text.to_owned()]));
        let value = self.get(key);
        value.is_some_and(|value| value.get_ref().as_str() == Some(text))
    }

    /// One code or a list of them.
    pub(crate) fn one_or_more(&self, key: &'static str) -> Option<Vec<String>> {
        self.note(key, KeySort::Code);
        self.note(key, KeySort::List(Box::new(KeySort::Code)));
        self.several_of(key, is_code)
    }

    /// One text in quotes or a list of them, each of which is written as a code, or in another way that is known.
    pub(crate) fn one_or_more_of(
        &self,
        key: &'static str,
        is_known: impl Fn(&str) -> bool,
    ) -> Option<Vec<String>> {
        self.note(key, KeySort::Text);
        self.note(key, KeySort::List(Box::new(KeySort::Text)));
        self.several_of(key, is_known)
    }

    fn several_of(
        &self,
        key: &'static str,
        is_known: impl Fn(&str) -> bool,
    ) -> Option<Vec<String>> {
        let found = match self.get(key)?.get_ref() {
            DeValue::Array(items) if items.is_empty() => {
                self.at(
                    key,
                    format!("`{key}` names nothing; name something, or remove it."),
                );
                return None;
            }
            DeValue::Array(_) => self.texts_at(key)?,
            _ => vec![self.text_at(key)?],
        };
        for code in found.iter().filter(|code| !is_known(code)) {
            self.at(key, not_a_code(code));
        }
        Some(found)
    }

    fn items(
        &self,
        key: &'static str,
        expected: &str,
    ) -> Option<impl Iterator<Item = &'a Spanned<DeValue<'a>>>> {
        let value = self.get(key)?;
        let list = value.get_ref().as_array();
        if list.is_none() {
            self.wrong(value, key, expected);
        }
        list.map(|list| list.iter())
    }

    pub(crate) fn boolean(&self, key: &'static str) -> Option<bool> {
        self.switch(key, "true or false, without quotes")
    }

    /// A switch that a word can stand for as well.
    pub(crate) fn boolean_or(&self, key: &'static str, word: &str) -> Option<bool> {
        self.switch(
            key,
            &format!("true or false, without quotes, or \"{word}\""),
        )
    }

    fn switch(&self, key: &'static str, expected: &str) -> Option<bool> {
        self.note(key, KeySort::Switch);
        let value = self.get(key)?;
        let found = value.get_ref().as_bool();
        if found.is_none() {
            self.wrong(value, key, expected);
        }
        found
    }

    /// The blocks `[[key]]` beneath this one, in the order of the file.
    pub(crate) fn blocks(&self, key: &'static str, noun: &'static str) -> Vec<Keys<'a>> {
        if self.is_sketch() {
            return Vec::from_iter(self.sketched_block(key, noun, true));
        }
        let expected = "blocks that begin with double brackets, or a list of tables";
        let Some(items) = self.items(key, expected) else {
            return Vec::new();
        };
        let block = |item| {
            let keys = self.nested(item, noun);
            if keys.is_none() {
                self.wrong_item(item, key, "a table in braces");
            }
            keys
        };
        items.filter_map(block).collect()
    }

    /// An inline table: `when = { … }`.
    pub(crate) fn block(&self, key: &'static str, noun: &'static str) -> Option<Keys<'a>> {
        if self.is_sketch() {
            return self.sketched_block(key, noun, false);
        }
        let value = self.get(key)?;
        let keys = self.nested(value, noun);
        if keys.is_none() {
            self.wrong(value, key, "a table in braces");
        }
        keys
    }

    /// An inline table whose keys are names of the file's own: `fill = { alamat = "fqdn" }`.
    pub(crate) fn pairs(&self, key: &'static str) -> Vec<(String, String)> {
        self.note(key, KeySort::Pairs);
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(value, key, "a table in braces");
            return Vec::new();
        };
        let pair = |(name, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
            let name: &std::borrow::Cow<'_, str> = name.get_ref();
            let text = value.get_ref().as_str();
            if text.is_none() {
                self.wrong_item(value, key, "a text in quotes");
            }
            Some((name.to_string(), text?.to_owned()))
        };
        table.iter().filter_map(pair).collect()
    }

    /// A list of codes and of inline tables, each of which says the same at more length.
    pub(crate) fn mixed<T>(
        &self,
        key: &'static str,
        noun: &'static str,
        read: impl Fn(Either<'a>) -> T,
    ) -> Vec<T> {
        if self.is_sketch() {
            self.note(key, KeySort::List(Box::new(KeySort::Code)));
            let block = self.sketched_block(key, noun, true);
            return block.map(Either::Block).map(read).into_iter().collect();
        }
        let items = self.items(key, "a list such as [\"one\", { … }]");
        let one = |item: &'a Spanned<DeValue<'a>>| {
            if let Some(code) = item.get_ref().as_str() {
                if !is_code(code) {
                    self.at(key, not_a_code(code));
                }
                return Some(Either::Text(code));
            }
            let keys = self.nested(item, noun);
            if keys.is_none() {
                self.wrong_item(item, key, "a text in quotes or a table in braces");
            }
            keys.map(Either::Block)
        };
        items
            .into_iter()
            .flatten()
            .filter_map(one)
            .map(read)
            .collect()
    }

    fn nested(&self, value: &'a Spanned<DeValue<'a>>, noun: &'static str) -> Option<Keys<'a>> {
        let line = self.complaints.line_at(value.span().start);
        let table = value.get_ref().as_table()?;
        Some(Keys::new(noun, line, table, self.complaints))
    }

    /// Takes keys for known that cannot be judged, because what they depend on is unreadable.
    pub(crate) fn pass_over(&self, keys: &[&'static str]) {
        self.asked.borrow_mut().extend(keys);
    }

    /// Complains about every key that nobody asked for.
    pub(crate) fn finish(self) {
        self.finish_with(|_| None);
    }

    /// Like `finish`, with a sentence of the caller's own where it knows better.
    pub(crate) fn finish_with(self, hint: impl Fn(&str) -> Option<String>) {
        let mut asked = self.asked.into_inner();
        asked.sort_unstable();
        asked.dedup();
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if asked.contains(&name) {
                continue;
            }
            let what =
                hint(name).unwrap_or_else(|| no_such_key(self.noun, name, asked.iter().copied()));
            self.complaints.at_span(key.span(), what);
        }
    }
}
