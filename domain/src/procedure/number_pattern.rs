//! How official numbers are written: `{klasifikasi}/{urut:3}/BAST/{unit}/{tahun}` becomes `500.12/007/BAST/DKI/2026`.

use std::{collections::BTreeMap, fmt::Write, str::FromStr};

use chrono::{Datelike, NaiveDate};

/// How the numbers of a series are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPattern {
    parts: Vec<PatternPart>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum PatternPart {
    Plain(String),
    /// The place in the series, with zeros in front up to so many digits.
    Place(usize),
    Year,
    Month,
    RomanMonth,
    /// A word that the office sets.
    Own(String),
}

/// What is wrong with a pattern, or with what it was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternFault {
    #[error("`{{{0}` is not closed; add `}}`")]
    Open(String),
    #[error("`}}` closes what nothing has opened")]
    Stray,
    #[error("`{{{0}}}` cannot stand in a number; a word has small letters, digits and hyphens")]
    Word(String),
    #[error("only `{{urut}}` has a width, from 1 to 9, as in `{{urut:3}}`; `{{{0}}}` has none")]
    Width(String),
    #[error("without `{{urut}}` all numbers would be the same")]
    NoPlace,
    #[error(
        "`{{{0}}}` is not known; there are {{urut}}, {{tahun}}, {{bulan}} and {{bulan-romawi}}, and what the office file sets in `[letters.words]`"
    )]
    Unknown(String),
}

/// Months as letters write them.
const ROMAN: [&str; 12] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
];

impl FromStr for NumberPattern {
    type Err = PatternFault;

    fn from_str(text: &str) -> Result<Self, PatternFault> {
        let (mut parts, mut rest) = (Vec::new(), text);
        while let Some(at) = rest.find(['{', '}']) {
            let (plain, brace) = rest.split_at(at);
            if !plain.is_empty() {
                parts.push(PatternPart::Plain(plain.to_owned()));
            }
            let inside = brace.strip_prefix('{').ok_or(PatternFault::Stray)?;
            let open = || PatternFault::Open(inside.to_owned());
            let (word, after) = inside.split_once('}').ok_or_else(open)?;
            parts.push(part(word)?);
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(PatternPart::Plain(rest.to_owned()));
        }
        if !parts.iter().any(|it| matches!(it, PatternPart::Place(_))) {
            return Err(PatternFault::NoPlace);
        }
        Ok(Self { parts })
    }
}

fn part(inside: &str) -> Result<PatternPart, PatternFault> {
    let (word, width) = match inside.split_once(':') {
        Some((word, width)) => (word, Some(width)),
        None => (inside, None),
    };
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if word.is_empty() || !word.chars().all(fits) {
        return Err(PatternFault::Word(inside.to_owned()));
    }
    if let Some(width) = width {
        return match width.parse() {
            Ok(width @ 1..=9) if word == "urut" => Ok(PatternPart::Place(width)),
            _ => Err(PatternFault::Width(inside.to_owned())),
        };
    }
    Ok(match word {
        "urut" => PatternPart::Place(1),
        "tahun" => PatternPart::Year,
        "bulan" => PatternPart::Month,
        "bulan-romawi" => PatternPart::RomanMonth,
        own => PatternPart::Own(own.to_owned()),
    })
}

/// A number that no pattern writes: the place in the series, and the year.
pub fn plain_number(place: i64, day: NaiveDate) -> String {
    format!("{place}/{}", day.year())
}

impl NumberPattern {
    /// The number that a paper bears: as the pattern writes it, or plain where the office has given up a word of it.
    pub fn number(&self, place: i64, day: NaiveDate, own: &BTreeMap<String, String>) -> String {
        let written = self.written(place, day, own);
        written.unwrap_or_else(|_| plain_number(place, day))
    }

    /// The number with this place in the series. `own` are the words that the office sets.
    pub fn written(
        &self,
        place: i64,
        day: NaiveDate,
        own: &BTreeMap<String, String>,
    ) -> Result<String, PatternFault> {
        let mut number = String::new();
        for part in &self.parts {
            // Writing to a string cannot fail.
            let _ = match part {
                PatternPart::Plain(plain) => write!(number, "{plain}"),
                PatternPart::Place(width) => write!(number, "{place:0width$}"),
                PatternPart::Year => write!(number, "{}", day.year()),
                PatternPart::Month => write!(number, "{:02}", day.month()),
                PatternPart::RomanMonth => write!(number, "{}", ROMAN[day.month0() as usize % 12]),
                PatternPart::Own(word) => {
                    let unknown = || PatternFault::Unknown(word.clone());
                    write!(number, "{}", own.get(word).ok_or_else(unknown)?)
                }
            };
        }
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, expected: &str) {
        let day = "2026-11-21".parse().unwrap();
        let own = [("klasifikasi", "500.12"), ("unit", "DKI")];
        let own = own
            .map(|(word, set)| (word.to_owned(), set.to_owned()))
            .into();
        let said = pattern
            .parse::<NumberPattern>()
            .and_then(|pattern| pattern.written(7, day, &own));
        assert_eq!(said.unwrap_or_else(|fault| fault.to_string()), expected);
    }

    #[test]
    fn numbers_are_written_by_their_pattern() {
        check(
            "{klasifikasi}/{urut}/BAST/{unit}/{tahun}",
            "500.12/7/BAST/DKI/2026",
        );
        check("{urut:3}/{bulan-romawi}/{tahun}", "007/XI/2026");
        check("{urut:1}-{bulan}", "7-11");
    }

    #[test]
    fn a_pattern_that_cannot_hold_is_explained() {
        check("{urut}/{tahun", "`{tahun` is not closed; add `}`");
        check("urut}", "`}` closes what nothing has opened");
        check(
            "BAST/{tahun}",
            "without `{urut}` all numbers would be the same",
        );
        let width = "only `{urut}` has a width, from 1 to 9, as in `{urut:3}`";
        check("{urut:0}", &format!("{width}; `{{urut:0}}` has none"));
        check(
            "{tahun:2}{urut}",
            &format!("{width}; `{{tahun:2}}` has none"),
        );
        let word = "cannot stand in a number; a word has small letters, digits and hyphens";
        check("{Urut}", &format!("`{{Urut}}` {word}"));
        check("{}", &format!("`{{}}` {word}"));
        assert_eq!(
            "{urut}/{seksi}".parse::<NumberPattern>().unwrap().written(
                1,
                NaiveDate::MIN,
                &BTreeMap::new()
            ),
            Err(PatternFault::Unknown("seksi".to_owned()))
        );
    }
}
