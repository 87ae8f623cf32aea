//! The answer to a tap: the spinner on the button ends.

use serde::{Serialize, de::IgnoredAny};

use super::{Client, Failure};
use crate::text::html::shortened;

/// Telegram: answerCallbackQuery.text has at most 200 characters.
const MAX_TOAST: usize = 200;

#[derive(Serialize)]
struct TapAnswer<'a> {
    callback_query_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    show_alert: bool,
}

impl Client {
    /// Ends the spinner on a button; with a text it shows for a moment, as an alert it waits to be closed.
    pub async fn answer_tap(
        &self,
        query: &str,
        text: Option<&str>,
        alert: bool,
    ) -> Result<(), Failure> {
        let answer = TapAnswer {
            callback_query_id: query,
            text: text.map(toast),
            show_alert: alert && text.is_some(),
        };
        let IgnoredAny = self.api.call("answerCallbackQuery", &answer).await?;
        Ok(())
    }
}

/// As much of a text as is shown. Telegram counts some signs as two.
fn toast(text: &str) -> String {
    let twice = text.chars().filter(|c| c.len_utf16() > 1).count();
    shortened(text, MAX_TOAST.saturating_sub(twice))
}
