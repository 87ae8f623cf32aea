//! The text of a message or a caption, as Telegram takes it.

use serde::Deserialize;

use super::{
    super::{api::refusal::Refusal, chat::Entity},
    clean::cleaned,
    escape, found, markup,
};

/// A checked text.
#[derive(Debug)]
pub(in super::super) struct Text {
    pub(in super::super) plain: String,
    pub(in super::super) html: String,
    pub(in super::super) entities: Vec<Entity>,
}

/// An entity as a bot may send it instead of markup.
#[derive(Deserialize)]
pub(in super::super) struct SentEntity {
    #[serde(rename = "type")]
    kind: String,
    offset: usize,
    length: usize,
    url: Option<String>,
    language: Option<String>,
    unix_time: Option<i64>,
    date_time_format: Option<String>,
}

/// What a bot may name as the kind of an entity.
const KINDS: [&str; 22] = [
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
    "bank_card",
    "unknown",
];

/// No more bytes of a text are read, its markup included.
const BYTES: usize = 1 << 15;

/// Reads a text, and finds in it what phones find. Spaces at its ends vanish, so a text of spaces is empty. A server
/// that is old knows no dates.
pub(in super::super) fn read(
    raw: &str,
    parse_mode: Option<&str>,
    sent: Vec<SentEntity>,
    is_old: bool,
) -> Result<Text, Refusal> {
    if raw.len() > BYTES {
        return Err(Refusal::bad("text is too long"));
    }
    let raw = &cleaned(raw);
    let (text, html, entities) = match parse_mode {
        None | Some("") => {
            let entities = sent
                .into_iter()
                .filter(|sent| !(is_old && sent.kind == "date_time"))
                .map(own_entity)
                .collect::<Result<Vec<_>, _>>()?;
            (raw.to_owned(), escape(raw), entities)
        }
        Some(mode) if mode.eq_ignore_ascii_case("HTML") => {
            let parsed = markup::parse(raw, !is_old).map_err(|why| {
                let refusal = Refusal::bad(format!("can't parse entities: {why}"));
                // How old a server is is only seen by asking it.
                refusal.blamed(!(is_old && why.contains("\"tg-time\"")))
            })?;
            (parsed.text, raw.to_owned(), parsed.entities)
        }
        // Telegram knows two dialects of Markdown; this bot is meant to speak HTML only.
        Some(mode) => return Err(Refusal::bad(format!("unsupported parse_mode {mode}"))),
    };
    let (plain, mut entities) = trim(&text, entities);
    entities.extend(found::found(&plain, &entities));
    entities.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    Ok(Text {
        plain,
        html,
        entities,
    })
}

/// The length Telegram counts.
pub(in super::super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn own_entity(sent: SentEntity) -> Result<Entity, Refusal> {
    let kind = KINDS.into_iter().find(|kind| *kind == sent.kind);
    Ok(Entity {
        kind: kind.ok_or_else(|| Refusal::bad("can't parse MessageEntity: wrong type"))?,
        offset: sent.offset,
        length: sent.length,
        url: sent.url,
        language: sent.language,
        unix_time: sent.unix_time,
        date_time_format: sent.date_time_format,
    })
}

/// Takes the spaces from both ends; those at the front only up to the first entity.
fn trim(text: &str, entities: Vec<Entity>) -> (String, Vec<Entity>) {
    let first = entities.iter().map(|entity| entity.offset).min();
    let mut cut = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next()
        && c.is_whitespace()
        && first.is_none_or(|first| cut < first)
    {
        cut += c.len_utf16();
        rest = &rest[c.len_utf8()..];
    }
    let rest = rest.trim_end();
    let length = units(rest);
    let entities = entities
        .into_iter()
        .map(|entity| {
            let offset = entity.offset.saturating_sub(cut).min(length);
            Entity {
                offset,
                length: entity.length.min(length - offset),
                ..entity
            }
        })
        .filter(|entity| entity.length > 0)
        .collect();
    (rest.to_owned(), entities)
}

/// Markup that is good, as tests have it.
#[cfg(test)]
pub(super) fn read_markup(html: &str) -> Text {
    read(html, Some("HTML"), Vec::new(), false).unwrap()
}

#[cfg(test)]
mod tests {
    use super::{read_markup, units};

    #[track_caller]
    fn check(raw: &str, text: &str, entities: &[(usize, usize)]) {
        let found = read_markup(raw);
        let places: Vec<_> = found
            .entities
            .iter()
            .map(|e| (e.offset, e.length))
            .collect();
        assert_eq!((found.plain.as_str(), places.as_slice()), (text, entities));
    }

    #[test]
    fn spaces_at_the_ends_vanish() {
        check("  x \n", "x", &[]);
        check(" \n ", "", &[]);
        check("\n<b>x </b> ", "x", &[(0, 1)]);
        check("<b> </b>", "", &[]);
        check("<b> x</b>", " x", &[(0, 2)]);
    }

    #[test]
    fn length_counts_units() {
        assert_eq!(units("aé🌴"), 4);
    }
}
