//! A PostgreSQL server that the tests start and stop themselves.

use std::{
    io::Write,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use sea_orm::ConnectionTrait;
use tokio::sync::OnceCell;

/// The server of this test run.
pub struct Server {
    port: u16,
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
        let left = format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'"
        );
        self.execute(&left).await;
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
            .tempdir()
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
        let quiet = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 \
                     -c shared_buffers=64MB -c track_commit_timestamp=on -c listen_addresses=127.0.0.1 -c log_min_messages=fatal";
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
            _keeper: keeper,
        };
        server.execute(&format!("CREATE DATABASE {TEMPLATE}")).await;
        migration::run(&server.url(TEMPLATE))
            .await
            .expect("the migrations run on PostgreSQL");
        Some(server)
    }

    pub(super) fn url(&self, database: &str) -> String {
        format!("postgres://loket@127.0.0.1:{}/{database}", self.port)
    }

    async fn execute(&self, sql: &str) {
        let db = migration::connect(&self.url("postgres"))
            .await
            .expect("PostgreSQL answers");
        db.execute_unprepared(sql)
            .await
            .expect("PostgreSQL does it");
        db.close().await.expect("PostgreSQL lets go");
    }
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
