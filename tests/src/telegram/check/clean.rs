//! Signs that Telegram takes out of every text, or puts in the place of others, before it reads it.

/// The text as Telegram reads it. Signs that only look like nothing (U+00AD, U+200B, U+2800, U+3164) stay.
pub(super) fn cleaned(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut in_marks = false;
    for c in text.chars() {
        let is_mark = matches!(c, '\u{200e}' | '\u{200f}');
        match c {
            // A run of marks of direction becomes one sign that joins nothing.
            _ if is_mark && in_marks => {}
            _ if is_mark => clean.push('\u{200c}'),
            '\r' | '\u{2028}'..='\u{202e}' => {}
            '\n' => clean.push('\n'),
            c if c.is_ascii_control() => clean.push(' '),
            c => clean.push(c),
        }
        in_marks = is_mark;
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::cleaned;

    #[test]
    fn some_signs_go_and_some_become_others() {
        assert_eq!(cleaned("a\r\nb\tc\u{7}d"), "a\nb c d");
        assert_eq!(cleaned("a\u{202e}b\u{2028}c"), "abc");
        assert_eq!(cleaned("a\u{200e}\u{200f}\u{200e}b"), "a\u{200c}b");
        assert_eq!(
            cleaned("\u{3164}\u{ad}\u{200b}\u{2800}"),
            "\u{3164}\u{ad}\u{200b}\u{2800}"
        );
    }
}
