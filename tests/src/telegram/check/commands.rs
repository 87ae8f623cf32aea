//! The commands that a phone finds in a text, whether the bot meant them or not.

use super::super::chat::Entity;

/// What a phone shows as a command, without the slash. It finds none in code and in a link.
pub(in super::super) fn found(text: &str, entities: &[Entity]) -> Vec<String> {
    let mut free: Vec<u16> = text.encode_utf16().collect();
    for entity in entities {
        if ["code", "pre", "text_link"].contains(&entity.kind) {
            let end = free.len().min(entity.offset + entity.length);
            free[entity.offset.min(end)..end].fill(u16::from(b'_'));
        }
    }
    let text = String::from_utf16_lossy(&free);
    let mut found = Vec::new();
    for word in text.split_whitespace().filter(|it| !it.contains("://")) {
        let chars: Vec<char> = word.chars().collect();
        for at in (0..chars.len()).filter(|at| chars[*at] == '/') {
            let name: String = chars[at + 1..]
                .iter()
                .take_while(|c| c.is_ascii_alphanumeric() || **c == '_')
                .collect();
            let joins = |c: Option<&char>| {
                c.is_some_and(|c| c.is_alphanumeric() || ['_', '/', '<', '>'].contains(c))
            };
            let before = at.checked_sub(1).and_then(|it| chars.get(it));
            let after = chars.get(at + 1 + name.chars().count());
            if !name.is_empty() && !joins(before) && !joins(after) {
                found.push(name);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::text::read;

    #[track_caller]
    fn check(html: &str, expected: &[&str]) {
        let text = read(html, Some("HTML"), Vec::new()).unwrap();
        assert_eq!(super::found(&text.plain, &text.entities), expected);
    }

    #[test]
    fn a_command_is_found_where_a_phone_finds_one() {
        check("Ketik /menu.", &["menu"]);
        check("2001:db8:20::/48, Plh./Plt.", &["48", "Plt"]);
        check("203.0.113.0/24 dan/atau /var/www https://a.id/-/b //c", &[]);
        check("<b>é🌴 <code>/48</code></b> /a", &["a"]);
    }
}
