//! The sentences, in both languages, from the Fluent files in `bot/locales`.

use std::{collections::HashMap, sync::Arc};

use domain::{Language, Text};
use fluent::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use super::Html;

/// The file of one subject, in each language.
macro_rules! subject {
    ($name:literal) => {
        [
            (
                Language::Id,
                include_str!(concat!("../../locales/id/", $name, ".ftl")),
            ),
            (
                Language::En,
                include_str!(concat!("../../locales/en/", $name, ".ftl")),
            ),
        ]
    };
}

/// The files. Each holds the sentences of one subject; no key stands in two of them.
const SUBJECTS: &[[(Language, &str); 2]] = &[
    subject!("loket"),
    subject!("calendar"),
    subject!("clock"),
    subject!("ends"),
    subject!("figures"),
    subject!("groups"),
    subject!("lists"),
    subject!("overview"),
    subject!("people"),
    subject!("privacy"),
    subject!("registration"),
    subject!("silence"),
];

/// All sentences, ready to be said. Cloning is cheap.
#[derive(Clone)]
pub struct Words(Arc<HashMap<Language, FluentBundle<FluentResource>>>);

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words")
    }
}

impl Words {
    /// Reads the built-in files. A file that does not read is a mistake of ours, which a test finds.
    pub fn load() -> Words {
        let bundles = Language::ALL.map(|language| (language, bundle(language)));
        Words(Arc::new(HashMap::from(bundles)))
    }

    /// The sentences of one language.
    pub fn speech(&self, language: Language) -> Speech {
        Speech {
            words: self.clone(),
            language,
        }
    }
}

/// All files of one language, read.
fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks would break links and what people copy.
    bundle.set_use_isolating(false);
    let files = SUBJECTS.iter().flatten();
    for (_, file) in files.filter(|(of, _)| *of == language) {
        let resource = match FluentResource::try_new((*file).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The sentences of one language.
#[derive(Debug, Clone)]
pub struct Speech {
    words: Words,
    pub language: Language,
}

impl Speech {
    /// The same sentences in another language.
    #[must_use]
    pub fn switch(&self, language: Language) -> Speech {
        self.words.speech(language)
    }

    /// A sentence as markup; the arguments are escaped already.
    pub fn html(&self, key: &str, args: &[(&str, Html)]) -> Html {
        Html::markup(self.format(
            key,
            args.iter().map(|(name, value)| (*name, value.as_str())),
        ))
    }

    /// A sentence without markup: for buttons and toasts.
    pub fn plain(&self, key: &str, args: &[(&str, String)]) -> String {
        self.format(
            key,
            args.iter().map(|(name, value)| (*name, value.as_str())),
        )
    }

    /// A text of a procedure or office file.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.language)
    }

    fn format<'a>(&self, key: &str, args: impl Iterator<Item = (&'a str, &'a str)>) -> String {
        let Some(bundle) = self.words.0.get(&self.language) else {
            return key.to_owned();
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "sentence is missing");
            return key.to_owned();
        };
        let args: FluentArgs = args
            .map(|(name, value)| (name, FluentValue::from(value.to_owned())))
            .collect();
        let mut errors = Vec::new();
        let said = bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned();
        if !errors.is_empty() {
            tracing::error!(key, "sentence lacks an argument");
        }
        said
    }
}

/// `t!(speech, "key", name = value)`: a sentence as markup. `t!(plain speech, …)`: without.
macro_rules! t {
    (plain $speech:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $speech.plain($key, &[$((stringify!($name), ($value).to_string())),*])
    };
    ($speech:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $speech.html($key, &[$((stringify!($name), $crate::text::Html::from($value))),*])
    };
}
pub(crate) use t;
