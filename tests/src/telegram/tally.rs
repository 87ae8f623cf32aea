//! What a request takes of a person: how often they tap and type, and what they get to read.

use super::{
    Telegram, UserId,
    chat::{Act, Author},
    phone_lines::{height, taller},
};

/// What someone did and read from some place of their chat's story on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Buttons, and commands, which are buttons of the menu.
    pub taps: usize,
    pub typed: usize,
    pub files: usize,
    /// Messages of the bot that were new, and of them those that made a sound.
    pub messages: usize,
    pub sounds: usize,
    /// The lines of these on a narrow phone, before anything is unfolded.
    pub lines: usize,
    /// The lines of the tallest screen, new or drawn anew.
    pub tallest: usize,
}

impl Tally {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Tally) -> Tally {
        Tally {
            taps: self.taps + other.taps,
            typed: self.typed + other.typed,
            files: self.files + other.files,
            messages: self.messages + other.messages,
            sounds: self.sounds + other.sounds,
            lines: self.lines + other.lines,
            tallest: self.tallest.max(other.tallest),
        }
    }
}

impl Telegram {
    /// What a person has done and read since a place of their chat's story.
    pub fn tally(&self, user: UserId, since: usize) -> Tally {
        let mut tally = Tally::default();
        self.look(user, |chat| {
            for act in chat.story.iter().skip(since) {
                match act {
                    Act::Tapped(_) => tally.taps += 1,
                    Act::Sent(message) if message.from == Author::Bot => {
                        let height = height(&message.text, &message.entities);
                        tally.messages += 1;
                        tally.sounds += usize::from(!message.silent);
                        tally.lines += height;
                        tally.tallest = tally.tallest.max(height);
                    }
                    Act::Sent(message) if message.attachment.is_some() => tally.files += 1,
                    Act::Sent(message) if message.text.starts_with('/') => tally.taps += 1,
                    Act::Sent(_) => tally.typed += 1,
                    Act::Edited(_, message) if message.from == Author::Bot => {
                        let height = height(&message.text, &message.entities);
                        tally.tallest = tally.tallest.max(height);
                    }
                    _ => {}
                }
            }
        });
        tally
    }

    /// The tallest screens of a chat since a place of its story, each with its height.
    pub fn taller_screens(&self, user: UserId, since: usize, most: usize) -> Vec<(usize, String)> {
        self.look(user, |chat| {
            let shown = chat.story.iter().skip(since).filter_map(Act::shown);
            taller(shown, most)
        })
    }
}
