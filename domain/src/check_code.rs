//! The short code by which anyone finds out whether a paper is genuine: `K7QF-3MZP-XW2D`.

use rand::Rng;

/// Letters and digits of which none is taken for another: 32, so each carries five bits.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Sixty bits: who tries a million a second finds one of a million papers after days, and nobody may try so often.
const LENGTH: usize = 12;
const GROUP: usize = 4;

/// A code that no paper has.
pub(crate) fn new() -> String {
    let mut random = rand::rng();
    let mut letter = || char::from(ALPHABET[random.random_range(0..ALPHABET.len())]);
    (0..LENGTH).map(|_| letter()).collect()
}

/// As it is printed: in groups.
pub fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups = letters.chunks(GROUP).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join("-")
}

/// The code that someone has typed, however they divide it; none where it has not the form of one.
pub fn read(typed: &str) -> Option<String> {
    let divides = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '.' | '_');
    let letters = typed.chars().filter(|c| !divides(*c));
    let code: String = letters.flat_map(char::to_uppercase).map(meant).collect();
    let sound = code.bytes().all(|letter| ALPHABET.contains(&letter));
    (code.len() == LENGTH && sound).then_some(code)
}

/// As [`read`], where nobody was asked for a code: a word of twelve letters is a word.
pub fn read_unasked(typed: &str) -> Option<String> {
    let groups = typed.trim().split('-').map(|group| group.chars().count());
    let divided = groups.eq([GROUP; LENGTH / GROUP]);
    let digits = typed.chars().any(|c| c.is_ascii_digit());
    read(typed).filter(|_| divided || digits && !typed.trim().contains(char::is_whitespace))
}

/// These are in no code, so they can only mean their likeness.
fn meant(letter: char) -> char {
    match letter {
        'I' | '1' => 'L',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for _ in 0..200 {
            let code = new();
            let shown = grouped(&code);
            assert_eq!(shown.len(), 14);
            let lower = shown.to_lowercase();
            for typed in [&shown, &lower, &shown.replace('-', " "), &code] {
                assert_eq!(read(typed).as_ref(), Some(&code), "{typed}");
            }
            assert_eq!(read_unasked(&shown).as_ref(), Some(&code));
            assert_eq!(read(&shown.replace('L', "1")).as_ref(), Some(&code));
        }
    }

    #[test]
    fn words_and_tickets_are_no_codes() {
        for typed in [
            "",
            "HWA-2026-0001",
            "perpanjangan",
            "K7QF-3MZP",
            "K7QF-3MZP-XW2O",
        ] {
            assert_eq!(read_unasked(typed), None, "{typed}");
        }
        assert_eq!(read_unasked("perkembangan"), None, "a word");
    }
}
