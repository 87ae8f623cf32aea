//! Files as they come, before anybody knows what for.

use bytes::Bytes;
use domain::id::MessageId;
use teloxide::types::{FileMeta, Message};

use super::Visit;
use crate::{
    limits::TooMuch,
    telegram::decoration,
    text::{Html, words::t},
};

/// Telegram: a bot can fetch files of at most 20 MB (getFile).
const MOST: usize = 20_000_000;

/// A file as it came.
#[derive(Debug, Clone)]
pub struct File {
    /// The message that holds it.
    pub message: MessageId,
    /// By which Telegram gives it out.
    pub id: String,
    pub name: String,
    pub size: u64,
    /// Files sent together share this.
    pub album: Option<String>,
    /// Sent as a picture, or called one; what it is, its bytes tell.
    pub is_picture: bool,
    /// Sent as a file: so it can be sent again without its bytes. Telegram: a photo cannot be sent again as a file.
    pub is_document: bool,
    /// What was written beneath it.
    pub caption: Option<String>,
}

impl File {
    /// A document or a photo.
    pub fn of(message: &Message) -> Option<File> {
        let album = message.media_group_id().map(|id| id.0.clone());
        let caption = message.caption().map(str::to_owned);
        if let Some(document) = message.document() {
            let name = document
                .file_name
                .clone()
                .unwrap_or_else(|| "berkas".to_owned());
            let file = &document.file;
            let ending = name
                .rsplit_once('.')
                .map(|(_, ending)| ending.to_lowercase());
            let pictures = ["jpg", "jpeg", "png"];
            let is_picture = ending.is_some_and(|it| pictures.contains(&it.as_str()));
            return Some(File {
                message: MessageId(message.id.0.into()),
                id: file.id.0.clone(),
                name,
                size: size(file),
                album,
                is_picture,
                is_document: true,
                caption,
            });
        }
        // Telegram sends a photo in several sizes; the last is the largest.
        let photo = message.photo()?.last()?;
        Some(File {
            message: MessageId(message.id.0.into()),
            id: photo.file.id.0.clone(),
            name: "foto.jpg".to_owned(),
            size: size(&photo.file),
            album,
            is_picture: true,
            is_document: false,
            caption,
        })
    }

    /// By which it can be sent again as a file.
    pub fn handle(&self) -> Option<&str> {
        self.is_document.then_some(self.id.as_str())
    }
}

/// Telegram: the size of a file need not be said, for which teloxide has a size of its own. Such a file is judged
/// when it is there, and counts as a byte until then.
fn size(file: &FileMeta) -> u64 {
    match file.size {
        u32::MAX => 1,
        size => u64::from(size),
    }
}

/// Why a file is not taken now, and when it will be.
pub fn enough(visit: &Visit, too_much: TooMuch) -> Html {
    match too_much {
        TooMuch::Files => t!(visit.speech, "limit-files"),
        TooMuch::Bytes => t!(visit.speech, "limit-bytes"),
    }
}

/// The bytes, or nothing where Telegram does not give them. Meanwhile the chat shows that it is looked at.
pub async fn fetch(visit: &Visit, file: &File) -> Option<Bytes> {
    if file.size > MOST as u64 {
        return None;
    }
    let fetched = visit.bot.fetch(&file.id, MOST);
    tokio::pin!(fetched);
    tokio::select! {
        bytes = &mut fetched => bytes,
        _ = decoration(visit.bot.shows_answer_coming(visit.chat())) => fetched.await,
    }
}
