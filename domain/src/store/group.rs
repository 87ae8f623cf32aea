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
//! held. SQLite undoes a whole transaction by itself when a row does not fit on the disk; sqlx then
//! counts a transaction that is no longer there, and would commit into it for ever after.
//!
//! Every statement costs a way to SQLite's thread and back, so there is one between two
//! transactions: it keeps or undoes the last one and opens the next. And the updates that a round
//! has handled are marked as done together, at its end.

use std::sync::{Arc, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    DbErr, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot};

use super::StoreError;
use crate::id::UpdateId;

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
    options: ConnectOptions,
    /// None before the first round, and after one that failed.
    writer: Option<DatabaseConnection>,
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
    seen: Option<Arc<Seen>>,
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
    /// Connects by `options`, which must be for exactly one connection.
    pub(super) async fn open(options: ConnectOptions) -> Result<Group, DbErr> {
        let mut round = Round {
            options,
            writer: None,
            outer: None,
            last: Last::None,
            done: Vec::new(),
            done_at: DateTime::UNIX_EPOCH,
            waiting: Vec::new(),
        };
        round.writer().await?;
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

    /// Waits for its turn and opens a savepoint. The connection must be dropped before the turn. Where it
    /// is given up without a commit, what it may have seen is noted in `seen`.
    pub(super) async fn begin(
        &self,
        seen: Option<Arc<Seen>>,
    ) -> Result<(Arc<DatabaseTransaction>, Turn), StoreError> {
        let mut turn = Turn {
            round: self.queue.clone().lock_owned().await,
            committer: self.committer.clone(),
            seen,
        };
        let outer = match turn.round.next().await {
            Ok(outer) => outer,
            // What broke may have broken before, in the turn of another: a new round knows nothing of it.
            Err(error) => {
                turn.round.fail(error).await;
                match turn.round.next().await {
                    Ok(outer) => outer,
                    Err(error) => return Err(turn.round.fail(error).await),
                }
            }
        };
        turn.round.last = Last::Undone;
        Ok((outer, turn))
    }
}

impl Turn {
    /// Ends the turn; the result comes when the round is on the disk. `done` is the update that
    /// has had its effect.
    pub(super) fn commit(mut self, done: Option<UpdateId>, now: DateTime<Utc>) -> Ending {
        self.round.last = Last::Kept;
        self.round.done.extend(done);
        self.round.done_at = now;
        self.round.wait()
    }
}

impl Drop for Turn {
    // Also after a rollback, so that the outer transaction does not stay open.
    fn drop(&mut self) {
        // Whoever was refused may have been because of what others of the round have written.
        let saw = matches!(self.round.last, Last::Undone) && !self.round.waiting.is_empty();
        if let (true, Some(seen)) = (saw, &self.seen) {
            seen.endings().push(self.round.wait());
        }
        self.committer.notify_one();
    }
}

impl Round {
    /// Settles the last turn and opens a savepoint for the next.
    async fn next(&mut self) -> Result<Arc<DatabaseTransaction>, DbErr> {
        let outer = self.outer().await?;
        // Where this is cancelled, it may or may not have happened. Doing it again does no harm.
        outer
            .execute_unprepared(match self.last {
                Last::None => "SAVEPOINT turn",
                Last::Kept => "RELEASE turn; SAVEPOINT turn",
                Last::Undone => "ROLLBACK TO turn",
            })
            .await?;
        Ok(outer)
    }

    async fn outer(&mut self) -> Result<Arc<DatabaseTransaction>, DbErr> {
        if let Some(outer) = &self.outer {
            return Ok(outer.clone());
        }
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let outer = self.writer().await?.begin_with_options(options).await?;
        let outer = Arc::new(outer);
        self.outer = Some(outer.clone());
        self.last = Last::None;
        Ok(outer)
    }

    async fn writer(&mut self) -> Result<&DatabaseConnection, DbErr> {
        let writer = match self.writer.take() {
            Some(writer) => writer,
            // Boxed: it is long, and hardly ever to be done.
            None => Box::pin(Database::connect(self.options.clone())).await?,
        };
        Ok(self.writer.insert(writer))
    }

    fn wait(&mut self) -> Ending {
        let (told, waits) = oneshot::channel();
        self.waiting.push(told);
        Ending(waits)
    }

    async fn commit(&mut self, outer: Arc<DatabaseTransaction>) -> Result<(), DbErr> {
        // Only turns share it, and none is held now.
        let outer = Arc::into_inner(outer)
            .ok_or_else(|| DbErr::Custom("a turn outlived its round".to_owned()))?;
        self.finish(&outer).await?;
        outer.commit().await
    }

    /// Everything the round held is lost, and so is its connection.
    async fn fail(&mut self, error: DbErr) -> StoreError {
        let error = StoreError::of_round(&error);
        tracing::error!(turns = self.waiting.len(), %error, "nothing of a round was written");
        self.outer = None;
        let writer = self.writer.take();
        self.tell(Err(error.clone()));
        if let Some(writer) = writer {
            // Until it is closed, it may hold SQLite's lock. What closing it says is of no use.
            let _ = writer.close().await;
        }
        error
    }

    /// The round is over.
    fn tell(&mut self, result: Result<(), StoreError>) {
        self.done.clear();
        for waiting in self.waiting.drain(..) {
            // Whoever no longer waits was cancelled; the commit holds all the same.
            let _ = waiting.send(result.clone());
        }
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
        match round.commit(outer).await {
            Ok(()) => round.tell(Ok(())),
            Err(error) => drop(round.fail(error).await),
        }
    }
}
