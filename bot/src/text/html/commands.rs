//! What phones would show as a command though nobody meant one: one tap on it sends it.

/// A text in pieces, and whether each is a word that is shown so. Telegram: inside of code nothing is found, and a
/// tap copies.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = (&str, bool)> {
    text.split_inclusive(char::is_whitespace).flat_map(|word| {
        // An address is a link as a whole.
        if word.contains("://") || !holds_command(word) {
            return [(word, false), ("", false), ("", false)];
        }
        let around = |c: char| c.is_whitespace() || "()[]{}„“”\"'.,;:!?…".contains(c);
        let (before, word) = word.split_at(word.len() - word.trim_start_matches(around).len());
        let (word, after) = word.split_at(word.trim_end_matches(around).len());
        [(before, false), (word, true), (after, false)]
    })
}

/// Telegram: a command is a slash with letters, digits and underscores after it, where the slash is not within a
/// word and what follows is no path.
fn holds_command(text: &str) -> bool {
    let of_word = |c: char| c.is_alphanumeric() || c == '_';
    let stands_in_path = |c: char| of_word(c) || "/<>".contains(c);
    text.match_indices('/').any(|(place, _)| {
        let (before, after) = (&text[..place], &text[place + 1..]);
        let name = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        let (name, after) = after.split_at(name.unwrap_or(after.len()));
        !name.is_empty() && !before.ends_with(stands_in_path) && !after.starts_with(stands_in_path)
    })
}

#[cfg(test)]
mod tests {
    use crate::text::Html;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Html::text(text).as_str(), expected);
    }

    #[test]
    fn what_looks_like_a_command_is_none() {
        check(
            "203.0.113.0/24, 2001:db8:20::/48, x",
            "203.0.113.0/24, <code>2001:db8:20::/48</code>, x",
        );
        check("(Plh./Plt.)", "(<code>Plh./Plt</code>.)");
        check("800/ /BKPSDM", "800/ <code>/BKPSDM</code>");
        check("RT 02 /RW 05", "RT 02 <code>/RW</code> 05");
        check("/a&b", "<code>/a&amp;b</code>");
        check(
            "/menu\n/menu@bot",
            "<code>/menu</code>\n<code>/menu@bot</code>",
        );
    }

    #[test]
    fn what_does_not_stays_as_it_is() {
        for text in [
            "dan/atau",
            "800/12/Dinsos",
            "/var/www",
            "/ 7",
            "//a",
            "https://contoh.go.id/-/berita",
            "24/7",
            "/é",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn a_command_that_is_meant_stays_one() {
        assert_eq!(
            Html::sentence("Plh./Plt. & (/menu).", |it| it == "/menu").as_str(),
            "<code>Plh./Plt</code>. &amp; (/menu)."
        );
    }
}
