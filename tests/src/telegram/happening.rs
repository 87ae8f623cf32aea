//! News for whoever watches: the phones in the browser, or a test that waits.

use super::{
    chat::Toast,
    ids::{ChatId, UserId},
};

/// Something changed that a watcher may want to show. The state itself is asked from the handle.
#[derive(Clone, Debug)]
pub enum Happening {
    /// Messages, buttons or taps of a chat are not what they were.
    ChatChanged(ChatId),
    /// A tap was answered; also without text, so that a waiting button can stop waiting.
    Toast(UserId, Toast),
    /// The bot does something (`typing`, `upload_document`) in this chat.
    Action(ChatId, String),
    /// The command menu, the menu button, or what the bot says of itself changed.
    CommandsChanged,
    /// There is a new person or a new group.
    WorldChanged,
    /// Telegram became unreachable (`true`) or reachable.
    Cut(bool),
    /// The bot made a call a well-written bot never makes.
    FauxPas(String),
}
