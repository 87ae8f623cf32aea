//! The answer to a tap: the spinner on the button ends.

use teloxide::{payloads::AnswerCallbackQuerySetters, requests::Requester, types::CallbackQueryId};

use super::{Client, Failure};
use crate::text::html::shortened;

/// Telegram: answerCallbackQuery.text has at most 200 characters.
const MAX_TOAST: usize = 200;

impl Client {
    /// Ends the spinner on a button; with a text it shows for a moment, as an alert it waits to be closed.
    pub async fn answer_tap(
        &self,
        query: &str,
        text: Option<&str>,
        alert: bool,
    ) -> Result<(), Failure> {
        let mut call = self
            .bot
            .answer_callback_query(CallbackQueryId(query.to_owned()));
        if let Some(text) = text {
            call = call.text(toast(text)).show_alert(alert);
        }
        call.await?;
        Ok(())
    }
}

/// As much of a text as is shown. Telegram counts some signs as two.
fn toast(text: &str) -> String {
    let twice = text.chars().filter(|c| c.len_utf16() > 1).count();
    shortened(text, MAX_TOAST.saturating_sub(twice))
}
