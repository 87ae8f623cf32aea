//! The desk: takes updates one at a time per chat, chats side by side, and sees each one done.

use std::{panic::AssertUnwindSafe, sync::Arc};

use domain::{Counter, store::Incoming};
use dptree::di::DependencyMap;
use futures::FutureExt;
use teloxide::{
    Bot,
    types::{ChatId, Update},
};

use crate::{
    dispatch::{self, Tree},
    figures::Board,
    lanes::Lanes,
    limits::Gate,
    text::Words,
    voice::Voice,
};

/// Handles updates. Cloning is cheap.
#[derive(Clone)]
pub struct Desk {
    counter: Counter,
    bot: Bot,
    words: Words,
    voice: Voice,
    board: Board,
    lanes: Lanes<i64, Incoming>,
    tree: Arc<Tree>,
    gate: Gate,
}

impl Desk {
    pub fn new(
        counter: Counter,
        bot: Bot,
        words: Words,
        voice: Voice,
        board: Board,
        gate: Gate,
    ) -> Desk {
        Desk {
            counter,
            bot,
            words,
            voice,
            board,
            lanes: Lanes::default(),
            tree: Arc::new(dispatch::tree()),
            gate,
        }
    }

    /// Takes an update that is stored. Returns at once.
    pub fn take(&self, incoming: Incoming) {
        self.board.count(|figures| figures.updates_waiting += 1);
        let chat = incoming.chat;
        if self.lanes.push(chat, incoming) {
            tokio::spawn(self.clone().work(chat));
        }
    }

    async fn work(self, chat: i64) {
        while let Some(incoming) = self.lanes.next(&chat) {
            self.handle(incoming).await;
            self.board.count(|figures| {
                figures.updates_waiting -= 1;
                figures.updates_handled += 1;
            });
        }
    }

    /// Handles one update and marks it as done. A panic ends this update, not the bot.
    async fn handle(&self, incoming: Incoming) {
        let Incoming {
            update: id,
            chat,
            body,
        } = incoming;
        let counter = self.counter.handling(id);
        match AssertUnwindSafe(self.dispatch(&counter, chat, &body))
            .catch_unwind()
            .await
        {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::error!(update.id = %id, chat.id = chat, %error, "an update was not handled");
            }
            Err(_) => tracing::error!(update.id = %id, chat.id = chat, "a handler panicked"),
        }
        if !counter.db.is_handled() {
            // Nothing durable came of it: a question was asked again, or something was refused.
            if let Err(error) = mark_done(&counter).await {
                tracing::error!(update.id = %id, %error, "an update could not be marked as done");
            }
        }
    }

    async fn dispatch(&self, counter: &Counter, chat: i64, body: &str) -> anyhow::Result<()> {
        // Telegram: kinds of updates and messages that teloxide does not know become values it cannot read.
        // The error is not passed on: it may quote what someone wrote.
        let update: Update = serde_json::from_str(body)
            .map_err(|error| anyhow::anyhow!("it cannot be read at column {}", error.column()))?;
        let mut given = DependencyMap::new();
        given.insert(update);
        given.insert(counter.clone());
        given.insert(self.bot.clone());
        given.insert(self.words.clone());
        given.insert(self.gate.clone());
        match self.tree.dispatch(given).await {
            std::ops::ControlFlow::Break(said) => self.voice.say(ChatId(chat), said?),
            std::ops::ControlFlow::Continue(_) => {}
        }
        Ok(())
    }
}

/// The first commit of a counter that handles an update marks it as done.
async fn mark_done(counter: &Counter) -> Result<(), domain::Error> {
    counter.db.begin().await?.commit().await
}
