//! Files: pictures and papers that go out, and what people send.

use std::{future::Future, time::Duration};

use bytes::Bytes;
use domain::id::{AccountId, MessageId};
use serde::{Deserialize, Serialize, de::IgnoredAny};

use super::{
    CallOutcome, Client, Failure,
    message::{SentMessage, buttons},
};
use crate::text::{Html, Screen, html::MAX_CAPTION};

/// How often a file is fetched before whoever sent it is asked for it again, and what is waited for in between.
const FETCH_TRIES: u32 = 4;
const FETCH_WAIT: Duration = Duration::from_millis(200);
const FETCH_WAITS_AT_MOST: Duration = Duration::from_secs(10);

/// A document that Telegram has, sent again.
#[derive(Serialize)]
struct DocumentAgain<'a> {
    chat_id: AccountId,
    document: &'a str,
    caption: &'a str,
    parse_mode: &'static str,
}

#[derive(Serialize)]
struct ChatAction {
    chat_id: AccountId,
    action: &'static str,
}

#[derive(Serialize)]
struct WantedFile<'a> {
    file_id: &'a str,
}

#[derive(Deserialize)]
struct FoundFile {
    #[serde(default)]
    file_path: Option<String>,
}

impl Client {
    /// Sends a picture. What is too long for a caption follows as a message.
    pub async fn send_picture(
        &self,
        chat: AccountId,
        picture: Vec<u8>,
        name: &'static str,
        caption: Html,
    ) -> Result<(), Failure> {
        let file = ("photo", name.to_owned(), picture.into());
        let caption = Screen::new(caption);
        self.send_file("sendPhoto", chat, file, &caption).await?;
        Ok(())
    }

    /// Sends a paper that Telegram has, by the handle it gave.
    pub async fn send_paper_again(
        &self,
        chat: AccountId,
        handle: &str,
        caption: Html,
    ) -> Result<(), Failure> {
        let (caption, rest) = caption.first_page(MAX_CAPTION);
        let again = DocumentAgain {
            chat_id: chat,
            document: handle,
            caption: caption.as_str(),
            parse_mode: "HTML",
        };
        let IgnoredAny = self.api.call("sendDocument", &again).await?;
        self.say_rest(chat, rest).await
    }

    /// Sends a paper.
    pub async fn send_paper(
        &self,
        chat: AccountId,
        bytes: Bytes,
        name: &str,
        caption: Html,
    ) -> Result<(), Failure> {
        let file = ("document", name.to_owned(), bytes);
        let caption = Screen::new(caption);
        self.send_file("sendDocument", chat, file, &caption).await?;
        Ok(())
    }

    /// Sends a paper that the office has issued: a document, or a picture for the phone.
    pub async fn send_issued(
        &self,
        chat: AccountId,
        (bytes, name): (Bytes, &str),
        is_picture: bool,
        caption: &Screen,
    ) -> Result<MessageId, Failure> {
        let (method, field) = if is_picture {
            ("sendPhoto", "photo")
        } else {
            ("sendDocument", "document")
        };
        let file = (field, name.to_owned(), bytes);
        self.send_file(method, chat, file, caption).await
    }

    async fn send_file(
        &self,
        method: &'static str,
        chat: AccountId,
        file: (&'static str, String, Bytes),
        screen: &Screen,
    ) -> Result<MessageId, Failure> {
        // A server that is older refuses the dates in it, and nothing keeps it from being read in words.
        let caption = screen.text.without_dates();
        let caption = caption.unwrap_or_else(|| screen.text.clone());
        let (caption, rest) = caption.first_page(MAX_CAPTION);
        let mut parameters = vec![
            ("chat_id", chat.to_string()),
            ("caption", caption.as_str().to_owned()),
            ("parse_mode", "HTML".to_owned()),
        ];
        if screen.quiet {
            parameters.push(("disable_notification", "true".to_owned()));
        }
        if let Some(buttons) = buttons(&screen.keys) {
            let buttons = serde_json::to_string(&buttons);
            parameters.extend(buttons.ok().map(|buttons| ("reply_markup", buttons)));
        }
        let sent: SentMessage = self.api.upload(method, &parameters, file).await?;
        self.say_rest(chat, rest).await?;
        Ok(sent.message)
    }

    async fn say_rest(&self, chat: AccountId, rest: Option<Html>) -> Result<(), Failure> {
        if let Some(rest) = rest {
            self.say(chat, &Screen::new(rest)).await?;
        }
        Ok(())
    }

    /// Shows above the chat, for some seconds, that a file is on its way.
    pub async fn shows_file_coming(&self, chat: AccountId) -> Result<(), Failure> {
        self.shows(chat, "upload_document").await
    }

    /// Shows above the chat, for some seconds, that an answer is on its way.
    pub async fn shows_answer_coming(&self, chat: AccountId) -> Result<(), Failure> {
        self.shows(chat, "typing").await
    }

    async fn shows(&self, chat: AccountId, action: &'static str) -> Result<(), Failure> {
        let shown = ChatAction {
            chat_id: chat,
            action,
        };
        let IgnoredAny = self.api.call("sendChatAction", &shown).await?;
        Ok(())
    }

    /// The bytes of a file that someone has sent, at most so many; none where Telegram does not give them. Trouble
    /// on the way is tried again a few times: whoever sent it would have to send it once more.
    pub async fn fetch(&self, file_id: &str, most: usize) -> Option<Bytes> {
        let path = tried(|| async {
            let found: FoundFile = self.api.call("getFile", &WantedFile { file_id }).await?;
            Ok(found.file_path)
        });
        let path = path.await??;
        tried(|| self.api.download(&path, most)).await
    }
}

/// Makes a call again while it fails in a way that passes.
async fn tried<T, F>(call: impl Fn() -> F) -> Option<T>
where
    F: Future<Output = Result<T, Failure>>,
{
    for tries in 1..=FETCH_TRIES {
        let failure = match call().await {
            Ok(done) => return Some(done),
            Err(failure) => failure,
        };
        let CallOutcome::Later(asked) = failure.outcome else {
            tracing::warn!(why = %failure, "a file could not be fetched");
            return None;
        };
        let wait = asked.unwrap_or(FETCH_WAIT * tries).min(FETCH_WAITS_AT_MOST);
        tokio::time::sleep(wait).await;
    }
    tracing::warn!("a file could not be fetched, however often it was tried");
    None
}
