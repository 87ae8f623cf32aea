//! Groups: topics are opened there, and left again with the whole group.

use domain::id::AccountId;
use teloxide::requests::Requester;

use super::{Client, Failure, chat_id};

impl Client {
    /// Opens a topic; its number.
    pub async fn open_topic(&self, group: AccountId, title: &str) -> Result<i64, Failure> {
        let topic = self.bot.create_forum_topic(chat_id(group), title).await?;
        Ok(i64::from(topic.thread_id.0.0))
    }

    /// Leaves a group.
    pub async fn leave(&self, group: AccountId) -> Result<(), Failure> {
        self.bot.leave_chat(chat_id(group)).await?;
        Ok(())
    }
}
