//! Telegram's subset of HTML, read as strictly as Telegram reads it and refused in its words.

use super::{super::chat::Entity, address, time};

/// A text without its markup, and what the markup said.
#[derive(Debug, Default)]
pub(in super::super) struct Parsed {
    pub(in super::super) text: String,
    pub(in super::super) entities: Vec<Entity>,
}

/// The tags Telegram knows, and the kind of entity each becomes.
const TAGS: [(&str, &str); 17] = [
    ("a", "text_link"),
    ("b", "bold"),
    ("strong", "bold"),
    ("i", "italic"),
    ("em", "italic"),
    ("s", "strikethrough"),
    ("strike", "strikethrough"),
    ("del", "strikethrough"),
    ("u", "underline"),
    ("ins", "underline"),
    ("tg-spoiler", "spoiler"),
    ("tg-emoji", "custom_emoji"),
    (DATE, "date_time"),
    ("span", "spoiler"),
    ("pre", "pre"),
    ("code", "code"),
    ("blockquote", "blockquote"),
];

/// What a server before Bot API 9.5 does not know.
const DATE: &str = "tg-time";

/// Reads markup. The error is what stands after "can't parse entities: ".
pub(in super::super) fn parse(html: &str, knows_dates: bool) -> Result<Parsed, String> {
    let mut reader = Reader {
        html,
        knows_dates,
        at: 0,
        units: 0,
        open: Vec::new(),
        parsed: Parsed::default(),
    };
    while let Some(c) = reader.peek() {
        match c {
            '<' if html[reader.at..].starts_with("</") => reader.end_tag()?,
            '<' => reader.start_tag()?,
            _ => {
                let c = reader.character();
                reader.units += c.len_utf16();
                reader.parsed.text.push(c);
            }
        }
    }
    if let Some(left) = reader.open.pop() {
        return Err(format!(
            "Can't find end tag corresponding to start tag \"{}\"",
            left.tag
        ));
    }
    let mut parsed = reader.parsed;
    parsed.entities = time::bare_dates(parsed.entities);
    parsed
        .entities
        .sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    Ok(parsed)
}

struct Reader<'a> {
    html: &'a str,
    knows_dates: bool,
    /// The next byte to read.
    at: usize,
    /// UTF-16 units of text so far.
    units: usize,
    open: Vec<Open>,
    parsed: Parsed,
}

/// A start tag that waits for its end tag.
struct Open {
    tag: String,
    kind: &'static str,
    /// The value that matters: an address, a language, a class, a moment.
    argument: Option<String>,
    /// How a date is shown.
    format: Option<String>,
    offset: usize,
    /// The first byte of the text in it.
    begins: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.html[self.at..].chars().next()
    }

    fn skip_spaces(&mut self) {
        self.take_while(char::is_whitespace);
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = &self.html[self.at..];
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        rest[..end].to_owned()
    }

    /// The next character of the text, with an entity such as `&lt;` read as one. An unknown
    /// entity is taken as it stands.
    fn character(&mut self) -> char {
        let rest = &self.html[self.at..];
        if let Some(body) = rest.strip_prefix('&') {
            let end = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
            let end = end.unwrap_or(body.len());
            if let Some(c) = entity(&body[..end]) {
                self.at += 1 + end + usize::from(body[end..].starts_with(';'));
                return c;
            }
        }
        let c = rest.chars().next().unwrap_or_default();
        self.at += c.len_utf8();
        c
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let tag = self
            .take_while(|c| !c.is_whitespace() && c != '>')
            .to_lowercase();
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        let known = TAGS.iter().find(|(known, _)| *known == tag);
        let Some((_, kind)) = known.filter(|(tag, _)| self.knows_dates || *tag != DATE) else {
            return Err(format!(
                "Unsupported start tag \"{tag}\" at byte offset {begin}"
            ));
        };
        let mut open = Open {
            tag,
            kind,
            argument: None,
            format: None,
            offset: self.units,
            begins: self.parsed.text.len(),
        };
        loop {
            self.skip_spaces();
            match self.peek() {
                None => return Err(format!("Unclosed start tag at byte offset {begin}")),
                Some('>') => break,
                Some(_) => self.attribute(&mut open, begin)?,
            }
        }
        self.at += 1;
        if open.tag == "span" && open.argument.as_deref() != Some("tg-spoiler") {
            return Err(format!(
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
            ));
        }
        if open.tag == DATE {
            time::read(open.argument.as_deref(), open.format.as_deref())?;
        }
        self.open.push(open);
        Ok(())
    }

    fn attribute(&mut self, open: &mut Open, begin: usize) -> Result<(), String> {
        let name = self.take_while(|c| !c.is_whitespace() && !"=>/\"'".contains(c));
        if name.is_empty() {
            return Err(format!(
                "Empty attribute name in the tag \"{}\" at byte offset {begin}",
                open.tag
            ));
        }
        self.skip_spaces();
        let unclosed = || format!("Unclosed start tag \"{}\" at byte offset {begin}", open.tag);
        let mut value = String::new();
        match self.peek() {
            None => return Err(unclosed()),
            Some('=') => {
                self.at += 1;
                self.skip_spaces();
                match self.peek() {
                    None => return Err(unclosed()),
                    Some(quote @ ('"' | '\'')) => {
                        self.at += 1;
                        loop {
                            match self.peek() {
                                None => {
                                    return Err(format!(
                                        "Unclosed start tag at byte offset {begin}"
                                    ));
                                }
                                Some(c) if c == quote => break,
                                Some(_) => value.push(self.character()),
                            }
                        }
                        self.at += 1;
                    }
                    Some(_) => {
                        let start = self.at;
                        value = self
                            .take_while(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
                            .to_lowercase();
                        if !self.peek().is_some_and(|c| c.is_whitespace() || c == '>') {
                            return Err(format!(
                                "Unexpected end of name token at byte offset {start}"
                            ));
                        }
                    }
                }
            }
            Some(_) => {}
        }
        match (open.tag.as_str(), name.as_str()) {
            ("a", "href") | ("tg-emoji", "emoji-id") | ("span", "class") | (DATE, "unix") => {
                open.argument = Some(value);
            }
            (DATE, "format") => open.format = Some(value),
            ("code", "class") => {
                open.argument = value.strip_prefix("language-").map(ToOwned::to_owned);
            }
            ("blockquote", "expandable") => open.kind = "expandable_blockquote",
            _ => {}
        }
        Ok(())
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 2;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        let name = self
            .take_while(|c| !c.is_whitespace() && c != '>')
            .to_lowercase();
        self.skip_spaces();
        if self.peek() != Some('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        if !name.is_empty() && name != open.tag {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{name}>\"",
                open.tag
            ));
        }
        self.close(open);
        Ok(())
    }

    /// Turns a closed tag into an entity. Telegram drops empty ones and links that lead nowhere.
    fn close(&mut self, open: Open) {
        let length = self.units - open.offset;
        let mut entity = Entity::new(open.kind, open.offset, length);
        let mut language = None;
        match open.kind {
            "text_link" => {
                // Without an address, the text is one.
                let shown = self.parsed.text[open.begins..].to_owned();
                entity.url = address::checked(&open.argument.unwrap_or(shown));
                if entity.url.is_none() {
                    return;
                }
            }
            "date_time" => {
                let read = time::read(open.argument.as_deref(), open.format.as_deref());
                let Ok((moment, format)) = read else { return };
                entity.unix_time = Some(moment);
                entity.date_time_format = Some(format);
            }
            "code" => language = open.argument,
            _ => {}
        }
        if length == 0 {
            return;
        }
        // `<pre><code class="language-x">` is one block of code in a language.
        if open.kind == "pre"
            && let Some(inner) = self.parsed.entities.last()
            && (inner.kind, inner.offset, inner.length) == ("code", open.offset, length)
        {
            language = self.parsed.entities.pop().and_then(|code| code.language);
        } else if open.kind == "code" && self.open.last().is_none_or(|outer| outer.tag != "pre") {
            language = None;
        }
        self.parsed.entities.push(Entity { language, ..entity });
    }
}

/// The character an entity stands for. Numbers have at most 7 decimal or 6 hexadecimal digits.
pub(super) fn entity(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix('x') {
                Some(hex) if hex.len() <= 6 => u32::from_str_radix(hex, 16).ok()?,
                None if digits.len() <= 7 => digits.parse().ok()?,
                _ => return None,
            };
            char::from_u32(code).filter(|c| *c != '\0')
        }
    }
}

#[cfg(test)]
mod tests;
