//! What a line of text must look like: as a ready rule says, or as the file writes it, such as a plate or a code of goods.

use regex::{Regex, RegexBuilder};

use crate::{
    Text,
    phrase::Phrase,
    procedure::{accept::Unfit, read::keys::Keys},
};

/// What a pattern may take of memory, in bytes; whoever is beyond it has slipped.
const LARGEST: usize = 1 << 18;

/// What a line of text must look like beyond its length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextRule {
    Any,
    /// Rule R-NAMA: a person's name, titles allowed.
    Name,
    /// Rule R-NOSURAT: a letter's number as written on the letter.
    LetterNumber,
    /// Hours of a week, written back in one way.
    WorkingHours,
    /// Rule R-RAK: units of racks, written back in one way.
    RackUnits,
    /// What the file writes as a pattern.
    Pattern(Box<TextPattern>),
}

/// What a line of text must look like, and what is said where it does not.
#[derive(Debug, Clone)]
pub struct TextPattern {
    /// As the file writes it; the whole line is like it.
    pub written: String,
    regex: Regex,
    pub otherwise: Text,
    /// The file's example, which is like it.
    pub like: String,
}

impl PartialEq for TextPattern {
    fn eq(&self, other: &TextPattern) -> bool {
        (&self.written, &self.otherwise, &self.like)
            == (&other.written, &other.otherwise, &other.like)
    }
}

impl Eq for TextPattern {}

/// The ready ones; a pattern is a file's own.
const RULES: [(&str, TextRule); 4] = [
    ("name", TextRule::Name),
    ("letter-number", TextRule::LetterNumber),
    ("working-hours", TextRule::WorkingHours),
    ("rack-units", TextRule::RackUnits),
];

/// What a line must look like: as a ready rule says, as the file writes it, or as one likes.
pub(super) fn rule(keys: &Keys<'_>) -> TextRule {
    let ready = keys.word("rule", &RULES);
    match (pattern(keys), ready) {
        (Some(pattern), None) => TextRule::Pattern(Box::new(pattern)),
        (Some(_), Some(_)) => {
            let what = "A rule says already what it looks like; remove `pattern` or `rule`.";
            keys.at("pattern", what);
            TextRule::Any
        }
        (None, ready) => ready.unwrap_or(TextRule::Any),
    }
}

/// `pattern = "[A-Z]{2}-[0-9]{4}"`, and what is said otherwise.
fn pattern(keys: &Keys<'_>) -> Option<TextPattern> {
    let (written, otherwise) = (keys.string("pattern"), keys.text("otherwise"));
    if keys.is_sketch() {
        return None;
    }
    if keys.has("pattern") != keys.has("otherwise") {
        let key = if keys.has("pattern") {
            "pattern"
        } else {
            "otherwise"
        };
        keys.at(key, "`pattern` goes with `otherwise`, the sentence for whoever writes something else; add the other one.");
    }
    let written = written?;
    let whole = format!("^(?:{written})$");
    let regex = RegexBuilder::new(&whole).size_limit(LARGEST).build();
    let regex = regex.map_err(|_| {
        let what = format!(
            "`pattern` cannot be `{written}`; write what stands in its place, e.g. '[A-Z]{{2}}-[0-9]{{4}}' for two capitals, a hyphen and four digits."
        );
        keys.at("pattern", what);
    });
    Some(TextPattern {
        regex: regex.ok()?,
        written,
        otherwise: otherwise.unwrap_or_default(),
        like: keys.text("example").map(|text| text.id).unwrap_or_default(),
    })
}

impl TextPattern {
    pub(super) fn judge(&self, text: String) -> Result<String, Unfit> {
        if self.regex.is_match(&text) {
            return Ok(text);
        }
        let why = self.otherwise.clone();
        Err(Unfit::Kind(Phrase::new("unfit-must").with("why", why)))
    }

    /// What is wrong with an example or a suggestion.
    pub(super) fn misfit(&self, wording: &str) -> Option<String> {
        let fits = self.regex.is_match(wording);
        (!fits).then(|| {
            format!(
                "\"{wording}\" is not like the pattern `{}`; change one of the two.",
                self.written
            )
        })
    }
}
