//! One call of the Bot API: what is sent, and what comes back.
//!
//! Calls are made here and not by teloxide, whose types only read updates. It sleeps ten seconds over every error of
//! Telegram's servers, and reads whole messages where a number is wanted.

use std::{future::Future, sync::Arc, time::Duration};

use bytes::Bytes;
use chrono::{DateTime, Utc};
use reqwest::multipart::{Form, Part};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

use super::{CallOutcome, Failure};
use crate::{
    Settings,
    measure::{CallEnd, Meters},
};

/// Where the Bot API is, with the token in the address. `Debug` shows neither.
#[derive(Clone)]
pub(super) struct BotApi {
    http: reqwest::Client,
    server: Arc<str>,
    token: SecretString,
    /// How long a call that carries a file may take.
    for_files: Duration,
    meters: Meters,
}

/// A file of 20 MB over a slow line takes so many times longer than a message.
const FILES_NEED: u32 = 6;

/// What every answer of the Bot API looks like.
#[derive(Deserialize)]
struct ApiAnswer<'a> {
    ok: bool,
    #[serde(borrow, default)]
    result: Option<&'a RawValue>,
    #[serde(default)]
    error_code: u16,
    #[serde(default)]
    description: String,
    #[serde(default)]
    parameters: Parameters,
}

/// Why a call was refused, as far as a program can act on it (Bot API: `ResponseParameters`).
#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl BotApi {
    pub(super) fn new(settings: &Settings) -> anyhow::Result<BotApi> {
        let http = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(settings.patience)
            .tcp_nodelay(true)
            // As many as may answer people at once: opening a connection costs more than a call.
            .pool_max_idle_per_host(256)
            .build()?;
        // What is no address is said at the start, and not at the first call.
        reqwest::Url::parse(&settings.api_url)?;
        Ok(BotApi {
            http,
            server: settings.api_url.trim_end_matches('/').into(),
            token: settings.token.clone(),
            for_files: settings.patience * FILES_NEED,
            meters: Meters::default(),
        })
    }

    pub(super) fn meters(&self) -> &Meters {
        &self.meters
    }

    /// Makes a call whose parameters are plain data.
    pub(super) async fn call<T: DeserializeOwned>(
        &self,
        method: &'static str,
        parameters: &impl Serialize,
    ) -> Result<T, Failure> {
        let (result, _) = self.call_dated(method, parameters).await?;
        Ok(result)
    }

    /// The same, with the time of day that the server says it is.
    pub(super) async fn call_dated<T: DeserializeOwned>(
        &self,
        method: &'static str,
        parameters: &impl Serialize,
    ) -> Result<(T, Option<DateTime<Utc>>), Failure> {
        let request = self.http.post(self.address("", method)).json(parameters);
        self.measured(method, answer(request)).await
    }

    /// The same, for a call that Telegram answers when something happens: its answer may take so long.
    pub(super) async fn call_patiently<T: DeserializeOwned>(
        &self,
        method: &'static str,
        parameters: &impl Serialize,
        patience: Duration,
    ) -> Result<T, Failure> {
        let request = self.http.post(self.address("", method)).json(parameters);
        let (result, _) = self
            .measured(method, answer(request.timeout(patience)))
            .await?;
        Ok(result)
    }

    /// Makes a call that carries a file.
    pub(super) async fn upload<T: DeserializeOwned>(
        &self,
        method: &'static str,
        parameters: &[(&'static str, String)],
        (field, name, bytes): (&'static str, String, Bytes),
    ) -> Result<T, Failure> {
        let file = Part::stream(bytes).file_name(name);
        let form = Form::new().part(field, file);
        let form = parameters
            .iter()
            .fold(form, |form, (name, value)| form.text(*name, value.clone()));
        let request = self.http.post(self.address("", method)).multipart(form);
        let (result, _) = self
            .measured(method, answer(request.timeout(self.for_files)))
            .await?;
        Ok(result)
    }

    async fn measured<T>(
        &self,
        method: &'static str,
        call: impl Future<Output = Result<T, Failure>>,
    ) -> Result<T, Failure> {
        let answer = call.await;
        let end = match answer.as_ref().map_err(|failure| failure.outcome) {
            Ok(_) | Err(CallOutcome::Done) => CallEnd::Done,
            Err(CallOutcome::Later(_)) => CallEnd::Later,
            Err(_) => CallEnd::Refused,
        };
        self.meters.called(method, end);
        answer
    }

    /// The bytes of a file, by the path that `getFile` gave. One that is larger than `most` bytes is not taken.
    pub(super) async fn download(&self, path: &str, most: usize) -> Result<Bytes, Failure> {
        let lost = |_| Failure::without_connection();
        let request = self.http.get(self.address("/file", path));
        let mut response = request.timeout(self.for_files).send().await.map_err(lost)?;
        if !response.status().is_success() {
            let status = response.status();
            return Err(Failure::refused(
                status.as_u16(),
                status.to_string(),
                None,
                None,
            ));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(lost)? {
            if bytes.len() + chunk.len() > most {
                return Err(Failure::too_large());
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes.into())
    }

    fn address(&self, room: &str, name: &str) -> String {
        let token = self.token.expose_secret();
        format!("{}{room}/bot{token}/{name}", self.server)
    }
}

/// Sends a request, and reads what comes back. No error of the library is handed on: it may hold the address, and
/// the token in it.
async fn answer<T: DeserializeOwned>(
    request: reqwest::RequestBuilder,
) -> Result<(T, Option<DateTime<Utc>>), Failure> {
    let lost = |_| Failure::without_connection();
    let body = request.send().await.map_err(lost)?;
    let date = body.headers().get(reqwest::header::DATE);
    let date = date.and_then(|date| DateTime::parse_from_rfc2822(date.to_str().ok()?).ok());
    let body = body.bytes().await.map_err(lost)?;
    let answer: ApiAnswer = serde_json::from_slice(&body).map_err(|_| Failure::garbled())?;
    if !answer.ok {
        let Parameters {
            retry_after,
            migrate_to_chat_id,
        } = answer.parameters;
        return Err(Failure::refused(
            answer.error_code,
            answer.description,
            retry_after,
            migrate_to_chat_id,
        ));
    }
    let result = answer.result.ok_or_else(Failure::garbled)?;
    let result = serde_json::from_str(result.get()).map_err(|_| Failure::garbled())?;
    Ok((result, date.map(|date| date.to_utc())))
}
