//! What others commit in the very moment in which something is told.

use std::{sync::Mutex, time::Duration};

use domain::{
    Error, Language, Refusal,
    command::{
        self,
        people::{PeopleAct, carry_out},
    },
    id::RequestId,
    store::Db,
};
use futures::future::join_all;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement, TransactionTrait};
use tests::{
    Engine, World, cast, play_on_both,
    stage::hosting::{Office, submit},
    telegram::{Moment, Next},
};
use tokio::{runtime::Handle, task::block_in_place};

/// PostgreSQL gives notices their numbers when they are written, and shows them when they are committed. A notice with a
/// lower number that is committed while a card is being drawn is not settled with it: the card is drawn once more.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_committed_while_a_card_is_drawn_is_told_as_well() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let world = World::open(engine).await;
    let Office { sari, arif, .. } = Office::opens(&world).await;
    submit(&sari).await;
    let counter = world.counter();
    let head = world.known(&arif).await;
    let card = counter.db.live_card(head.id, RequestId(1)).await.unwrap();
    let card = card.unwrap().id;
    let rows = migration::connect(&world.settings().database_url)
        .await
        .unwrap();
    let other = rows.begin().await.unwrap();
    let notice = format!(
        "INSERT INTO outbox (person_id, what, card_id, created_at, urgency, attempts) \
         SELECT {}, '{{\"kind\":\"card\",\"card\":{card}}}', {card}, MAX(created_at), 0, 0 FROM outbox",
        head.id
    );
    other.execute_unprepared(&notice).await.unwrap();
    let drawn = || {
        let calls = world.telegram.calls().into_iter();
        let ours =
            calls.filter(|it| it.method == "editMessageText" && it.chat == Some(arif.user.into()));
        ours.count()
    };
    let before = drawn();
    let other = Mutex::new(Some(other));
    world.telegram.on_call(move |method, _, moment| {
        let commits = (method, moment) == ("editMessageText", Moment::Before);
        if let Some(other) = other.lock().unwrap().take_if(|_| commits) {
            block_in_place(|| Handle::current().block_on(other.commit())).unwrap();
        }
        Next::GoOn
    });
    command::choose_language(&counter, &head, Language::EN)
        .await
        .unwrap();
    world.settle().await;
    world.telegram.off_call();
    assert_eq!(drawn() - before, 2, "once for each that was committed");
    assert_eq!(counter.db.count_due().await.unwrap(), 0);
    rows.close().await.unwrap();
    world.finish().await;
}

/// How many transactions wait for another.
async fn waiting(rows: &DatabaseConnection) -> i64 {
    let asked = "SELECT count(*) FROM pg_locks WHERE NOT granted";
    let asked = Statement::from_string(rows.get_database_backend(), asked);
    let found = rows.query_one_raw(asked).await.unwrap().unwrap();
    found.try_get_by_index(0).unwrap()
}

/// Helpdesk takes a post from somebody who becomes an administrator in that moment: what they are is read under the lock
/// that writes, so helpdesk is refused.
#[tokio::test(flavor = "multi_thread")]
async fn whom_an_act_is_about_is_read_once_others_have_committed() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let world = World::open(engine).await;
    let hana = world.person(cast::HANA).await;
    let toni = world.person(cast::TONI).await;
    let (helpdesk, technician) = (world.known(&hana).await, world.known(&toni).await);
    let url = world.settings().database_url;
    let rows = migration::connect(&url).await.unwrap();
    let watch = migration::connect(&url).await.unwrap();
    let other = rows.begin().await.unwrap();
    let rises = format!(
        "SELECT id FROM person WHERE id = {0} FOR NO KEY UPDATE; \
         INSERT INTO holding (person_id, role, since) SELECT {0}, 'administrator', created_at FROM person WHERE id = {0}",
        technician.id
    );
    other.execute_unprepared(&rises).await.unwrap();
    let counter = world.counter().for_one_act();
    let act = PeopleAct::Take {
        person: technician.id,
        role: "technical-team".into(),
    };
    let (done, ()) = tokio::join!(carry_out(&counter, &helpdesk, &act), async {
        while waiting(&watch).await == 0 {}
        other.commit().await.unwrap();
    });
    assert!(
        matches!(done, Err(Error::Refused(Refusal::OnlyAdministrator))),
        "{done:?}"
    );
    for db in [rows, watch] {
        db.close().await.unwrap();
    }
    world.finish().await;
}

play_on_both! {
    /// However many write in the same moment, each of them can ask something beside what it writes: nobody waits for a
    /// connection that somebody holds who waits as well.
    async fn whoever_writes_can_ask_beside_it(world) {
        Office::opens(world).await;
        let url = world.settings().database_url;
        let db = Db::open_in(&url, world.clock.clone(), None, 3).await.unwrap();
        let acts = (0..200).map(|_| async {
            let tx = db.begin().await.unwrap();
            let people = db.everyone().await.unwrap();
            drop(tx);
            people.len()
        });
        let all = tokio::time::timeout(Duration::from_secs(20), join_all(acts)).await;
        let all = all.expect("nobody waits for ever");
        assert!(all.iter().all(|people| *people == all[0]), "{all:?}");
        db.close().await.unwrap();
    }
}
