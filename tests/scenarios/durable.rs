//! Nothing is told before it is on the disk, nor what others have just done.
//!
//! SQLite commits what many have written in one go, so one of them can see what another has written and
//! no disk has yet. Here the commit fails: a row that refers to nothing is looked at no earlier.

use domain::{
    Error, Refusal,
    command::{self, Decided},
    id::{RequestId, UpdateId},
    store::Hope,
};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use tests::{
    Engine, Player, World, cast,
    stage::{
        dump,
        hosting::{Office, submit},
    },
};

/// Whatever records an event cannot be committed.
const BREAK: &str = "
    CREATE TABLE ground (id INTEGER PRIMARY KEY);
    CREATE TABLE crack (id INTEGER REFERENCES ground (id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER breaks AFTER INSERT ON event BEGIN INSERT INTO crack VALUES (1); END;";
const MEND: &str = "DROP TRIGGER breaks; DROP TABLE crack; DROP TABLE ground;";

/// Two coordinators, and a request that waits for either.
async fn two_coordinators(world: &World) -> (Player, Player) {
    let office = Office::opens(world).await;
    let wati = world.person(cast::WATI).await;
    submit(&office.sari).await;
    office.arif.taps("Disposisikan").await;
    office.dewi.taps("Disposisikan").await;
    (office.rudi, wati)
}

async fn open(world: &World) -> DatabaseConnection {
    let url = world.settings().database_url;
    migration::connect(&url).await.unwrap()
}

/// Whoever is refused in the round of another hears of it once that is durable, and where it never will
/// be, that nothing came of it.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_was_seen_is_true_once_it_is_durable() {
    let world = World::open(Engine::Sqlite).await;
    world
        .asked
        .log
        .brings_about("nothing of a round was written");
    let (rudi, wati) = two_coordinators(&world).await;
    let (rudi, wati) = (world.known(&rudi).await, world.known(&wati).await);
    let db = open(&world).await;
    let counter = world.counter();
    let task = counter.db.open_task_of(RequestId(1)).await.unwrap();
    let task = task.unwrap().id;
    let lengkap = &"lengkap".into();
    for breaks in [true, false] {
        if breaks {
            db.execute_unprepared(BREAK).await.unwrap();
        }
        let (first, second) = (
            counter.handling(UpdateId(900_001)),
            counter.handling(UpdateId(900_002)),
        );
        // Both stand in the queue before either has its turn, so nothing is committed between them.
        let before = counter.db.begin().await.unwrap();
        let (decided, refused, ()) = tokio::join!(
            command::decide(&first, &rudi, task, |step| step.outcome(lengkap)),
            command::decide(&second, &wati, task, |step| step.outcome(lengkap)),
            async { drop(before) },
        );
        let Err(Error::Refused(Refusal::AlreadyDecided { by, .. })) = &refused else {
            panic!("the second comes into the round of the first: {refused:?}");
        };
        assert_eq!(*by, rudi.name);
        let settled = second.db.settled().await;
        if breaks {
            let trouble = decided.unwrap_err();
            assert_ne!(
                trouble.hope(),
                Hope::None,
                "it may be tried again: {trouble}"
            );
            assert_ne!(
                settled.unwrap_err().hope(),
                Hope::None,
                "what was seen is gone"
            );
            assert_eq!(world.stands().await.0, "verifikasi");
            db.execute_unprepared(MEND).await.unwrap();
        } else {
            assert!(matches!(decided, Ok(Decided::Recorded(_))), "{decided:?}");
            settled.unwrap();
            assert_eq!(world.stands().await.0, "catat");
        }
    }
    db.close().await.unwrap();
    world.finish().await;
}

/// Two tap in the same instant, and the disk takes neither: neither hears that the other was faster.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nobody_is_refused_for_what_never_was() {
    let world = World::open(Engine::Sqlite).await;
    world
        .asked
        .log
        .brings_about("nothing of a round was written");
    world
        .asked
        .log
        .brings_about("an update was not handled to its end");
    let (rudi, wati) = two_coordinators(&world).await;
    let db = open(&world).await;
    db.execute_unprepared(BREAK).await.unwrap();
    for who in [&rudi, &wati] {
        who.begins_to_tap("Lengkap, Disposisikan");
    }
    world.settle().await;
    assert_eq!(world.stands().await.0, "verifikasi");
    for who in [&rudi, &wati] {
        assert!(who.toast().contains("belum tercatat"), "{}", who.toast());
    }
    db.execute_unprepared(MEND).await.unwrap();
    wati.taps("Lengkap, Disposisikan").await;
    assert_eq!(world.stands().await.0, "catat");
    db.close().await.unwrap();
    world.finish().await;
}

/// Whatever an act writes is counted down, and at the last the whole transaction is undone, as SQLite does by itself when
/// its disk takes nothing any more. What comes in, what is told, what is printed and where a card lies is no part of the act.
const COUNTED: &str = "
    CREATE TABLE pulse (n INTEGER NOT NULL);
    INSERT INTO pulse VALUES (0);";

async fn counts_down(db: &DatabaseConnection) {
    db.execute_unprepared(COUNTED).await.unwrap();
    let tables = Statement::from_string(
        db.get_database_backend(),
        "SELECT name FROM sqlite_master WHERE type = 'table' \
         AND name NOT IN ('pulse', 'inbox', 'mark', 'roster', 'paper') AND name NOT LIKE 'sqlite_%'",
    );
    for row in db.query_all_raw(tables).await.unwrap() {
        let table: String = row.try_get("", "name").unwrap();
        for how in ["INSERT", "UPDATE", "DELETE"] {
            let only = match (table.as_str(), how) {
                ("outbox" | "issued", "UPDATE") => continue,
                ("outbox", "INSERT") => "WHEN NEW.what NOT LIKE '%issued%'",
                ("card", "UPDATE") => "WHEN NEW.message IS OLD.message",
                _ => "",
            };
            let counts = format!(
                "CREATE TRIGGER pulse_{how}_{table} BEFORE {how} ON \"{table}\" {only} BEGIN \
                 UPDATE pulse SET n = n - 1 WHERE n > 1; \
                 SELECT RAISE(ROLLBACK, 'the disk is gone') FROM pulse WHERE n = 1; END"
            );
            db.execute_unprepared(&counts).await.unwrap();
        }
    }
}

async fn goes_after(db: &DatabaseConnection, rows: usize) {
    let pulls = format!("UPDATE pulse SET n = {rows}");
    db.execute_unprepared(&pulls).await.unwrap();
}

/// The disk goes away at every row that a decision writes, one after the other: nothing of it is there, whoever decided is
/// told so, and the next tap does it when the disk is back.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nothing_is_half_done_wherever_the_disk_goes_away() {
    let world = World::open(Engine::Sqlite).await;
    world
        .asked
        .log
        .brings_about("nothing of a round was written");
    world.asked.log.brings_about("the disk is gone");
    let (rudi, wati) = two_coordinators(&world).await;
    let db = open(&world).await;
    counts_down(&db).await;
    let beside = ["inbox", "mark", "pulse", "procedure_version"];
    let mut rows = 0;
    loop {
        rows += 1;
        let before = dump::without(&world, &beside).await;
        goes_after(&db, rows + 1).await;
        rudi.taps("Lengkap, Disposisikan").await;
        goes_after(&db, 0).await;
        if world.stands().await.0 != "verifikasi" {
            break;
        }
        assert!(
            rudi.toast().contains("belum tercatat"),
            "{rows}: {}",
            rudi.toast()
        );
        assert_eq!(
            dump::without(&world, &beside).await,
            before,
            "after {rows} rows"
        );
    }
    assert!(rows > 15, "{rows}");
    assert_eq!(world.stands().await.0, "catat");
    assert!(
        !wati.sees_button("Lengkap, Disposisikan"),
        "{}",
        wati.screen()
    );
    db.close().await.unwrap();
    world.finish().await;
}

/// A server takes nothing for a while, as one that has become read-only (25006): whoever tapped hears that it is not lost and
/// need not be repeated. It is done when the server is back, once, and nobody has been told that it was not.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_is_said_not_to_be_lost_is_done() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let world = World::open(engine).await;
    let (rudi, wati) = two_coordinators(&world).await;
    let db = open(&world).await;
    db.execute_unprepared(
        "CREATE FUNCTION refuses() RETURNS trigger AS $$ BEGIN \
           RAISE EXCEPTION 'cannot execute INSERT in a read-only transaction' USING ERRCODE = '25006'; \
         END $$ LANGUAGE plpgsql;
         CREATE TRIGGER refuses BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION refuses()",
    )
    .await
    .unwrap();
    rudi.begins_to_tap("Lengkap, Disposisikan");
    let is_said = |_: &_| rudi.messages_with("tidak perlu diulang") == 1;
    world.telegram.until(is_said).await;
    assert_eq!(world.stands().await.0, "verifikasi");
    db.execute_unprepared("DROP TRIGGER refuses ON event; DROP FUNCTION refuses()")
        .await
        .unwrap();
    world.settle().await;
    assert_eq!(world.stands().await.0, "catat");
    assert_eq!(rudi.messages_with("belum tercatat"), 0, "{}", rudi.screen());
    assert!(
        !wati.sees_button("Lengkap, Disposisikan"),
        "{}",
        wati.screen()
    );
    db.close().await.unwrap();
    world.finish().await;
}
