//! Whole and decimal numbers (R-ANGKA), as they are counted and measured.

use std::fmt::Display;

use super::{
    Asked, Likely, Sample, Use, Way, Written,
    figure::{Figure, without_unit},
    from, limited, to,
};
use crate::{
    Text,
    phrase::{Part, Phrase},
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        read::{bounds, keys::Keys},
    },
};

/// More digits than any count or measure of an office; within them an `i64` is exact.
const WHOLE_DIGITS: usize = 18;
/// Within these an `f64` is exact enough to compare with the limits.
const DECIMAL_DIGITS: usize = 15;

/// A whole number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberKind {
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub unit: Option<Text>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DecimalKind {
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub unit: Option<Text>,
}

impl Written for NumberKind {
    const WORD: &'static str = "number";
    const KEYS: &'static [&'static str] = &["min", "max", "unit"];
    const USES: &'static [Use] = &[Use::Cell, Use::Remembered];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "min = 1\nmax = 9\nunit = \"GB\"",
            takes: &["4", "4 gb"],
            refuses: &["12", "2,5", "empat"],
        },
        Sample {
            keys: "min = 50\nunit = \"W\"",
            takes: &["500 watt", "500W"],
            refuses: &["5 kW", "500 GB"],
        },
        Sample {
            keys: "min = 0\nunit = \"rupiah\"",
            takes: &["Rp 150.000,-", "rp. 150.000"],
            refuses: &["150.000 dolar"],
        },
        Sample {
            keys: "",
            takes: &["1.250", "-3"],
            refuses: &["x", "Rp 5", "5,-"],
        },
    ];

    fn read(keys: &Keys<'_>) -> NumberKind {
        NumberKind {
            min: keys.within("min", bounds::NUMBER),
            max: keys.within("max", bounds::NUMBER),
            unit: keys.text("unit"),
        }
    }
}

impl Asked for NumberKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        whole(typed, self.min, self.max, self.unit.as_ref()).map(Answer::Number)
    }

    fn outline(&self) -> Phrase {
        limited(
            Phrase::new("outline-kind-number"),
            Phrase::new("outline-kind-number-within"),
            [
                from(self.min),
                to(self.max),
                self.unit.clone().map(Part::from),
            ],
        )
    }

    fn fault(&self) -> Option<String> {
        no_number(self.min, self.max)
    }

    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        vec![self.min.or(self.max).unwrap_or(1).max(1).to_string()]
    }
}

impl Written for DecimalKind {
    const WORD: &'static str = "decimal";
    const KEYS: &'static [&'static str] = &["min", "max", "unit"];
    const USES: &'static [Use] = &[Use::Cell, Use::Remembered];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "min = 0.5\nmax = 9.5\nunit = \"GB\"",
        takes: &["2,5", "2.50 GB"],
        refuses: &["0,1", "10"],
    }];

    fn read(keys: &Keys<'_>) -> DecimalKind {
        DecimalKind {
            min: keys.decimal("min"),
            max: keys.decimal("max"),
            unit: keys.text("unit"),
        }
    }
}

impl Asked for DecimalKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        decimal(typed, self.min, self.max, self.unit.as_ref()).map(Answer::Decimal)
    }

    fn outline(&self) -> Phrase {
        limited(
            Phrase::new("outline-kind-decimal"),
            Phrase::new("outline-kind-decimal-within"),
            [
                from(self.min.map(|min| min.to_string())),
                to(self.max.map(|min| min.to_string())),
                self.unit.clone().map(Part::from),
            ],
        )
    }

    fn fault(&self) -> Option<String> {
        no_number(self.min, self.max)
    }

    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        vec![
            self.min
                .or(self.max)
                .unwrap_or(1.0)
                .max(1.0)
                .to_string()
                .replace('.', ","),
        ]
    }
}

/// A whole number. `1.250` and `1,250` are read as thousands: nobody counts in thousandths.
fn whole(
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
fn decimal(
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

fn no_number<N: PartialOrd + Display>(min: Option<N>, max: Option<N>) -> Option<String> {
    let (min, max) = min.zip(max).filter(|(min, max)| min > max)?;
    Some(format!(
        "No number is from {min} to {max}; change `min` or `max`."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, procedure::accept::testing::check};

    fn number(min: Option<i64>, max: Option<i64>) -> NumberKind {
        NumberKind {
            min,
            max,
            unit: Some(Text::both("orang").and(Language::EN, "people")),
        }
    }

    fn decimal(min: Option<f64>, max: Option<f64>) -> DecimalKind {
        DecimalKind {
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
