//! Lines and paragraphs, people's names and letters' numbers.

use super::{
    Asked, Likely, Sample, Use, Way, Written,
    letter_number::{LETTER_NUMBER, letter_number},
    pattern::rule,
    rack_units::rack_units,
};
use crate::{
    calendar::Week,
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        read::{bounds, keys::Keys},
    },
};

pub use super::pattern::TextRule;

/// A name has 2 to 200 characters (R-NAMA): some people have one short name, others many titles.
const NAME: (usize, usize) = (2, 200);

/// One line. Lengths are in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextKind {
    pub min: usize,
    pub max: usize,
    pub rule: TextRule,
}

/// Several lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParagraphKind {
    pub min: usize,
    pub max: usize,
}

impl Written for TextKind {
    const WORD: &'static str = "text";
    const KEYS: &'static [&'static str] = &["min", "max", "rule", "pattern", "otherwise"];
    const USES: &'static [Use] = &[Use::Cell, Use::Remembered, Use::Free, Use::Suggested];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "min = 3\nmax = 80",
            takes: &["  satu  dua  "],
            refuses: &["ab", ""],
        },
        Sample {
            keys: "rule = \"name\"",
            takes: &["Dr. Ma’ruf Al-Amin, S.Kom."],
            refuses: &["Budi 2"],
        },
        Sample {
            keys: "rule = \"letter-number\"",
            takes: &["500.12/88/Dinsos/2026"],
            refuses: &["tanpa nomor"],
        },
        Sample {
            keys: "rule = \"working-hours\"",
            takes: &["Senin – Kamis: 8-12, 13-16"],
            refuses: &["besok 08.00-09.00"],
        },
        Sample {
            keys: "rule = \"rack-units\"",
            takes: &["Rak 3 U12-13"],
            refuses: &["Rak 3", "U12"],
        },
        Sample {
            keys: "pattern = '[A-Z]{1,2} [0-9]{1,4} [A-Z]{1,3}'\notherwise = \"Tulis pelat seperti B 1234 XY.\"\nexample = \"B 1234 XY\"",
            takes: &["AB 12 C"],
            refuses: &["b 1234 xy", "B 1234 XY, B 1235 XY", "1234"],
        },
    ];

    fn read(keys: &Keys<'_>) -> TextKind {
        let rule = rule(keys);
        let (min, max) = match rule {
            TextRule::Any | TextRule::RackUnits | TextRule::Pattern(_) => (1, 200),
            TextRule::Name => NAME,
            TextRule::LetterNumber => LETTER_NUMBER,
            TextRule::WorkingHours => (5, 300),
        };
        TextKind {
            min: keys.within("min", bounds::LENGTH).unwrap_or(min),
            max: keys.within("max", bounds::LENGTH).unwrap_or(max),
            rule,
        }
    }
}

impl Written for ParagraphKind {
    const WORD: &'static str = "paragraph";
    const KEYS: &'static [&'static str] = &["min", "max"];
    const USES: &'static [Use] = &[Use::Remembered, Use::Suggested];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "min = 10\nmax = 500",
        takes: &["baris satu\n\n\ndua"],
        refuses: &["pendek"],
    }];

    fn read(keys: &Keys<'_>) -> ParagraphKind {
        ParagraphKind {
            min: keys.within("min", bounds::LENGTH).unwrap_or(1),
            max: keys.within("max", bounds::LENGTH).unwrap_or(1000),
        }
    }
}

impl Asked for TextKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        line(typed, self.min, self.max, &self.rule).map(Answer::Text)
    }

    fn outline(&self) -> Phrase {
        let text = Phrase::new("outline-kind-text")
            .with("min", self.min)
            .with("max", self.max);
        match &self.rule {
            TextRule::Pattern(pattern) => Phrase::new("outline-kind-text-pattern")
                .with("text", text)
                .with("pattern", pattern.written.as_str()),
            _ => text,
        }
    }

    fn fault(&self) -> Option<String> {
        no_room(self.min, self.max)
    }

    fn misfit(&self, wording: &str) -> Option<String> {
        let pattern = match &self.rule {
            TextRule::Pattern(pattern) => pattern.misfit(wording),
            _ => None,
        };
        wrong_length(wording, self.min, self.max).or(pattern)
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        vec![match &self.rule {
            TextRule::Pattern(pattern) => pattern.like.clone(),
            TextRule::Any => long(&format!("Nama {} ", of.name), self.min, self.max),
            TextRule::Name => long("Rani Contoh ", self.min, self.max),
            TextRule::RackUnits => format!("Rak {}, U1", of.name),
            TextRule::WorkingHours => "senin-jumat 08.00-16.00".to_owned(),
            TextRule::LetterNumber => long("500.12/88/2026/", self.min, self.max),
        }]
    }
}

impl Asked for ParagraphKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        paragraph(typed, self.min, self.max).map(Answer::Text)
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-paragraph")
            .with("min", self.min)
            .with("max", self.max)
    }

    fn fault(&self) -> Option<String> {
        no_room(self.min, self.max)
    }

    fn misfit(&self, wording: &str) -> Option<String> {
        wrong_length(wording, self.min, self.max)
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        let words = format!("Keterangan {}. ", of.name);
        vec![long(&words, self.min, self.max)]
    }
}

fn no_room(min: usize, max: usize) -> Option<String> {
    (min > max || max == 0)
        .then(|| format!("No text has from {min} to {max} characters; change `min` or `max`."))
}

fn wrong_length(wording: &str, min: usize, max: usize) -> Option<String> {
    let length = wording.chars().count();
    (min <= max && !(min..=max).contains(&length)).then(|| {
        format!("\"{wording}\" has {length} characters, but an answer has {min} to {max}.")
    })
}

/// These words again and again, within the limits.
fn long(words: &str, min: usize, max: usize) -> String {
    let most = max.min(min.max(words.chars().count()));
    let text: String = words.chars().cycle().take(most).collect();
    match text.strip_suffix(' ') {
        Some(short) => format!("{short}x"),
        None => text,
    }
}

/// One line. A rule narrows the field's own limits and never widens them.
fn line(typed: &str, min: usize, max: usize, rule: &TextRule) -> Result<String, Unfit> {
    if *rule == TextRule::WorkingHours {
        return working_hours(typed, min, max);
    }
    let text = clean::line(typed)?;
    match rule {
        TextRule::Any | TextRule::WorkingHours => within(text, min, max),
        TextRule::Name => {
            let name = within(clean::plain_signs(&text), min.max(NAME.0), max.min(NAME.1))?;
            if is_name(&name) {
                Ok(name)
            } else {
                Err(Unfit::NotAName)
            }
        }
        TextRule::LetterNumber => letter_number(&clean::plain_signs(&text), min, max),
        TextRule::RackUnits => within(rack_units(&clean::plain_signs(&text))?, min, max),
        TextRule::Pattern(pattern) => {
            let text = within(clean::plain_signs(&text), min, max)?;
            pattern.judge(text)
        }
    }
}

/// The hours of a week. Each line is for some days of it, as people like to write it.
fn working_hours(typed: &str, min: usize, max: usize) -> Result<String, Unfit> {
    let text = clean::plain_signs(&clean::paragraph(typed)?);
    let text = within(text, min, max)?;
    let week: Week = text.parse().map_err(|because| Unfit::Hours { because })?;
    Ok(week.to_string())
}

fn paragraph(typed: &str, min: usize, max: usize) -> Result<String, Unfit> {
    within(clean::paragraph(typed)?, min, max)
}

/// Counts characters as they were kept, not as they were typed.
fn within(text: String, min: usize, max: usize) -> Result<String, Unfit> {
    let has = text.chars().count();
    if has < min {
        Err(Unfit::TooShort { min, has })
    } else if has > max {
        Err(Unfit::TooLong { max, has })
    } else {
        Ok(text)
    }
}

/// R-NAMA: letters, space, `.`, `,`, `'`, `-`, `(`, `)`, `&`; the person's own capitals and titles stay.
fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && text.chars().all(|c| {
            c.is_alphabetic() || matches!(c, ' ' | '.' | ',' | '\'' | '-' | '(' | ')' | '&')
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::accept::testing::check;

    #[test]
    fn a_line_is_measured_after_cleaning() {
        let kind = TextKind {
            min: 3,
            max: 8,
            rule: TextRule::Any,
        };
        check(&kind, "abc", "abc");
        check(&kind, "  a  b  ", "a b");
        check(&kind, "  ab  ", "TooShort { min: 3, has: 2 }");
        check(&kind, "a\u{200B}\u{200B}b", "TooShort { min: 3, has: 2 }");
        check(&kind, "éééééééé", "éééééééé");
        check(&kind, "abcdefghi", "TooLong { max: 8, has: 9 }");
        check(&kind, "<b>&</b>", "<b>&</b>");
        check(&kind, "\u{200F}\u{FEFF}", "Empty");
        check(&kind, "satu\ndua", "satu dua");
    }

    #[test]
    fn even_an_unlimited_line_is_not_empty() {
        check(
            &TextKind {
                min: 0,
                max: 9,
                rule: TextRule::Any,
            },
            " \0 ",
            "Empty",
        );
        check(&ParagraphKind { min: 0, max: 9 }, "\n\n", "Empty");
    }

    #[test]
    fn a_paragraph_keeps_its_lines() {
        let kind = ParagraphKind { min: 10, max: 20 };
        check(&kind, "baris satu\n\n\n\ndua", "baris satu\n\ndua");
        check(&kind, "pendek", "TooShort { min: 10, has: 6 }");
        check(
            &kind,
            "baris satu\nbaris kedua",
            "TooLong { max: 20, has: 22 }",
        );
    }

    #[test]
    fn names() {
        let kind = TextKind {
            min: 1,
            max: 300,
            rule: TextRule::Name,
        };
        check(&kind, "Ni Luh Ayu", "Ni Luh Ayu");
        check(
            &kind,
            "Dr. H. Ma'ruf Al-Amin, S.Kom., M.T.",
            "Dr. H. Ma'ruf Al-Amin, S.Kom., M.T.",
        );
        check(&kind, "Ma’ruf", "Ma'ruf");
        check(&kind, "DEWI lestari", "DEWI lestari");
        check(&kind, "Al", "Al");
        check(&kind, "A", "TooShort { min: 2, has: 1 }");
        check(
            &kind,
            "dr. Made Contoh, Sp.PK(K)",
            "dr. Made Contoh, Sp.PK(K)",
        );
        check(&kind, "Rani & Budi", "Rani & Budi");
        check(&kind, &"a".repeat(200), &"a".repeat(200));
        check(&kind, &"a".repeat(201), "TooLong { max: 200, has: 201 }");
        check(&kind, "Budi 2", "NotAName");
        check(&kind, "<b>Budi</b>", "NotAName");
        check(&kind, "...", "NotAName");
    }

    #[test]
    fn a_field_can_be_narrower_than_its_rule() {
        let kind = TextKind {
            min: 5,
            max: 6,
            rule: TextRule::Name,
        };
        check(&kind, "Budi", "TooShort { min: 5, has: 4 }");
        check(&kind, "Budiman", "TooLong { max: 6, has: 7 }");
    }

    #[test]
    fn working_hours() {
        let kind = TextKind {
            min: 5,
            max: 100,
            rule: TextRule::WorkingHours,
        };
        check(
            &kind,
            "Senin – Kamis: 8-12, 13-16\nJumat 8-11.30",
            "senin-kamis 08.00-12.00, 13.00-16.00; jumat 08.00-11.30",
        );
        check(
            &kind,
            "besok 08.00-09.00",
            "Hours { because: Days(\"besok\") }",
        );
        check(&kind, "8-12", "TooShort { min: 5, has: 4 }");
    }
}
