//! One durable commit for many transactions of SQLite.
//!
//! SQLite has one writer, and a commit with `synchronous=FULL` waits for the disk. So transactions
//! follow each other as savepoints inside one outer transaction, a round, and whoever asks to commit
//! waits for the outer commit. The committer stands in the same queue as the writers: under load it
//! finds many of them waiting for it, at rest it comes at once. Nothing is told to anyone before
//! the outer commit is on the disk; if that fails, all who waited hear of it.
//!
//! Whoever only looked waits as well, where others of the round had written before: what was seen may
//! still come to nothing.
//!
//! Where a round cannot be opened, gone on with or committed, the connection is thrown away with all it
//! held: SQLite undoes a whole transaction by itself when a row does not fit on the disk, and nobody can
//! say afterwards what became of it.
//!
//! The updates that a round has handled are marked as done together, at its end.

use std::{
    sync::{Arc, MutexGuard, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use sqlite::Connection;
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot};

use super::{StoreError, conn::trace};
use crate::id::UpdateId;

/// Ends a turn: what it wrote is part of its round.
const RELEASE: &str = "RELEASE turn";

/// What becomes of a round, for one who waits for it.
#[derive(Debug)]
pub(super) struct Ending(oneshot::Receiver<Result<(), StoreError>>);

/// The rounds in which someone has looked, and seen what others had written and not committed yet.
#[derive(Debug, Default)]
pub(super) struct Seen(std::sync::Mutex<Vec<Ending>>);

/// The single writer of a SQLite file.
#[derive(Debug, Clone)]
pub(super) struct Group {
    queue: Arc<Mutex<Round>>,
    committer: Arc<Notify>,
}

/// What has been written since the last commit.
#[derive(Debug)]
struct Round {
    address: String,
    /// None after a round that failed.
    writer: Option<Arc<Connection>>,
    /// Whether the outer transaction has begun.
    is_open: bool,
    /// Updates whose effect is in this round, and when the last of them had it.
    done: Vec<UpdateId>,
    done_at: DateTime<Utc>,
    waiting: Vec<oneshot::Sender<Result<(), StoreError>>>,
}

/// The right to write, held by one transaction at a time. Dropping it undoes what was written.
#[derive(Debug)]
pub(super) struct Turn {
    round: OwnedMutexGuard<Round>,
    committer: Arc<Notify>,
    seen: Option<Arc<Seen>>,
    is_over: bool,
}

impl Ending {
    /// Waits until the round is on the disk.
    pub(super) async fn durable(self) -> Result<(), StoreError> {
        self.0.await.unwrap_or(Err(StoreError::writer_is_gone()))
    }
}

impl Seen {
    /// Waits until everything that was seen is on the disk.
    pub(super) async fn settled(&self) -> Result<(), StoreError> {
        let endings = std::mem::take(&mut *self.endings());
        for ending in endings {
            ending.durable().await?;
        }
        Ok(())
    }

    fn endings(&self) -> MutexGuard<'_, Vec<Ending>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Group {
    pub(super) fn open(address: &str) -> Result<Group, DbErr> {
        let round = Round {
            address: address.to_owned(),
            writer: Some(Arc::new(Connection::open_writer(address)?)),
            is_open: false,
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
        Ok(group)
    }

    /// Waits for its turn and opens a savepoint. Where the turn is given up without a commit, what it may
    /// have seen is noted in `seen`.
    pub(super) async fn begin(
        &self,
        seen: Option<Arc<Seen>>,
    ) -> Result<(Arc<Connection>, Turn), StoreError> {
        let mut round = self.queue.clone().lock_owned().await;
        let connection = match round.savepoint().await {
            Ok(connection) => connection,
            // What broke may have broken before, in the turn of another: a new round knows nothing of it.
            Err(error) => {
                round.fail(&error);
                match round.savepoint().await {
                    Ok(connection) => connection,
                    Err(error) => return Err(round.fail(&error)),
                }
            }
        };
        let turn = Turn {
            round,
            committer: self.committer.clone(),
            seen,
            is_over: false,
        };
        Ok((connection, turn))
    }

    /// Commits what is open, and lets the database look at a sample of a table.
    pub(super) async fn gather_statistics(&self, table: &'static str) -> Result<(), StoreError> {
        let mut round = self.queue.lock().await;
        round.end().await;
        match round.writer.clone() {
            Some(writer) => Ok(writer.gather_statistics(table).await?),
            None => Ok(()),
        }
    }

    /// Commits what is open, and empties the write-ahead log. `false` where someone was reading for so long.
    pub(super) async fn cut_log(&self, patience: Duration) -> Result<bool, StoreError> {
        let mut round = self.queue.lock().await;
        round.end().await;
        // After a round that failed there is no connection, and nothing of ours in the log.
        let Some(writer) = round.writer.clone() else {
            return Ok(false);
        };
        Ok(writer.cut_log(patience).await?)
    }
}

impl Turn {
    /// Ends the turn; the result comes when the round is on the disk. `done` is the update that
    /// has had its effect.
    pub(super) fn commit(
        mut self,
        done: Option<UpdateId>,
        now: DateTime<Utc>,
    ) -> Result<Ending, StoreError> {
        // Fails where SQLite has rolled back by itself: what was kept is lost, and is said to be.
        self.end(&[RELEASE])?;
        self.round.done.extend(done);
        self.round.done_at = now;
        Ok(self.round.wait())
    }

    fn end(&mut self, statements: &[&str]) -> Result<(), StoreError> {
        self.is_over = true;
        let Some(writer) = &self.round.writer else {
            return Err(StoreError::writer_is_gone());
        };
        let mut statements = statements.iter();
        let ended = statements.try_for_each(|statement| writer.run_again(statement));
        ended.map_err(|error| self.round.fail(&error))
    }
}

impl Drop for Turn {
    // Also after a rollback, so that the outer transaction does not stay open.
    fn drop(&mut self) {
        if !self.is_over {
            // Whoever was refused may have been because of what others of the round have written.
            if let (false, Some(seen)) = (self.round.waiting.is_empty(), &self.seen) {
                seen.endings().push(self.round.wait());
            }
            // What fails here was told to all who waited.
            let _ = self.end(&["ROLLBACK TO turn", RELEASE]);
        }
        self.committer.notify_one();
    }
}

impl Round {
    async fn savepoint(&mut self) -> Result<Arc<Connection>, DbErr> {
        let writer = match &self.writer {
            Some(writer) => writer.clone(),
            None => self
                .writer
                .insert(Arc::new(Connection::open_writer(&self.address)?))
                .clone(),
        };
        if !self.is_open {
            writer.begin().await?;
            self.is_open = true;
        }
        writer.run_again("SAVEPOINT turn")?;
        Ok(writer)
    }

    fn wait(&mut self) -> Ending {
        let (told, waits) = oneshot::channel();
        self.waiting.push(told);
        Ending(waits)
    }

    /// Marks the updates that had their effect as done, and makes everything durable.
    async fn commit(&self, writer: &Arc<Connection>) -> Result<(), DbErr> {
        if !self.done.is_empty() {
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
            trace(&mark);
            writer.execute_raw(mark).await?;
        }
        writer.commit().await
    }

    /// Commits what is open, if anything is.
    async fn end(&mut self) {
        let Some(writer) = self.writer.clone().filter(|_| self.is_open) else {
            return;
        };
        match self.commit(&writer).await {
            Ok(()) => self.tell(Ok(())),
            Err(error) => drop(self.fail(&error)),
        }
    }

    /// Everything the round held is lost, and so is its connection.
    fn fail(&mut self, error: &DbErr) -> StoreError {
        let error = StoreError::of_round(error);
        tracing::error!(turns = self.waiting.len(), %error, "nothing of a round was written");
        if let Some(writer) = self.writer.take() {
            // Whoever waits still holds the connection, and SQLite's lock must not be held with it. Where SQLite has
            // undone everything by itself, it says that there is nothing to undo.
            let _ = writer.run("ROLLBACK");
        }
        self.tell(Err(error.clone()));
        error
    }

    /// The round is over.
    fn tell(&mut self, result: Result<(), StoreError>) {
        self.is_open = false;
        self.done.clear();
        for waiting in self.waiting.drain(..) {
            // Whoever no longer waits was cancelled; the commit holds all the same.
            let _ = waiting.send(result.clone());
        }
    }
}

async fn commit_rounds(queue: std::sync::Weak<Mutex<Round>>, committer: Arc<Notify>) {
    loop {
        committer.notified().await;
        let Some(queue) = queue.upgrade() else { return };
        queue.lock().await.end().await;
    }
}
