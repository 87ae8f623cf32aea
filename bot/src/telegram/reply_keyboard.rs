//! The place below the message field, where the button stands that shares one's own number.

use domain::id::AccountId;
use teloxide::{
    payloads::SendMessageSetters,
    requests::Requester,
    types::{ButtonRequest, KeyboardButton, KeyboardMarkup, KeyboardRemove, ParseMode},
};

use super::{Client, Failure, chat_id};
use crate::text::Html;

impl Client {
    /// Says something, and puts the button there or takes it away.
    ///
    /// Telegram: only a new message changes what stands there, and it can have no buttons of its own.
    pub async fn offer_contact(
        &self,
        chat: AccountId,
        text: &Html,
        label: Option<&str>,
    ) -> Result<(), Failure> {
        let call = self
            .bot
            .send_message(chat_id(chat), text.as_str())
            .parse_mode(ParseMode::Html);
        match label {
            Some(label) => {
                let button = KeyboardButton::new(label).request(ButtonRequest::Contact);
                let keyboard = KeyboardMarkup::new([[button]]).resize_keyboard();
                call.reply_markup(keyboard).await?
            }
            None => call.reply_markup(KeyboardRemove::new()).await?,
        };
        Ok(())
    }
}
