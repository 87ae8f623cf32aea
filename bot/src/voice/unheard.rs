//! Chats in which an answer waits for longer than it should. What is in memory only would be lost with the program, so it
//! is noted that something is still to be said there, and the next start asks again what is open. Where Telegram takes
//! what is said, as it nearly always does, nothing is noted.

use std::{
    collections::HashSet,
    future::Future,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use domain::{Counter, Error, command::lifecycle, id::AccountId};

/// How long an answer may take before it is noted. The question after an answer is asked again for longer than that
/// without any note.
const SOON: Duration = Duration::from_secs(4);

/// The chats of which it is noted. Clones share them.
#[derive(Debug, Clone, Default)]
pub(super) struct Unheard(Arc<Mutex<HashSet<AccountId>>>);

impl Unheard {
    /// Waits for something on the way of an answer. What takes long is noted.
    pub(super) async fn unless_soon<T>(
        &self,
        counter: &Counter,
        chat: AccountId,
        work: impl Future<Output = T>,
    ) -> T {
        tokio::pin!(work);
        if let Ok(done) = tokio::time::timeout(SOON, &mut work).await {
            return done;
        }
        self.waits(counter, chat).await;
        work.await
    }

    /// An answer is not said yet.
    pub(super) async fn waits(&self, counter: &Counter, chat: AccountId) {
        if !chat.is_group() && self.chats().insert(chat) {
            noted(lifecycle::unheard(counter, chat).await);
        }
    }

    /// An earlier run has noted it, and it is said now.
    pub(super) fn was_noted(&self, chat: AccountId) {
        self.chats().insert(chat);
    }

    /// All is said.
    pub(super) async fn is_said(&self, counter: &Counter, chat: AccountId) {
        if self.chats().remove(&chat) {
            noted(lifecycle::heard(counter, chat).await);
        }
    }

    fn chats(&self) -> MutexGuard<'_, HashSet<AccountId>> {
        // Nothing in here panics while it holds the lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// It is a precaution: without it, whoever misses an answer asks for it.
fn noted(done: Result<(), Error>) {
    if let Err(error) = done {
        tracing::warn!(%error, "that an answer waits could not be noted");
    }
}
