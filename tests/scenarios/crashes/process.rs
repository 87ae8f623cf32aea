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
use tests::{
    Engine,
    stage::{Role, outside},
    telegram::Telegram,
};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStderr, Command},
    sync::watch,
};

/// How long the bot may take for anything.
const PATIENCE: Duration = Duration::from_secs(30);
/// How many looks in a row must find that nothing was done since the one before.
const QUIET_LOOKS: usize = 2;

pub(super) struct Process {
    pub(super) telegram: Telegram,
    /// For looking only.
    pub(super) counter: Counter,
    pub(super) database: String,
    pub(super) archive: PathBuf,
    child: Mutex<Option<Child>>,
    /// What the program has said in its log, in all its lives.
    pub(super) log: watch::Sender<String>,
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
        // The office is large, and moved as a whole.
        let opening = Box::pin(Counter::open(
            Db::open(&database, clock.clone())
                .await
                .expect("a database"),
            clock,
            office,
            catalogue.expect("the procedures"),
            Archive::folder(&archive).expect("an archive"),
        ));
        let process = Process {
            telegram: Telegram::open().await,
            counter: opening.await.expect("the counter opens"),
            database,
            archive,
            child: Mutex::default(),
            log: watch::Sender::default(),
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
        self.run(self.command()).await;
    }

    async fn run(&self, mut command: Command) {
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.kill_on_drop(true).spawn().expect("a process");
        let log = child.stderr.take().expect("its log");
        tokio::spawn(listen(BufReader::new(log).lines(), self.log.clone()));
        *self.child.lock().expect("nobody panicked here") = Some(child);
        self.rest().await;
    }

    pub(super) fn id(&self) -> u32 {
        let child = self.child.lock().expect("nobody panicked here");
        child.as_ref().and_then(Child::id).expect("the bot runs")
    }

    fn take(&self) -> Child {
        let child = self.child.lock().expect("nobody panicked here").take();
        child.expect("the bot runs")
    }

    /// As [`Process::start`], where a file that may not grow is an error to the program and not its end.
    pub(super) async fn start_on_a_small_disk(&self) {
        let program = self.command();
        let mut command = Command::new("env");
        command
            .arg("--ignore-signal=XFSZ")
            .arg(program.as_std().get_program())
            .env_clear()
            .envs(
                program
                    .as_std()
                    .get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            );
        self.run(command).await;
    }

    /// From now on the disk has no room for the program but so many bytes more in its database; none: it
    /// has room again.
    pub(super) async fn disk_has(&self, room: Option<u64>) {
        let limit = match room {
            Some(room) => (self.written() + room).to_string(),
            None => "unlimited".to_owned(),
        };
        let child = self
            .child
            .lock()
            .expect("nobody panicked here")
            .as_ref()
            .and_then(Child::id);
        let child = child.expect("it runs").to_string();
        let mut limits = Command::new("prlimit");
        limits.args(["--pid", &child, &format!("--fsize={limit}:")]);
        assert!(
            limits
                .status()
                .await
                .expect("the prlimit program")
                .success()
        );
    }

    /// How long SQLite's write-ahead log is.
    fn written(&self) -> u64 {
        let log = self.folder.path().join("loket.db-wal");
        std::fs::metadata(log).map_or(0, |file| file.len())
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

    /// Waits until nothing is left to do, as far as that can be seen from outside: nothing waits
    /// anywhere, and the process has done nothing between two such looks. An answer is on its way only a
    /// moment after its update is done, and in that moment the process works.
    pub(super) async fn rest(&self) {
        let (mut before, mut alike) = (None, 0);
        let rested = outside::found(async || {
            let work = outside::work_of(self.id());
            let quiet = work.is_some() && self.is_quiet().await;
            alike = if quiet && work == before {
                alike + 1
            } else {
                0
            };
            before = work.filter(|_| quiet);
            (alike == QUIET_LOOKS).then_some(())
        });
        let rested = tokio::time::timeout(PATIENCE, rested).await;
        let log = self.log.borrow();
        assert!(
            rested.is_ok(),
            "the bot does not come to rest: {}",
            log.as_str()
        );
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

async fn listen(mut lines: Lines<BufReader<ChildStderr>>, log: watch::Sender<String>) {
    while let Ok(Some(line)) = lines.next_line().await {
        log.send_modify(|log| {
            log.push_str(&line);
            log.push('\n');
        });
    }
}

/// `loket`, with an empty environment.
pub(super) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_actor"));
    command.env_clear();
    command
}
