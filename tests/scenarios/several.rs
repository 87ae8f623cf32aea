//! Several programs with one token and one database of PostgreSQL: one leads, and whichever way it goes, another takes over.
//! Real processes, killed and frozen while people act; `cargo run -p tests --bin chaos` does the same for longer.

use std::{
    io::Write,
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    process::Stdio,
    time::{Duration, Instant},
};

use bot::Settings;
use reqwest::{Client, StatusCode};
use sea_orm::{ConnectionTrait, Statement};
use secrecy::ExposeSecret;
use serde_json::Value;
use tests::{
    Engine,
    chaos::{
        Blow, LONGEST, Storm,
        aftermath::Aftermath,
        fleet::{Fleet, Member, Program, TAKEOVER},
        wire::reached_at,
    },
    stage::outside,
    telegram::{Telegram, UserId},
};
use tokio::io::{AsyncBufReadExt, BufReader};

/// By this name the database knows the lines of a program.
const OTHER: &str = "loket-other";
/// Its lines that work in nobody's term, but for the one that listens.
const WITHOUT_A_LOCK: &str = "
    SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'loket-other' AND query NOT LIKE 'LISTEN%'
        AND pid NOT IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')";
const ANSWER: &str = "Akun Telegram ini belum terdaftar";

fn program() -> Program {
    Program {
        path: env!("CARGO_BIN_EXE_actor").into(),
        arguments: &[],
    }
}

async fn fleet() -> Option<Fleet> {
    let engine = Engine::postgres().await?;
    Some(Box::pin(Fleet::open(engine, program())).await)
}

fn storm(processes: usize, rounds: u32) -> Storm {
    Storm {
        rounds,
        within: Duration::from_mins(2),
        processes,
        applicants: 4,
        seed: 7,
        apart: Duration::ZERO,
        blows: &[Blow::Killed, Blow::Killed, Blow::Frozen],
    }
}

fn nothing_is_lost(came: &Aftermath) {
    assert!(
        came.books.are_whole(),
        "{came}\n{:#?}\n{}",
        came.books,
        came.chats.join("\n\n")
    );
}

async fn rages(engine: Engine, storm: Storm) {
    let came = Box::pin(storm.rages(engine, program(), |_, _| ())).await;
    nothing_is_lost(&came);
    assert!(came.books.decisions > 0, "{came}");
    assert!(came.longest_takeover() <= LONGEST, "{came}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn people_lose_nothing_by_kills_on_sqlite() {
    rages(Engine::Sqlite, storm(1, 5)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn people_lose_nothing_by_kills_of_two_on_postgres() {
    if let Some(engine) = Engine::postgres().await {
        rages(engine, storm(2, 6)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn people_lose_nothing_by_kills_of_three_on_postgres() {
    if let Some(engine) = Engine::postgres().await {
        rages(engine, storm(3, 8)).await;
    }
}

/// A leader whose line to the database hangs does not know it, and its server does not either; one whose line is cut cannot
/// say that it goes. Another takes over, and what the one before had in hand is neither lost nor done twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn people_lose_nothing_by_lines_that_hang_or_are_cut() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    for blow in [&[Blow::Hung], &[Blow::Cut]] {
        let storm = Storm {
            blows: blow,
            ..storm(2, 3)
        };
        let came = Box::pin(storm.rages(engine, program(), |_, _| ())).await;
        nothing_is_lost(&came);
        assert!(came.takeovers.contains_key(&blow[0]), "{came}");
        assert!(came.longest_takeover() < TAKEOVER, "{came}");
    }
}

/// Someone writes, and is answered; how long that took.
async fn is_answered(telegram: &Telegram, user: UserId) -> Duration {
    let answers = |it: &Telegram| it.screen(user).matches(ANSWER).count();
    let (before, began) = (answers(telegram), Instant::now());
    telegram.says(user, "Halo");
    let answered = telegram.until(|it| answers(it) == before + 1);
    let answered = tokio::time::timeout(LONGEST, answered).await;
    assert!(answered.is_ok(), "{}", telegram.screen(user));
    began.elapsed()
}

/// Whichever way the leader goes, who stands by takes over within ten seconds, and who comes back is told so.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn who_stands_by_takes_over() {
    let Some(fleet) = fleet().await else { return };
    let user = fleet.telegram.person("Rani", "id");
    let first = fleet.starts();
    first.leads().await;
    let second = fleet.starts();
    second.stands_by().await;
    is_answered(&fleet.telegram, user).await;
    assert!(!second.is_leading());

    // Asked to stop: another is there at once.
    assert_eq!(first.terminate().await.code(), Some(0));
    second.leads().await;
    is_answered(&fleet.telegram, user).await;

    // Killed.
    let third = fleet.starts();
    third.stands_by().await;
    second.kill().await;
    let took = is_answered(&fleet.telegram, user).await;
    assert!(took < TAKEOVER && third.is_leading(), "{took:?}");

    // Frozen: it is there, its lines as well, and it does nothing.
    let fourth = fleet.starts();
    fourth.stands_by().await;
    third.freeze().await;
    let took = is_answered(&fleet.telegram, user).await;
    assert!(took < TAKEOVER && fourth.is_leading(), "{took:?}");
    third.thaw().await;
    assert_eq!(third.ends().await.code(), Some(4), "{}", third.log());
    let log = third.log();
    let last = log.lines().last().unwrap_or_default();
    assert!(last.contains("leads by now"), "{log}");
    is_answered(&fleet.telegram, user).await;
    assert_eq!(fourth.terminate().await.code(), Some(0));
}

/// Who stands by can be told to stop, and a leader whose lines are cut goes on where nobody else has led.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn lines_that_break_end_nobody() {
    let Some(fleet) = fleet().await else { return };
    let user = fleet.telegram.person("Rani", "id");
    let leader = fleet.starts();
    leader.leads().await;
    let other = fleet.starts();
    other.stands_by().await;
    assert_eq!(other.terminate().await.code(), Some(0), "{}", other.log());
    for _ in 0..3 {
        let Engine::Postgres(server) = Engine::postgres().await.expect("it runs") else {
            unreachable!()
        };
        let (_, database) = fleet.database.rsplit_once('/').expect("an address");
        server.lets_go_of(database).await;
        is_answered(&fleet.telegram, user).await;
    }
    leader.says("nobody else has led meanwhile", TAKEOVER).await;
    assert_eq!(leader.terminate().await.code(), Some(0), "{}", leader.log());
}

/// A program with a door of its own, and its address.
fn starts_behind_a_door(fleet: &Fleet) -> (Member, String) {
    starts_behind_a_door_as(fleet, "loket")
}

/// The same, by whose name the database knows its lines.
fn starts_behind_a_door_as(fleet: &Fleet, name: &str) -> (Member, String) {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
    let address = free.expect("a free port").to_string();
    let mut command = fleet.command();
    command
        .env(
            "DATABASE_URL",
            format!("{}?application_name={name}", fleet.database),
        )
        .env("LOKET_WEBHOOK", "https://loket.example.go.id/telegram")
        .env("LOKET_LISTEN", &address);
    (fleet.starts_as(command), address)
}

/// What is brought to who stands by is stored before it is confirmed, and answered by who leads, once.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_is_brought_to_any_of_them_is_answered_once() {
    let Some(fleet) = fleet().await else { return };
    let (telegram, http) = (&fleet.telegram, Client::new());
    let user = telegram.person("Rani", "id");
    for _ in 0..20 {
        telegram.says(user, "Halo");
    }
    let asked = format!("{}/bot{}/getUpdates", telegram.url(), telegram.token());
    let held = http.post(asked).send().await.unwrap();
    let mut held: Value = held.json().await.unwrap();
    let held: Vec<Value> = serde_json::from_value(held["result"].take()).unwrap();
    let secret = Settings::new(telegram.token()).webhook_secret();
    let brings = async |address: &str, update: &Value| {
        let brought = http
            .post(format!("http://{address}/telegram"))
            .header("X-Telegram-Bot-Api-Secret-Token", secret.expose_secret())
            .body(update.to_string())
            .send();
        brought.await.unwrap().status()
    };
    let says = async |address: &str| {
        let said = http
            .get(format!("http://{address}/readyz"))
            .send()
            .await
            .unwrap();
        (said.status(), said.text().await.unwrap())
    };
    let answered = async |times: usize| {
        let answers = |it: &Telegram| it.screen(user).matches(ANSWER).count();
        let all = telegram.until(|it| answers(it) >= times);
        let all = tokio::time::timeout(LONGEST, all).await;
        assert!(all.is_ok(), "{times}: {}", telegram.screen(user));
        fleet.handles_all().await;
        assert_eq!(answers(telegram), times, "{}", telegram.screen(user));
    };

    let (leader, of_leader) = starts_behind_a_door(&fleet);
    leader.leads().await;
    let (other, of_other) = starts_behind_a_door_as(&fleet, OTHER);
    other.stands_by().await;
    let (code, said) = says(&of_other).await;
    assert_eq!(code, StatusCode::OK, "{said}");
    assert!(said.contains("\"leads\":false"), "{said}");
    let (_, said) = says(&of_leader).await;
    assert!(said.contains("\"leads\":true"), "{said}");

    // To the one, to the other, and some to both.
    for (place, update) in held.iter().take(10).enumerate() {
        let doors = [&of_leader, &of_other];
        assert_eq!(brings(doors[place % 2], update).await, StatusCode::OK);
        if place % 3 == 0 {
            assert_eq!(brings(doors[(place + 1) % 2], update).await, StatusCode::OK);
        }
    }
    answered(10).await;

    // While nobody leads, it is stored and confirmed all the same.
    leader.freeze().await;
    for update in &held[10..15] {
        assert_eq!(brings(&of_other, update).await, StatusCode::OK);
    }
    other.leads().await;
    answered(15).await;
    // The lines on which it stored for another are gone: what is left works for whoever leads, or listens.
    let rows = migration::connect(&fleet.database).await.unwrap();
    let idle = Statement::from_string(rows.get_database_backend(), WITHOUT_A_LOCK);
    let gone = outside::found(async || {
        let idle = rows.query_one_raw(idle.clone()).await.unwrap();
        idle.is_none().then_some(())
    });
    let gone = tokio::time::timeout(TAKEOVER, gone).await;
    assert!(gone.is_ok(), "its lines as a standby are there still");
    rows.close().await.unwrap();
    leader.thaw().await;
    assert_eq!(leader.ends().await.code(), Some(4), "{}", leader.log());
    for update in &held {
        assert_eq!(brings(&of_other, update).await, StatusCode::OK);
    }
    answered(20).await;
    assert_eq!(other.terminate().await.code(), Some(0), "{}", other.log());
}

/// PgBouncer between programs and PostgreSQL, until it is dropped.
struct Bouncer {
    _runs: tokio::process::Child,
    _folder: tempfile::TempDir,
    /// The database, as it is reached through it.
    database: String,
}

impl Bouncer {
    /// None where it is not installed.
    async fn before(database: &str, mode: &str) -> Option<Bouncer> {
        let folder = tempfile::tempdir().unwrap();
        let free = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
        let here = free.expect("a free port");
        let (server, through) = reached_at(database, here);
        let (host, port) = server.split_once(':').unwrap();
        let settings = format!(
            "[pgbouncer]\nlisten_addr = {}\nlisten_port = {}\nunix_socket_dir =\n\
             auth_type = any\npool_mode = {mode}\nlogfile =\nignore_startup_parameters = extra_float_digits,options\n\
             [databases]\n* = host={host} port={port} user=loket\n",
            here.ip(),
            here.port(),
        );
        let file = folder.path().join("pgbouncer.ini");
        std::fs::write(&file, settings).unwrap();
        // It refuses to run as root.
        let mut command = tokio::process::Command::new("setpriv");
        command
            .args([
                "--reuid=nobody",
                "--regid=nogroup",
                "--clear-groups",
                "/usr/sbin/pgbouncer",
            ])
            .arg(&file)
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        let open = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder.path(), open).unwrap();
        if !std::path::Path::new("/usr/sbin/pgbouncer").exists() {
            let _ = writeln!(std::io::stderr(), "skipped: PgBouncer is not installed");
            return None;
        }
        let mut runs = command.spawn().expect("PgBouncer");
        let mut log = BufReader::new(runs.stderr.take().unwrap()).lines();
        let mut said = String::new();
        loop {
            let line = log.next_line().await.unwrap();
            let line = line.unwrap_or_else(|| panic!("it ended:\n{said}"));
            if line.contains("process up") {
                break;
            }
            said = said + &line + "\n";
        }
        tokio::spawn(async move { while let Ok(Some(_)) = log.next_line().await {} });
        Some(Bouncer {
            _runs: runs,
            _folder: folder,
            database: through,
        })
    }
}

/// A pooler that lends a session for a transaction keeps no locks: the program refuses to run behind it, the doctor says so,
/// and behind one that lends it for as long as it is asked for all is as ever.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_pooler_that_keeps_no_sessions_is_refused() {
    let Some(fleet) = fleet().await else { return };
    let Some(bouncer) = Bouncer::before(&fleet.database, "transaction").await else {
        return;
    };
    let behind = |bouncer: &Bouncer| {
        let mut command = fleet.command();
        command.env("DATABASE_URL", &bouncer.database);
        command
    };
    let refused = behind(&bouncer).output().await.unwrap();
    let said = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("sessions are not kept apart"), "{said}");
    let looked = behind(&bouncer)
        .args(["doctor", "--language", "en"])
        .output();
    let said = String::from_utf8(looked.await.unwrap().stdout).unwrap();
    assert!(
        said.contains("stands a pooler (such as PgBouncer)"),
        "{said}"
    );

    let bouncer = Bouncer::before(&fleet.database, "session").await.unwrap();
    let leader = fleet.starts_as(behind(&bouncer));
    leader.leads().await;
    let user = fleet.telegram.person("Rani", "id");
    is_answered(&fleet.telegram, user).await;
    assert_eq!(leader.terminate().await.code(), Some(0), "{}", leader.log());
}
