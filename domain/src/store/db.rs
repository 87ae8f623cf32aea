//! Opening the database, and transactions.

use std::{
    fmt,
    ops::Deref,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use sqlite::Readers;
use tokio::sync::OwnedSemaphorePermit;

use super::{
    Conn, StoreError,
    bell::Bell,
    conn::Link,
    entity::outbox,
    group::{Group, Seen, Turn},
    leadership::LeaderTerm,
    links::NewLink,
    postgres_pool::{CONNECTIONS, PostgresPool},
    roster::{AsOf, Roster},
};
use crate::{Error, clock::Clock, id::UpdateId, notice::Urgency};

/// How many questions can be asked of SQLite at once.
const READERS: u32 = 4;
/// What grows as long as the office is open.
const GROWS: [&str; 13] = [
    "card",
    "event",
    "inbox",
    "issued",
    "likeness",
    "line",
    "link",
    "numbered",
    "outbox",
    "request",
    "reservation",
    "task",
    "timer",
];

/// The office's database: SQLite or PostgreSQL, by its address.
///
/// Cloning is cheap. A clone made by [`Db::handling`] belongs to one update.
#[derive(Debug, Clone)]
pub struct Db {
    conn: Arc<Conn>,
    asking: Asking,
    writer: Writer,
    bell: Arc<Bell>,
    /// Rings when a paper is to be made.
    prints: Arc<Bell>,
    /// Rings when a decision waits to be sent.
    holds: Arc<Bell>,
    clock: Clock,
    handling: Option<Handling>,
    /// What was seen for an update before it was durable.
    seen: Option<Arc<Seen>>,
}

#[derive(Debug, Clone)]
enum Asking {
    Sqlite(Readers),
    Postgres(PostgresPool),
}

#[derive(Debug, Clone)]
enum Writer {
    Sqlite(Group),
    Postgres(PostgresPool),
}

/// The update whose effect is being written.
#[derive(Debug, Clone)]
struct Handling {
    update: UpdateId,
    done: Arc<AtomicBool>,
}

/// A transaction. Dropping it undoes everything.
pub struct Tx {
    conn: Conn,
    /// Where the act reads beside this transaction.
    reads: Arc<Conn>,
    turn: Option<Turn>,
    /// Among the transactions of PostgreSQL.
    _room: Option<OwnedSemaphorePermit>,
    handling: Option<Handling>,
    bell: Arc<Bell>,
    prints: Arc<Bell>,
    holds: Arc<Bell>,
    /// Whether it issues a paper.
    pub(super) issues: bool,
    /// Whether it leaves a decision that is to be sent.
    held: bool,
    /// The form from which it opens a request: the status card takes its place.
    pub(super) place: Option<crate::id::MessageId>,
    /// What it tells, in this order.
    pub(super) told: Vec<outbox::ActiveModel>,
    /// What it links to the chain, as the last thing that it does.
    pub(super) links: Vec<NewLink>,
    urgency: Urgency,
    clock: Clock,
}

/// What it tells stays out of it.
impl fmt::Debug for Tx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut tx = f.debug_struct("Tx");
        tx.field("handling", &self.handling).finish_non_exhaustive()
    }
}

impl Db {
    /// Opens a database whose tables are there already.
    ///
    /// SQLite: one writing connection with `synchronous=FULL`, and a pool to read from.
    pub async fn open(url: &str, clock: Clock) -> Result<Db, StoreError> {
        Db::open_in(url, clock, None, CONNECTIONS).await
    }

    /// The same for whoever leads: once another does, nothing is read or written by it any more. PostgreSQL: with so many
    /// connections at most.
    pub async fn open_in(
        url: &str,
        clock: Clock,
        term: Option<LeaderTerm>,
        connections: u32,
    ) -> Result<Db, StoreError> {
        let (asking, writer) = if sqlite::is_meant(url) {
            let writer = Group::open(url)?;
            let readers = Readers::open(url, READERS as usize)?;
            (Asking::Sqlite(readers), Writer::Sqlite(writer))
        } else {
            let pool = PostgresPool::open(url, connections, term).await?;
            (Asking::Postgres(pool.clone()), Writer::Postgres(pool))
        };
        Ok(Db {
            conn: Arc::new(Conn::new(asking.link(), Roster::default(), AsOf::Now)),
            asking,
            writer,
            bell: Arc::default(),
            prints: Arc::default(),
            holds: Arc::default(),
            clock,
            handling: None,
            seen: None,
        })
    }

    /// The same database while one update is handled: the first transaction that is committed
    /// marks the update as done.
    #[must_use]
    pub fn handling(&self, update: UpdateId) -> Db {
        Db {
            handling: Some(Handling {
                update,
                done: Arc::default(),
            }),
            seen: Some(Arc::default()),
            ..self.for_one_act()
        }
    }

    /// The same database for one act: people are for it who they were when it first asked, until it has written.
    #[must_use]
    pub fn for_one_act(&self) -> Db {
        let conn = Conn::new(self.asking.link(), self.conn.roster.clone(), AsOf::Next);
        Db {
            conn: Arc::new(conn),
            ..self.clone()
        }
    }

    /// The same database for a write that is not yet the update's effect.
    #[must_use]
    pub fn beside(&self) -> Db {
        Db {
            handling: None,
            ..self.clone()
        }
    }

    /// Whether the update's effect has been committed.
    pub fn is_handled(&self) -> bool {
        self.handling
            .as_ref()
            .is_some_and(|handling| handling.done.load(Ordering::Acquire))
    }

    /// Waits until everything is durable that was seen for the update in transactions of its own, also in
    /// those that were dropped. An error means that some of it will never be: what was concluded from it
    /// is not to be told.
    pub async fn settled(&self) -> Result<(), Error> {
        match &self.seen {
            Some(seen) => Ok(seen.settled().await?),
            None => Ok(()),
        }
    }

    /// Begins to write. On SQLite this waits for its turn, on PostgreSQL for room.
    pub async fn begin(&self) -> Result<Tx, Error> {
        let (link, turn, room) = match &self.writer {
            Writer::Sqlite(group) => {
                let (connection, turn) = group.begin(self.seen.clone()).await?;
                (Link::Turn(connection), Some(turn), None)
            }
            Writer::Postgres(pool) => {
                let (link, room) = pool.begin().await?;
                (link, None, Some(room))
            }
        };
        let handling = self
            .handling
            .clone()
            .filter(|handling| !handling.done.load(Ordering::Acquire));
        Ok(Tx {
            conn: Conn::new(link, self.conn.roster.clone(), AsOf::Next),
            reads: self.conn.clone(),
            turn,
            _room: room,
            handling,
            bell: self.bell.clone(),
            prints: self.prints.clone(),
            holds: self.holds.clone(),
            issues: false,
            held: false,
            place: None,
            told: Vec::new(),
            links: Vec::new(),
            urgency: match self.handling {
                Some(_) => Urgency::Act,
                None => Urgency::Routine,
            },
            clock: self.clock.clone(),
        })
    }

    /// Brings all that was written into SQLite's one file, where it is complete by itself, and empties the log
    /// beside it. Where someone is reading meanwhile, it is left for the next time. PostgreSQL does all this by
    /// itself.
    pub async fn cut_log(&self, patience: Duration) -> Result<(), Error> {
        if let Writer::Sqlite(group) = &self.writer
            && !group.cut_log(patience).await?
        {
            tracing::info!("the write-ahead log could not be cut this time");
        }
        Ok(())
    }

    /// Lets SQLite look at samples of what grows, a table at a time. PostgreSQL does this by itself.
    pub async fn gather_statistics(&self) -> Result<(), Error> {
        if let Writer::Sqlite(group) = &self.writer {
            for table in GROWS {
                group.gather_statistics(table).await?;
            }
        }
        Ok(())
    }

    /// Lets go of the database, so that nobody holds its files: what was written is in SQLite's one file then, and
    /// nothing else may use this database any more.
    pub async fn close(self) -> Result<(), Error> {
        self.cut_log(Duration::from_secs(1)).await?;
        if let Asking::Postgres(pool) = self.asking {
            pool.close().await?;
        }
        Ok(())
    }

    /// Waits until something may have become due to be told.
    pub async fn rung(&self) {
        self.bell.rung().await;
    }

    /// How many transactions have left something to tell since this database was opened: whoever
    /// looks for notices after reading this number has seen theirs.
    pub fn rings(&self) -> u64 {
        self.bell.times()
    }

    /// Waits until a paper may have become due to be made.
    pub async fn issued_rung(&self) {
        self.prints.rung().await;
    }

    /// As [`Db::rings`], for papers that are to be made.
    pub fn issues(&self) -> u64 {
        self.prints.times()
    }

    /// Waits until a decision may have been left that is to be sent.
    pub async fn held_rung(&self) {
        self.holds.rung().await;
    }

    /// As [`Db::rings`], for decisions that are to be sent.
    pub fn holds(&self) -> u64 {
        self.holds.times()
    }
}

impl Tx {
    /// Makes everything durable, and tells the courier if there is something to tell.
    ///
    /// The courier looks also where nobody heard how it went: it may have gone well.
    pub async fn commit(mut self) -> Result<(), Error> {
        let rings = self.write_told().await?;
        let bell = self.bell.clone();
        let prints = self.issues.then(|| self.prints.clone());
        let holds = self.held.then(|| self.holds.clone());
        let reads = self.reads.clone();
        let committed = self.commit_silently().await;
        reads.asks_anew();
        if rings {
            bell.ring();
        }
        if let Some(prints) = prints {
            prints.ring();
        }
        if let Some(holds) = holds {
            holds.ring();
        }
        committed
    }

    async fn commit_silently(mut self) -> Result<(), Error> {
        let done = self.handling.as_ref().map(|handling| handling.update);
        if self.turn.is_some() {
            self.write_links().await?;
        }
        if let Some(turn) = self.turn.take() {
            turn.commit(done, self.clock.now())?.durable().await?;
        } else {
            if let Some(update) = done {
                self.mark_done(update, self.clock.now()).await?;
            }
            // From here on others wait.
            self.write_links().await?;
            let Link::Transaction(tx) = self.conn.link else {
                return Err(Error::Missing("transaction"));
            };
            tx.commit().await?;
        }
        if let Some(handling) = &self.handling {
            handling.done.store(true, Ordering::Release);
        }
        Ok(())
    }

    /// The moment of this transaction.
    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.clock.now()
    }

    /// It leaves a decision that is to be sent.
    pub(super) fn rings_at_held(&mut self) {
        self.held = true;
    }

    /// What follows from this transaction is waited for, although it comes of no update.
    pub(crate) fn is_an_act(&mut self) {
        self.urgency = Urgency::Act;
    }

    /// How urgent what is told by this transaction is: what comes of an update is waited for.
    pub(super) fn urgency(&self) -> Urgency {
        self.urgency
    }
}

impl Asking {
    fn link(&self) -> Link {
        match self {
            Asking::Sqlite(readers) => Link::Readers(readers.clone()),
            Asking::Postgres(pool) => pool.link(),
        }
    }
}

impl Deref for Db {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}
