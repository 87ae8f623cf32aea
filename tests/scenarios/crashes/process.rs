//! The bot as a process: started as operators start it, and ended as machines end it.

use std::{
    path::PathBuf,
    process::{ExitStatus, Output, Stdio},
    sync::Mutex,
    time::Duration,
};

use domain::{
    Counter, archive::Archive, clock::Clock, office::Office, procedure::Catalogue, store::Db,
};
use tests::{Engine, stage::Role, telegram::Telegram};
use tokio::process::{Child, Command};

/// How long the bot may take for anything.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) struct Process {
    pub(super) telegram: Telegram,
    /// For looking only.
    pub(super) counter: Counter,
    pub(super) database: String,
    archive: PathBuf,
    child: Mutex<Option<Child>>,
    folder: tempfile::TempDir,
}

impl Process {
    pub(super) async fn open(engine: Engine) -> Process {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = engine.database(folder.path()).await;
        let archive = folder.path().join("archive");
        let clock = Clock::system();
        let office = Office::read_file(super::office()).expect("the office file");
        let catalogue = Catalogue::read_dir(super::procedures(), &office);
        let counter = Counter::open(
            Db::open(&database, clock.clone())
                .await
                .expect("a database"),
            clock,
            office,
            catalogue.expect("the procedures"),
            Archive::folder(&archive).expect("an archive"),
        );
        let process = Process {
            telegram: Telegram::open().await,
            counter: counter.await.expect("the counter opens"),
            database,
            archive,
            child: Mutex::default(),
            folder,
        };
        process.start().await;
        process
    }

    /// The program with everything it needs in its environment.
    pub(super) fn command(&self) -> Command {
        let mut command = program();
        command
            .env("LOKET_BOT_TOKEN", self.telegram.token())
            .env("LOKET_API_URL", self.telegram.url())
            .env("DATABASE_URL", &self.database)
            .env("LOKET_ARCHIVE", &self.archive)
            .env("LOKET_PACE", "none")
            .env("LOKET_LIMITS", "none")
            .env("LOKET_OFFICE", super::office())
            .env("LOKET_PROCEDURES", super::procedures());
        command
    }

    pub(super) async fn start(&self) {
        let mut command = self.command();
        let mut log = std::fs::OpenOptions::new();
        log.create(true).append(true);
        let log = log.open(self.log_file()).expect("a log");
        command.stdout(Stdio::null()).stderr(log);
        let child = command.kill_on_drop(true).spawn().expect("a process");
        *self.child.lock().expect("nobody panicked here") = Some(child);
        self.rest().await;
    }

    fn log_file(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// What the program has said in its log, in all its lives.
    pub(super) fn log(&self) -> String {
        std::fs::read_to_string(self.log_file()).expect("a log")
    }

    fn take(&self) -> Child {
        let child = self.child.lock().expect("nobody panicked here").take();
        child.expect("the bot runs")
    }

    /// SIGKILL: nothing is asked, nothing is finished.
    pub(super) async fn kill(&self) {
        self.take().kill().await.expect("it is killed");
    }

    /// SIGTERM, and how it ends.
    pub(super) async fn terminate(&self) -> ExitStatus {
        let mut child = self.take();
        let id = child.id().expect("it still runs").to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().await;
        assert!(sent.expect("the kill program").success());
        let ended = tokio::time::timeout(Duration::from_secs(10), child.wait()).await;
        ended.expect("it ends within 10 s").expect("an exit status")
    }

    /// Waits until nothing is left to do, as far as that can be seen from outside: twice in a row,
    /// because an answer is on its way only a moment after its update is done.
    pub(super) async fn rest(&self) {
        let rested = async {
            let mut quiet = 0;
            while quiet < 3 {
                tokio::time::sleep(Duration::from_millis(5)).await;
                quiet = if self.is_quiet().await { quiet + 1 } else { 0 };
            }
        };
        let rested = tokio::time::timeout(PATIENCE, rested).await;
        rested.expect("the bot comes to rest");
    }

    async fn is_quiet(&self) -> bool {
        let db = &self.counter.db;
        self.telegram.is_polled()
            && self.telegram.pending() == 0
            && self.telegram.in_flight() == 0
            && db.unhandled().await.expect("the inbox").is_empty()
            && db.count_due().await.expect("the outbox") == 0
    }

    /// A start link, as `loket invite` prints it; its payload.
    pub(super) async fn invite(&self, role: Role) -> String {
        let mut command = self.command();
        command.args(["invite", "--role", role.role, "--name", role.name]);
        if let Some(agency) = role.agency {
            command.args(["--agency", agency]);
        }
        let Output { stdout, .. } = command.output().await.expect("the program runs");
        let printed = String::from_utf8(stdout).expect("text");
        let link = printed.strip_suffix('\n').expect("a line");
        let beginning = format!("https://t.me/{}?start=", self.telegram.bot_username());
        let payload = link.strip_prefix(&beginning);
        payload.expect("one line, a start link").to_owned()
    }

    pub(super) async fn finish(self) {
        assert_eq!(self.telegram.faux_pas(), Vec::<String>::new());
        assert_eq!(self.terminate().await.code(), Some(0));
    }
}

/// `loket`, with an empty environment.
pub(super) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_actor"));
    command.env_clear();
    command
}
