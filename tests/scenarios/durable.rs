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
use sea_orm::{ConnectionTrait, DatabaseConnection};
use tests::{
    Engine, Player, World, cast,
    stage::hosting::{Office, submit},
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
