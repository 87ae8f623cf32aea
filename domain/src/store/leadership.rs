//! Of several programs at one database of PostgreSQL one leads: it alone handles what came in, tells, and keeps time.
//!
//! Whoever leads holds the lock [`LEADS`] on a line of its own, and a share of [`AT_WORK`] on every line by which it asks
//! and writes. A new leader counts the term up, ends the lines that are at work, and goes on once it has had that lock
//! alone. A line that comes later takes its share first and looks at the term then. So whoever led before commits nothing
//! any more, however long it was frozen or cut off, and no statement of anybody's act pays for that.
//!
//! SQLite needs none of this: there the file is held, see [`super::Hold`].

use std::{sync::Arc, time::Duration};

use sea_orm::{
    DbErr, RuntimeErr,
    sqlx::{
        self, AssertSqlSafe, ConnectOptions, Connection, PgConnection, Row,
        pool::PoolOptions,
        postgres::{PgConnectOptions, Postgres},
    },
};
use tokio::time::{sleep, timeout};

use super::StoreError;

/// Held by whoever leads.
const LEADS: i64 = 734_522;
/// Shared by the lines of whoever leads; alone in the hands of nobody but a new leader, for a moment.
const AT_WORK: i64 = 734_523;
/// A server that says nothing for so long is out of reach.
const PATIENCE: Duration = Duration::from_secs(3);
/// The server ends the line of a leader who says nothing for so long: PostgreSQL 14 and newer. Those who cannot be
/// reached any more it notices by itself in any version. That a line to be ended has ended by itself is no news.
const WATCHED: &str = "
    SELECT set_config('client_min_messages', 'error', false),
        set_config('tcp_keepalives_idle', '2', false),
        set_config('tcp_keepalives_interval', '1', false),
        set_config('tcp_keepalives_count', '3', false),
        CASE WHEN current_setting('server_version_num')::int >= 140000
            THEN set_config('idle_session_timeout', '5s', false) END";
/// Ends every line that is at work.
const END_OTHERS: &str = "
    SELECT pg_terminate_backend(pid) FROM pg_locks
    WHERE locktype = 'advisory' AND classid = 0 AND objid = 734523 AND objsubid = 1 AND pid <> pg_backend_pid()
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
/// An ended line is gone in a moment.
const A_MOMENT: Duration = Duration::from_millis(20);

/// Which leader it is: counted up with each, and never down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeaderTerm(i64);

/// Someone who would lead.
#[derive(Debug)]
pub struct Candidate {
    address: String,
    line: Option<PgConnection>,
}

/// Someone who leads, or has led.
#[derive(Debug)]
pub struct Leader {
    address: String,
    term: LeaderTerm,
    /// None once it has broken.
    line: Option<PgConnection>,
}

impl Candidate {
    /// Someone who would lead at the database of an address; none where nobody needs to.
    pub fn at(address: &str) -> Option<Candidate> {
        (!sqlite::is_meant(address)).then(|| Candidate {
            address: address.to_owned(),
            line: None,
        })
    }

    /// Tries to lead. None: another does.
    pub async fn tries(&mut self) -> Result<Option<Leader>, StoreError> {
        let address = self.address.clone();
        let line = self.line.take();
        let tried = async {
            let mut line = match line {
                Some(line) => line,
                None => watched_line(&address).await?,
            };
            let leads = takes(&mut line, LEADS).await?;
            Ok((line, leads))
        };
        let (mut line, leads) = in_time(tried).await?;
        if !leads {
            self.line = Some(line);
            return Ok(None);
        }
        in_time(refuse_pooler(&address)).await?;
        let term = begins_term(&mut line).await?;
        Ok(Some(Leader {
            address,
            term,
            line: Some(line),
        }))
    }
}

impl Leader {
    pub fn term(&self) -> LeaderTerm {
        self.term
    }

    /// Whether it leads still; `false` where another has led since. A line that broke is made anew, and nothing is lost
    /// where nobody else has led meanwhile. An error: that cannot be known now, so it is asked again.
    pub async fn still_leads(&mut self) -> Result<bool, StoreError> {
        let line = self.line.take();
        let (address, term) = (&self.address, self.term);
        let asked = async {
            let Some(mut line) = line else {
                return leads_again(address, term).await;
            };
            line.ping().await?;
            Ok(Some(line))
        };
        self.line = in_time(asked).await?;
        Ok(self.line.is_some())
    }
}

/// Someone whose line broke leads again, unless another has led since.
async fn leads_again(address: &str, term: LeaderTerm) -> Result<Option<PgConnection>, sqlx::Error> {
    let mut line = watched_line(address).await?;
    let leads = takes(&mut line, LEADS).await?;
    if current_term(&mut line).await? != term {
        return Ok(None);
    }
    if leads {
        return Ok(Some(line));
    }
    // By whoever is about to lead, or by our own line before, of which the server does not know yet that it broke.
    let held = "the lead is held by a line that ends";
    Err(sqlx::Error::Protocol(held.to_owned()))
}

/// From here on nobody who led before reads or writes.
async fn begins_term(line: &mut PgConnection) -> Result<LeaderTerm, StoreError> {
    let begun = async {
        // Not by a migration: those already run under a leader.
        let exists = "SELECT to_regclass('leader_term') IS NOT NULL";
        if !sqlx::query_scalar::<_, bool>(exists)
            .fetch_one(&mut *line)
            .await?
        {
            sqlx::query("CREATE SEQUENCE leader_term")
                .execute(&mut *line)
                .await?;
        }
        let term = "SELECT nextval('leader_term')";
        let term = sqlx::query_scalar(term).fetch_one(&mut *line).await?;
        loop {
            sqlx::query(END_OTHERS).execute(&mut *line).await?;
            if takes(line, AT_WORK).await? {
                break;
            }
            sleep(A_MOMENT).await;
        }
        sqlx::query("SELECT pg_advisory_unlock($1)")
            .bind(AT_WORK)
            .execute(&mut *line)
            .await?;
        Ok(LeaderTerm(term))
    };
    in_time(begun).await
}

async fn current_term(line: &mut PgConnection) -> Result<LeaderTerm, sqlx::Error> {
    let term = "SELECT last_value FROM leader_term";
    let term = sqlx::query_scalar(term).fetch_one(line).await?;
    Ok(LeaderTerm(term))
}

/// Not by a prepared statement: where a pooler lends sessions, another may have prepared one of that name, and nobody would
/// be told that it is the pooler.
async fn takes(line: &mut PgConnection, lock: i64) -> Result<bool, sqlx::Error> {
    let question = AssertSqlSafe(format!("SELECT pg_try_advisory_lock({lock})"));
    let taken = sqlx::raw_sql(question).fetch_one(line).await?;
    taken.try_get(0)
}

/// A line whose end the server notices soon.
async fn watched_line(address: &str) -> Result<PgConnection, sqlx::Error> {
    let mut line = line(address).await?;
    sqlx::raw_sql(WATCHED).execute(&mut line).await?;
    Ok(line)
}

async fn line(address: &str) -> Result<PgConnection, sqlx::Error> {
    let options: PgConnectOptions = address.parse()?;
    options.disable_statement_logging().connect().await
}

/// A pooler that lends a session to whoever asks has its locks held by nobody, and by everybody: what is held here on
/// one line must not be to be had on another.
async fn refuse_pooler(address: &str) -> Result<(), sqlx::Error> {
    let mut other = line(address).await?;
    let is_shared = takes(&mut other, LEADS).await?;
    // Not waited for: it ends with its line.
    drop(other);
    if is_shared {
        return Err(sqlx::Error::Configuration(POOLED.into()));
    }
    Ok(())
}

const POOLED: &str = "sessions are not kept apart: between loket and PostgreSQL stands a pooler that lends them for a \
    transaction. Let DATABASE_URL lead to PostgreSQL itself, or to a pool whose mode is `session`";

/// Whether the database at an address keeps sessions apart; why not, where it does not. SQLite has none.
pub async fn keeps_sessions(address: &str) -> Result<bool, StoreError> {
    if sqlite::is_meant(address) {
        return Ok(true);
    }
    // A lock that nobody else needs.
    let lock = i64::from(rand::random::<u32>()) << 8;
    let looked = async {
        let (mut one, mut other) = (line(address).await?, line(address).await?);
        Ok(takes(&mut one, lock).await? && !takes(&mut other, lock).await?)
    };
    in_time(looked).await
}

/// The lines of a pool work as long as their term lasts.
pub(super) fn works_in(pool: PoolOptions<Postgres>, term: LeaderTerm) -> PoolOptions<Postgres> {
    pool.after_connect(move |line, _| {
        Box::pin(async move {
            let share = sqlx::query_scalar("SELECT pg_try_advisory_lock_shared($1)");
            let has_share: bool = share.bind(AT_WORK).fetch_one(&mut *line).await?;
            // In this order: a new leader counts the term up before it ends the lines that have a share.
            if has_share && current_term(line).await? == term {
                return Ok(());
            }
            let over = "another loket leads on this database by now";
            Err(sqlx::Error::Protocol(over.to_owned()))
        })
    })
}

/// An error where it takes too long.
pub(super) async fn in_time<T>(
    work: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, StoreError> {
    let done = timeout(PATIENCE, work).await;
    done.unwrap_or(Err(sqlx::Error::PoolTimedOut))
        .map_err(|error| DbErr::Conn(RuntimeErr::SqlxError(Arc::new(error))).into())
}
