//! Numbers of letters (R-NOSURAT), as they stand on paper.

use crate::procedure::accept::Unfit;

/// A letter's number has 3 to 100 characters.
pub(super) const LETTER_NUMBER: (usize, usize) = (3, 100);

/// A number within the field's own limits, without the word that stands before it on paper.
pub(super) fn letter_number(written: &str, min: usize, max: usize) -> Result<String, Unfit> {
    let number = without_its_word(written);
    let (min, max) = (min.max(LETTER_NUMBER.0), max.min(LETTER_NUMBER.1));
    let has = number.chars().count();
    if has < min {
        return Err(Unfit::TooShort { min, has });
    }
    if has > max {
        return Err(Unfit::TooLong { max, has });
    }
    if let Some(sign) = number.chars().find(|it| !is_of_a_letter_number(*it)) {
        return Err(Unfit::SignInLetterNumber { sign });
    }
    if !number.contains(|it: char| it.is_ascii_digit()) {
        return Err(Unfit::NotALetterNumber);
    }
    Ok(number.to_owned())
}

/// R-NOSURAT: never parsed further, every office numbers in its own way. What stands beside the number on paper
/// belongs to it: "(Rhs)" for a secret letter, "&" and commas of two offices' letters.
fn is_of_a_letter_number(sign: char) -> bool {
    sign.is_ascii_alphanumeric()
        || matches!(
            sign,
            ' ' | '.' | '/' | '_' | '-' | '(' | ')' | '&' | ',' | ':' | '+'
        )
}

/// Without the word that stands before a number on paper: "Nomor :", "No.", "Nomor Surat:".
fn without_its_word(number: &str) -> &str {
    const WORDS: [&str; 4] = ["nomor", "nomer", "number", "no"];
    let word = WORDS.iter().find_map(|word| {
        let (head, rest) = number.split_at_checked(word.len())?;
        let is_whole = rest.starts_with([' ', '.', ':']);
        (head.eq_ignore_ascii_case(word) && is_whole).then_some(rest)
    });
    let Some(rest) = word else {
        return number;
    };
    let rest = rest.trim_start_matches([' ', '.', ':']);
    let (head, after) = rest.split_at_checked("surat".len()).unwrap_or(("", rest));
    let rest = if head.eq_ignore_ascii_case("surat") {
        after.trim_start_matches([' ', '.', ':'])
    } else {
        rest
    };
    without_its_word(rest)
}

#[cfg(test)]
mod tests {
    use crate::procedure::{
        accept::testing::check,
        kind::text::{TextKind, TextRule},
    };

    #[test]
    fn letter_numbers() {
        let kind = TextKind {
            min: 1,
            max: 200,
            rule: TextRule::LetterNumber,
        };
        check(&kind, "500.12/88/Dinsos/2026", "500.12/88/Dinsos/2026");
        check(&kind, " B-12 / 3_a ", "B-12 / 3_a");
        check(&kind, "045–2/11", "045-2/11");
        check(&kind, "tanpa nomor", "NotALetterNumber");
        check(&kind, "12#4", "SignInLetterNumber { sign: '#' }");
        check(&kind, "12/B\\4", "SignInLetterNumber { sign: '\\\\' }");
        check(&kind, "12", "TooShort { min: 3, has: 2 }");
        check(&kind, &"1".repeat(100), &"1".repeat(100));
        check(&kind, &"1".repeat(101), "TooLong { max: 100, has: 101 }");
    }

    /// As they stand on paper.
    #[test]
    fn letter_numbers_on_paper() {
        let kind = TextKind {
            min: 1,
            max: 200,
            rule: TextRule::LetterNumber,
        };
        let plain = "500.12/88/Dinsos/2026";
        for written in [
            "Nomor: 500.12/88/Dinsos/2026",
            "Nomor : 500.12/88/Dinsos/2026",
            "NOMOR SURAT: 500.12/88/Dinsos/2026",
            "No. 500.12/88/Dinsos/2026",
            "no 500.12/88/Dinsos/2026",
            "Nomor: No. 500.12/88/Dinsos/2026",
        ] {
            check(&kind, written, plain);
        }
        for written in [
            "045/12 (Rhs)",
            "B-12/UM.01, UM.02/2026",
            "12/BAPPEDA & LITBANG/XI/2026",
            "800.1.11.1/ 88 /BKPSDM",
            "5 Tahun 2026",
            "NOT-12/2026",
            "Surat 12",
        ] {
            check(&kind, written, written);
        }
        check(&kind, "Nomor:", "TooShort { min: 3, has: 0 }");
    }
}
