//! A PostgreSQL server that the tests start and stop themselves.

use std::{
    io::Write,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
};

use sea_orm::{ConnectionTrait, DbErr};
use tokio::sync::OnceCell;

use super::ground;

/// The server of this test run.
pub struct Server {
    port: u16,
    /// Databases on which no world stands any more.
    forgotten: mpsc::Sender<String>,
    /// Its end of this pipe closes with the test run, however that ends; then the keeper stops the server.
    _keeper: std::process::Child,
}

static SERVER: OnceCell<Option<Server>> = OnceCell::const_new();
/// Databases are copies of this one, which is up to date.
pub(super) const TEMPLATE: &str = "loket_template";

impl Server {
    /// The server, started at the first call. `None` where PostgreSQL is not installed.
    pub async fn running() -> Option<&'static Server> {
        SERVER.get_or_init(Server::start).await.as_ref()
    }

    /// A new database, which begins as another stands.
    pub(super) async fn copy(&self, from: &str, to: &str) {
        self.execute(&format!("CREATE DATABASE {to} TEMPLATE {from}"))
            .await;
    }

    /// Ends what connections a stopped bot has left behind.
    pub async fn lets_go_of(&self, database: &str) {
        let left = ends(&format!("pg_stat_activity WHERE datname = '{database}'"));
        self.execute(&left).await;
    }

    /// Takes away a database as soon as there is time for it: hundreds of them would fill the memory.
    pub(super) fn forget(&self, database: &str) {
        // Nobody hears it any more where the run is ending.
        let _ = self.forgotten.send(database.to_owned());
    }

    async fn start() -> Option<Server> {
        let Some(programs) = programs() else {
            // Past the test runner, which keeps what passing tests print to itself.
            let _ = writeln!(
                std::io::stderr(),
                "skipped on PostgreSQL: its programs (initdb, postgres) are not installed"
            );
            return None;
        };
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|l| l.local_addr())
            .expect("a free port")
            .port();
        let folder = tempfile::Builder::new()
            .prefix("loket-pg-")
            .tempdir_in(ground::root())
            .expect("a temporary folder")
            .keep();
        // The programs refuse to run as root, so they run as the user that Debian's package made, or as nobody.
        let other = is_root().then(|| {
            if user_exists("postgres") {
                "postgres"
            } else {
                "nobody"
            }
        });
        let become_user = other.map_or(String::new(), |user| {
            format!("setpriv --reuid={user} --regid={user} --clear-groups ")
        });
        if let Some(user) = other {
            let group = if user == "nobody" { "nogroup" } else { user };
            run(Command::new("chown")
                .arg(format!("{user}:{group}"))
                .arg(&folder));
        }
        let become_user = become_user.replace("--regid=nobody", "--regid=nogroup");
        let data = folder.join("data");
        let bin = programs.display();
        let quiet = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal \
                     -c dynamic_shared_memory_type=mmap -c max_wal_senders=0 -c max_wal_size=256MB -c max_connections=400 \
                     -c shared_buffers=64MB -c jit=off -c autovacuum=off -c track_commit_timestamp=on -c listen_addresses=127.0.0.1 -c log_min_messages=fatal";
        let script = format!(
            "cd {folder} && {become_user}{bin}/initdb -D {data} -U loket -A trust -E UTF8 --no-locale -N >init.log 2>&1 && \
             {become_user}{bin}/pg_ctl -D {data} -l {folder}/server.log -w -o \"-p {port} -k {folder} {quiet}\" start >/dev/null && \
             echo ready && cat >/dev/null; \
             {become_user}{bin}/pg_ctl -D {data} -m immediate stop >/dev/null 2>&1; rm -rf {folder}",
            folder = folder.display(),
            data = data.display(),
        );
        let mut keeper = Command::new("sh")
            .args(["-c", &script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Whoever stops the run and all it has begun does not stop what clears up behind it.
            .process_group(0)
            .spawn()
            .expect("a shell");
        let mut ready = String::new();
        let stdout = keeper.stdout.take().expect("the keeper's output");
        let read = tokio::task::spawn_blocking(move || {
            use std::io::{BufRead, BufReader};
            BufReader::new(stdout).read_line(&mut ready).map(|_| ready)
        });
        let ready = read.await.expect("reading").expect("reading");
        assert_eq!(
            ready.trim(),
            "ready",
            "PostgreSQL is installed but did not start"
        );
        let server = Server {
            port,
            forgotten: forgetting(port),
            _keeper: keeper,
        };
        server.execute(&format!("CREATE DATABASE {TEMPLATE}")).await;
        migration::run(&server.url(TEMPLATE))
            .await
            .expect("the migrations run on PostgreSQL");
        Some(server)
    }

    pub(super) fn url(&self, database: &str) -> String {
        address(self.port, database)
    }

    async fn execute(&self, sql: &str) {
        execute(self.port, sql).await.expect("PostgreSQL does it");
    }
}

/// Ends connections, said as SQL after `FROM`. That one has ended by itself meanwhile is no news: the log of the play would
/// hold the server's warning.
pub fn ends(which: &str) -> String {
    format!("SET client_min_messages TO error; SELECT pg_terminate_backend(pid) FROM {which}")
}

fn address(port: u16, database: &str) -> String {
    format!("postgres://loket@127.0.0.1:{port}/{database}")
}

async fn execute(port: u16, sql: &str) -> Result<(), DbErr> {
    let db = migration::connect(&address(port, "postgres")).await?;
    db.execute_unprepared(sql).await?;
    db.close().await
}

/// Drops databases one after the other, on a thread that outlives the play they were for.
fn forgetting(port: u16) -> mpsc::Sender<String> {
    let (forgotten, databases) = mpsc::channel::<String>();
    std::thread::spawn(move || {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_all().build().expect("a runtime");
        for database in databases {
            let drop = format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)");
            if let Err(error) = runtime.block_on(execute(port, &drop)) {
                tracing::debug!(%error, database, "a database stays until the server goes");
            }
        }
    });
    forgotten
}

/// The folder of the server's programs.
fn programs() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|versions| {
            versions
                .flatten()
                .map(|version| version.path().join("bin"))
                .collect()
        })
        .unwrap_or_default();
    folders.sort();
    folders.reverse();
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    folders
        .into_iter()
        .find(|folder| has(folder, "initdb") && has(folder, "postgres") && has(folder, "pg_ctl"))
}

fn has(folder: &Path, program: &str) -> bool {
    folder.join(program).is_file()
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

fn user_exists(user: &str) -> bool {
    Command::new("id")
        .arg(user)
        .output()
        .is_ok_and(|id| id.status.success())
}

fn run(command: &mut Command) {
    assert!(
        command.status().is_ok_and(|status| status.success()),
        "{command:?} failed"
    );
}
