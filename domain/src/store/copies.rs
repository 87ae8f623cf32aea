//! A whole database: held by one bot, copied while it is in use, and brought back.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
};

use percent_encoding::percent_decode_str;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use sqlite::{Connection, Lock};
use tokio::process::Command;
use url::Url;

use super::StoreError;
use crate::Error;

/// The right to run a bot at a database. Dropping it gives it back, and so does the end of the process.
///
/// On PostgreSQL nobody is refused: there a second one stands by, see [`super::Candidate`].
#[derive(Debug)]
pub struct Hold(#[expect(dead_code, reason = "held until it is dropped")] Option<Lock>);

impl Hold {
    /// Takes the database at an address for one bot; none where another has it.
    pub fn take(address: &str) -> Result<Option<Hold>, StoreError> {
        if !sqlite::is_meant(address) {
            return Ok(Some(Hold(None)));
        }
        Ok(Lock::take(address)?.map(|lock| Hold(Some(lock))))
    }
}

/// Where a database is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// In this file, by SQLite.
    File(PathBuf),
    /// By PostgreSQL.
    Server,
}

impl Keeping {
    pub fn of(address: &str) -> Result<Keeping, StoreError> {
        if sqlite::is_meant(address) {
            Ok(Keeping::File(sqlite::file_at(address)?))
        } else {
            Ok(Keeping::Server)
        }
    }
}

/// The address of a file of SQLite.
pub fn file_address(file: &Path) -> String {
    sqlite::address_of(file)
}

/// Copies the database at an address into a file, as it is at one moment; others go on reading and writing meanwhile.
pub async fn copy_database(address: &str, to: &Path) -> Result<(), Error> {
    if sqlite::is_meant(address) {
        return Ok(Connection::copy(&existing(address), to).await?);
    }
    let mut dump = server_program("pg_dump", address)?;
    dump.args(["--format=custom", "--no-owner", "--no-privileges"])
        .arg("--file")
        .arg(to);
    run("pg_dump", dump).await
}

/// Brings a copy back into the server's database at an address, which is empty: all of it, or nothing.
pub async fn bring_back(address: &str, from: &Path) -> Result<(), Error> {
    let mut restore = server_program("pg_restore", address)?;
    restore
        .args(["--no-owner", "--no-privileges", "--exit-on-error"])
        .arg("--single-transaction")
        .arg(from);
    run("pg_restore", restore).await
}

/// Whether a copy that a server's program has made can be read by its counterpart here.
pub async fn reads_as_copy(from: &Path) -> Result<(), Error> {
    let mut list = Command::new(program("pg_restore"));
    list.arg("--list").arg(from);
    run("pg_restore", list).await
}

/// Whether the database at an address holds nothing at all. A file that is not there is empty.
pub async fn is_empty(address: &str) -> Result<bool, Error> {
    if let Keeping::File(file) = Keeping::of(address)? {
        let held = std::fs::metadata(file).map_or(0, |file| file.len());
        return Ok(held == 0);
    }
    let db = server(address).await?;
    let tables = "SELECT 1 FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') LIMIT 1";
    let found = db
        .query_one_raw(Statement::from_string(DbBackend::Postgres, tables))
        .await?;
    db.close().await?;
    Ok(found.is_none())
}

/// What SQLite finds wrong with the file at an address; nothing where all is well.
pub async fn damage(address: &str) -> Result<Vec<String>, Error> {
    let db = sqlite::connect(address).await?;
    let mut found = Vec::new();
    for (look, column) in [
        ("PRAGMA integrity_check(20)", "integrity_check"),
        ("PRAGMA foreign_key_check", "table"),
    ] {
        let rows = db
            .query_all_raw(Statement::from_string(DbBackend::Sqlite, look))
            .await?;
        for row in rows {
            let said: String = row.try_get("", column)?;
            if said != "ok" {
                found.push(said);
            }
        }
    }
    db.close().await?;
    Ok(found)
}

/// The same address, where no file is made that is not there.
fn existing(address: &str) -> String {
    address.replace("?mode=rwc", "?mode=rw")
}

async fn server(address: &str) -> Result<DatabaseConnection, Error> {
    let mut options = sea_orm::ConnectOptions::new(address);
    options.max_connections(1).sqlx_logging(false);
    Ok(Database::connect(options).await?)
}

/// A program of PostgreSQL that talks to the server at an address. The password travels in the environment: everyone
/// on a machine sees what programs are called with.
fn server_program(name: &str, address: &str) -> Result<Command, Error> {
    let mut url = Url::parse(address).map_err(|_| Error::Missing("address of the database"))?;
    let mut command = Command::new(program(name));
    if let Some(password) = url.password() {
        let password = percent_decode_str(password).decode_utf8_lossy();
        command.env("PGPASSWORD", password.as_ref());
        // An address that has a password has a host, so this is not refused.
        let _ = url.set_password(None);
    }
    for (key, value) in url.query_pairs() {
        let variable = match &*key {
            "sslmode" => "PGSSLMODE",
            "sslrootcert" => "PGSSLROOTCERT",
            "host" => "PGHOST",
            _ => continue,
        };
        command.env(variable, value.as_ref());
    }
    // What is left of them means something to our own driver alone.
    url.set_query(None);
    command.arg("--dbname").arg(url.as_str());
    Ok(command)
}

/// The newest of the programs that Debian keeps side by side, or whatever the system finds by its name.
fn program(name: &str) -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql");
    let programs = versions.into_iter().flatten().flatten().filter_map(|it| {
        let version: f64 = it.file_name().to_str()?.parse().ok()?;
        let program = it.path().join("bin").join(name);
        program.is_file().then_some((version, program))
    });
    let newest = programs.max_by(|(one, _), (other, _)| one.total_cmp(other));
    newest.map_or_else(|| name.into(), |(_, program)| program)
}

async fn run(name: &'static str, mut command: Command) -> Result<(), Error> {
    let ended = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .output()
        .await;
    let ended = ended.map_err(|error| {
        let says = format!(
            "it does not start ({error}); it is one of PostgreSQL's client programs, in Debian the package postgresql-client"
        );
        StoreError::of_program(name, &says)
    })?;
    if ended.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&ended.stderr);
    Err(StoreError::of_program(name, said.trim()).into())
}
