//! Pictures and papers, said in reply.

use domain::{command, id::AccountId, procedure::Paper};

use super::Voice;
use crate::{
    chart::Chart,
    telegram::Failure,
    text::{Html, Screen},
};

impl Voice {
    /// Figures as a picture. It is drawn beside everything else that the bot does.
    pub(super) async fn send_chart(
        &self,
        chat: AccountId,
        figures: Chart,
        caption: &str,
    ) -> Result<(), Failure> {
        let drawn = tokio::task::spawn_blocking(move || figures.png()).await;
        let Ok(Some(picture)) = drawn else {
            tracing::error!("a chart could not be drawn");
            return Ok(());
        };
        self.telegram
            .send_picture(chat, picture, "waktu-layanan.png", caption.into())
            .await
    }

    /// By its handle where Telegram still has it, and else the bytes from the archive.
    pub(super) async fn send_paper(
        &self,
        chat: AccountId,
        paper: &Paper,
        handle: Option<&str>,
        caption: &str,
        lost: &str,
    ) -> Result<(), Failure> {
        let telegram = &self.telegram;
        if let Some(handle) = handle
            && telegram
                .send_paper_again(chat, handle, caption.into())
                .await
                .is_ok()
        {
            return Ok(());
        }
        match command::fetch_paper(&self.counter, paper).await {
            Ok(bytes) => {
                telegram
                    .send_paper(chat, bytes, &paper.name, caption.into())
                    .await
            }
            // Trouble of ours is no loss of the paper: it is tried again as an answer is.
            Err(error) if error.refusal().is_none() => {
                tracing::error!(paper.id = %paper.id, %error, "a paper could not be fetched");
                Err(Failure::unanswered())
            }
            Err(_) => {
                let said = Screen::new(Html::text(lost));
                telegram.say(chat, &said).await.map(drop)
            }
        }
    }
}
