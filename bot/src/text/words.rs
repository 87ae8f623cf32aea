//! The sentences, in every language, from the Fluent files in `bot/locales`.

use std::{
    borrow::Cow,
    sync::{Arc, LazyLock},
};

use domain::{Language, Text};
use fluent::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};

use super::Html;

/// A folder for each language, in it a file for each subject. No key stands in two files of a language.
static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// All sentences, ready to be said. Cloning is cheap.
#[derive(Clone)]
pub struct Words(Arc<[Spoken]>);

/// The sentences of one language, read.
struct Spoken {
    language: Language,
    sentences: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words")
    }
}

impl Words {
    /// The built-in sentences. A file that does not read is a mistake of ours, which a test finds.
    pub fn load() -> Words {
        static BUILT_IN: LazyLock<Words> = LazyLock::new(|| Words::of(built_in()));
        BUILT_IN.clone()
    }

    /// Sentences from the text of Fluent files. What a language lacks is said in the first one.
    pub fn of<'a>(files: impl IntoIterator<Item = (Language, &'a str)>) -> Words {
        let mut all: Vec<Spoken> = Vec::new();
        for (language, file) in files {
            let place = all.iter().position(|it| it.language == language);
            let place = place.unwrap_or_else(|| {
                all.push(Spoken::nothing_yet(language));
                all.len() - 1
            });
            all[place].learn(file);
        }
        Words(all.into())
    }

    /// The sentences of one language.
    pub fn speech(&self, language: Language) -> Speech {
        let place = self.0.iter().position(|it| it.language == language);
        Speech {
            words: self.clone(),
            language,
            place: place.unwrap_or_default(),
        }
    }
}

/// The files of the languages that the counter speaks.
pub fn built_in() -> impl Iterator<Item = (Language, &'static str)> {
    Language::ALL.iter().flat_map(|language| {
        let files = LOCALES.get_dir(language.code()).map(Dir::files);
        let files = files.into_iter().flatten();
        files.filter_map(|file| Some((*language, file.contents_utf8()?)))
    })
}

impl Spoken {
    fn nothing_yet(language: Language) -> Spoken {
        let tag = language.code().parse().unwrap_or_default();
        let mut sentences = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would break links and what people copy.
        sentences.set_use_isolating(false);
        Spoken {
            language,
            sentences,
        }
    }

    fn learn(&mut self, file: &str) {
        let resource = match FluentResource::try_new(file.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        self.sentences.add_resource_overriding(resource);
    }

    fn say<'s>(&'s self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Cow<'s, str>> {
        let pattern = self.sentences.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let said = self.sentences.format_pattern(pattern, args, &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, "sentence lacks an argument");
        }
        Some(said)
    }
}

/// The sentences of one language.
#[derive(Debug, Clone)]
pub struct Speech {
    words: Words,
    pub language: Language,
    place: usize,
}

impl Speech {
    /// The same sentences in another language.
    #[must_use]
    pub fn switch(&self, language: Language) -> Speech {
        self.words.speech(language)
    }

    /// A sentence as markup; the arguments are escaped already.
    pub fn html(&self, key: &str, args: &[(&str, Html)]) -> Html {
        let args = args.iter().map(|(name, value)| (*name, value.as_str()));
        Html::markup(self.format(key, args))
    }

    /// A sentence without markup: for buttons and toasts.
    pub fn plain(&self, key: &str, args: &[(&str, String)]) -> String {
        let args = args.iter().map(|(name, value)| (*name, value.as_str()));
        self.format(key, args)
    }

    /// A word or sentence that takes no arguments, as it stands in the file.
    pub fn word<'s>(&'s self, key: &'s str) -> Cow<'s, str> {
        self.say(key, None)
    }

    /// A text of a procedure or office file.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.language)
    }

    /// `1.250` for 1250 in Indonesian, `1,250` in English.
    pub fn grouped(&self, number: i64) -> String {
        let mark = self.word("thousands-mark");
        let digits = number.unsigned_abs().to_string();
        let mut grouped = String::new();
        if number < 0 {
            grouped.push('-');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push_str(&mark);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A count chooses between the singular and the plural, and is grouped where it is large, which is always a plural;
    /// everything else is text, as it is.
    fn argument<'a>(&self, name: &str, value: &'a str) -> FluentValue<'a> {
        let is_count = value == "0" || !value.starts_with(['0', '+', '-']);
        match value.parse::<i32>() {
            Ok(count) if is_count && count >= 1_000 && COUNTS.contains(&name) => {
                FluentValue::from(self.grouped(count.into()))
            }
            Ok(count) if is_count => FluentValue::from(count),
            _ => FluentValue::from(value),
        }
    }

    fn format<'a>(&self, key: &str, args: impl Iterator<Item = (&'a str, &'a str)>) -> String {
        let argument = |(name, value)| (name, self.argument(name, value));
        let args: FluentArgs<'_> = args.map(argument).collect();
        self.say(key, Some(&args)).into_owned()
    }

    fn say<'s>(&'s self, key: &'s str, args: Option<&FluentArgs<'_>>) -> Cow<'s, str> {
        let said = self
            .words
            .0
            .get(self.place)
            .and_then(|it| it.say(key, args));
        // Not translated: Indonesian, the first.
        let said = said.or_else(|| self.words.0.first()?.say(key, args));
        said.unwrap_or_else(|| {
            tracing::error!(key, "sentence is missing");
            Cow::Borrowed(key)
        })
    }
}

/// Arguments that are how many there are of something; a year or a name of digits is none.
const COUNTS: [&str; 12] = [
    "n", "m", "of", "most", "max", "min", "total", "requests", "tasks", "rows", "drafts", "links",
];

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

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::{code::ProcedureCode, office::Office, procedure::Catalogue};

    use super::*;
    use crate::text::{home, moment, outline::outline};

    const JV: Language = Language::of("jv");

    /// A speech in a language that is taught a handful of sentences, and nothing else.
    fn third() -> Speech {
        let stub = (JV, include_str!("jv.ftl"));
        Words::of(built_in().chain([stub])).speech(JV)
    }

    /// What is counted by the thousand is grouped as each language does it; a year never is.
    #[test]
    fn large_counts_are_grouped() {
        let said = |language, n: u32| {
            let s = Words::load().speech(language);
            t!(plain s, "button-calendar-year", year = 2026, n = n)
        };
        assert_eq!(said(Language::ID, 1_234), "Libur 2026 (1.234)");
        assert_eq!(said(Language::EN, 1_234), "Days Off 2026 (1,234)");
        assert_eq!(said(Language::EN, 999), "Days Off 2026 (999)");
    }

    /// What is translated is said so, and everything else in Indonesian, down to the words within a
    /// sentence.
    #[test]
    fn a_third_language_is_its_sentences() {
        let s = third();
        let screen = home::languages(&s, None);
        assert!(screen.text.as_str().contains("Mangga milih basa."));
        let labels: Vec<_> = screen.keys.iter().flatten().map(|key| &key.label).collect();
        assert_eq!(labels, ["Bahasa Indonesia", "English", "Menu"]);
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(moment::day(&s, day), "Selasa Wage 24 November 2026");
        assert_eq!(moment::month(&s, day), "November 2026");
        assert_eq!(t!(plain s, "yes"), "Ya");
    }

    #[test]
    fn a_procedure_is_shown_in_a_third_language() {
        let office = Office::built_in().unwrap();
        let catalogue = Catalogue::built_in(&office).unwrap();
        let hosting = catalogue.get(&ProcedureCode::new("hosting")).unwrap();
        let mut hosting = hosting.as_ref().clone();
        hosting.title = hosting.title.and(JV, "Papan Situs");
        let shown = outline(&hosting, &office, &third());
        let indonesian = outline(&hosting, &office, &Words::load().speech(Language::ID));
        for (theirs, ours) in [
            ("PAPAN SITUS", "HOSTING"),
            ("Kegiyatan", "Kegiatan"),
            ("Pitakonan", "Pertanyaan"),
            ("andharan, 10–1.000 aksara", "uraian, 10–1.000 huruf"),
            ("dinten kerja", "hari kerja"),
        ] {
            assert!(shown.contains(theirs), "{shown}");
            assert!(indonesian.contains(ours) && !indonesian.contains(theirs));
        }
        // Nobody taught it these.
        for both in ["Pelaksana", "satu baris, 2–60 huruf", "satu ketukan"] {
            assert!(shown.contains(both), "{shown}");
            assert!(indonesian.contains(both));
        }
    }

    #[test]
    fn a_count_chooses_between_one_and_several() {
        let s = Words::load().speech(Language::EN);
        let left = |n: i64| t!(plain s, "silent-ends", n = n, day = "Monday");
        assert!(left(1).starts_with("One working day is left."));
        assert!(left(2).starts_with("2 working days are left."));
        assert!(left(0).starts_with("0 working days are left."));
    }

    /// Only a count is one; what merely looks like a number stays as it was written.
    #[test]
    fn what_stands_in_a_sentence_stays_as_it_was_written() {
        let words = Words::of([(Language::ID, "it = { $it }")]);
        let s = words.speech(Language::ID);
        for it in [
            "0",
            "1",
            "-1",
            "007",
            "00",
            "1.0",
            "1,5",
            "1e3",
            "+62",
            "2147483647",
            "9999999999",
            "0.50",
            "",
            " 1",
            "inf",
            "NaN",
            "{ $it }",
        ] {
            assert_eq!(s.plain("it", &[("it", it.to_owned())]), it);
        }
    }

    #[test]
    fn a_missing_sentence_is_its_key() {
        let words = Words::of([]);
        assert_eq!(words.speech(Language::ID).plain("lost", &[]), "lost");
    }
}
