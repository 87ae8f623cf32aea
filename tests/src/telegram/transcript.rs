//! A chat as text that a colleague can read.

use super::chat::Chat;

impl Chat {
    /// Everything that happened, in order of time.
    pub fn transcript(&self) -> String {
        todo!()
    }

    /// Everything that happened since the story was this long (`chat.story.len()`).
    pub fn transcript_since(&self, act: usize) -> String {
        todo!()
    }

    /// What the phone shows now.
    pub fn screen(&self) -> String {
        todo!()
    }
}
