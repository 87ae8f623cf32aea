//! What Telegram checks before it takes a message: its text and its buttons.

mod address;
mod clean;
pub(super) mod found;
pub(super) mod keyboard;
pub(super) mod markup;
pub(super) mod rich;
pub(super) mod text;
mod time;

/// A text as markup that shows exactly this text.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
