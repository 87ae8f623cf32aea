//! Trouble on order: what can go wrong between the bot and Telegram.

use std::time::Duration;

use super::ids::ChatId;

/// A fault waits for calls that fit it and strikes as often as it says.
#[derive(Clone, Debug)]
pub struct Fault {
    what: Trouble,
    method: Option<String>,
    chat: Option<ChatId>,
    left: usize,
}

/// The kinds of trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// 429 with `retry_after`; the call has no effect.
    TooManyRequests { retry_after: u32 },
    /// 502 with a page of HTML instead of JSON; the call has no effect.
    ServerError,
    /// The connection breaks before the call has an effect.
    ResetBefore,
    /// The call has its effect, but the connection breaks before the answer.
    ResetAfter,
    /// Something else answers in Telegram's place, as the page on which a hotel asks for a room's number; the call
    /// has no effect.
    Garbage,
    /// The answer takes this long.
    Slow(Duration),
}

impl Fault {
    /// Strikes once, at the next call of any method but `getUpdates`.
    pub fn next(what: Trouble) -> Fault {
        Fault {
            what,
            method: None,
            chat: None,
            left: 1,
        }
    }

    /// Only at this method (`getUpdates` too, if it is named).
    #[must_use]
    pub fn at(self, method: &str) -> Fault {
        Fault {
            method: Some(method.to_owned()),
            ..self
        }
    }

    /// Only in this chat.
    #[must_use]
    pub fn in_chat(self, chat: impl Into<ChatId>) -> Fault {
        Fault {
            chat: Some(chat.into()),
            ..self
        }
    }

    /// As often as this.
    #[must_use]
    pub fn times(self, left: usize) -> Fault {
        Fault { left, ..self }
    }

    /// Strikes if it fits the call.
    pub(super) fn strike(&mut self, method: &str, chat: Option<ChatId>) -> Option<Trouble> {
        let fits = match &self.method {
            Some(named) => named.eq_ignore_ascii_case(method),
            None => method != "getUpdates",
        };
        if self.left == 0 || !fits || (self.chat.is_some() && self.chat != chat) {
            return None;
        }
        self.left -= 1;
        Some(self.what)
    }

    pub(super) fn is_spent(&self) -> bool {
        self.left == 0
    }
}
