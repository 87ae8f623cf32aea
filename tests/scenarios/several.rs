//! Several programs with one token and one database of PostgreSQL: one leads, and whichever way it goes, another takes over.
//! Real processes, killed and frozen while people act; `cargo run -p tests --bin chaos` does the same for longer.

use std::{
    net::TcpListener,
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
        LONGEST, Storm,
        fleet::{Fleet, Member, Program, TAKEOVER},
    },
    stage::outside,
    telegram::{Telegram, UserId},
};

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
    }
}

async fn rages(engine: Engine, storm: Storm) {
    let came = Box::pin(storm.rages(engine, program())).await;
    assert!(came.books.are_whole(), "{came}\n{:#?}", came.books);
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
