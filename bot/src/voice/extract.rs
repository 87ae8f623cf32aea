//! A register, report or standard as a file, said in reply as soon as it is made.

use std::{io::Cursor, time::Duration};

use domain::{id::AccountId, unharmed::unharmed};

use super::{Reply, Voice};
use crate::{
    extract::{ExtractFault, Order},
    telegram::decoration,
    text::{self, Html, Screen},
};

/// Telegram: a bot sends files of at most 50 MB.
const MOST_BYTES: usize = 50_000_000;
/// Telegram shows what is on its way for five seconds.
const SHOWN_FOR: Duration = Duration::from_secs(4);

impl Voice {
    /// Makes a file beside everything else. Until it is there, the chat shows that it is on its way.
    pub(super) fn extract(&self, chat: AccountId, order: Order) {
        let Some(begun) = self.extractor.begin(chat, &order) else {
            return;
        };
        let (voice, waits) = (self.clone(), self.waits());
        tokio::spawn(async move {
            voice.shows_file_coming(chat).await;
            let said = tokio::select! {
                said = unharmed(voice.extracted(&order)) => said,
                never = voice.keeps_showing(chat) => match never {},
            };
            let said = match said {
                Some(Ok(file)) => file,
                Some(Err(fault)) => voice.no_extract(&order, &fault),
                None => voice.no_extract(&order, &ExtractFault::Asked(domain::Error::Panicked)),
            };
            voice.say(chat, vec![said]);
            drop((begun, waits));
        });
    }

    async fn extracted(&self, order: &Order) -> Result<Reply, ExtractFault> {
        let counter = self.counter.fresh();
        let speech = &order.speech;
        let to = Cursor::new(Vec::new());
        let (file, lines) = self.extractor.write(&counter, order, to).await?;
        let bytes = file.into_inner();
        if bytes.len() > MOST_BYTES {
            return Err(ExtractFault::TooLarge);
        }
        Ok(Reply::Issued {
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

    async fn keeps_showing(&self, chat: AccountId) -> std::convert::Infallible {
        loop {
            tokio::time::sleep(SHOWN_FOR).await;
            self.shows_file_coming(chat).await;
        }
    }
}
