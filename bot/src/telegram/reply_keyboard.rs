//! The place below the message field, where the button stands that shares one's own number.

use domain::id::AccountId;
use serde::de::IgnoredAny;

use super::{
    Client, Failure,
    message::{ContactButton, Markup, MessageText},
};
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
        let below = match label {
            Some(text) => {
                let button = ContactButton {
                    text,
                    request_contact: true,
                };
                Markup::Contact {
                    keyboard: [[button]],
                    resize_keyboard: true,
                }
            }
            None => Markup::Nothing {
                remove_keyboard: true,
            },
        };
        let mut text = MessageText::new(chat, text);
        text.reply_markup = Some(below);
        let IgnoredAny = self.api.call("sendMessage", &text).await?;
        Ok(())
    }
}
