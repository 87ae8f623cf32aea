//! A register, report or standard as a file, said in reply as soon as it is made.

use std::io::Cursor;

use domain::{
    id::{AccountId, MessageId},
    unharmed::unharmed,
};

use super::{Reply, Voice};
use crate::{
    extract::{ExtractFault, LinesRead, Order},
    telegram::decoration,
    text::{self, Html, Screen, Speech},
};

/// Telegram: a bot sends files of at most 50 MB.
const MOST_BYTES: usize = 50_000_000;

impl Voice {
    /// Makes a file beside everything else. Until it is there, the chat shows that it is on its way.
    pub(super) fn extract(&self, chat: AccountId, order: Order) {
        let Some(begun) = self.extractor.begin(chat, &order) else {
            return;
        };
        let (voice, waits) = (self.clone(), self.waits());
        tokio::spawn(async move {
            voice.shows_file_coming(chat).await;
            let (mut told, so_far) = (None, LinesRead::default());
            let said = tokio::select! {
                said = unharmed(voice.extracted(&order, &so_far)) => said,
                never = voice.keeps_telling(chat, (&order.speech, &so_far), &mut told) => match never {},
            };
            // The file says the rest.
            if let Some(message) = told {
                let _ = decoration(voice.telegram.delete(chat, message)).await;
            }
            let said = match said {
                Some(Ok(file)) => file,
                Some(Err(fault)) => voice.no_extract(&order, &fault),
                None => voice.no_extract(&order, &ExtractFault::Asked(domain::Error::Panicked)),
            };
            voice.say(chat, vec![said]);
            drop((begun, waits));
        });
    }

    async fn extracted(&self, order: &Order, so_far: &LinesRead) -> Result<Reply, ExtractFault> {
        let counter = self.counter.fresh();
        let speech = &order.speech;
        let to = Cursor::new(Vec::new());
        let written = self.extractor.write_telling(&counter, order, to, so_far);
        let (file, lines) = written.await?;
        let bytes = file.into_inner();
        if bytes.len() > MOST_BYTES {
            return Err(ExtractFault::TooLarge);
        }
        Ok(Reply::File {
            bytes: bytes.into(),
            name: text::made_file::file_name(speech, &counter, order),
            picture: false,
            caption: text::made_file::caption(speech, &counter, order, (lines, counter.now())),
        })
    }

    fn no_extract(&self, order: &Order, fault: &ExtractFault) -> Reply {
        let is_expected = match fault {
            ExtractFault::TooLong | ExtractFault::TooLarge => true,
            ExtractFault::Asked(error) => error.refusal().is_some(),
            _ => false,
        };
        if !is_expected {
            tracing::error!(file = %order.what, %fault, "a file could not be made");
        }
        let said = text::extract::fault(&order.speech, &self.counter.office, fault);
        Reply::Say {
            screen: Screen::new(Html::text(&said)),
            question: false,
        }
    }

    /// Decoration: the file comes without it as well.
    async fn shows_file_coming(&self, chat: AccountId) {
        let _ = decoration(self.telegram.shows_file_coming(chat)).await;
    }

    /// Says how far it is, in one message, for as long as it takes.
    async fn keeps_telling(
        &self,
        chat: AccountId,
        (speech, so_far): (&Speech, &LinesRead),
        told: &mut Option<MessageId>,
    ) -> std::convert::Infallible {
        let mut last = 0;
        loop {
            tokio::time::sleep(self.extractor.told_every).await;
            self.shows_file_coming(chat).await;
            let lines = so_far.count();
            if lines == last {
                continue;
            }
            last = lines;
            let screen = Screen::new(text::extract::progress(speech, lines));
            match *told {
                Some(message) => {
                    let _ = decoration(self.telegram.turn_one(chat, message, &screen)).await;
                }
                None => *told = decoration(self.telegram.say(chat, &screen)).await.ok(),
            }
        }
    }
}
