//! One durable commit for many transactions of SQLite.
//!
//! SQLite has one writer, and a commit with `synchronous=FULL` waits for the disk. So transactions
//! follow each other as savepoints inside one outer transaction, and whoever asks to commit waits
//! for the outer commit. The committer stands in the same queue as the writers: under load it
//! finds many of them waiting for it, at rest it comes at once. Nothing is told to anyone before
//! the outer commit is on the disk; if that fails, all who waited hear of it.

use std::{ops::Deref, sync::Arc};

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot};

use super::StoreError;

/// The single writer of a SQLite file.
#[derive(Debug, Clone)]
pub(super) struct Group {
    queue: Arc<Mutex<Round>>,
    committer: Arc<Notify>,
}

/// What has been written since the last commit.
#[derive(Debug)]
struct Round {
    writer: DatabaseConnection,
    outer: Option<DatabaseTransaction>,
    waiting: Vec<oneshot::Sender<Result<(), StoreError>>>,
}

/// The right to write, held by one transaction at a time.
#[derive(Debug)]
pub(super) struct Turn {
    round: OwnedMutexGuard<Round>,
    committer: Arc<Notify>,
}

impl Group {
    /// `writer` must be a pool of exactly one connection.
    pub(super) fn new(writer: DatabaseConnection) -> Group {
        let round = Round {
            writer,
            outer: None,
            waiting: Vec::new(),
        };
        let group = Group {
            queue: Arc::new(Mutex::new(round)),
            committer: Arc::default(),
        };
        tokio::spawn(commit_rounds(
            Arc::downgrade(&group.queue),
            group.committer.clone(),
        ));
        group
    }

    /// Waits for its turn and opens a savepoint.
    pub(super) async fn begin(&self) -> Result<(DatabaseTransaction, Turn), DbErr> {
        let mut round = self.queue.clone().lock_owned().await;
        if round.outer.is_none() {
            let options = TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..Default::default()
            };
            round.outer = Some(round.writer.begin_with_options(options).await?);
        }
        let turn = Turn {
            round,
            committer: self.committer.clone(),
        };
        let outer = turn
            .round
            .deref()
            .outer
            .as_ref()
            .ok_or_else(|| DbErr::Custom("no transaction".into()))?;
        let inner = outer.begin().await?;
        Ok((inner, turn))
    }
}

impl Turn {
    /// Ends the turn; the result comes when the round is on the disk.
    pub(super) fn commit(mut self) -> oneshot::Receiver<Result<(), StoreError>> {
        let (told, waits) = oneshot::channel();
        self.round.waiting.push(told);
        waits
    }
}

impl Drop for Turn {
    // Also after a rollback, so that the outer transaction does not stay open.
    fn drop(&mut self) {
        self.committer.notify_one();
    }
}

async fn commit_rounds(queue: std::sync::Weak<Mutex<Round>>, committer: Arc<Notify>) {
    loop {
        committer.notified().await;
        let Some(queue) = queue.upgrade() else { return };
        let mut round = queue.lock().await;
        let Some(outer) = round.outer.take() else {
            continue;
        };
        let result = outer.commit().await.map_err(StoreError::from);
        for waiting in round.waiting.drain(..) {
            // Whoever no longer waits was cancelled; the commit holds all the same.
            let _ = waiting.send(result.clone());
        }
    }
}
