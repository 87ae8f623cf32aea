//! Words of closed lists.

use super::{
    super::{sentences::no_such_word, sketch::KeySort, spelling::nearest},
    Keys,
};
use crate::code::RoleCode;

impl Keys<'_> {
    /// One word of a closed list. A mistyped word is a complaint, and what was probably meant stands in.
    pub(crate) fn word<T: Clone>(&self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        self.note(key, sort(words));
        let word = self.text_at(key)?;
        self.meant(key, &word, words)
    }

    /// The same, or a list of them.
    pub(crate) fn words<T: Clone>(&self, key: &'static str, words: &[(&str, T)]) -> Vec<T> {
        self.note(key, sort(words));
        self.note(key, KeySort::List(Box::new(sort(words))));
        let found = self.several_of(key, |_| true).unwrap_or_default();
        let meant = found.iter().filter_map(|word| self.meant(key, word, words));
        meant.collect()
    }

    /// `true`, or a list of codes that says for which it holds.
    pub(crate) fn switch_or_codes(&self, key: &'static str) -> (bool, Vec<String>) {
        self.note(key, KeySort::Switch);
        self.note(key, KeySort::List(Box::new(KeySort::Code)));
        if !self.is_list(key) {
            return (self.boolean(key).unwrap_or(false), Vec::new());
        }
        if self.is_empty_list(key) {
            let what =
                format!("`{key}` names nothing; name some, or write `true` for all of them.");
            self.at(key, what);
        }
        (true, self.codes(key).unwrap_or_default())
    }

    /// One role, or several side by side. An absent key is a complaint, and the stand-in is a role without a code.
    pub(crate) fn need_roles(&self, key: &'static str, why: &str) -> RoleCode {
        self.explain(key, why);
        if !self.has(key) {
            self.lacks(key, why);
        }
        let posts = self.one_or_more(key).unwrap_or_default();
        RoleCode::side_by_side(posts.into_iter().map(RoleCode::new))
    }

    fn meant<T: Clone>(&self, key: &str, word: &str, words: &[(&str, T)]) -> Option<T> {
        let names = || words.iter().map(|(name, _)| *name);
        let meant = if names().any(|name| name == word) {
            word
        } else {
            self.at(key, no_such_word(key, word, names()));
            nearest(word, names())?
        };
        words
            .iter()
            .find(|(name, _)| *name == meant)
            .map(|(_, meaning)| meaning.clone())
    }
}

fn sort<T>(words: &[(&str, T)]) -> KeySort {
    KeySort::Word(words.iter().map(|(name, _)| (*name).to_owned()).collect())
}
