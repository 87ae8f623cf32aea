//! Numbers as people write them (R-ANGKA): comma or dot as decimal mark, thousands in groups of three.

use std::fmt::{self, Display, Formatter};

use crate::{
    Text,
    procedure::accept::{Unfit, clean},
};

/// Units that are written and said in several ways: whoever is asked for W answers in watts.
const SAME_UNIT: &[&[&str]] = &[
    &["w", "watt", "watts"],
    &["mb", "mega", "megabyte", "megabytes"],
    &["gb", "giga", "gigabyte", "gigabytes"],
    &["tb", "tera", "terabyte", "terabytes"],
    &["mbps", "mb/s", "mbit/s", "megabit", "mega"],
    &["km", "kilometer", "kilometre", "kilometers", "kilometres"],
    &["rupiah", "rp", "rp.", "idr"],
];

/// `4 GB` is an answer to a question in GB, `500 watt` to one in W, and `Rp 150.000,-` to one in rupiah.
pub(super) fn without_unit(text: &str, unit: Option<&Text>) -> String {
    let text = clean::plain_signs(text).to_lowercase();
    let own: Vec<String> = unit
        .into_iter()
        .flat_map(Text::wordings)
        .filter(|unit| !unit.is_empty())
        .map(str::to_lowercase)
        .collect();
    let same = SAME_UNIT
        .iter()
        .filter(|words| own.iter().any(|own| words.contains(&own.as_str())))
        .flat_map(|words| words.iter().copied());
    let mut words: Vec<&str> = own.iter().map(String::as_str).chain(same).collect();
    // `rp.` before `rp`: what is left must be a number.
    words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    let bare = words.iter().find_map(|unit| {
        let before = || {
            text.strip_prefix(unit)
                .map(|rest| rest.trim_end_matches(",-"))
        };
        text.strip_suffix(unit).or_else(before)
    });
    bare.unwrap_or(&text).trim().to_owned()
}

/// A number as written, without superfluous zeros: digits only, `whole` never empty.
pub(super) struct Figure {
    negative: bool,
    whole: String,
    pub(super) fraction: String,
}

impl Figure {
    pub(super) fn read(text: &str, counts: bool) -> Option<Figure> {
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

    pub(super) fn at_most(&self, max: usize) -> Result<(), Unfit> {
        let has = self.whole.len() + self.fraction.len();
        if has > max {
            Err(Unfit::TooLong { max, has })
        } else {
            Ok(())
        }
    }
}

impl Display for Figure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
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
