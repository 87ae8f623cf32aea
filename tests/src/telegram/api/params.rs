//! The parameters of a call: read from JSON, a form, or a multipart form, then held against the
//! table, so that the methods find what they expect.

use std::collections::HashMap;

use axum::{
    body,
    extract::{FromRequest, Multipart, Request},
    http::header::CONTENT_TYPE,
};
use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};

use super::{
    super::ids::{ChatId, MessageId},
    method::{Kind, Method},
    refusal::Refusal,
};

/// Telegram takes uploads of 50 MB; a little more is read, so that it can say so.
const LARGEST_BODY: usize = 52 << 20;

/// The parameters of one call.
#[derive(Debug, Default)]
pub(super) struct Params {
    pub(super) values: Map<String, Value>,
    files: HashMap<String, Upload>,
    /// The server that reads them is of Bot API 9.1.
    pub(super) is_old: bool,
    /// What no version up to now knows. Telegram reads past it.
    pub(super) unknown: Vec<String>,
}

/// A file within a call.
#[derive(Clone, Debug)]
pub(super) struct Upload {
    pub(super) name: String,
    pub(super) mime: Option<String>,
    pub(super) bytes: Bytes,
}

/// A file as a method wants it: new, or one Telegram has.
pub(super) enum Source {
    New(Upload),
    Known(String),
}

impl Params {
    /// Reads the address and the body of a call.
    pub(super) async fn read(request: Request) -> Result<Params, Refusal> {
        let mut params = Params::default();
        if let Some(query) = request.uri().query() {
            params.add_form(query);
        }
        let kind = request.headers().get(CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            params.add_multipart(request).await?;
            return Ok(params);
        }
        let is_json = kind.starts_with("application/json");
        let bytes = body::to_bytes(request.into_body(), LARGEST_BODY)
            .await
            .map_err(|_| too_large())?;
        if bytes.is_empty() {
            return Ok(params);
        }
        if is_json {
            match serde_json::from_slice(&bytes) {
                Ok(Value::Object(fields)) => {
                    let given = fields.into_iter().filter(|(_, value)| !value.is_null());
                    params.values.extend(given);
                }
                Ok(Value::Null) => {}
                _ => return Err(Refusal::bad("can't parse JSON object")),
            }
        } else {
            params.add_form(&String::from_utf8_lossy(&bytes));
        }
        Ok(params)
    }

    fn add_form(&mut self, form: &str) {
        for pair in form.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.values
                .insert(decode(name), Value::String(decode(value)));
        }
    }

    async fn add_multipart(&mut self, request: Request) -> Result<(), Refusal> {
        let broken = |_| Refusal::bad("can't parse multipart form data");
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|_| Refusal::bad("can't parse multipart form data"))?;
        while let Some(part) = parts.next_field().await.map_err(broken)? {
            let name = part.name().unwrap_or_default().to_owned();
            if let Some(file_name) = part.file_name().map(ToOwned::to_owned) {
                let mime = part.content_type().map(ToOwned::to_owned);
                let bytes = part.bytes().await.map_err(broken)?;
                if bytes.len() > 50 << 20 {
                    return Err(too_large());
                }
                let name_given = file_name;
                let upload = Upload {
                    name: name_given,
                    mime,
                    bytes,
                };
                self.files.insert(name, upload);
            } else {
                let text = part.text().await.map_err(broken)?;
                self.values.insert(name, Value::String(text));
            }
        }
        Ok(())
    }

    /// Holds the parameters against the table and gives each its type.
    pub(super) fn check(&mut self, method: &Method) -> Result<(), Refusal> {
        let known = |name: &str| method.parameters.iter().find(|known| known.name == name);
        let names: Vec<String> = self.values.keys().cloned().collect();
        self.unknown = names.into_iter().filter(|it| known(it).is_none()).collect();
        for (name, value) in &mut self.values {
            let Some(parameter) = known(name) else {
                continue;
            };
            let typed = typed(value.clone(), parameter.kind);
            *value = typed.ok_or_else(|| {
                Refusal::bad(format!(
                    "parameter \"{name}\" of {} has the wrong type",
                    method.name
                ))
            })?;
        }
        for parameter in method.parameters.iter().filter(|known| known.required) {
            let name = parameter.name;
            if !self.values.contains_key(name) && !self.files.contains_key(name) {
                return Err(Refusal::bad(match name {
                    "chat_id" => "chat_id is empty".to_owned(),
                    "text" => "message text is empty".to_owned(),
                    "message_id" => "message identifier is not specified".to_owned(),
                    "document" | "photo" => format!("there is no {name} in the request"),
                    _ => format!("parameter \"{name}\" is required"),
                }));
            }
        }
        Ok(())
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name)?.as_str()
    }

    pub(super) fn int(&self, name: &str) -> Option<i64> {
        self.values.get(name)?.as_i64()
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.values.get(name).and_then(Value::as_bool) == Some(true)
    }

    /// A parameter that is JSON.
    pub(super) fn json<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Refusal> {
        let Some(value) = self.values.get(name) else {
            return Ok(None);
        };
        T::deserialize(value)
            .map(Some)
            .map_err(|error| Refusal::bad(format!("can't parse {name} JSON object: {error}")))
    }

    /// The chat a call is about. Chats by name are channels, and there are none here.
    pub(super) fn chat(&self) -> Result<ChatId, Refusal> {
        self.chat_at("chat_id")
    }

    pub(super) fn chat_at(&self, name: &str) -> Result<ChatId, Refusal> {
        match self.values.get(name) {
            None => Err(Refusal::bad("chat_id is empty")),
            Some(value) => value
                .as_i64()
                .map(ChatId)
                .ok_or_else(|| Refusal::bad("chat not found")),
        }
    }

    pub(super) fn message_id(&self) -> Result<MessageId, Refusal> {
        let id = self.int("message_id").map(i32::try_from);
        match id {
            Some(Ok(id)) if id > 0 => Ok(MessageId(id)),
            _ => Err(Refusal::bad("message identifier is not specified")),
        }
    }

    /// A file: an upload under this name, one that `attach://` points to, or a `file_id`.
    pub(super) fn file(&self, name: &str) -> Result<Source, Refusal> {
        if let Some(upload) = self.files.get(name) {
            return Ok(Source::New(upload.clone()));
        }
        self.file_named(self.text(name).unwrap_or_default())
    }

    /// A file by what a parameter says about it.
    pub(super) fn file_named(&self, named: &str) -> Result<Source, Refusal> {
        if let Some(attached) = named.strip_prefix("attach://") {
            let upload = self.files.get(attached).cloned();
            return upload
                .map(Source::New)
                .ok_or_else(|| Refusal::bad("there is no such attached file in the request"));
        }
        if named.contains("://") {
            return Err(Refusal::bad("failed to get HTTP URL content"));
        }
        Ok(Source::Known(named.to_owned()))
    }

    /// The parameters for the log, files by their names.
    pub(super) fn logged(&self) -> Value {
        let mut values = self.values.clone();
        for (field, upload) in &self.files {
            values.insert(field.clone(), Value::String(upload.name.clone()));
        }
        Value::Object(values)
    }
}

fn too_large() -> Refusal {
    Refusal {
        code: 413,
        description: "Request Entity Too Large".to_owned(),
        ..Refusal::bad("")
    }
}

/// Gives a value its type; Telegram takes numbers, flags and JSON in strings as well.
fn typed(value: Value, kind: Kind) -> Option<Value> {
    match (kind, value) {
        (Kind::Int, Value::String(text)) => number(&text),
        (Kind::Chat, Value::String(text)) => number(&text).or(Some(Value::String(text))),
        (Kind::Int | Kind::Chat, Value::Number(number)) => {
            number.is_i64().then_some(Value::Number(number))
        }
        (Kind::Float, Value::String(text)) => {
            let number = Number::from_f64(text.parse().ok()?)?;
            Some(Value::Number(number))
        }
        (Kind::Float, value @ Value::Number(_))
        | (Kind::Bool, value @ Value::Bool(_))
        | (Kind::Str | Kind::File, value @ Value::String(_))
        | (Kind::Object, value @ Value::Object(_))
        | (Kind::List, value @ Value::Array(_)) => Some(value),
        (Kind::Bool, Value::String(text)) => match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Some(Value::Bool(true)),
            "false" | "0" | "no" | "" => Some(Value::Bool(false)),
            _ => None,
        },
        (Kind::Object | Kind::List, Value::String(text)) => {
            let value: Value = serde_json::from_str(&text).ok()?;
            let fits = match kind {
                Kind::Object => value.is_object(),
                _ => value.is_array(),
            };
            fits.then_some(value)
        }
        _ => None,
    }
}

fn number(text: &str) -> Option<Value> {
    Some(Value::Number(text.trim().parse::<i64>().ok()?.into()))
}

/// Undoes the encoding of forms and addresses.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let hex: Vec<u8> = rest.by_ref().take(2).collect();
                let hex = std::str::from_utf8(&hex).unwrap_or_default();
                bytes.push(u8::from_str_radix(hex, 16).unwrap_or(b'?'));
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
