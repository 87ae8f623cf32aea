//! What people do on the page: on their phones, and in the bar.

use std::sync::{Arc, atomic::Ordering};

use axum::{
    Json,
    extract::{Multipart, Path, State, multipart::MultipartError},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use chrono::TimeDelta;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Language, Playground, Run, Stage};
use crate::telegram::{Attachment, Author, File, MessageId, UserId};

/// An act that did not work, in a sentence for the person who tried.
#[derive(Debug)]
pub(super) struct Trouble(StatusCode, String);

type Done = Result<StatusCode, Trouble>;

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        (self.0, self.1).into_response()
    }
}

impl From<anyhow::Error> for Trouble {
    fn from(error: anyhow::Error) -> Trouble {
        tracing::warn!("{error:#}");
        Trouble(StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}"))
    }
}

impl From<MultipartError> for Trouble {
    fn from(error: MultipartError) -> Trouble {
        Trouble(error.status(), error.body_text())
    }
}

fn unprocessable(why: &str) -> Trouble {
    Trouble(StatusCode::UNPROCESSABLE_ENTITY, why.to_owned())
}

// --- Phones

#[derive(Deserialize)]
pub(super) struct Said {
    text: String,
    reply_to: Option<MessageId>,
}

pub(super) async fn say(
    State(playground): State<Playground>,
    Path(user): Path<UserId>,
    Json(said): Json<Said>,
) -> Done {
    let stage = stage_of(&playground, user)?;
    let text = said.text.trim();
    if text.is_empty() {
        return Err(unprocessable("nothing was said"));
    }
    match said.reply_to {
        Some(to) if stage.telegram.chat(user).message(to).is_some() => {
            stage.telegram.replies(user, user, to, text)
        }
        _ => stage.telegram.says(user, text),
    };
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
pub(super) struct Tapped {
    message: MessageId,
    data: String,
}

/// Answers with the query, so that the page knows which answer belongs to this tap.
pub(super) async fn tap(
    State(playground): State<Playground>,
    Path(user): Path<UserId>,
    Json(tapped): Json<Tapped>,
) -> Result<Json<Value>, Trouble> {
    let stage = stage_of(&playground, user)?;
    match stage.telegram.taps(user, tapped.message, &tapped.data) {
        Ok(query) => Ok(Json(json!({ "query": query.to_string() }))),
        Err(_) => Err(Trouble(
            StatusCode::CONFLICT,
            "that button is gone".to_owned(),
        )),
    }
}

#[derive(Deserialize)]
pub(super) struct Edited {
    message: MessageId,
    text: String,
}

pub(super) async fn edit(
    State(playground): State<Playground>,
    Path(user): Path<UserId>,
    Json(edited): Json<Edited>,
) -> Done {
    let stage = stage_of(&playground, user)?;
    if edited.text.trim().is_empty() {
        return Err(unprocessable("nothing is left of the message"));
    }
    let chat = stage.telegram.chat(user);
    match chat.message(edited.message) {
        Some(message) if message.from == Author::Person(user) => {
            stage
                .telegram
                .edits(user, edited.message, edited.text.trim());
            Ok(StatusCode::NO_CONTENT)
        }
        _ => Err(Trouble(
            StatusCode::CONFLICT,
            "only one's own messages can be changed".to_owned(),
        )),
    }
}

/// Shares one's own phone number, made up from the id.
pub(super) async fn contact(
    State(playground): State<Playground>,
    Path(user): Path<UserId>,
) -> Done {
    let stage = stage_of(&playground, user)?;
    stage.telegram.shares_contact(user, user, &number(user));
    Ok(StatusCode::NO_CONTENT)
}

/// Shares the contact of somebody else who has a phone here.
pub(super) async fn contact_of_another(
    State(playground): State<Playground>,
    Path(user): Path<UserId>,
) -> Done {
    let stage = stage_of(&playground, user)?;
    let mut others = stage.phones.iter().filter(|phone| phone.user != user);
    let other = others.next().map(|phone| phone.user);
    let other = other.ok_or_else(|| unprocessable("nobody else is here"))?;
    stage.telegram.shares_contact(user, other, &number(other));
    Ok(StatusCode::NO_CONTENT)
}

fn number(user: UserId) -> String {
    format!("+62812{:08}", user.0.unsigned_abs() % 100_000_000)
}

/// Fields: `as` (photo or document), `caption`, and the `file` itself as the last one.
pub(super) async fn file(
    State(playground): State<Playground>,
    Path(user): Path<UserId>,
    mut form: Multipart,
) -> Done {
    let stage = stage_of(&playground, user)?;
    let mut photo = false;
    let mut caption = None;
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("as") => photo = field.text().await? == "photo",
            Some("caption") => caption = Some(field.text().await?).filter(|text| !text.is_empty()),
            Some("file") => {
                let name = field.file_name().unwrap_or("berkas").to_owned();
                let mime = field
                    .content_type()
                    .unwrap_or("application/octet-stream")
                    .to_owned();
                let bytes = field.bytes().await?;
                if bytes.is_empty() {
                    return Err(unprocessable("the file is empty"));
                }
                if photo {
                    stage.telegram.sends_photo(user, bytes, caption.as_deref());
                } else {
                    stage
                        .telegram
                        .sends_document(user, &name, &mime, bytes, caption.as_deref());
                }
                return Ok(StatusCode::NO_CONTENT);
            }
            _ => {}
        }
    }
    Err(unprocessable("there is no file"))
}

/// Pictures and PDFs open in the browser; everything else is saved, so that no file becomes a page.
pub(super) async fn download(
    State(playground): State<Playground>,
    Path(id): Path<String>,
) -> Response {
    let stage = playground.stage();
    let Some(bytes) = stage.telegram.file_bytes(&id) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let file = named(&stage, &id);
    let name = file
        .as_ref()
        .and_then(|file| file.name.clone())
        .unwrap_or_default();
    let (kind, how) = match picture(&bytes) {
        Some(kind) => (kind, "inline"),
        None if bytes.starts_with(b"%PDF-") => ("application/pdf", "inline"),
        None => ("application/octet-stream", "attachment"),
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("{how}; filename*=UTF-8''{}", in_header(&name)),
        ),
    ];
    (headers, bytes).into_response()
}

/// The page is not told what a file is by whoever sent it.
fn picture(bytes: &Bytes) -> Option<&'static str> {
    let kinds: [(&[u8], &str); 4] = [
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF8", "image/gif"),
        (b"RIFF", "image/webp"),
    ];
    let found = kinds.iter().find(|(start, _)| bytes.starts_with(start));
    found.map(|(_, kind)| *kind)
}

fn named(stage: &Stage, id: &str) -> Option<File> {
    stage.phones.iter().find_map(|phone| {
        let chat = stage.telegram.chat(phone.user);
        let mut files =
            chat.messages
                .values()
                .filter_map(|message| match message.attachment.as_ref()? {
                    Attachment::Photo(sizes) => sizes.iter().find(|file| file.id == id),
                    other => other.file().filter(|file| file.id == id),
                });
        files.next().cloned()
    })
}

/// Percent-encoded, as RFC 8187 wants a file's name.
fn in_header(name: &str) -> String {
    use std::fmt::Write;
    name.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}"); // writing to a String cannot fail
        }
        encoded
    })
}

// --- The bar

pub(super) async fn restart(State(playground): State<Playground>) -> Done {
    playground.hand.restart().await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn cut(State(playground): State<Playground>) -> Done {
    playground.stage().telegram.cut(true);
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn back(State(playground): State<Playground>) -> Done {
    playground.stage().telegram.cut(false);
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn start_over(State(playground): State<Playground>) -> Done {
    let language = *playground.language.borrow();
    let stage = playground.hand.start_over(language).await?;
    playground.run.send_replace(Run::of(stage));
    Ok(StatusCode::NO_CONTENT)
}

/// Moves the office's clock an hour ahead, for everyone who looks at the page.
pub(super) async fn hour(State(playground): State<Playground>) -> Done {
    playground.move_clock(&playground.stage(), TimeDelta::hours(1));
    Ok(StatusCode::NO_CONTENT)
}

/// Moves the office's clock to the same time on the next working day.
pub(super) async fn working_day(State(playground): State<Playground>) -> Done {
    let stage = playground.stage();
    let now = stage.clock.now();
    let then = playground.hand.working_day_after(now).await?;
    playground.move_clock(&stage, then - now);
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn speak(
    State(playground): State<Playground>,
    Path(language): Path<Language>,
) -> Done {
    playground.chosen.store(true, Ordering::Relaxed);
    if *playground.language.borrow() == language {
        return Ok(StatusCode::NO_CONTENT);
    }
    let run = playground.run.borrow().clone();
    if !run.begun.load(Ordering::Relaxed) {
        // Nothing is lost, and everybody is welcomed in their own language.
        let stage = playground.hand.start_over(language).await?;
        playground.language.send_replace(language);
        playground.run.send_replace(Run::of(stage));
        return Ok(StatusCode::NO_CONTENT);
    }
    for phone in &run.stage.phones {
        run.stage.telegram.set_language(phone.user, language.code());
    }
    playground.language.send_replace(language);
    playground.hand.speak(language).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl Playground {
    fn move_clock(&self, stage: &Stage, by: TimeDelta) {
        stage.clock.advance(by);
        self.moved.send_replace(());
    }
}

fn stage_of(playground: &Playground, user: UserId) -> Result<Arc<Stage>, Trouble> {
    let run = playground.run.borrow().clone();
    match run.stage.phone(user) {
        Some(_) => {
            run.begun.store(true, Ordering::Relaxed);
            Ok(run.stage)
        }
        None => Err(Trouble(
            StatusCode::NOT_FOUND,
            format!("nobody here has the number {user}"),
        )),
    }
}
