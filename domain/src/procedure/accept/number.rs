//! Whole and decimal numbers (R-ANGKA): comma or dot as decimal mark, thousands in groups of three.

use super::{Unfit, clean};
use crate::Text;

/// More digits than any count or measure of an office; within them an `i64` is exact.
const WHOLE_DIGITS: usize = 18;
/// Within these an `f64` is exact enough to compare with the limits.
const DECIMAL_DIGITS: usize = 15;

/// A whole number. `1.250` and `1,250` are read as thousands: nobody counts in thousandths.
pub(super) fn whole(
    typed: &str,
    min: Option<i64>,
    max: Option<i64>,
    unit: Option<&Text>,
) -> Result<i64, Unfit> {
    let figure =
        Figure::read(&without_unit(&clean::line(typed)?, unit), true).ok_or(Unfit::NotANumber)?;
    if !figure.fraction.is_empty() {
        return Err(Unfit::NotWhole);
    }
    figure.at_most(WHOLE_DIGITS)?;
    let number: i64 = figure.to_string().parse().map_err(|_| Unfit::NotANumber)?;
    match (min, max) {
        (Some(min), _) if number < min => Err(Unfit::NumberTooSmall {
            min: min.to_string(),
        }),
        (_, Some(max)) if number > max => Err(Unfit::NumberTooLarge {
            max: max.to_string(),
        }),
        _ => Ok(number),
    }
}

/// A decimal number, as digits with a dot. A single mark is the decimal mark, whichever it is.
pub(super) fn decimal(
    typed: &str,
    min: Option<f64>,
    max: Option<f64>,
    unit: Option<&Text>,
) -> Result<String, Unfit> {
    let figure =
        Figure::read(&without_unit(&clean::line(typed)?, unit), false).ok_or(Unfit::NotANumber)?;
    figure.at_most(DECIMAL_DIGITS)?;
    let written = figure.to_string();
    let number: f64 = written.parse().map_err(|_| Unfit::NotANumber)?;
    match (min, max) {
        (Some(min), _) if number < min => Err(Unfit::NumberTooSmall {
            min: min.to_string(),
        }),
        (_, Some(max)) if number > max => Err(Unfit::NumberTooLarge {
            max: max.to_string(),
        }),
        _ => Ok(written),
    }
}

/// `4 GB` is an answer to a question in GB.
fn without_unit(text: &str, unit: Option<&Text>) -> String {
    let text = clean::plain_signs(text).to_lowercase();
    let bare = unit
        .into_iter()
        .flat_map(Text::wordings)
        .filter(|unit| !unit.is_empty())
        .find_map(|unit| text.strip_suffix(&unit.to_lowercase()))
        .map(|rest| rest.trim_end().to_owned());
    bare.unwrap_or(text)
}

/// A number as written, without superfluous zeros: digits only, `whole` never empty.
struct Figure {
    negative: bool,
    whole: String,
    fraction: String,
}

impl Figure {
    fn read(text: &str, counts: bool) -> Option<Figure> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text.strip_prefix('+').unwrap_or(text).trim_start()),
        };
        let (whole, fraction) = match decimal_mark(text, counts) {
            Some(mark) => text
                .rsplit_once(mark)
                .filter(|(_, fraction)| is_digits(fraction))?,
            None => (text, ""),
        };
        let whole = if whole.is_empty() && !fraction.is_empty() {
            "0".to_owned()
        } else {
            ungrouped(whole)?
        };
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            digits => digits,
        };
        let fraction = fraction.trim_end_matches('0');
        Some(Figure {
            negative: negative && (whole != "0" || !fraction.is_empty()),
            whole: whole.to_owned(),
            fraction: fraction.to_owned(),
        })
    }

    fn at_most(&self, max: usize) -> Result<(), Unfit> {
        let has = self.whole.len() + self.fraction.len();
        if has > max {
            Err(Unfit::TooLong { max, has })
        } else {
            Ok(())
        }
    }
}

impl std::fmt::Display for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Figure {
            negative,
            whole,
            fraction,
        } = self;
        let minus = if *negative { "-" } else { "" };
        let dot = if fraction.is_empty() { "" } else { "." };
        write!(f, "{minus}{whole}{dot}{fraction}")
    }
}

/// Which sign divides whole and fraction, if any does.
fn decimal_mark(text: &str, counts: bool) -> Option<char> {
    let marks: Vec<char> = text.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let last = *marks.last()?;
    match marks.len() {
        1 if counts && ungrouped(text).is_some() => None,
        1 => Some(last),
        // `1.250,5`: the mark that comes last. `1.250.000`: none.
        _ => marks.iter().any(|mark| *mark != last).then_some(last),
    }
}

/// The digits of `1250`, `1.250`, `1,250` or `1 250`; of nothing else.
fn ungrouped(text: &str) -> Option<String> {
    let mut marks = text.chars().filter(|c| !c.is_ascii_digit());
    let Some(mark) = marks.next() else {
        return is_digits(text).then(|| text.to_owned());
    };
    if !matches!(mark, '.' | ',' | ' ') || marks.any(|other| other != mark) {
        return None;
    }
    let (first, rest) = text.split_once(mark)?;
    let grouped = is_digits(first)
        && first.len() <= 3
        && !first.starts_with('0')
        && rest
            .split(mark)
            .all(|group| is_digits(group) && group.len() == 3);
    grouped.then(|| text.replace(mark, ""))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::{
        Language, Text,
        procedure::{accept::testing::check, field::Kind},
    };

    fn number(min: Option<i64>, max: Option<i64>) -> Kind {
        Kind::Number {
            min,
            max,
            unit: Some(Text::both("orang").and(Language::EN, "people")),
        }
    }

    fn decimal(min: Option<f64>, max: Option<f64>) -> Kind {
        Kind::Decimal {
            min,
            max,
            unit: Some(Text::both("kVA")),
        }
    }

    #[test]
    fn whole_numbers() {
        let kind = number(None, None);
        for (typed, expected) in [
            ("4", "4"),
            (" 007 ", "7"),
            ("1250", "1250"),
            ("1.250", "1250"),
            ("1,250", "1250"),
            ("1 250 000", "1250000"),
            ("1.250.000", "1250000"),
            ("-5", "-5"),
            ("−5", "-5"),
            ("+5", "5"),
            ("-0", "0"),
            ("2,0", "2"),
            ("4 orang", "4"),
            ("4 People", "4"),
            ("2,5", "NotWhole"),
            ("1.25", "NotWhole"),
            ("0.250", "NotWhole"),
            ("1.250.00", "NotANumber"),
            ("1.250,000.5", "NotANumber"),
            ("empat", "NotANumber"),
            ("4 GB", "NotANumber"),
            ("1e3", "NotANumber"),
            ("٤", "NotANumber"),
            ("-", "NotANumber"),
            ("orang", "NotANumber"),
            ("", "Empty"),
            ("999999999999999999", "999999999999999999"),
            ("1000000000000000000", "TooLong { max: 18, has: 19 }"),
        ] {
            check(&kind, typed, expected);
        }
    }

    #[test]
    fn limits() {
        check(&number(Some(1), Some(5)), "1", "1");
        check(&number(Some(1), Some(5)), "5", "5");
        check(
            &number(Some(1), Some(5)),
            "0",
            r#"NumberTooSmall { min: "1" }"#,
        );
        check(
            &number(Some(1), Some(5)),
            "6",
            r#"NumberTooLarge { max: "5" }"#,
        );
        check(&decimal(Some(0.5), Some(2.5)), "2,5", "2.5");
        check(
            &decimal(Some(0.5), Some(2.5)),
            "0,4",
            r#"NumberTooSmall { min: "0.5" }"#,
        );
        check(
            &decimal(Some(0.5), Some(2.5)),
            "2,51",
            r#"NumberTooLarge { max: "2.5" }"#,
        );
    }

    #[test]
    fn decimal_numbers() {
        let kind = decimal(None, None);
        for (typed, expected) in [
            ("1250,5", "1250.5"),
            ("1250.5", "1250.5"),
            ("1.250,5", "1250.5"),
            ("1,250.5", "1250.5"),
            ("1.250.000", "1250000"),
            ("1.250", "1.25"),
            ("0,50", "0.5"),
            (",5", "0.5"),
            ("-0,0", "0"),
            ("3", "3"),
            ("0,5 kva", "0.5"),
            ("5,", "NotANumber"),
            ("1,2,3", "NotANumber"),
            ("setengah", "NotANumber"),
            ("1234567890,123456", "TooLong { max: 15, has: 16 }"),
        ] {
            check(&kind, typed, expected);
        }
    }
}
