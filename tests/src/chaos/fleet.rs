//! One office and the programs that work for it: started as operators start them, and ended as machines end them.

use std::{
    path::PathBuf,
    process::{ExitStatus, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use domain::{
    Counter, Language,
    archive::Archive,
    clock::Clock,
    code::{AgencyCode, RoleCode},
    command::{self, Invite},
    id::AccountId,
    office::Office,
    procedure::Catalogue,
    store::Db,
};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    sync::watch,
};

use crate::{
    Engine,
    stage::{Role, outside},
    telegram::{Telegram, UserId},
};

use super::{Blow, wire::Wire};

/// How long a program may take to lead, where nobody else does: what an office is promised.
pub const TAKEOVER: Duration = Duration::from_secs(10);
/// How long everything may take to come to rest.
const PATIENCE: Duration = Duration::from_mins(1);

/// What is started as `loket run`.
#[derive(Debug, Clone)]
pub struct Program {
    pub path: PathBuf,
    pub arguments: &'static [&'static str],
}

/// The office. Programs that are left are killed with it.
pub struct Fleet {
    pub telegram: Telegram,
    /// For looking only.
    pub counter: Counter,
    pub database: String,
    program: Program,
    folder: tempfile::TempDir,
    started: AtomicUsize,
}

/// One program.
pub struct Member {
    pub number: usize,
    /// Its line to PostgreSQL, where that goes through our hands.
    pub wire: Option<Wire>,
    id: u32,
    child: Mutex<Option<Child>>,
    log: watch::Receiver<String>,
}

impl Fleet {
    /// A small office with a fresh database, for which nothing runs yet.
    pub async fn open(engine: Engine, program: Program) -> Fleet {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = engine.database(folder.path()).await;
        let clock = Clock::system();
        let office = Office::read_file(office()).expect("the office file");
        let catalogue = Catalogue::read_dir(procedures(), &office).expect("the procedures");
        let db = Db::open(&database, clock.clone()).await;
        let archive = Archive::folder(&folder.path().join("archive"));
        let opening = Box::pin(Counter::open(
            db.expect("a database"),
            clock,
            office,
            catalogue,
            archive.expect("an archive"),
        ));
        let telegram = Telegram::open().await;
        telegram.keep_calls(false);
        telegram.expect_repeats();
        Fleet {
            telegram,
            counter: opening.await.expect("the counter opens"),
            database,
            program,
            folder,
            started: AtomicUsize::default(),
        }
    }

    /// Someone comes in.
    pub async fn enters(&self, role: Role, name: &str) -> UserId {
        let user = self.telegram.person(name, "id");
        let invite = Invite {
            role: RoleCode::new(role.role),
            name: name.to_owned(),
            agency: role.agency.map(AgencyCode::new),
        };
        let link = command::invite(&self.counter, invite).await;
        let account = AccountId(user.0);
        command::accept_invitation(&self.counter, account, &link.expect("a link"), Language::ID)
            .await
            .expect("the link works");
        // The bot may write only to those who have begun a chat.
        self.telegram.starts(user, None);
        user
    }

    /// The program with everything it needs in its environment.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program.path);
        command
            .args(self.program.arguments)
            .env_clear()
            .env("LOKET_BOT_TOKEN", self.telegram.token())
            .env("LOKET_API_URL", self.telegram.url())
            .env("DATABASE_URL", &self.database)
            .env("LOKET_ARCHIVE", self.folder.path().join("archive"))
            .env("LOKET_PACE", "none")
            .env("LOKET_LIMITS", "none")
            .env("LOKET_LOOK", "off")
            .env("LOKET_OFFICE", office())
            .env("LOKET_PROCEDURES", procedures())
            .kill_on_drop(true);
        command
    }

    /// One more program, which leads or stands by.
    pub fn starts(&self) -> Member {
        self.starts_as(self.command())
    }

    /// One more, whose line to PostgreSQL can be struck. SQLite has none.
    pub async fn starts_on_a_wire(&self) -> Member {
        if !self.database.starts_with("postgres") {
            return self.starts();
        }
        let wire = Wire::to(&self.database).await;
        let mut command = self.command();
        command.env("DATABASE_URL", &wire.database);
        let mut member = self.starts_as(command);
        member.wire = Some(wire);
        member
    }

    /// The same, with other settings.
    pub fn starts_as(&self, mut command: Command) -> Member {
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("a process");
        let mut lines = BufReader::new(child.stderr.take().expect("its log")).lines();
        let (log, heard) = watch::channel(String::new());
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                log.send_modify(|log| {
                    log.push_str(&line);
                    log.push('\n');
                });
            }
        });
        Member {
            number: self.started.fetch_add(1, Ordering::Relaxed) + 1,
            wire: None,
            id: child.id().expect("it runs"),
            child: Mutex::new(Some(child)),
            log: heard,
        }
    }

    /// Waits until all that happened is handled, and all that was due is told.
    pub async fn comes_to_rest(&self) {
        let rested = outside::found(async || (self.telegram.pending() == 0).then_some(()));
        let rested = tokio::time::timeout(PATIENCE, rested).await;
        assert!(rested.is_ok(), "nobody asks for updates");
        self.handles_all().await;
    }

    /// Waits until all that came in is handled, and all that was due is told.
    pub async fn handles_all(&self) {
        let db = &self.counter.db;
        let handled = outside::found(async || {
            let is_quiet = self.telegram.in_flight() == 0
                && db.unhandled().await.expect("the inbox").is_empty()
                && db.count_due().await.expect("the outbox") == 0;
            is_quiet.then_some(())
        });
        let handled = tokio::time::timeout(PATIENCE, handled).await;
        let untold = db.count_due().await.expect("the outbox");
        assert!(handled.is_ok(), "not all is handled: {untold} untold");
    }
}

impl Member {
    /// Waits until it leads.
    pub async fn leads(&self) {
        self.says("loket is open", TAKEOVER).await;
    }

    /// Waits until it stands by.
    pub async fn stands_by(&self) {
        self.says("standing by", TAKEOVER).await;
    }

    pub fn is_leading(&self) -> bool {
        self.log.borrow().contains("loket is open")
    }

    pub fn log(&self) -> String {
        self.log.borrow().clone()
    }

    /// Waits until its log says something.
    pub async fn says(&self, words: &str, within: Duration) {
        let mut log = self.log.clone();
        let said = log.wait_for(|log| log.contains(words));
        let said = tokio::time::timeout(within, said).await;
        let said = said.is_ok_and(|said| said.is_ok());
        let log = self.log();
        assert!(
            said,
            "program {} does not say “{words}”:\n{log}",
            self.number
        );
    }

    /// Is struck.
    pub async fn suffers(&self, blow: Blow) {
        match blow {
            Blow::Killed => self.kill().await,
            Blow::Frozen => self.freeze().await,
            Blow::Hung => self.wire().hangs(),
            Blow::Cut => self.wire().is_cut(),
        }
    }

    /// Goes on as before, unless it is gone.
    pub async fn recovers(&self, blow: Blow) {
        match blow {
            Blow::Killed => {}
            Blow::Frozen => self.thaw().await,
            Blow::Hung | Blow::Cut => self.wire().heals(),
        }
    }

    fn wire(&self) -> &Wire {
        self.wire.as_ref().expect("a line that can be struck")
    }

    /// SIGKILL: nothing is asked, nothing is finished.
    pub async fn kill(&self) {
        self.take().kill().await.expect("it is killed");
    }

    /// SIGSTOP: it is there, and does nothing.
    pub async fn freeze(&self) {
        self.signal("-STOP").await;
    }

    pub async fn thaw(&self) {
        self.signal("-CONT").await;
    }

    /// SIGTERM, and how it ends.
    pub async fn terminate(&self) -> ExitStatus {
        self.signal("-TERM").await;
        self.ends().await
    }

    /// How it ends, by itself.
    pub async fn ends(&self) -> ExitStatus {
        let mut child = self.take();
        let ended = tokio::time::timeout(TAKEOVER, child.wait()).await;
        let ended = ended.unwrap_or_else(|_| panic!("it does not end:\n{}", self.log()));
        ended.expect("an exit status")
    }

    async fn signal(&self, signal: &str) {
        let id = self.id.to_string();
        let sent = Command::new("kill").args([signal, &id]).status().await;
        assert!(sent.expect("the kill program").success());
    }

    fn take(&self) -> Child {
        let child = self.child.lock().expect("nobody panicked here").take();
        child.expect("it runs")
    }
}

fn procedures() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/procedures"))
}

fn office() -> PathBuf {
    procedures().join("office/kantor-kecil.toml")
}
