//! Rich messages (Bot API 10.1): the HTML that may stand in them, and the text that is to be read there.

use super::markup;

/// What Telegram knows in a rich message: blocks first, then what stands within a line.
const BLOCKS: [&str; 25] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "details",
    "summary",
    "blockquote",
    "aside",
    "pre",
    "footer",
    "cite",
    "figure",
];
const WITHIN: [&str; 21] = [
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ins",
    "s",
    "strike",
    "del",
    "code",
    "a",
    "span",
    "sub",
    "sup",
    "mark",
    "tg-spoiler",
    "tg-emoji",
    "tg-time",
    "tg-math",
    "input",
    "img",
];
/// Tags without an end.
const VOID: [&str; 4] = ["hr", "br", "img", "input"];
/// No deeper may they stand within each other.
const DEPTH: usize = 16;

/// The text that is to be read. The error is what stands after "can't parse rich message: ".
pub(in super::super) fn read(html: &str) -> Result<String, String> {
    let mut text = String::new();
    let mut open: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(c) = html[at..].chars().next() {
        if c == '<' {
            let end = html[at..]
                .find('>')
                .ok_or(format!("Unclosed start tag at byte offset {at}"))?;
            tag(&html[at + 1..at + end], at, &mut open, &mut text)?;
            at += end + 1;
        } else if let Some((sign, length)) = reference(&html[at..]) {
            text.push(sign);
            at += length;
        } else {
            // As everywhere in HTML, any space is one space; lines are made by blocks.
            match c {
                c if !c.is_whitespace() || open.iter().any(|tag| tag == "pre") => text.push(c),
                _ if text.ends_with(char::is_whitespace) || text.is_empty() => {}
                _ => text.push(' '),
            }
            at += c.len_utf8();
        }
    }
    match open.pop() {
        Some(tag) => Err(format!(
            "Can't find end tag corresponding to start tag \"{tag}\""
        )),
        None => Ok(text.trim().to_owned()),
    }
}

/// A tag and what it makes of the text: a new line, or the bar between cells.
fn tag(inside: &str, at: usize, open: &mut Vec<String>, text: &mut String) -> Result<(), String> {
    let is_end = inside.starts_with('/');
    let inside = inside.trim_matches('/');
    let name = inside
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let is_block = BLOCKS.contains(&name.as_str());
    if !is_block && !WITHIN.contains(&name.as_str()) && !VOID.contains(&name.as_str()) {
        return Err(format!(
            "Unsupported start tag \"{name}\" at byte offset {at}"
        ));
    }
    if is_end {
        if open.pop().as_deref() != Some(name.as_str()) {
            return Err(format!("Unmatched end tag at byte offset {at}"));
        }
    } else if !VOID.contains(&name.as_str()) {
        open.push(name.clone());
        if open.len() > DEPTH {
            return Err("the message is nested too deeply".to_owned());
        }
    }
    if ["td", "th"].contains(&name.as_str()) {
        if !is_end && !text.is_empty() && !text.ends_with('\n') {
            text.push_str(" | ");
        }
    } else if (is_block || VOID[..2].contains(&name.as_str())) && !text.is_empty() {
        *text = text.trim_end_matches(' ').to_owned();
        if !text.ends_with('\n') {
            text.push('\n');
        }
    }
    Ok(())
}

/// A sign that is written as `&amp;`, and how long that is.
fn reference(html: &str) -> Option<(char, usize)> {
    let body = html.strip_prefix('&')?;
    let end = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
    let end = end.unwrap_or(body.len());
    let sign = markup::entity(&body[..end])?;
    Some((sign, 1 + end + usize::from(body[end..].starts_with(';'))))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_table_reads_as_lines() {
        let html = "<h2>Tugas</h2><table><tr><th>Nomor</th><th>Sejak</th></tr>\
                    <tr><td>HWA-2026-0001</td><td><b>2</b> hari &amp; lebih</td></tr></table><p>Selesai</p>";
        let text = "Tugas\nNomor | Sejak\nHWA-2026-0001 | 2 hari & lebih\nSelesai";
        assert_eq!(read(html).as_deref(), Ok(text));
    }

    #[test]
    fn what_it_does_not_know_is_refused() {
        assert!(
            read("<script>x</script>")
                .unwrap_err()
                .starts_with("Unsupported start tag")
        );
        assert!(read("<p>x").unwrap_err().starts_with("Can't find end tag"));
        assert!(
            read("<p><b>x</p></b>")
                .unwrap_err()
                .starts_with("Unmatched end tag")
        );
        let deep = "<blockquote>".repeat(17) + &"</blockquote>".repeat(17);
        assert!(read(&deep).unwrap_err().contains("too deeply"));
    }
}
