//! Fresh databases, one per world.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use sea_orm::ConnectionTrait;
use tokio::sync::OnceCell;

use super::{
    ground,
    postgres::{self, Server},
};

/// Which database a world stands on.
#[derive(Clone, Copy)]
pub enum Engine {
    Sqlite,
    Postgres(&'static Server),
}

/// Runs statements on the database at an address.
///
/// # Panics
/// Where the database refuses them.
pub(super) async fn runs_on(database: &str, statements: &str) {
    let db = migration::connect(database).await.expect("the database");
    let done = db.execute_unprepared(statements).await;
    done.expect("statements that the database takes");
    db.close().await.expect("it closes");
}

/// A database that nobody writes to any more; worlds begin with copies of it.
#[derive(Debug, Clone)]
pub enum Template {
    File(PathBuf),
    Named(String),
}

impl Engine {
    /// PostgreSQL, where it is installed.
    pub async fn postgres() -> Option<Engine> {
        Server::running().await.map(Engine::Postgres)
    }

    pub fn name(self) -> &'static str {
        match self {
            Engine::Sqlite => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// A fresh database that is up to date: its address. A file lies in `folder`.
    pub async fn database(self, folder: &Path) -> String {
        let empty = match self {
            Engine::Sqlite => Template::File(migrated().await.clone()),
            Engine::Postgres(_) => Template::Named(postgres::TEMPLATE.to_owned()),
        };
        self.copy(&empty, folder).await
    }

    /// No world stands on the database at this address any more. A file goes with its folder.
    pub(super) fn forget(self, address: &str) {
        if let Engine::Postgres(server) = self
            && let Some((_, name)) = address.rsplit_once('/')
            && address.starts_with("postgres:")
        {
            server.forget(name);
        }
    }

    /// A database that holds nothing at all: its address. A file lies in `folder`, and is not there yet.
    pub async fn nothing(self, folder: &Path) -> String {
        match self {
            Engine::Sqlite => format!("sqlite://{}?mode=rwc", folder.join("empty.db").display()),
            Engine::Postgres(server) => {
                let name = new_name("empty");
                server.copy("template0", &name).await;
                server.url(&name)
            }
        }
    }

    /// A fresh database that begins as a template stands: its address. A file lies in `folder`.
    pub async fn copy(self, template: &Template, folder: &Path) -> String {
        match (self, template) {
            (Engine::Sqlite, Template::File(template)) => {
                let file = folder.join("loket.db");
                std::fs::copy(template, &file).expect("a copy of the template");
                format!("sqlite://{}?mode=rwc", file.display())
            }
            (Engine::Postgres(server), Template::Named(template)) => {
                let name = new_name("play");
                server.copy(template, &name).await;
                server.url(&name)
            }
            _ => unreachable!("a template is a database of the same engine"),
        }
    }

    /// Keeps the database at an address, on which no bot stands any more, as a template. A file lies in
    /// `folder`.
    pub async fn keep(self, database: &str, folder: &Path) -> Template {
        match self {
            Engine::Sqlite => {
                let file = folder.join("template.db");
                runs_on(database, &format!("VACUUM INTO '{}'", file.display())).await;
                Template::File(file)
            }
            Engine::Postgres(server) => {
                let (_, from) = database.rsplit_once('/').expect("an address");
                let name = new_name("template");
                server.lets_go_of(from).await;
                server.copy(from, &name).await;
                Template::Named(name)
            }
        }
    }
}

/// A name that no other database of this test run has.
fn new_name(beginning: &str) -> String {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    format!("{beginning}_{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// A migrated SQLite file; worlds copy it instead of migrating anew.
async fn migrated() -> &'static PathBuf {
    static TEMPLATE: OnceCell<(tempfile::TempDir, PathBuf)> = OnceCell::const_new();
    let made = TEMPLATE.get_or_init(|| async {
        let folder = ground::folder();
        let file = folder.path().join("template.db");
        migration::run(&format!("sqlite://{}?mode=rwc", file.display()))
            .await
            .expect("the migrations run on SQLite");
        (folder, file)
    });
    &made.await.1
}
