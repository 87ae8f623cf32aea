//! Telegram says no: the code, its words, and whether a well-written bot could have known.

use serde::Serialize;

use super::super::ids::ChatId;

/// An answer with `"ok": false`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Refusal {
    pub(in super::super) code: u16,
    pub(in super::super) description: String,
    pub(in super::super) parameters: Option<Parameters>,
    /// A well-written bot never gets this answer.
    pub(in super::super) faux_pas: bool,
}

/// What helps to do better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in super::super) enum Parameters {
    RetryAfter(u32),
    MigrateToChatId(ChatId),
}

impl Refusal {
    fn new(code: u16, description: String) -> Refusal {
        Refusal {
            code,
            description,
            parameters: None,
            faux_pas: true,
        }
    }

    /// 400: the call itself is wrong.
    pub(in super::super) fn bad(what: impl AsRef<str>) -> Refusal {
        Refusal::new(400, format!("Bad Request: {}", what.as_ref()))
    }

    /// 403: the bot may not do this here.
    pub(in super::super) fn forbidden(what: &str) -> Refusal {
        Refusal::new(403, format!("Forbidden: {what}"))
    }

    /// 409: two want the same.
    pub(in super::super) fn conflict(what: &str) -> Refusal {
        Refusal::new(409, format!("Conflict: {what}")).not_its_fault()
    }

    /// 404: there is no such method.
    pub(in super::super) fn no_method() -> Refusal {
        Refusal::new(404, "Not Found: method not found".to_owned())
    }

    /// 404: there is nothing at this address.
    pub(in super::super) fn not_found() -> Refusal {
        Refusal::new(404, "Not Found".to_owned())
    }

    /// 401: this is not the token.
    pub(in super::super) fn unauthorized() -> Refusal {
        Refusal::new(401, "Unauthorized".to_owned())
    }

    /// 429: slower, please.
    pub(in super::super) fn too_many_requests(retry_after: u32) -> Refusal {
        let words = format!("Too Many Requests: retry after {retry_after}");
        Refusal {
            parameters: Some(Parameters::RetryAfter(retry_after)),
            ..Refusal::new(429, words).not_its_fault()
        }
    }

    /// 400: the group lives on under another id.
    pub(in super::super) fn migrated(to: ChatId) -> Refusal {
        Refusal {
            parameters: Some(Parameters::MigrateToChatId(to)),
            ..Refusal::bad("group chat was upgraded to a supergroup chat").not_its_fault()
        }
    }

    /// The bot could not have known.
    #[must_use]
    pub(in super::super) fn not_its_fault(self) -> Refusal {
        self.blamed(false)
    }

    #[must_use]
    pub(in super::super) fn blamed(self, faux_pas: bool) -> Refusal {
        Refusal { faux_pas, ..self }
    }

    /// The body of the answer.
    pub(in super::super) fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct Body<'a> {
            ok: bool,
            error_code: u16,
            description: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            parameters: Option<Parameters>,
        }
        let body = Body {
            ok: false,
            error_code: self.code,
            description: &self.description,
            parameters: self.parameters,
        };
        serde_json::to_string(&body).expect("a refusal is plain data")
    }
}
