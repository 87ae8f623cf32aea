//! How tall a message stands on a narrow phone, before anybody unfolds anything.

use super::{
    Telegram,
    chat::{Act, Entity, Message},
};

/// So many characters stand in a line of a phone of 360 pixels, about.
const WIDTH: usize = 36;
/// So much of a quotation that unfolds is shown.
const FOLDED: usize = 3;

impl Telegram {
    /// Cards from which something is decided and that are taller than so many lines, each with its height: open ones, as
    /// they stood in any chat at any time.
    pub fn taller_cards(&self, most: usize) -> Vec<(usize, String)> {
        let world = self.world();
        let acts = world.rooms.values().flat_map(|room| &room.chat.story);
        let cards = acts.filter_map(Act::shown).filter(|it| is_card(it));
        taller(cards, most)
    }
}

/// Messages that are taller than so many lines, each with its height.
pub(super) fn taller<'a>(
    messages: impl Iterator<Item = &'a Message>,
    most: usize,
) -> Vec<(usize, String)> {
    let heights = messages.map(|message| (height(&message.text, &message.entities), message));
    let tall = heights.filter(|(height, _)| *height > most);
    tall.map(|(height, message)| (height, message.text.clone()))
        .collect()
}

/// A card lets whoever sits at the desk look at the SOP.
fn is_card(message: &Message) -> bool {
    let mut buttons = message.keyboard.iter().flatten();
    buttons.any(|button| ["Lihat SOP", "Show the SOP"].contains(&button.text.as_str()))
}

/// How many lines it has.
pub(super) fn height(text: &str, entities: &[Entity]) -> usize {
    let folded = |at: usize| {
        entities.iter().position(|entity| {
            entity.kind == "expandable_blockquote" && (entity.offset..=entity.end()).contains(&at)
        })
    };
    let (mut at, mut height) = (0, 0);
    let mut quotation = (None, 0);
    for line in text.split('\n') {
        let lines = lines(line);
        match folded(at) {
            Some(quoted) => {
                if quotation.0 != Some(quoted) {
                    quotation = (Some(quoted), 0);
                }
                let room = FOLDED.saturating_sub(quotation.1);
                height += lines.min(room);
                quotation.1 += lines;
            }
            None => height += lines,
        }
        at += line.encode_utf16().count() + 1;
    }
    height
}

/// Into how many lines a phone breaks one.
fn lines(line: &str) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in line.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > WIDTH {
            lines += 1;
            used = 0;
        }
        used += length + usize::from(used > 0);
        while used > WIDTH {
            lines += 1;
            used -= WIDTH;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Entity, height};

    #[test]
    fn lines_break_between_words_and_quotations_are_folded() {
        let check = |text: &str, entities: &[Entity], expected: usize| {
            assert_eq!(height(text, entities), expected, "{text}");
        };
        check("", &[], 1);
        check("Portal Bantuan Sosial · Dinas Sosial", &[], 1);
        check("Portal Bantuan Sosial · Dinas Kesehatan", &[], 2);
        check(&"x".repeat(80), &[], 3);
        let text = "satu\ndua\ntiga\nempat\nlima";
        check(text, &[], 5);
        check(text, &[Entity::new("expandable_blockquote", 0, 24)], 3);
        check(text, &[Entity::new("expandable_blockquote", 5, 19)], 4);
        check(text, &[Entity::new("blockquote", 5, 19)], 5);
    }
}
