//! Preludes: what many plays begin with is played once, and the others go on from where it came to.
//!
//! A play that begins with `Office::opens(world)` and `submit(&sari)` has told two preludes. The first play
//! that tells them acts them out; then the bot is stopped, and the database, the archive, Telegram and the
//! clock are kept. Whoever tells the same preludes afterwards, in the same order and from the very beginning,
//! gets a copy of all that. What the bot held in memory is not copied, so a prelude ends where the bot may
//! be restarted without anybody noticing: never in the middle of a form.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex},
};

use tokio::sync::OnceCell;

use super::{
    World,
    beginning::{Beginning, Kept},
    ground,
};

type Slot = Arc<OnceCell<Arc<Kept>>>;

/// The place for what follows preludes. Whoever comes second waits for the first, instead of telling the
/// same beside them.
fn slot(told: &str) -> Slot {
    static KEPT: Mutex<Option<HashMap<String, Slot>>> = Mutex::new(None);
    let mut kept = KEPT.lock().expect("nobody panicked here");
    let kept = kept.get_or_insert_default();
    kept.entry(told.to_owned()).or_default().clone()
}

impl World {
    /// Tells a prelude, or goes on from where another play has come to after the same ones. Once a play itself
    /// has begun, its acts are simply acted.
    pub async fn prelude(&self, name: &str, acts: impl AsyncFnOnce()) {
        let told = self.told_with(name).await;
        let Some(told) = told else {
            return Box::pin(acts()).await;
        };
        let slot = slot(&format!("{}{told}", self.engine.name()));
        let kept = slot.get_or_init(|| async {
            self.opens().await;
            Box::pin(acts()).await;
            self.settle().await;
            Arc::new(self.keeps().await)
        });
        let kept = Box::pin(kept).await.clone();
        self.telegram.go_on_from(&kept.telegram);
        self.clock.advance(kept.now - self.clock.now());
        let from = Some(kept);
        *self.beginning.lock().await = Some(Beginning { told, from });
    }

    /// What has been told with this prelude; none once the play itself has begun.
    async fn told_with(&self, name: &str) -> Option<String> {
        let beginning = self.beginning.lock().await;
        let told = &beginning.as_ref()?.told;
        Some(format!("{told}\n{name}"))
    }

    /// Stops the bot, and keeps everything as it stands.
    async fn keeps(&self) -> Kept {
        self.stop_bot().await;
        let folder = ground::folder();
        let settings = self.settings();
        copy(&settings.archive, &folder.path().join("archive"));
        Kept {
            database: self
                .engine
                .keep(&settings.database_url, folder.path())
                .await,
            folder,
            telegram: self.telegram.remember(),
            now: self.clock.now(),
        }
    }

    /// The play itself begins: the bot is started, if it was not yet.
    pub async fn opens(&self) {
        let mut beginning = self.beginning.lock().await;
        let Some(Beginning { from, .. }) = beginning.as_ref() else {
            return;
        };
        let folder = self.folder.path();
        let database = match from {
            None => self.engine.database(folder).await,
            Some(kept) => {
                copy(
                    &kept.folder.path().join("archive"),
                    &self.settings().archive,
                );
                self.engine.copy(&kept.database, folder).await
            }
        };
        self.starts_on(database).await;
        *beginning = None;
        drop(beginning);
        self.comes_to_rest().await;
    }
}

/// Copies a folder of files and folders, where there is one.
fn copy(from: &Path, to: &Path) {
    let Ok(entries) = std::fs::read_dir(from) else {
        return;
    };
    std::fs::create_dir_all(to).expect("a folder");
    for entry in entries {
        let entry = entry.expect("an entry").path();
        let to = to.join(entry.file_name().expect("a name"));
        if entry.is_dir() {
            copy(&entry, &to);
        } else {
            std::fs::copy(&entry, &to).expect("a copy");
        }
    }
}
