//! What Telegram checks before it takes a message: its text and its buttons.

pub(super) mod commands;
pub(super) mod keyboard;
pub(super) mod markup;
pub(super) mod text;

/// A text as markup that shows exactly this text.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
