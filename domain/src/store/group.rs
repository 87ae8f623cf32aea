//! One durable commit for many transactions of SQLite.
//!
//! SQLite has one writer, and a commit with `synchronous=FULL` waits for the disk. So transactions
//! follow each other as savepoints inside one outer transaction, a round, and whoever asks to commit
//! waits for the outer commit. The committer stands in the same queue as the writers: under load it
//! finds many of them waiting for it, at rest it comes at once. Nothing is told to anyone before
//! the outer commit is on the disk; if that fails, all who waited hear of it.
//!
//! Every statement costs a way to SQLite's thread and back, so there is one between two
//! transactions: it keeps or undoes the last one and opens the next. And the updates that a round
//! has handled are marked as done together, at its end.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot};

use super::StoreError;
use crate::id::UpdateId;

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
    outer: Option<Arc<DatabaseTransaction>>,
    last: Last,
    /// Updates whose effect is in this round, and when the last of them had it.
    done: Vec<UpdateId>,
    done_at: DateTime<Utc>,
    waiting: Vec<oneshot::Sender<Result<(), StoreError>>>,
}

/// What became of the round's last transaction, whose savepoint is still open.
#[derive(Debug, Clone, Copy)]
enum Last {
    /// There was none yet.
    None,
    /// It asked to commit.
    Kept,
    /// It was dropped.
    Undone,
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
            last: Last::None,
            done: Vec::new(),
            done_at: DateTime::UNIX_EPOCH,
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

    /// Waits for its turn and opens a savepoint. The connection must be dropped before the turn.
    pub(super) async fn begin(&self) -> Result<(Arc<DatabaseTransaction>, Turn), DbErr> {
        let mut turn = Turn {
            round: self.queue.clone().lock_owned().await,
            committer: self.committer.clone(),
        };
        let outer = turn.round.open().await?;
        // Where this is cancelled, it may or may not have happened. Doing it again does no harm.
        outer
            .execute_unprepared(match turn.round.last {
                Last::None => "SAVEPOINT turn",
                Last::Kept => "RELEASE turn; SAVEPOINT turn",
                Last::Undone => "ROLLBACK TO turn",
            })
            .await?;
        turn.round.last = Last::Undone;
        Ok((outer, turn))
    }
}

impl Turn {
    /// Ends the turn; the result comes when the round is on the disk. `done` is the update that
    /// has had its effect.
    pub(super) fn commit(
        mut self,
        done: Option<UpdateId>,
        now: DateTime<Utc>,
    ) -> oneshot::Receiver<Result<(), StoreError>> {
        let (told, waits) = oneshot::channel();
        self.round.last = Last::Kept;
        self.round.done.extend(done);
        self.round.done_at = now;
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

impl Round {
    async fn open(&mut self) -> Result<Arc<DatabaseTransaction>, DbErr> {
        if let Some(outer) = &self.outer {
            return Ok(outer.clone());
        }
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let outer = Arc::new(self.writer.begin_with_options(options).await?);
        self.outer = Some(outer.clone());
        self.last = Last::None;
        Ok(outer)
    }

    async fn commit(&mut self, outer: Arc<DatabaseTransaction>) -> Result<(), DbErr> {
        // Only turns share it, and none is held now.
        let outer = Arc::into_inner(outer)
            .ok_or_else(|| DbErr::Custom("a turn outlived its round".to_owned()))?;
        let finished = self.finish(&outer).await;
        if finished.is_ok() {
            return outer.commit().await;
        }
        // After some errors, a full disk for one, SQLite has rolled back by itself. With a
        // transaction open in any case, the rollback leaves the connection as it should be.
        let _ = outer.execute_unprepared("BEGIN").await;
        let _ = outer.rollback().await;
        finished
    }

    /// Settles the last transaction, and marks the updates of all of them as done.
    async fn finish(&mut self, outer: &DatabaseTransaction) -> Result<(), DbErr> {
        let last = match self.last {
            Last::None => return Ok(()),
            // Fails where SQLite has rolled back by itself: what was kept is lost, and is said to be.
            Last::Kept => "RELEASE turn",
            Last::Undone => "ROLLBACK TO turn; RELEASE turn",
        };
        outer.execute_unprepared(last).await?;
        if self.done.is_empty() {
            return Ok(());
        }
        let done: Vec<_> = self
            .done
            .iter()
            .map(|update| update.0.to_string())
            .collect();
        let mark = Statement::from_sql_and_values(
            DbBackend::Sqlite,
            "UPDATE inbox SET done_at = ?, body = '' WHERE update_id IN (SELECT value FROM json_each(?))",
            [self.done_at.into(), format!("[{}]", done.join(",")).into()],
        );
        outer.execute_raw(mark).await?;
        Ok(())
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
        let result = round.commit(outer).await.map_err(StoreError::from);
        round.done.clear();
        for waiting in round.waiting.drain(..) {
            // Whoever no longer waits was cancelled; the commit holds all the same.
            let _ = waiting.send(result.clone());
        }
    }
}
