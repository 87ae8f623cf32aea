//! The languages of the counter, and text that an office writes in one or several of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A language people are spoken to in, by its code (ISO 639: `id`, `en`, `jv`, `min`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "&'static str")]
pub struct Language(&'static str);

impl Language {
    /// Bahasa Indonesia, the language of the office. Nothing is written in another alone.
    pub const ID: Language = Language("id");
    /// English, for those who choose it.
    pub const EN: Language = Language("en");

    /// All, in the order in which they are offered. Each has its folder of sentences in the front end.
    pub const ALL: &[Language] = &[Language::ID, Language::EN];

    /// A language that the counter does not speak yet, for whoever is about to teach it.
    pub const fn of(code: &'static str) -> Language {
        Language(code)
    }

    pub fn code(self) -> &'static str {
        self.0
    }

    /// The language that a code names.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.iter().copied().find(|it| it.0 == code)
    }

    /// The language for a tag such as `en-GB`: Indonesian where the counter does not speak it.
    pub fn from_tag(tag: &str) -> Language {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Language::from_code(&primary.to_ascii_lowercase()).unwrap_or_default()
    }
}

impl Default for Language {
    fn default() -> Language {
        Language::ID
    }
}

impl From<Language> for &'static str {
    fn from(language: Language) -> &'static str {
        language.0
    }
}

impl From<String> for Language {
    fn from(code: String) -> Language {
        Language::from_tag(&code)
    }
}

/// A text of a procedure or office file: Indonesian always, other languages where the office wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Wordings")]
pub struct Text {
    pub id: String,
    #[serde(flatten)]
    others: BTreeMap<Language, String>,
}

impl Text {
    /// A text that all languages share.
    pub fn both(text: impl Into<String>) -> Text {
        Text {
            id: text.into(),
            others: BTreeMap::new(),
        }
    }

    /// The same text with its wording in one more language.
    #[must_use]
    pub fn and(mut self, language: Language, wording: impl Into<String>) -> Text {
        let wording = wording.into();
        if language == Language::ID {
            self.id = wording;
        } else {
            self.others.insert(language, wording);
        }
        self
    }

    /// The text in a language; Indonesian serves where the office wrote no other.
    pub fn get(&self, language: Language) -> &str {
        self.others.get(&language).unwrap_or(&self.id)
    }

    /// The text in every language that it has.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let others = self.others.values().map(String::as_str);
        std::iter::once(&*self.id).chain(others)
    }

    /// Several texts as one, in every language that one of them has.
    pub fn joined(texts: &[Text], between: &str) -> Text {
        let in_one = |language| {
            let parts: Vec<&str> = texts.iter().map(|text| text.get(language)).collect();
            parts.join(between)
        };
        let languages = texts.iter().flat_map(|text| text.others.keys());
        Text {
            id: in_one(Language::ID),
            others: languages.map(|it| (*it, in_one(*it))).collect(),
        }
    }

    /// Every wording there is, for checks that must hold in all languages.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.id.as_str()).chain(self.others.values().map(String::as_str))
    }
}

/// A text as it is stored. Of a language that is no longer spoken nothing is read.
#[derive(Deserialize)]
struct Wordings {
    id: String,
    #[serde(flatten)]
    others: BTreeMap<String, Option<String>>,
}

impl From<Wordings> for Text {
    fn from(stored: Wordings) -> Text {
        let spoken = stored.others.into_iter();
        let spoken = spoken
            .filter_map(|(code, wording)| Some((Language::from_code(&code)?, wording?)))
            .filter(|(language, _)| *language != Language::ID);
        Text {
            id: stored.id,
            others: spoken.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JV: Language = Language::of("jv");

    #[test]
    fn a_tag_names_a_language_by_its_first_part() {
        for (tag, language) in [
            ("en-GB", Language::EN),
            ("EN_us", Language::EN),
            ("id", Language::ID),
            // Not English, though it begins with the same letters.
            ("enm", Language::ID),
            ("fr", Language::ID),
            ("", Language::ID),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn what_is_not_translated_is_said_in_indonesian() {
        let tower = Text::both("Menara").and(Language::EN, "Tower");
        assert_eq!(tower.get(Language::EN), "Tower");
        assert_eq!(tower.get(JV), "Menara");
        let both = Text::joined(&[tower, Text::both("Satu").and(JV, "Siji")], " ");
        assert_eq!(both.get(Language::ID), "Menara Satu");
        assert_eq!(both.get(Language::EN), "Tower Satu");
        assert_eq!(both.get(JV), "Menara Siji");
    }

    #[test]
    fn stored_texts_are_read_as_they_always_were() {
        let check = |stored: &str, text: Text, again: &str| {
            assert_eq!(serde_json::from_str::<Text>(stored).unwrap(), text);
            assert_eq!(serde_json::to_string(&text).unwrap(), again);
        };
        let both = r#"{"id":"Menara","en":"Tower"}"#;
        check(both, Text::both("Menara").and(Language::EN, "Tower"), both);
        let one = r#"{"id":"Menara"}"#;
        check(one, Text::both("Menara"), one);
        // Earlier versions could write this as well.
        check(r#"{"id":"Menara","en":null}"#, Text::both("Menara"), one);
        let more = r#"{"id":"Menara","xx":"Torn"}"#;
        check(more, Text::both("Menara"), one);
        let language: Language = serde_json::from_str("\"en\"").unwrap();
        assert_eq!(language, Language::EN);
        assert_eq!(serde_json::to_string(&language).unwrap(), "\"en\"");
    }
}
