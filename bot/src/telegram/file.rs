//! Files: pictures and papers that go out, and what people send.

use bytes::Bytes;
use domain::id::AccountId;
use teloxide::{
    net::Download,
    payloads::{SendDocumentSetters, SendPhotoSetters},
    requests::Requester,
    types::{FileId, InputFile, ParseMode},
};

use super::{Client, Failure, chat_id};
use crate::text::{Html, Screen, html::MAX_CAPTION};

impl Client {
    /// Sends a picture. What is too long for a caption follows as a message.
    pub async fn send_picture(
        &self,
        chat: AccountId,
        picture: Vec<u8>,
        name: &'static str,
        caption: Html,
    ) -> Result<(), Failure> {
        let picture = InputFile::memory(picture).file_name(name);
        let (caption, rest) = caption.first_page(MAX_CAPTION);
        self.bot
            .send_photo(chat_id(chat), picture)
            .caption(caption.as_str())
            .parse_mode(ParseMode::Html)
            .await?;
        self.say_rest(chat, rest).await
    }

    /// Sends a paper that Telegram has, by the handle it gave.
    pub async fn send_paper_again(
        &self,
        chat: AccountId,
        handle: &str,
        caption: Html,
    ) -> Result<(), Failure> {
        let file = InputFile::file_id(handle.to_owned().into());
        self.send_document(chat, file, caption).await
    }

    /// Sends a paper.
    pub async fn send_paper(
        &self,
        chat: AccountId,
        bytes: Bytes,
        name: &str,
        caption: Html,
    ) -> Result<(), Failure> {
        let file = InputFile::memory(bytes).file_name(name.to_owned());
        self.send_document(chat, file, caption).await
    }

    async fn send_document(
        &self,
        chat: AccountId,
        file: InputFile,
        caption: Html,
    ) -> Result<(), Failure> {
        let (caption, rest) = caption.first_page(MAX_CAPTION);
        self.bot
            .send_document(chat_id(chat), file)
            .caption(caption.as_str())
            .parse_mode(ParseMode::Html)
            .await?;
        self.say_rest(chat, rest).await
    }

    async fn say_rest(&self, chat: AccountId, rest: Option<Html>) -> Result<(), Failure> {
        if let Some(rest) = rest {
            self.say(chat, &Screen::new(rest)).await?;
        }
        Ok(())
    }

    /// The bytes of a file that someone has sent; none where Telegram does not give them.
    pub async fn fetch(&self, file: &FileId, size: usize) -> Option<Bytes> {
        let file = match self.bot.get_file(file.clone()).await.map_err(Failure::from) {
            Ok(file) => file,
            Err(error) => {
                tracing::warn!(%error, "a file could not be found");
                return None;
            }
        };
        let mut bytes = Vec::with_capacity(size);
        if let Ok(()) = self.bot.download_file(&file.path, &mut bytes).await {
            Some(Bytes::from(bytes))
        } else {
            // Without the error: it may hold the address, and the token in it.
            tracing::warn!("a file could not be fetched");
            None
        }
    }
}
