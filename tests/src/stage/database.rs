//! Fresh databases, one per world.

use std::path::{Path, PathBuf};

use tokio::sync::OnceCell;

use super::postgres::Server;

/// Which database a world stands on.
#[derive(Clone, Copy)]
pub enum Engine {
    Sqlite,
    Postgres(&'static Server),
}

impl Engine {
    /// PostgreSQL, where it is installed.
    pub async fn postgres() -> Option<Engine> {
        Server::running().await.map(Engine::Postgres)
    }

    /// A fresh database that is up to date: its address. A file lies in `folder`.
    pub async fn database(self, folder: &Path) -> String {
        match self {
            Engine::Sqlite => {
                let file = folder.join("loket.db");
                std::fs::copy(template().await, &file).expect("a copy of the template");
                format!("sqlite://{}?mode=rwc", file.display())
            }
            Engine::Postgres(server) => server.database().await,
        }
    }
}

/// A migrated SQLite file; worlds copy it instead of migrating anew.
async fn template() -> &'static PathBuf {
    static TEMPLATE: OnceCell<(tempfile::TempDir, PathBuf)> = OnceCell::const_new();
    let made = TEMPLATE.get_or_init(|| async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("template.db");
        migration::run(&format!("sqlite://{}?mode=rwc", file.display()))
            .await
            .expect("the migrations run on SQLite");
        (folder, file)
    });
    &made.await.1
}
