//! The fake itself, met over HTTP as the bot meets it.

mod files;
mod long;
mod newer;
mod refusals;
mod transcripts;
mod trouble;
mod updates;

use serde_json::{Value, json};

use super::{MessageId, Telegram, UserId};

/// Telegram, one person who has pressed Start, and a client that calls the API.
struct Stage {
    telegram: Telegram,
    sari: UserId,
    http: reqwest::Client,
}

impl Stage {
    async fn open() -> Stage {
        let telegram = Telegram::open().await;
        let sari = telegram.person("Sari", "id");
        telegram.starts(sari, None);
        let http = reqwest::Client::new();
        Stage {
            telegram,
            sari,
            http,
        }
    }

    fn url(&self, method: &str) -> String {
        format!(
            "{}/bot{}/{method}",
            self.telegram.url(),
            self.telegram.token()
        )
    }

    /// Calls a method and gives the whole answer.
    async fn call(&self, method: &str, params: Value) -> Value {
        let call = self.http.post(self.url(method)).json(&params);
        call.send().await.unwrap().json().await.unwrap()
    }

    /// Calls a method that must succeed.
    #[track_caller]
    fn ok(&self, method: &str, params: Value) -> impl Future<Output = Value> {
        let caller = std::panic::Location::caller();
        async move {
            let answer = self.call(method, params).await;
            assert_eq!(answer["ok"], true, "{answer} at {caller}");
            answer["result"].clone()
        }
    }

    /// Calls a method and gives Telegram's words: `ok`, or the code with the description.
    async fn words(&self, method: &str, params: Value) -> String {
        let answer = self.call(method, params).await;
        match answer["ok"].as_bool() {
            Some(true) => "ok".to_owned(),
            _ => format!(
                "{} {}",
                answer["error_code"],
                answer["description"].as_str().unwrap()
            ),
        }
    }

    /// Sends a message to Sari.
    async fn send(&self, text: &str, keyboard: Value) -> MessageId {
        let mut params = json!({ "chat_id": self.sari, "text": text, "parse_mode": "HTML" });
        if !keyboard.is_null() {
            params["reply_markup"] = json!({ "inline_keyboard": keyboard });
        }
        let sent = self.ok("sendMessage", params).await;
        MessageId(sent["message_id"].as_i64().unwrap().try_into().unwrap())
    }

    /// Takes all updates and confirms them.
    async fn updates(&self) -> Vec<Value> {
        let got = self.ok("getUpdates", json!({})).await;
        let got = got.as_array().unwrap().clone();
        if let Some(last) = got.last() {
            let offset = last["update_id"].as_i64().unwrap() + 1;
            self.ok("getUpdates", json!({ "offset": offset })).await;
        }
        got
    }
}
