//! Official numbers: `{klasifikasi}/{urut:3}/BAST/{unit}/{tahun}` becomes `500.12/007/BAST/DKI/2026`. Where the
//! sequence comes from is somebody else's business.

use std::{collections::BTreeMap, fmt::Write, str::FromStr};

use chrono::{Datelike, NaiveDate};

use crate::roman;

/// How the numbers of a series are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    parts: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Plain(String),
    /// The sequence, with zeros in front up to this many digits.
    Sequence(usize),
    Year,
    Month,
    RomanMonth,
    /// A word that the office sets.
    Own(String),
}

/// What is wrong with a pattern, or with what it was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberFault {
    #[error("`{{{0}` is not closed: `}}` is missing")]
    Open(String),
    #[error("`}}` stands where no `{{` was opened")]
    Stray,
    #[error("`{{{0}}}` is not a word of a number: a word has small letters, digits and hyphens")]
    Word(String),
    #[error("`{{{0}}}`: only `{{urut}}` has a width, from 1 to 9, as in `{{urut:3}}`")]
    Width(String),
    #[error("`{{urut}}` is missing: all numbers would be the same")]
    NoSequence,
    #[error(
        "`{{{word}}}` is not known; there are {{urut}}, {{tahun}}, {{bulan}}, {{bulan-romawi}}{}",
        listed(known)
    )]
    Unknown { word: String, known: Vec<String> },
}

fn listed(known: &[String]) -> String {
    known.iter().fold(String::new(), |mut listed, word| {
        let _ = write!(listed, ", {{{word}}}");
        listed
    })
}

impl FromStr for Pattern {
    type Err = NumberFault;

    fn from_str(text: &str) -> Result<Self, NumberFault> {
        let (mut parts, mut rest) = (Vec::new(), text);
        while let Some(at) = rest.find(['{', '}']) {
            let (plain, brace) = rest.split_at(at);
            if !plain.is_empty() {
                parts.push(Piece::Plain(plain.to_owned()));
            }
            let inside = brace.strip_prefix('{').ok_or(NumberFault::Stray)?;
            let open = || NumberFault::Open(inside.to_owned());
            let (word, after) = inside.split_once('}').ok_or_else(open)?;
            parts.push(piece(word)?);
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Piece::Plain(rest.to_owned()));
        }
        let counts = |piece: &Piece| matches!(piece, Piece::Sequence(_));
        if !parts.iter().any(counts) {
            return Err(NumberFault::NoSequence);
        }
        Ok(Self { parts })
    }
}

fn piece(inside: &str) -> Result<Piece, NumberFault> {
    let (word, width) = match inside.split_once(':') {
        Some((word, width)) => (word, Some(width)),
        None => (inside, None),
    };
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if word.is_empty() || !word.chars().all(fits) {
        return Err(NumberFault::Word(inside.to_owned()));
    }
    if let Some(width) = width {
        return match width.parse() {
            Ok(width @ 1..=9) if word == "urut" => Ok(Piece::Sequence(width)),
            _ => Err(NumberFault::Width(inside.to_owned())),
        };
    }
    Ok(match word {
        "urut" => Piece::Sequence(1),
        "tahun" => Piece::Year,
        "bulan" => Piece::Month,
        "bulan-romawi" => Piece::RomanMonth,
        own => Piece::Own(own.to_owned()),
    })
}

impl Pattern {
    /// The number with this place in the series. `own` are the words that the office sets.
    pub fn number(
        &self,
        sequence: u32,
        date: NaiveDate,
        own: &BTreeMap<String, String>,
    ) -> Result<String, NumberFault> {
        let mut number = String::new();
        for part in &self.parts {
            // Writing to a string cannot fail.
            let _ = match part {
                Piece::Plain(plain) => write!(number, "{plain}"),
                Piece::Sequence(width) => write!(number, "{sequence:0width$}"),
                Piece::Year => write!(number, "{}", date.year()),
                Piece::Month => write!(number, "{:02}", date.month()),
                Piece::RomanMonth => write!(number, "{}", roman::month(date)),
                Piece::Own(word) => {
                    let known = || own.keys().cloned().collect();
                    let set = own.get(word).ok_or_else(|| NumberFault::Unknown {
                        word: word.clone(),
                        known: known(),
                    })?;
                    write!(number, "{set}")
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
        let date = "2026-11-21".parse().unwrap();
        let own = [("klasifikasi", "500.12"), ("unit", "DKI")];
        let own = own
            .map(|(word, set)| (word.to_owned(), set.to_owned()))
            .into();
        let said = pattern
            .parse::<Pattern>()
            .and_then(|pattern| pattern.number(7, date, &own));
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
        check(
            "{urut}/{seksi}",
            "`{seksi}` is not known; there are {urut}, {tahun}, {bulan}, {bulan-romawi}, {klasifikasi}, {unit}",
        );
        check("{urut}/{tahun", "`{tahun` is not closed: `}` is missing");
        check("urut}", "`}` stands where no `{` was opened");
        check(
            "BAST/{tahun}",
            "`{urut}` is missing: all numbers would be the same",
        );
        check(
            "{urut:0}",
            "`{urut:0}`: only `{urut}` has a width, from 1 to 9, as in `{urut:3}`",
        );
        check(
            "{tahun:2}{urut}",
            "`{tahun:2}`: only `{urut}` has a width, from 1 to 9, as in `{urut:3}`",
        );
        check(
            "{Urut}",
            "`{Urut}` is not a word of a number: a word has small letters, digits and hyphens",
        );
        check(
            "{}",
            "`{}` is not a word of a number: a word has small letters, digits and hyphens",
        );
    }
}
