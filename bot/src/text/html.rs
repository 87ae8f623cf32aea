//! Text in the markup that Telegram understands, in which nothing a person wrote is markup.

mod commands;
mod pages;

use std::fmt;

/// Telegram: a message has at most 4096 characters after its markup is read.
pub const MAX_MESSAGE: usize = 4096;
/// Telegram: markup of more than 32,768 bytes is not read. Tags that are open at a cut are closed within the rest.
const MAX_MARKUP: usize = 32_000;
/// Telegram: what stands beneath a picture or a paper has at most 1024 characters.
pub const MAX_CAPTION: usize = 1024;
/// So many lines a phone shows without scrolling.
pub(super) const PHONE_LINES: usize = 12;
/// So many characters stand in a line of a small phone, and so many lines beside the rest of a screen.
const LINE: usize = 36;
const ROOM: usize = 6;
/// So many lines of a quotation that unfolds are shown.
const FOLDED: usize = 3;
/// How a moment is shown: weekday, day and month, hour and minute.
const DATE_FORMAT: &str = "wdt";

/// Markup that is safe to send: what people wrote is escaped on its way in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html(String);

impl Html {
    pub fn new() -> Html {
        Html::default()
    }

    /// Text that is neither markup nor a command, whatever it looks like.
    pub fn text(text: &str) -> Html {
        Html::sentence(text, |_| false)
    }

    /// The same, but for the commands that are meant: those of ours in a sentence of ours.
    pub fn sentence(text: &str, is_meant: impl Fn(&str) -> bool) -> Html {
        let mut html = Html(String::with_capacity(text.len()));
        for (word, is_like_a_command) in commands::pieces(text) {
            if is_like_a_command && !is_meant(word) {
                html.0.push_str("<code>");
                html.escape(word);
                html.0.push_str("</code>");
            } else {
                html.escape(word);
            }
        }
        html
    }

    fn escape(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '&' => self.0.push_str("&amp;"),
                '"' => self.0.push_str("&quot;"),
                c => self.0.push(c),
            }
        }
    }

    /// Markup of our own: from the locales, never from people.
    pub(super) fn markup(markup: String) -> Html {
        Html(markup)
    }

    #[must_use]
    pub fn bold(self) -> Html {
        Html(format!("<b>{}</b>", self.0))
    }

    #[must_use]
    pub fn italic(self) -> Html {
        Html(format!("<i>{}</i>", self.0))
    }

    /// A moment that every phone shows in its own words and zone (Bot API 9.5); where that is not known, these words.
    pub fn date(unix: i64, words: &str) -> Html {
        let words = Html::text(words);
        Html(format!(
            "<tg-time unix=\"{unix}\" format=\"{DATE_FORMAT}\">{words}</tg-time>"
        ))
    }

    /// The same, with the words alone where moments are; nothing where there are none.
    pub fn without_dates(&self) -> Option<Html> {
        let (first, rest) = self.0.split_once("<tg-time")?;
        let mut plain = first.to_owned();
        for date in rest.split("<tg-time") {
            plain.push_str(date.split_once('>').map_or(date, |(_, shown)| shown));
        }
        Some(Html(plain.replace("</tg-time>", "")))
    }

    /// As a quotation, which Telegram shows folded to three lines where that is wanted (Bot API 7.3).
    #[must_use]
    pub fn quoted(self, folded: bool) -> Html {
        if self.is_empty() {
            return self;
        }
        let tag = if folded {
            "blockquote expandable"
        } else {
            "blockquote"
        };
        Html(format!("<{tag}>{}</blockquote>", self.0))
    }

    /// As a quotation that unfolds, where it would fill a phone by itself.
    #[must_use]
    pub fn folded_where_long(self) -> Html {
        self.folded_beside(0)
    }

    /// The same beside so many lines of the like that are not folded.
    #[must_use]
    pub fn folded_beside(self, others: usize) -> Html {
        let is_long = self.height() > ROOM.saturating_sub(others).max(FOLDED);
        if is_long { self.quoted(true) } else { self }
    }

    /// How many lines it has on a small phone, about.
    pub fn height(&self) -> usize {
        let text = self.bare();
        let lines = text
            .lines()
            .map(|line| line.chars().count().div_ceil(LINE).max(1));
        lines.sum()
    }

    /// Whether a quotation that unfolds is what it ends with.
    pub fn ends_folded(&self) -> bool {
        self.0.ends_with("</blockquote>")
    }

    /// Puts something beneath what is there; nothing is no line.
    pub fn line(&mut self, line: impl Into<Html>) -> &mut Html {
        let line = line.into();
        if !self.0.is_empty() && !line.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(&line.0);
        self
    }

    /// Leaves a line free, unless nothing is there yet.
    pub fn gap(&mut self) -> &mut Html {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self
    }

    pub fn push(&mut self, more: impl Into<Html>) -> &mut Html {
        self.0.push_str(&more.into().0);
        self
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text without its markup, for a terminal.
    pub fn bare(&self) -> String {
        let mut bare = String::new();
        let mut rest = self.0.as_str();
        while let Some((text, tag)) = rest.split_once('<') {
            bare.push_str(text);
            rest = tag.split_once('>').map_or("", |(_, rest)| rest);
        }
        bare.push_str(rest);
        let signs = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&amp;", "&"),
        ];
        let plain = |text: String, (sign, plain): (&str, &str)| text.replace(sign, plain);
        signs.into_iter().fold(bare, plain)
    }
}

/// A person's text, shortened to a number of characters.
pub fn shortened(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(max.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Html {
    fn from(text: &str) -> Html {
        Html::text(text)
    }
}

impl From<String> for Html {
    fn from(text: String) -> Html {
        Html::text(&text)
    }
}

impl From<&String> for Html {
    fn from(text: &String) -> Html {
        Html::text(text)
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Html {
            fn from(number: $kind) -> Html {
                Html(number.to_string())
            }
        }
    )*};
}
numbers!(u32, u64, usize, i32, i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_not_markup() {
        assert_eq!(Html::text("<b>&\"").as_str(), "&lt;b&gt;&amp;&quot;");
        assert_eq!(Html::text("<b>&\"").length(), 5);
        assert_eq!(Html::text("a😀").bold().length(), 3);
    }

    #[test]
    fn a_long_text_becomes_pages_between_lines() {
        let mut html = Html::new();
        for n in 0..900 {
            html.line(Html::text(&format!("line <{n}>")).bold());
        }
        let pages = html.pages(MAX_MESSAGE);
        assert!(pages.len() > 1);
        assert!(pages.iter().all(|page| page.length() <= MAX_MESSAGE));
        let joined: Vec<_> = pages.iter().map(Html::as_str).collect();
        assert_eq!(joined.join("\n"), html.as_str());
    }

    #[test]
    fn shortening_counts_characters() {
        assert_eq!(shortened("abc", 3), "abc");
        assert_eq!(shortened("ab cdef", 4), "ab…");
        assert_eq!(shortened("😀😀😀", 2), "😀…");
    }
}
