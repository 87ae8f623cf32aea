//! Between the bot and Telegram much can go wrong; nothing is lost and nothing overtakes.

use std::time::Duration;

use domain::notice::What;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement, TransactionTrait};
use tests::{
    Engine, Player, World, cast, play, play_on_both,
    stage::{
        hosting::{Office, fill_in, submit, submit_to_analysis},
        postgres::ends,
    },
    telegram::{Call, ChatId, Fault, Trouble},
};

/// How often the bot was refused for writing too fast.
fn too_many(world: &World) -> usize {
    let calls = world.telegram.calls();
    let refused = calls.iter().filter_map(|call| call.answer.as_ref().err());
    refused.filter(|refused| refused.code == 429).count()
}

/// What stands at the beginnings of the bot's messages that the person sees, in order.
fn order(who: &Player, words: &[&str]) -> Vec<usize> {
    let screen = who.screen();
    words
        .iter()
        .map(|word| {
            screen
                .find(word)
                .unwrap_or_else(|| panic!("no {word}:\n{screen}"))
        })
        .collect()
}

play! {
    /// Telegram asks for patience in one chat: its messages keep their order, others are not delayed.
    async fn patience_in_one_chat_delays_no_other(world) {
        let Office { sari, arif, hana, .. } = Office::opens(world).await;
        fill_in(&sari).await;
        let slow = Trouble::TooManyRequests { retry_after: 30 };
        world.telegram.fault(Fault::next(slow).at("sendMessage").in_chat(arif.user));
        let before = world.clock.now();
        sari.taps("Kirim Permohonan").await;
        assert!(arif.sees_button("Disposisikan"));
        let calls = world.telegram.calls();
        let sent = |who: &Player| {
            let told = calls.iter().rev().find(|call| {
                call.method == "sendMessage" && call.chat == Some(who.user.into()) && call.answer.is_ok()
            });
            (told.unwrap().at - before).num_seconds()
        };
        assert!(sent(&arif) >= 30 + 60, "{}", sent(&arif));
        assert!(sent(&hana) < 30 + 60, "{}", sent(&hana));
    }
}

play! {
    /// Whoever acts is answered before anything that follows from it is told in the same chat, however slow
    /// the answer.
    async fn the_answer_comes_before_the_facts(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        let slow = Trouble::Slow(Duration::from_millis(300));
        world.telegram.fault(Fault::next(slow).at("answerCallbackQuery"));
        let before = world.telegram.calls().len();
        arif.taps("Disposisikan").await;
        let calls = world.telegram.calls().split_off(before);
        let place = |method: &str, chat: Option<&Player>| {
            let to: Option<ChatId> = chat.map(|chat| chat.user.into());
            let told = |call: &Call| call.method == method && (to.is_none() || call.chat == to);
            let found = calls.iter().position(told);
            found.unwrap_or_else(|| panic!("no {method}: {calls:?}"))
        };
        let answered = place("answerCallbackQuery", None);
        assert!(answered < place("editMessageText", Some(&arif)), "{calls:?}");
    }
}

play! {
    /// Edits are put off as well, and the card is right in the end; so are answers to who writes.
    async fn patience_with_edits_and_answers(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        let slow = Trouble::TooManyRequests { retry_after: 7 };
        world.telegram.fault(Fault::next(slow).at("editMessageText").in_chat(arif.user).times(2));
        arif.taps("Disposisikan").await;
        assert!(arif.last().contains("didisposisikan kepada Kabid oleh Arif"), "{}", arif.last());
        world.telegram.fault(Fault::next(slow).at("sendMessage").in_chat(sari.user));
        sari.says("/bantuan").await;
        assert!(sari.last().contains("Bantuan"), "{}", sari.last());
    }
}

play! {
    /// Broken connections: before the effect nothing is lost; after it, a message
    /// may come twice, but nothing is decided twice.
    async fn broken_connections(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        fill_in(&sari).await;
        world.telegram.fault(Fault::next(Trouble::ResetBefore).at("sendMessage").in_chat(arif.user).times(2));
        sari.taps("Kirim Permohonan").await;
        assert_eq!(arif.messages_with("Teruskan surat ini ke Kabid"), 1, "{}", arif.screen());

        world.telegram.fault(Fault::next(Trouble::ResetAfter).at("editMessageText").in_chat(arif.user));
        world.telegram.fault(Fault::next(Trouble::ResetAfter).at("sendMessage").in_chat(dewi.user));
        arif.taps("Disposisikan").await;
        assert_eq!(world.stands().await, ("disposisi-kabid".to_owned(), 2));
        assert!(dewi.sees_button("Disposisikan"));
        dewi.taps("Disposisikan").await;
        assert!(rudi.sees_button("Lengkap, Disposisikan"));
        assert_eq!(world.stands().await, ("verifikasi".to_owned(), 3));
    }
}

/// An error of Telegram's servers puts a message off. The library sleeps ten seconds over it, so this
/// is told on one database only.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_server_error_loses_nothing() {
    let world = World::open(Engine::Sqlite).await;
    let Office { sari, arif, .. } = Office::opens(&world).await;
    fill_in(&sari).await;
    world.telegram.fault(
        Fault::next(Trouble::ServerError)
            .at("sendMessage")
            .in_chat(arif.user),
    );
    sari.taps("Kirim Permohonan").await;
    assert_eq!(
        arif.messages_with("Teruskan surat ini ke Kabid"),
        1,
        "{}",
        arif.screen()
    );
    world.finish().await;
}

play_on_both! {
    /// Someone blocks the bot: that is noted, nobody else waits, and they see it all when they return.
    async fn a_blocked_bot(world) {
        world.asked.log.brings_about("bot was blocked by the user");
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        fill_in(&sari).await;
        arif.does(tests::telegram::Telegram::blocks).await;
        assert!(world.known(&arif).await.unreachable_since.is_some());
        sari.taps("Kirim Permohonan").await;
        let lost = world.counter().db.undelivered(10).await.unwrap();
        assert!(matches!(&lost[..], [(_, What::Card { .. }, why)] if why.contains("blocked")), "{lost:?}");
        assert_eq!(lost[0].0, world.known(&arif).await.id);

        arif.does(tests::telegram::Telegram::unblocks).await;
        assert!(world.known(&arif).await.unreachable_since.is_none());
        arif.taps("Disposisikan").await;
        assert!(dewi.sees_button("Disposisikan"));
    }
}

play! {
    /// An applicant who had blocked the bot hears of the end when they come back.
    async fn what_was_missed_is_told_later(world) {
        world.asked.log.brings_about("bot was blocked by the user");
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        tests::stage::hosting::analyse(&office).await;
        let Office { sari, dewi, .. } = office;
        sari.does(tests::telegram::Telegram::blocks).await;
        dewi.taps("Tolak Permohonan").await;
        dewi.taps("Uji keamanan belum dilakukan").await;
        dewi.taps("Ya, Tolak Permohonan").await;
        assert_eq!(sari.messages_with("belum dapat disetujui"), 0);
        sari.says("/start").await;
        assert_eq!(sari.messages_with("belum dapat disetujui"), 1, "{}", sari.screen());
        assert!(sari.screen().contains("Status: ⛔ Ditolak"), "{}", sari.screen());
        assert!(!sari.sees_button("Tarik Permohonan"));
    }
}

play! {
    /// A card that its owner deleted comes again when there is something to show on it.
    async fn a_deleted_card_comes_again(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        let (card, _) = sari.button("Tarik Permohonan");
        sari.does(|telegram, user| telegram.deletes(user, card)).await;
        assert_eq!(sari.messages_with("Sedang di: "), 0);
        arif.taps("Disposisikan").await;
        assert_eq!(sari.messages_with("Sedang di: "), 1, "{}", sari.screen());
        assert!(sari.last().contains("Sedang di: Kepala Bidang"), "{}", sari.last());
        let now_at = sari.button("Tarik Permohonan").0;
        assert_ne!(now_at, card);
    }
}

play! {
    /// The line is cut and comes back: what was tapped and what is to be told arrive, in order.
    async fn the_line_is_cut(world) {
        world.asked.log.may_say("no connection to Telegram");
        let Office { sari, arif, dewi, hana, .. } = Office::opens(world).await;
        submit(&sari).await;
        let telegram = world.telegram.clone();
        arif.begins_to_tap("Disposisikan");
        telegram.cut(true);
        telegram.until(|telegram| !telegram.is_polled()).await;
        telegram.cut(false);
        world.settle().await;
        assert_eq!(world.stands().await.0, "disposisi-kabid");
        assert!(dewi.sees_button("Disposisikan"), "{}", dewi.screen());
        assert!(!arif.sees_button("Disposisikan"), "{}", arif.screen());
        assert_eq!(hana.messages_with("HWA-2026-0001"), 1);
    }
}

play_on_both! {
    /// What is told in one chat keeps the order in which it happened, also when the first is delayed.
    async fn order_within_a_chat(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        tests::stage::hosting::analyse(&office).await;
        let Office { dewi, toni, hana, .. } = office;
        world.telegram.fault(Fault::next(Trouble::ResetBefore).at("sendMessage").in_chat(hana.user).times(3));
        dewi.taps("Setujui").await;
        toni.taps("Selesai, Lapor Helpdesk").await;
        for words in ["203.0.113.20", "vm-web-11", "Website dapat diakses dengan HTTPS."] {
            toni.says(words).await;
        }
        world.telegram.fault(Fault::next(Trouble::ResetBefore).at("sendMessage").in_chat(hana.user).times(3));
        toni.taps("Selesai, Lapor Helpdesk").await;
        let places = order(&hana, &["Putuskan Permohonan Hosting: disetujui", "Periksa hasilnya, lalu teruskan"]);
        assert!(places.is_sorted(), "{}", hana.screen());
    }
}

play! {
    /// One long story at Telegram's own pace: the bot is never told to slow down.
    async fn the_bot_keeps_the_pace(world) {
        world.telegram.enforce_pace(true);
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        assert_eq!(too_many(world), 0);
    }
}

/// The database server cuts every connection: what people do is done once, and nobody hears of it.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn cut_connections_are_not_noticed() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let world = World::open(engine).await;
    world.asked.log.may_say("error communicating with database");
    world
        .asked
        .log
        .may_say("terminating connection due to administrator command");
    let Office { sari, arif, .. } = Office::opens(&world).await;
    fill_in(&sari).await;
    let db = open(&world).await;
    for (who, tap) in [(&sari, "Kirim Permohonan"), (&arif, "Disposisikan")] {
        let others = "datname = current_database() AND pid <> pg_backend_pid()";
        cut(&db, &format!("pg_stat_activity WHERE {others}")).await;
        who.taps(tap).await;
        assert!(!who.toast().contains("terganggu"), "{}", who.toast());
    }
    sari.taps("Riwayat").await;
    let told = sari.last();
    for event in ["diajukan", "didisposisikan kepada Kabid"] {
        assert_eq!(told.matches(event).count(), 1, "{event}:\n{told}");
    }
    db.close().await.unwrap();
    world.finish().await;
}

/// A connection is cut in the middle of a decision: the tap is tried again, and what it decides is
/// decided once.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_tap_whose_connection_is_cut_is_tried_again() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let world = World::open(engine).await;
    world.asked.log.may_say("error communicating with database");
    world
        .asked
        .log
        .may_say("terminating connection due to administrator command");
    let Office {
        sari, arif, dewi, ..
    } = Office::opens(&world).await;
    submit(&sari).await;
    let (db, watch) = (open(&world).await, open(&world).await);
    let other = db.begin().await.unwrap();
    other
        .execute_unprepared("UPDATE timer SET at = at WHERE task_id IS NOT NULL")
        .await
        .unwrap();
    tokio::join!(arif.taps("Disposisikan"), async {
        while waiting(&watch).await == 0 {}
        cut(&watch, "pg_locks WHERE NOT granted").await;
        other.commit().await.unwrap();
    });
    let told = arif.last();
    assert!(
        told.contains("didisposisikan kepada Kabid oleh Arif"),
        "{told}"
    );
    assert!(dewi.sees_button("Disposisikan"), "{}", dewi.last());
    for db in [db, watch] {
        db.close().await.unwrap();
    }
    world.finish().await;
}

async fn open(world: &World) -> DatabaseConnection {
    migration::connect(&world.settings().database_url)
        .await
        .unwrap()
}

async fn cut(db: &DatabaseConnection, which: &str) {
    db.execute_unprepared(&ends(which)).await.unwrap();
}

/// How many transactions wait for another.
async fn waiting(db: &DatabaseConnection) -> i64 {
    let sql = "SELECT count(*) FROM pg_locks WHERE NOT granted";
    let found = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql));
    found.await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

play_on_both! {
    /// A notice that this program does not know, from a newer one for instance. Everybody else is told all the
    /// same; whoever it was for is told what comes after it, once it has been tried long enough.
    async fn a_notice_that_cannot_be_read_stops_nobody_else(world) {
        world.asked.log.brings_about("a notice could not be carried");
        world.asked.log.brings_about("a notice was set aside");
        let Office { sari, arif, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let person = world.known(&arif).await.id;
        let db = open(world).await;
        db.execute_unprepared(&format!(
            "INSERT INTO outbox (person_id, what, created_at, urgency, attempts)
             VALUES ({person}, '{{\"kind\":\"dance\"}}', '2026-11-24 01:00:00+00:00', 0, 0)",
        ))
        .await
        .unwrap();
        db.close().await.unwrap();
        submit(&sari).await;
        assert!(sari.sees_button("Tarik Permohonan"), "{}", sari.screen());
        assert!(arif.sees_button("Disposisikan"), "{}", arif.screen());
        assert_eq!(world.health().borrow().notices_set_aside, 1);
        assert_eq!(ade.messages_with("tidak dapat disusun"), 1, "{}", ade.screen());
    }
}

play! {
    /// A card was sent twice, because nobody heard of the first time. Decided on from one, the other loses its
    /// buttons when one of them is tapped.
    async fn a_card_that_was_sent_twice(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        fill_in(&sari).await;
        world.telegram.fault(Fault::next(Trouble::ResetAfter).at("sendMessage").in_chat(arif.user));
        sari.taps("Kirim Permohonan").await;
        assert_eq!(arif.messages_with("Teruskan surat ini ke Kabid"), 2, "{}", arif.screen());
        arif.taps("Disposisikan").await;
        assert!(arif.sees_button("Disposisikan"), "the first copy");
        arif.taps("Disposisikan").await;
        assert!(arif.toast().contains("Sudah Bapak/Ibu selesaikan"), "{}", arif.toast());
        assert!(!arif.sees_button("Disposisikan"), "{}", arif.screen());
    }
}
