//! Groups: topics are opened there, and left again with the whole group.

use domain::id::AccountId;
use serde::{Deserialize, Serialize, de::IgnoredAny};

use super::{Client, Failure};

#[derive(Serialize)]
struct InGroup<'a> {
    chat_id: AccountId,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
}

#[derive(Deserialize)]
struct Topic {
    message_thread_id: i64,
}

impl Client {
    /// Opens a topic; its number.
    pub async fn open_topic(&self, group: AccountId, title: &str) -> Result<i64, Failure> {
        let opens = InGroup {
            chat_id: group,
            name: Some(title),
        };
        let topic: Topic = self.api.call("createForumTopic", &opens).await?;
        Ok(topic.message_thread_id)
    }

    /// Leaves a group.
    pub async fn leave(&self, group: AccountId) -> Result<(), Failure> {
        let leaves = InGroup {
            chat_id: group,
            name: None,
        };
        let IgnoredAny = self.api.call("leaveChat", &leaves).await?;
        Ok(())
    }
}
