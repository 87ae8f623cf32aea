//! Start links: the bot's own name, and a link to pass on with its picture.

use domain::{id::AccountId, seal::Payload};

use super::{Client, Failure, picture};
use crate::text::{Html, Screen};

/// A link that opens the bot and hands it something.
pub fn start_link(bot: &str, payload: &str) -> String {
    format!("https://t.me/{bot}?start={payload}")
}

impl Client {
    /// The bot's own name.
    pub async fn name(&self) -> Result<String, Failure> {
        Ok(self.identity().await?.name)
    }

    /// A start link to pass on, with its picture for a phone nearby.
    pub async fn pass_link(
        &self,
        chat: AccountId,
        payload: &Payload,
        mut caption: Html,
    ) -> Result<(), Failure> {
        let link = start_link(&self.name().await?, payload.as_str());
        caption.gap().line(Html::text(&link));
        match picture::of_link(&link) {
            Some(picture) => self.send_picture(chat, picture, "loket.png", caption).await,
            // Without a picture the link still works.
            None => self.say(chat, &Screen::new(caption)).await.map(|_| ()),
        }
    }
}
