//! The two languages of the counter, and text that an office writes in one or both of them.

use serde::{Deserialize, Serialize};

/// A language people are spoken to in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bahasa Indonesia, the language of the office.
    #[default]
    Id,
    /// English, complete, for those who choose it.
    En,
}

impl Language {
    /// Both, in the order in which they are offered.
    pub const ALL: [Language; 2] = [Language::Id, Language::En];

    /// The two-letter code (ISO 639-1).
    pub fn code(self) -> &'static str {
        match self {
            Language::Id => "id",
            Language::En => "en",
        }
    }

    /// The language for a tag such as `en-GB`: English where it says so, Indonesian otherwise.
    pub fn from_tag(tag: &str) -> Language {
        if tag.to_ascii_lowercase().starts_with("en") {
            Language::En
        } else {
            Language::Id
        }
    }
}

/// A text of a procedure or office file: Indonesian always, English where the office wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Text {
    /// A text that both languages share.
    pub fn both(text: impl Into<String>) -> Text {
        Text {
            id: text.into(),
            en: None,
        }
    }

    /// The text in a language; Indonesian serves where there is no English.
    pub fn get(&self, language: Language) -> &str {
        match (language, &self.en) {
            (Language::En, Some(en)) => en,
            _ => &self.id,
        }
    }

    /// Several texts as one.
    pub fn joined(texts: &[Text], between: &str) -> Text {
        let in_one = |language| {
            let parts: Vec<&str> = texts.iter().map(|text| text.get(language)).collect();
            parts.join(between)
        };
        Text {
            id: in_one(Language::Id),
            en: Some(in_one(Language::En)),
        }
    }

    /// Every wording there is, for checks that must hold in both languages.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.id.as_str()).chain(self.en.as_deref())
    }
}
