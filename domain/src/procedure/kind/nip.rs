//! The number of a civil servant (R-NIP): `YYYYMMDD` of birth, `YYYYMM` of appointment, sex, sequence.

use chrono::NaiveDate;

use super::{Asked, Likely, Sample, Use, Way, Written};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        read::keys::Keys,
    },
};

/// Rule R-NIP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NipKind;

impl Written for NipKind {
    const WORD: &'static str = "nip";
    const USES: &'static [Use] = &[Use::Cell, Use::Remembered];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "",
        takes: &[
            "19900101 201503 1 001",
            "'199001012015031001",
            "NIP. 19900101 201503 1 001",
        ],
        refuses: &["1990", "199013012015031001"],
    }];

    fn read(_: &Keys<'_>) -> NipKind {
        NipKind
    }
}

impl Asked for NipKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        nip(typed).map(Answer::Nip)
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-nip")
    }

    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        vec!["199001012015031001".to_owned()]
    }
}

/// 18 digits that can be a NIP. An odd age today does not block, as R-NIP has it.
fn nip(typed: &str) -> Result<String, Unfit> {
    let text = clean::plain_signs(&clean::line(typed)?);
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '.' | '-' | '\'' | ':'))
        .collect();
    // As it stands on letters, or in a cell that a spreadsheet was told to take for text.
    let word = digits
        .get(..3)
        .filter(|word| word.eq_ignore_ascii_case("nip"));
    let digits = word.map_or(&*digits, |word| &digits[word.len()..]);
    if digits.len() != 18 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unfit::NotANip);
    }
    if is_possible(digits) {
        Ok(digits.to_owned())
    } else {
        Err(Unfit::NoSuchNip)
    }
}

fn is_possible(digits: &str) -> bool {
    let part = |from: usize, until: usize| digits[from..until].parse::<u32>().unwrap_or(0);
    let (birth_year, appointed_year) = (part(0, 4), part(8, 12));
    let century = |year: u32| (1900..2100).contains(&year);
    let born = i32::try_from(birth_year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, part(4, 6), part(6, 8)));

    century(birth_year)
        && century(appointed_year)
        && born.is_some()
        && appointed_year >= birth_year + 17
        // A month; for staff on contract (PPPK) a sequence that starts at 21.
        && matches!(part(12, 14), 1..=12 | 21..=99)
        && matches!(part(14, 15), 1 | 2)
        && part(15, 18) >= 1
}

#[cfg(test)]
mod tests {
    use super::NipKind;
    use crate::procedure::accept::testing;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        testing::check(&NipKind, typed, expected);
    }

    #[test]
    fn nips() {
        check("199001012015031001", "199001012015031001");
        check("19900101 201503 1 001", "199001012015031001");
        check("19900101.201503.2.999", "199001012015032999");
        check("19900101-201503-1-001", "199001012015031001");
        // Staff on contract.
        check("19900101 202321 1 001", "199001012023211001");
        check("19900229 201503 1 001", "NoSuchNip");
        check("19920229 201503 1 001", "199202292015031001");
        check("19901301 201503 1 001", "NoSuchNip");
        check("18900101 201503 1 001", "NoSuchNip");
        check("19900101 201513 1 001", "NoSuchNip");
        check("19900101 201520 1 001", "NoSuchNip");
        check("19900101 201500 1 001", "NoSuchNip");
        check("19900101 201503 3 001", "NoSuchNip");
        check("19900101 201503 0 001", "NoSuchNip");
        check("19900101 201503 1 000", "NoSuchNip");
        check("19900101 200603 1 001", "NoSuchNip");
        check("19900101 200703 1 001", "199001012007031001");
        check("000000000000000000", "NoSuchNip");
    }

    /// Retired or very old: odd, and not ours to judge.
    #[test]
    fn age_does_not_block() {
        check("19400101 196503 1 001", "194001011965031001");
    }

    #[test]
    fn not_even_eighteen_digits() {
        check("19900101201503100", "NotANip");
        check("1990010120150310011", "NotANip");
        check("1990010120150310O1", "NotANip");
        check("١٩٩٠٠١٠١٢٠١٥٠٣١٠٠١", "NotANip");
        check("tidak ada", "NotANip");
        check("", "Empty");
    }
}
