//! A ticket as someone types it: on the phone, from memory, from a letter.

/// The ticket with which a request is found again, as far as someone said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedTicket {
    /// In capital letters; none after a mere `#`.
    pub prefix: Option<String>,
    /// None stands for the newest.
    pub year: Option<i32>,
    pub number: i64,
}

/// Longest text that is looked at: nobody types a longer ticket.
const LONGEST: usize = 40;
/// More digits than any count of requests has.
const MOST_DIGITS: usize = 9;
/// How many letters tickets begin with.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=5;
/// In a row of digits without a gap, the number after the year has as many as it is written with.
const WRITTEN_DIGITS: usize = 4;

impl TypedTicket {
    /// Reads `HWA-2026-0001`, `hwa-1`, `HWA 2026 0001`, `hwa2026/1`, `#0001`. Case, spaces, hyphens, dots, slashes
    /// and leading zeros do not matter.
    ///
    /// None where it is something else: a name with a number is a ticket only where requests are called so
    /// (`begins_tickets`), where it is written in full, or where a `#` says so.
    pub fn read(typed: &str, begins_tickets: impl Fn(&str) -> bool) -> Option<TypedTicket> {
        if typed.chars().count() > LONGEST {
            return None;
        }
        let mut words = words(typed)?.into_iter().peekable();
        let named = words.next_if(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
        let digits: Vec<String> = words.collect();
        if digits
            .iter()
            .flat_map(|it| it.chars())
            .any(|c| !c.is_ascii_digit())
        {
            return None;
        }
        let (year, number) = match digits.as_slice() {
            [one] => within(one),
            [year, number] => (Some(this_year(year)?), number.as_str()),
            _ => return None,
        };
        let said = typed.contains('#') || year.is_some();
        let known = match &named {
            Some(prefix) if LETTERS.contains(&prefix.len()) => said || begins_tickets(prefix),
            Some(_) => false,
            None => typed.contains('#'),
        };
        let number = number.trim_start_matches('0');
        if !known || number.len() > MOST_DIGITS {
            return None;
        }
        Some(TypedTicket {
            prefix: named,
            year,
            // Nothing but zeros is left empty.
            number: number.parse().unwrap_or(0),
        })
    }

    /// How the request of this prefix and year is called.
    pub fn written(&self, prefix: &str, year: i64) -> String {
        written(prefix, year, self.number)
    }
}

/// A ticket as it is given out.
pub fn written(prefix: &str, year: i64, number: i64) -> String {
    format!("{prefix}-{year}-{number:04}")
}

/// The runs of letters and of digits; letters in capitals. None where anything else is between them than what
/// people put there.
fn words(typed: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in typed.chars() {
        let goes_on = (c.is_ascii_digit() && before.is_ascii_digit())
            || (c.is_ascii_alphabetic() && before.is_ascii_alphabetic());
        match (c, words.last_mut()) {
            (c, Some(word)) if goes_on => word.push(c.to_ascii_uppercase()),
            (c, _) if c.is_ascii_alphanumeric() => words.push(c.to_ascii_uppercase().to_string()),
            (c, _) if is_between(c) => {}
            _ => return None,
        }
        before = c;
    }
    Some(words)
}

/// Phones make dashes of hyphens.
fn is_between(c: char) -> bool {
    c.is_whitespace() || "#-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}./\\_:".contains(c)
}

/// One row of digits: a number, or year and number without a gap.
fn within(digits: &str) -> (Option<i32>, &str) {
    match digits.split_at_checked(4) {
        Some((year, number)) if number.len() >= WRITTEN_DIGITS => match this_year(year) {
            Some(year) => (Some(year), number),
            None => (None, digits),
        },
        _ => (None, digits),
    }
}

fn this_year(digits: &str) -> Option<i32> {
    let year = digits
        .parse()
        .ok()
        .filter(|year| (1970..3000).contains(year));
    year.filter(|_| digits.len() == 4)
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, sample::select};

    use super::*;

    fn read(typed: &str) -> Option<TypedTicket> {
        TypedTicket::read(typed, |prefix| ["HWA", "SUB"].contains(&prefix))
    }

    #[test]
    fn tickets_as_they_are_typed() {
        let whole = Some(("HWA", 2026, 1));
        let newest = Some(("HWA", 0, 1));
        let any = Some(("", 0, 1));
        for (typed, means) in [
            ("HWA-2026-0001", whole),
            ("HWA 2026 0001", whole),
            ("hwa2026/1", whole),
            ("hwa.2026.0001", whole),
            (" hwa20260001. ", whole),
            ("HWA–2026–0001", whole),
            ("#HWA/2026/0001", whole),
            ("hwa-1", newest),
            ("hwa1", newest),
            ("HWA #0001", newest),
            ("#0001", any),
            ("# 1", any),
            ("#2026-0001", Some(("", 2026, 1))),
            ("#20260001", Some(("", 2026, 1))),
            ("hwa 2026", Some(("HWA", 0, 2026))),
            ("hwa 0", Some(("HWA", 0, 0))),
            ("XYZ-2026-0001", Some(("XYZ", 2026, 1))),
            ("#xyz1", Some(("XYZ", 0, 1))),
            // What is said of something else.
            ("xyz 1", None),
            ("rak 3", None),
            ("0001", None),
            ("2026-0001", None),
            ("#", None),
            ("hwa", None),
            ("hwa baru", None),
            ("hwa baru 1", None),
            ("hwa 1 2", None),
            ("hwa 2026 1 2", None),
            ("hwa, 1", None),
            ("portal 2026 1", None),
            ("#1234567890", None),
            ("10.20.30.4", None),
            ("SN-CONTOH-001", None),
            ("tiket hwa-1", None),
            ("", None),
        ] {
            let read = read(typed);
            let is = read.as_ref().map(|it| {
                let prefix = it.prefix.as_deref().unwrap_or_default();
                (prefix, it.year.unwrap_or_default(), it.number)
            });
            assert_eq!(is, means, "{typed:?}");
        }
    }

    proptest! {
        /// However a ticket is written down, it is the same ticket.
        #[test]
        fn however_it_is_typed(
            year in 1970..3000_i32,
            number in 1..1_000_000_i64,
            letters in select(vec!["HWA", "hwa", "Hwa", "sub", "SUB"]),
            between in select(vec!["", " ", "-", " - ", "/", ".", "–", "_", " / "]),
            then in select(vec![" ", "-", " - ", "/", ".", "–", "."]),
            zeros in 0..8_usize,
            around in select(vec!["", " ", "#", "# ", "."]),
        ) {
            let zeros = "0".repeat(zeros);
            let typed = format!("{around}{letters}{between}{year}{then}{zeros}{number}{around}");
            let read = read(&typed);
            prop_assert!(read.is_some(), "{}", typed);
            let read = read.unwrap();
            let prefix = letters.to_uppercase();
            prop_assert_eq!(read.prefix.as_deref(), Some(prefix.as_str()));
            prop_assert_eq!((read.year, read.number), (Some(year), number));
            let given_out = written(&prefix, i64::from(year), number);
            prop_assert_eq!(read.written(&prefix, i64::from(year)), given_out.clone());
            prop_assert_eq!(self::read(&given_out), Some(read));
        }

        /// Whatever is typed, it is a ticket or it is none.
        #[test]
        fn anything_can_be_typed(typed in "\\PC*", likely in "[#HWAhwa0-9 ./–-]{0,45}") {
            for typed in [typed, likely] {
                if let Some(read) = read(&typed) {
                    prop_assert!(read.number >= 0 && read.number < 1_000_000_000);
                }
            }
        }
    }
}
