//! What Telegram's answer to a call means.

use std::{fmt, time::Duration};

use domain::id::AccountId;

/// What became of a call to Telegram.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallOutcome {
    /// Nothing is left to do, although Telegram said no: the message shows this already.
    Done,
    /// Try again, after this long where Telegram said how long.
    Later(Option<Duration>),
    /// The message to edit is gone or can no longer be edited.
    Gone,
    /// The group lives on in another chat.
    Moved(AccountId),
    /// Nothing reaches this person: they blocked the bot, never started it, or left Telegram.
    Unreachable,
    /// Telegram will never take this.
    Never,
}

/// Why a call came to nothing: what that means, and what Telegram said. It shows nothing that holds an
/// address, because the token stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub outcome: CallOutcome,
    said: String,
}

const FORBIDDEN: u16 = 403;
const TOO_MANY_REQUESTS: u16 = 429;

impl Failure {
    /// Telegram has said no. Codes are few and texts lag behind nothing, so the text has the last word.
    pub(super) fn refused(
        code: u16,
        said: String,
        retry_after: Option<u64>,
        moved_to: Option<i64>,
    ) -> Failure {
        let text = said.to_lowercase();
        let is = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let outcome = match code {
            _ if moved_to.is_some() => CallOutcome::Moved(AccountId(moved_to.unwrap_or(0))),
            // A wrong token or address is our mistake, and a second bot with our token is somebody's: nothing is
            // given up for it.
            401 | 404 | 409 | TOO_MANY_REQUESTS | 500.. => {
                CallOutcome::Later(retry_after.map(Duration::from_secs))
            }
            _ if is(&["not modified"]) => CallOutcome::Done,
            _ if is(&["to edit not found", "can't be edited", "message_id_invalid"]) => {
                CallOutcome::Gone
            }
            FORBIDDEN => CallOutcome::Unreachable,
            _ if is(&["chat not found", "user is deactivated", "forbidden"]) => {
                CallOutcome::Unreachable
            }
            _ => CallOutcome::Never,
        };
        Failure { outcome, said }
    }

    /// The call took too long; nobody knows whether it was carried out.
    pub fn unanswered() -> Failure {
        Failure::passing("no answer in time")
    }

    /// Nobody was there, or the line broke; nobody knows whether it was carried out.
    pub(super) fn without_connection() -> Failure {
        Failure::passing("no connection to Telegram")
    }

    /// Something stands between us and Telegram, and answers in its place.
    pub(super) fn garbled() -> Failure {
        Failure::passing("the answer is not from the Bot API")
    }

    /// More comes than anybody said would.
    pub(super) fn too_large() -> Failure {
        Failure {
            outcome: CallOutcome::Never,
            said: "the file is larger than it may be".to_owned(),
        }
    }

    fn passing(said: &str) -> Failure {
        Failure {
            outcome: CallOutcome::Later(None),
            said: said.to_owned(),
        }
    }

    /// Whether no bot has the token.
    pub fn is_of_no_bot(&self) -> bool {
        let said = self.said.to_lowercase();
        said.contains("unauthorized") || said == "not found"
    }

    /// Whether somebody else asks for updates with the same token.
    pub fn is_conflict(&self) -> bool {
        self.said.to_lowercase().starts_with("conflict")
    }

    /// Whether updates are brought to an address, and cannot be asked for.
    pub fn is_brought_elsewhere(&self) -> bool {
        self.is_conflict() && self.said.to_lowercase().contains("webhook is active")
    }

    /// Whether the server knows no dates in a text: it is older than Bot API 9.5.
    pub fn is_over_dates(&self) -> bool {
        self.outcome == CallOutcome::Never && self.said.contains("\"tg-time\"")
    }

    /// Whether the topic of a group was deleted there.
    pub fn is_without_topic(&self) -> bool {
        let said = self.said.to_lowercase();
        said.contains("thread not found") || said.contains("topic_deleted")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words are Telegram's own, as its server says them (tdlib/telegram-bot-api, `Client.cpp`).
    #[test]
    fn what_telegram_says_has_a_meaning() {
        use CallOutcome::{Done, Gone, Later, Moved, Never, Unreachable};
        let cases = [
            (
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
                Done,
            ),
            (400, "Bad Request: message to edit not found", Gone),
            (400, "Bad Request: message can't be edited", Gone),
            (400, "Bad Request: MESSAGE_ID_INVALID", Gone),
            (403, "Forbidden: bot was blocked by the user", Unreachable),
            (403, "Forbidden: user is deactivated", Unreachable),
            (
                403,
                "Forbidden: bot can't initiate conversation with a user",
                Unreachable,
            ),
            (400, "Bad Request: chat not found", Unreachable),
            (
                400,
                "Bad Request: not enough rights to send text messages to the chat",
                Never,
            ),
            (400, "Bad Request: can't parse entities", Never),
            (401, "Unauthorized", Later(None)),
            (404, "Not Found", Later(None)),
            (
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                Later(None),
            ),
            (500, "Internal Server Error", Later(None)),
            (502, "Bad Gateway", Later(None)),
        ];
        for (code, said, outcome) in cases {
            assert_eq!(
                Failure::refused(code, said.to_owned(), None, None).outcome,
                outcome,
                "{said}"
            );
        }
        let wait = Failure::refused(
            429,
            "Too Many Requests: retry after 8".to_owned(),
            Some(8),
            None,
        );
        assert_eq!(wait.outcome, Later(Some(Duration::from_secs(8))));
        let moved = Failure::refused(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat".to_owned(),
            None,
            Some(-1_001),
        );
        assert_eq!(moved.outcome, Moved(AccountId(-1_001)));
    }

    /// A token of no bot is unauthorized, and one that has no token's shape leads to no address.
    #[test]
    fn a_token_of_no_bot_is_told_from_other_trouble() {
        for (code, said, is_of_no_bot) in [
            (401, "Unauthorized", true),
            (401, "Unauthorized: invalid token specified", true),
            (404, "Not Found", true),
            (404, "Not Found: method not found", false),
            (400, "Bad Request: chat not found", false),
            (502, "Bad Gateway", false),
        ] {
            let failure = Failure::refused(code, said.to_owned(), None, None);
            assert_eq!(failure.is_of_no_bot(), is_of_no_bot, "{said}");
        }
    }
}
