//! One connection to a SQLite file.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError},
    time::Duration,
};

use async_trait::async_trait;
use rusqlite::{CachedStatement, config::DbConfig, functions::FunctionFlags};
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, ExecResult, ProxyExecResult, ProxyRow, QueryResult,
    Statement,
};

use sha2::{Digest, Sha256};

use crate::{
    address::Address,
    value::{Kind, bound, connection_error, read, statement_error},
};

/// How many statements stay compiled. There are some 300 different ones in all.
const COMPILED: usize = 512;
/// How long a statement waits for another process.
const BUSY: Duration = Duration::from_secs(5);

/// How many rows of an index are looked at to estimate how they are spread: some milliseconds.
const SAMPLE: u32 = 400;

/// Teaches SQLite what PostgreSQL knows: `sha256` of a text, here in lower-case hexadecimal at once.
fn hashes(file: &rusqlite::Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    file.create_scalar_function("sha256", 1, flags, |given| {
        let text: String = given.get(0)?;
        let hash = Sha256::digest(text.as_bytes());
        Ok(format!("{hash:x}"))
    })
}

/// One connection. Statements of several threads follow each other.
#[derive(Debug)]
pub struct Connection(Mutex<rusqlite::Connection>);

impl Connection {
    /// Opens the file at `address`, see `DATABASE_URL`. Write-ahead log, every commit on the disk before it
    /// returns, foreign keys held, and nothing left of what is deleted once the log is cut.
    pub fn open(address: &str) -> Result<Connection, DbErr> {
        let Address { path, flags } = Address::read(address)?;
        let open = || {
            let file = rusqlite::Connection::open_with_flags(path, flags)?;
            file.busy_timeout(BUSY)?;
            // A statement keeps its plan, whatever it is given. Without this the bundled SQLite, which is built
            // with STAT4, compiles a statement anew at every execution if its LIMIT is a parameter.
            file.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            file.set_prepared_statement_cache_capacity(COMPILED);
            if !flags.contains(rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY) {
                file.pragma_update(None, "journal_mode", "WAL")?;
            }
            file.pragma_update(None, "synchronous", "FULL")?;
            file.pragma_update(None, "foreign_keys", true)?;
            // What is deleted or overwritten is filled with zeros, not only where that is free (`FAST`): what people
            // write is long, lies on pages of its own, and would stay there until something else needs the page.
            file.pragma_update(None, "secure_delete", true)?;
            hashes(&file)?;
            Ok(file)
        };
        match open() {
            Ok(file) => Ok(Connection(Mutex::new(file))),
            Err(error) => Err(connection_error(rusqlite::Error::to_string(&error))),
        }
    }

    /// As [`Connection::open`], for one that writes in savepoints: each page that one of them changes is kept as it was
    /// until it is over. Those copies need not go through a file. A connection that reads may sort more than fits into
    /// memory, and is left as it is.
    pub fn open_writer(address: &str) -> Result<Connection, DbErr> {
        let writer = Connection::open(address)?;
        writer.run("PRAGMA temp_store = MEMORY")?;
        Ok(writer)
    }

    /// Runs statements that return nothing, one after the other, up to the first that fails.
    pub fn run(&self, statements: &str) -> Result<(), DbErr> {
        self.file()
            .execute_batch(statements)
            .map_err(statement_error)
    }

    /// Runs one statement that returns nothing and is run again and again: it stays compiled.
    pub fn run_again(&self, statement: &str) -> Result<(), DbErr> {
        let file = self.file();
        let run = || file.prepare_cached(statement)?.raw_execute();
        run().map(drop).map_err(statement_error)
    }

    /// Begins to write. Where another process is writing, it waits for that one, and holds up nobody.
    pub async fn begin(self: &Arc<Self>) -> Result<(), DbErr> {
        const BEGIN: &str = "BEGIN IMMEDIATE";
        match self.run_at_once(BEGIN) {
            Err(DbErr::Conn(_)) => {
                let connection = self.clone();
                elsewhere(move || connection.run(BEGIN)).await
            }
            begun => begun,
        }
    }

    /// Makes durable what was written. Waiting for the disk holds up nobody.
    pub async fn commit(self: &Arc<Self>) -> Result<(), DbErr> {
        let connection = self.clone();
        elsewhere(move || connection.run_again("COMMIT")).await
    }

    /// Brings everything from the write-ahead log into the file itself, and empties the log: what was deleted
    /// before is in neither from then on. `false` where someone was reading for so long; nothing is lost by that.
    pub async fn cut_log(self: &Arc<Self>, patience: Duration) -> Result<bool, DbErr> {
        let connection = self.clone();
        elsewhere(move || {
            let file = connection.file();
            let cut = || {
                file.busy_timeout(patience)?;
                let cut = file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
                file.busy_timeout(BUSY)?;
                cut
            };
            let is_busy: i64 = cut().map_err(statement_error)?;
            Ok(is_busy == 0)
        })
        .await
    }

    /// Looks at a sample of a table and its indexes, so that whoever asks is led to what they look for by the shortest
    /// way.
    ///
    /// Connections read statistics together with the tables' definitions, and those anew only where they have changed.
    /// So they are changed, and are afterwards as they were.
    pub async fn gather_statistics(self: &Arc<Self>, table: &'static str) -> Result<(), DbErr> {
        let connection = self.clone();
        let sample = format!(
            "PRAGMA analysis_limit = {SAMPLE}; ANALYZE \"{table}\";
             SAVEPOINT gathered; CREATE VIEW gathered AS SELECT 1; DROP VIEW gathered; RELEASE gathered"
        );
        elsewhere(move || connection.run(&sample)).await
    }

    /// Writes all that the file at `address` holds at one moment into a new file. Others go on reading and writing
    /// meanwhile.
    pub async fn copy(address: &str, to: &Path) -> Result<(), DbErr> {
        let (connection, to) = (Connection::open(address)?, to.to_owned());
        elsewhere(move || {
            let file = connection.file();
            let name = to.to_string_lossy();
            file.execute("VACUUM INTO ?", [name.as_ref()])
                .map_err(statement_error)?;
            // The copy is on the disk before anyone relies on it.
            let written = std::fs::File::open(&to).and_then(|copy| copy.sync_all());
            written.map_err(|error| connection_error(error.to_string()))
        })
        .await
    }

    /// Whether a transaction is open. SQLite ends it by itself when a row does not fit on the disk.
    pub fn is_in_transaction(&self) -> bool {
        !self.file().is_autocommit()
    }

    fn run_at_once(&self, statement: &str) -> Result<(), DbErr> {
        let file = self.file();
        let run = || {
            file.busy_timeout(Duration::ZERO)?;
            let ran = file
                .prepare_cached(statement)
                .and_then(|mut compiled| compiled.raw_execute());
            file.busy_timeout(BUSY)?;
            ran
        };
        run().map(drop).map_err(statement_error)
    }

    pub(crate) fn rows(&self, statement: &Statement) -> Result<Vec<ProxyRow>, DbErr> {
        rows(&self.file(), statement)
    }

    /// The rows, if nobody else is asking just now.
    pub(crate) fn try_rows(&self, statement: &Statement) -> Option<Result<Vec<ProxyRow>, DbErr>> {
        let file = match self.0.try_lock() {
            Ok(file) => file,
            Err(TryLockError::Poisoned(file)) => file.into_inner(),
            Err(TryLockError::WouldBlock) => return None,
        };
        Some(rows(&file, statement))
    }

    pub(crate) fn execute(&self, statement: &Statement) -> Result<ProxyExecResult, DbErr> {
        let file = self.file();
        let changed = compiled(&file, statement)?
            .raw_execute()
            .map_err(statement_error)?;
        let last = u64::try_from(file.last_insert_rowid()).unwrap_or_default();
        Ok(ProxyExecResult::new(last, changed as u64))
    }

    // Whoever panicked held no transaction half done: a statement is done, or it is not.
    pub(crate) fn file(&self) -> MutexGuard<'_, rusqlite::Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl ConnectionTrait for Connection {
    fn get_database_backend(&self) -> DbBackend {
        DbBackend::Sqlite
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.execute(&statement).map(ExecResult::from)
    }

    async fn execute_unprepared(&self, statements: &str) -> Result<ExecResult, DbErr> {
        self.run(statements)?;
        Ok(ProxyExecResult::default().into())
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        Ok(first(self.rows(&statement)?))
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        Ok(all(self.rows(&statement)?))
    }
}

pub(crate) fn first(rows: Vec<ProxyRow>) -> Option<QueryResult> {
    rows.into_iter().next().map(QueryResult::from)
}

pub(crate) fn all(rows: Vec<ProxyRow>) -> Vec<QueryResult> {
    rows.into_iter().map(QueryResult::from).collect()
}

/// Runs `work` on a thread that may wait.
pub(crate) async fn elsewhere<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, DbErr> + Send + 'static,
) -> Result<T, DbErr> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => Err(connection_error(error.to_string())),
    }
}

/// The statement, compiled and with its values.
fn compiled<'f>(
    file: &'f rusqlite::Connection,
    statement: &Statement,
) -> Result<CachedStatement<'f>, DbErr> {
    let mut compiled = file
        .prepare_cached(&statement.sql)
        .map_err(statement_error)?;
    for (at, value) in statement
        .values
        .iter()
        .flat_map(|values| &values.0)
        .enumerate()
    {
        compiled
            .raw_bind_parameter(at + 1, bound(value)?)
            .map_err(statement_error)?;
    }
    Ok(compiled)
}

fn rows(file: &rusqlite::Connection, statement: &Statement) -> Result<Vec<ProxyRow>, DbErr> {
    let mut compiled = compiled(file, statement)?;
    let columns: Vec<(String, Kind)> = compiled
        .columns()
        .iter()
        .map(|column| (column.name().to_owned(), Kind::of(column.decl_type())))
        .collect();
    let mut found = Vec::new();
    let mut rows = compiled.raw_query();
    while let Some(row) = rows.next().map_err(statement_error)? {
        let mut values = BTreeMap::new();
        for (at, (name, kind)) in columns.iter().enumerate() {
            let kept = row.get_ref(at).map_err(statement_error)?;
            let value = read(kept, *kind)
                .map_err(|error| DbErr::Type(format!("column {name}: {error}")))?;
            values.insert(name.clone(), value);
        }
        found.push(ProxyRow::new(values));
    }
    Ok(found)
}
