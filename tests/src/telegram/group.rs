//! What happens to groups.

use super::{
    Telegram,
    ids::{ChatId, UserId},
};

impl Telegram {
    /// A new group; its first member adds the bot.
    pub fn group(&self, title: &str, members: &[UserId]) -> ChatId {
        todo!()
    }

    /// Turns a group into a supergroup with a new id, as Telegram does without being asked.
    pub fn upgrades(&self, group: ChatId) -> ChatId {
        todo!()
    }

    /// Takes the bot out of a group.
    pub fn removes_bot(&self, group: ChatId, by: UserId) {
        todo!()
    }

    pub fn joins(&self, group: ChatId, user: UserId) {
        todo!()
    }

    pub fn leaves(&self, group: ChatId, user: UserId) {
        todo!()
    }

    /// Whether the bot reads everything in groups, or only commands and replies to itself (the
    /// default of Telegram, and ours).
    pub fn reads_all_in_groups(&self, all: bool) {
        todo!()
    }
}
