//! Updates are taken one at a time per chat, chats side by side, and each is seen done.

use std::{ops::ControlFlow, sync::Arc, time::Duration};

use domain::{
    Counter, Error, command,
    id::{AccountId, UpdateId},
    notice::Undone,
    store::{Hope, Incoming},
    unharmed::{attempt, unharmed},
};
use dptree::di::DependencyMap;
use teloxide::types::UpdateKind;
use tracing::Instrument;

use super::{
    stray,
    trouble::{NotedError, sorry, takes_longer},
};
use crate::{
    answering::Answering,
    behind::{Behind, UpdateLanes},
    dispatch::{self, Tree},
    doctor::Doctor,
    health::Board,
    limits::{AccountLimits, Gate},
    telegram::{
        Client,
        readable::{self, Read},
    },
    text::Words,
    voice::Voice,
};

/// How often an update is tried again where it stands in another's way.
const TRIES: u32 = 15;
/// After so many tries whoever acted is told that it takes longer.
const SAID_AFTER: u32 = 8;
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// Handles updates. Cloning is cheap.
#[derive(Clone)]
pub struct UpdateHandler {
    counter: Counter,
    bot: Client,
    doctor: Doctor,
    words: Words,
    voice: Voice,
    board: Board,
    answering: Answering,
    lanes: UpdateLanes,
    tree: Arc<Tree>,
    gate: Gate,
}

impl UpdateHandler {
    pub fn new(
        counter: Counter,
        (bot, doctor): (Client, Doctor),
        words: Words,
        voice: Voice,
        board: Board,
        answering: Answering,
        gate: Gate,
    ) -> UpdateHandler {
        UpdateHandler {
            counter,
            bot,
            doctor,
            words,
            voice,
            board,
            answering,
            lanes: UpdateLanes::default(),
            tree: Arc::new(dispatch::tree()),
            gate,
        }
    }

    /// Takes an update that is stored. Returns at once.
    pub fn take(&self, incoming: Incoming) {
        self.board.count(|health| health.updates_waiting += 1);
        let chat = incoming.chat;
        let in_hand = self.answering.begin(chat);
        if self.lanes.push(chat, (incoming, in_hand)) {
            tokio::spawn(self.clone().work(chat));
        }
    }

    async fn work(self, chat: i64) {
        // What was said in reply is in hand by then; what follows from it is told after that.
        while let Some((incoming, _in_hand)) = self.lanes.next(&chat) {
            let span = tracing::info_span!("update", update.id = %incoming.update, chat.id = chat, person.id = tracing::field::Empty);
            // A panic outside of the handlers leaves the update to the next start, and the chat goes on.
            let began = self.counter.clock.passed();
            let handled = self.handle(incoming).instrument(span);
            if unharmed(handled).await.is_none() {
                tracing::error!(chat.id = chat, "an update was left for the next start");
            }
            let took = self.counter.clock.passed().saturating_sub(began);
            self.bot.meters().handled(took);
            self.board.count(|health| {
                health.updates_waiting -= 1;
                health.updates_handled += 1;
            });
        }
    }

    /// Handles one update and marks it as done. Trouble that passes is waited for; a panic ends this
    /// update, not the bot.
    async fn handle(&self, incoming: Incoming) {
        let Incoming {
            update: id,
            chat,
            body,
        } = incoming;
        let mut counter = self.counter.handling(id);
        let Some(read) = self.read(chat, &body).await else {
            return self.settle(id, chat, &counter).await;
        };
        let mut tries = 0;
        while let Err(error) = self.serve(&counter, chat, &read, tries).await {
            let has_hope = match error.hope() {
                Hope::Outage => true,
                Hope::Clash => tries < TRIES,
                Hope::None => false,
            };
            let mut is_recorded = counter.db.is_handled();
            if has_hope && !is_recorded {
                pause(tries).await;
                // When a connection is cut in a commit, nobody knows how it went until they look.
                is_recorded = matches!(self.counter.db.is_done(id).await, Ok(true));
                if !is_recorded {
                    tries += 1;
                    if tries == SAID_AFTER {
                        self.takes_longer(AccountId(chat)).await;
                    }
                    counter = self.counter.handling(id);
                    continue;
                }
            }
            tracing::error!(tries, is_recorded, %error, "an update was not handled to its end");
            if !is_recorded {
                // That nothing came of it is said once it is certain: the next start would do it otherwise.
                self.settle(id, chat, &counter).await;
                if let Err(error) = command::left_undone(&counter, Undone::Update).await {
                    tracing::error!(%error, "administrators could not be told");
                }
            }
            let sorry = sorry(&read.update, &self.words, is_recorded);
            self.voice.say(AccountId(chat), sorry);
            return;
        }
        self.settle(id, chat, &counter).await;
    }

    /// Sees that an update is marked as done, also where nothing durable came of it: a question was asked again, or
    /// something was refused. However long it takes to note that, it is noted.
    async fn settle(&self, update: UpdateId, chat: i64, counter: &Counter) {
        let mut tries = 0;
        while !counter.db.is_handled()
            && let Err(error) = mark_done(counter).await
        {
            if tries == 0 {
                tracing::error!(update.id = %update, %error, "an update could not be marked as done yet");
            }
            if matches!(self.counter.db.is_done(update).await, Ok(true)) {
                return;
            }
            tries += 1;
            if tries == 2 {
                self.takes_longer(AccountId(chat)).await;
            }
            tokio::time::sleep(LONGEST_WAIT).await;
        }
    }

    /// Says that something is stored, or will be, and takes longer: it need not be said again. In groups nothing
    /// is said.
    pub async fn takes_longer(&self, chat: AccountId) {
        if !chat.is_group() {
            let said = takes_longer(&self.counter, &self.words, chat).await;
            self.voice.say(chat, said);
        }
    }

    /// Reads an update. What the bot reads nothing of is counted by its kind; what cannot be read at all is
    /// said to whoever sent it. Why it cannot is not logged: that may quote what someone wrote.
    async fn read(&self, chat: i64, body: &str) -> Option<Read> {
        let read = readable::read(body);
        let read = read.filter(|read| !matches!(read.update.kind, UpdateKind::Error(_)));
        let Some(read) = read else {
            tracing::error!("an update cannot be read");
            let said = stray::unreadable(&self.counter, &self.words, AccountId(chat)).await;
            self.voice.say(AccountId(chat), said);
            return None;
        };
        if let UpdateKind::Message(_) = read.update.kind
            && let Some(kind) = read.holds.unread()
            && self.board.unread(&kind)
        {
            tracing::info!(
                kind,
                "messages of this kind hold nothing that the bot reads"
            );
        }
        Some(read)
    }

    async fn serve(
        &self,
        counter: &Counter,
        chat: i64,
        read: &Read,
        tries: u32,
    ) -> Result<(), Error> {
        attempt(self.dispatch(counter, chat, read, tries)).await
    }

    async fn dispatch(
        &self,
        counter: &Counter,
        chat: i64,
        read: &Read,
        tries: u32,
    ) -> Result<(), Error> {
        let trouble = NotedError::default();
        let mut given = DependencyMap::new();
        given.insert(read.update.clone());
        given.insert(read.holds.clone());
        given.insert(counter.clone());
        given.insert(self.bot.clone());
        given.insert(self.doctor.clone());
        given.insert(self.words.clone());
        // What is tried again counts once.
        given.insert(match tries {
            0 => self.gate.clone(),
            _ => Gate::new(AccountLimits::NONE),
        });
        given.insert(Behind::of(&self.lanes, chat));
        given.insert(self.voice.shown.clone());
        given.insert(trouble.clone());
        let said = self.tree.dispatch(given).await;
        if let Some(error) = trouble.take() {
            return Err(error);
        }
        if let ControlFlow::Break(said) = said {
            // A refusal may tell of what others have done a moment ago. It is true once that is durable.
            counter.db.settled().await?;
            self.voice.say(AccountId(chat), said?);
        }
        Ok(())
    }
}

/// Waits a little before the next try, longer each time.
async fn pause(tries: u32) {
    let wait = Duration::from_millis(10 << tries.min(7));
    tokio::time::sleep(wait.min(LONGEST_WAIT)).await;
}

/// The first commit of a counter that handles an update marks it as done.
async fn mark_done(counter: &Counter) -> Result<(), domain::Error> {
    counter.db.begin().await?.commit().await
}
