//! Tidies typed text before it is judged: what cannot be seen is not part of an answer.
//! Escaping is not done here; `<b>&` is text like any other.

use super::Unfit;

/// One line: breaks become spaces, runs of white space become one space.
pub(in crate::procedure) fn line(typed: &str) -> Result<String, Unfit> {
    let visible: String = typed.chars().filter(|c| !is_invisible(*c)).collect();
    some(one_space(&visible))
}

/// Several lines: as [`line()`] within each, with at most one empty line in between.
pub(in crate::procedure) fn paragraph(typed: &str) -> Result<String, Unfit> {
    let visible: String = typed
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if is_break(c) { '\n' } else { c })
        .collect();
    let mut kept: Vec<String> = Vec::new();
    for line in visible.lines().map(one_space) {
        if line.is_empty() && kept.last().is_none_or(String::is_empty) {
            continue;
        }
        kept.push(line);
    }
    some(kept.join("\n").trim_end().to_owned())
}

/// Phone keyboards make typographic signs of plain ones; the rules know the plain ones.
pub(in crate::procedure) fn plain_signs(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{2018}' | '\u{2019}' | '\u{02BC}' => '\'',
            _ => c,
        })
        .collect()
}

fn some(text: String) -> Result<String, Unfit> {
    if text.is_empty() {
        Err(Unfit::Empty)
    } else {
        Ok(text)
    }
}

fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Marks that steer the writing direction, have no width or no shape, and control characters.
fn is_invisible(c: char) -> bool {
    if c.is_control() {
        return !c.is_whitespace();
    }
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{FEFF}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}'
        // Letters and signs that are drawn as nothing.
        | '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line() {
        #[track_caller]
        fn check(typed: &str, expected: &str) {
            assert_eq!(line(typed).as_deref(), Ok(expected), "{typed:?}");
        }
        check("  Dinas \t Sosial \n Kota ", "Dinas Sosial Kota");
        check("Dinas\u{A0}Sosial", "Dinas Sosial");
        check("a\u{200B}b\u{FEFF}c", "abc");
        check("\u{202E}terbalik\u{202C}", "terbalik");
        check("nol\0 dan\u{7} bel", "nol dan bel");
        check("<b>&</b> \"apa adanya\"", "<b>&</b> \"apa adanya\"");
    }

    #[test]
    fn several_lines() {
        #[track_caller]
        fn check(typed: &str, expected: &str) {
            assert_eq!(paragraph(typed).as_deref(), Ok(expected), "{typed:?}");
        }
        check("satu\ndua", "satu\ndua");
        check(
            "\n\n satu  \r\n\r\n\r\n\r\n  dua   kata \n",
            "satu\n\ndua kata",
        );
        check("satu\n \u{200B} \n\n\ndua", "satu\n\ndua");
        check("satu\u{2028}dua\rtiga", "satu\ndua\ntiga");
        check("<i>&", "<i>&");
    }

    #[test]
    fn what_cannot_be_seen_is_empty() {
        for typed in [
            "",
            " ",
            "\n\n",
            "\u{200B}",
            "\u{200E}\u{200F}",
            "\0",
            "\u{2066}\u{2069}\u{FEFF}",
            "\u{3164}",
        ] {
            assert_eq!(line(typed), Err(Unfit::Empty), "{typed:?}");
            assert_eq!(paragraph(typed), Err(Unfit::Empty), "{typed:?}");
        }
    }
}
