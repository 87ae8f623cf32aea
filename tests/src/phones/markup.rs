//! A message's text with all that a phone shows in it, as HTML for the page: what the bot has marked, and what phones find
//! by themselves.

use std::fmt::Write;

use crate::telegram::Entity;

/// The text as the page gets it. Nothing of the text itself is markup.
pub(super) fn html(text: &str, entities: &[Entity]) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut out = String::new();
    let mut open: Vec<&Entity> = Vec::new();
    let mut next = entities.iter().peekable();
    let mut at = 0;
    loop {
        // Ends first: what ends here, and what lies in it, which is opened again if it goes on.
        while let Some(place) = open.iter().position(|entity| entity.end() <= at) {
            let inner = open.split_off(place);
            for entity in inner.iter().rev() {
                end(&mut out, entity);
            }
            for entity in inner.into_iter().filter(|entity| entity.end() > at) {
                start(&mut out, entity, "");
                open.push(entity);
            }
        }
        while let Some(entity) = next.next_if(|entity| entity.offset <= at) {
            let inside = units.get(entity.offset..entity.end().min(units.len()));
            let inside = String::from_utf16_lossy(inside.unwrap_or_default());
            start(&mut out, entity, &inside);
            open.push(entity);
        }
        if at >= units.len() {
            break;
        }
        let ends = open.iter().map(|entity| entity.end());
        let begins = next.peek().map(|entity| entity.offset);
        let until = ends.chain(begins).min().unwrap_or(units.len());
        let until = until.clamp(at + 1, units.len());
        out.push_str(&escaped(&String::from_utf16_lossy(&units[at..until])));
        at = until;
    }
    for entity in open.iter().rev() {
        end(&mut out, entity);
    }
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The element in which an entity is shown.
fn element(entity: &Entity) -> &'static str {
    match entity.kind {
        "bold" => "b",
        "italic" => "i",
        "underline" => "u",
        "strikethrough" => "s",
        "spoiler" => "tg-spoiler",
        "code" => "code",
        "pre" => "pre",
        "blockquote" | "expandable_blockquote" => "blockquote",
        "text_link" | "url" | "email" => "a",
        "date_time" => "tg-time",
        "bot_command" => "tg-command",
        "bank_card" => "tg-card",
        "mention" | "hashtag" => "tg-found",
        _ => "span",
    }
}

fn start(out: &mut String, entity: &Entity, inside: &str) {
    let _ = write!(out, "<{}", element(entity)); // writing to a String cannot fail
    let address = match (entity.kind, &entity.url) {
        ("text_link", Some(url)) => Some(url.clone()),
        ("url", _) if inside.contains("://") => Some(inside.to_owned()),
        ("url", _) => Some(format!("http://{inside}")),
        ("email", _) => Some(format!("mailto:{inside}")),
        _ => None,
    };
    if let Some(address) = address {
        let _ = write!(out, " href=\"{}\"", escaped(&address));
    }
    if entity.kind == "expandable_blockquote" {
        out.push_str(" expandable");
    }
    if let (Some(unix), Some(format)) = (entity.unix_time, &entity.date_time_format) {
        let _ = write!(out, " unix=\"{unix}\" format=\"{}\"", escaped(format));
    }
    out.push('>');
}

fn end(out: &mut String, entity: &Entity) {
    let _ = write!(out, "</{}>", element(entity));
}
