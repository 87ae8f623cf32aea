//! Reminders and the morning list: polite, once, in the office's hours.

use domain::command::clock;
use insta::assert_snapshot;
use sea_orm::{ConnectionTrait, Statement};
use tests::{
    cast, play, play_on_both,
    stage::hosting::{Office, submit},
};

play! {
    /// A request comes on the last afternoon before Christmas. The clock stands still with the office,
    /// and nobody is disturbed until it opens again.
    async fn a_request_over_a_long_weekend(world) {
        let office = Office::opens(world).await;
        world.becomes("2026-12-23 15.20");
        submit(&office.sari).await;
        let then = office.arif.now();
        world.waits_until("2026-12-28 08.30").await;
        assert_eq!(office.arif.chat_since(then), "", "nothing until two working hours are over");
        world.waits_until("2026-12-28 09.30").await;
        assert!(office.arif.last().contains("Mohon perhatian"), "{}", office.arif.last());
        // One working day after it came, once more; from then on it stands in the morning list.
        world.waits_until("2026-12-29 10.00").await;
        assert_snapshot!("a_long_weekend__reminders", office.arif.chat_since(then));
        office.arif.taps("Buka Permohonan").await;
        office.arif.taps("Disposisikan").await;
        let then = office.arif.now();
        world.waits_until("2026-12-31 12.00").await;
        let since = office.arif.chat_since(then);
        assert!(!since.contains("Mohon perhatian"), "what is decided is not reminded of: {since}");
    }
}

play_on_both! {
    /// What waits for two working days at a desk stands in the list of the post above it.
    async fn the_superior_hears_of_it_after_two_days(world) {
        let office = Office::opens(world).await;
        submit(&office.sari).await;
        office.arif.taps("Disposisikan").await;
        let (arif, dewi) = (office.arif.now(), office.dewi.now());
        world.waits_until("2026-11-26 09.00").await;
        assert!(!office.arif.chat_since(arif).contains("bawahan"), "{}", office.arif.last());
        world.waits_until("2026-11-27 08.30").await;
        assert_snapshot!("the_superiors_list__agency_head", office.arif.chat_since(arif));
        assert_snapshot!("the_superiors_list__division_head", office.dewi.chat_since(dewi));
    }
}

play_on_both! {
    /// Nobody was there for a week. People get one list each, and not what they missed.
    async fn a_week_of_downtime(world) {
        let office = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        submit(&office.sari).await;
        submit(&yudi).await;
        let then = office.arif.now();
        world.kill_bot().await;
        world.becomes("2026-12-01 05.30");
        world.start_bot().await;
        assert_eq!(office.arif.chat_since(then), "", "not at half past five in the morning");
        world.waits_until("2026-12-01 08.45").await;
        assert_snapshot!("a_week_of_downtime__agency_head", office.arif.chat_since(then));
        let then = office.arif.now();
        world.waits_until("2026-12-01 16.00").await;
        assert_eq!(office.arif.chat_since(then), "", "once a day is enough");
    }
}

play_on_both! {
    /// However many look at once, each thing happens once.
    async fn three_look_at_once(world) {
        let office = Office::opens(world).await;
        submit(&office.sari).await;
        let then = office.arif.now();
        world.becomes("2026-11-24 12.15");
        let counter = world.counter();
        let (a, b, c) = tokio::join!(
            clock::tick(&counter),
            clock::tick(&counter),
            clock::tick(&counter),
        );
        a.and(b).and(c).expect("three ticks");
        world.settle().await;
        let told = office.arif.chat_since(then);
        assert_eq!(told.matches("Mohon perhatian").count(), 1, "{told}");
    }
}

play! {
    /// While the office does not work a reminder comes without a sound. Friday's last half hour is over on
    /// Monday.
    async fn reminders_are_quiet_after_hours(world) {
        let office = Office::opens(world).await;
        world.becomes("2026-11-27 15.45");
        submit(&office.sari).await;
        let then = office.arif.now();
        world.waits_until("2026-11-30 12.00").await;
        let told = office.arif.chat_since(then);
        assert!(told.contains("Mohon perhatian") && !told.contains("🔕"), "{told}");
        let then = office.arif.now();
        world.waits_until("2026-11-30 16.50").await;
        let told = office.arif.chat_since(then);
        assert!(told.contains("Mohon perhatian") && told.contains("🔕"), "{told}");
    }
}

play_on_both! {
    /// Something was planned that this program does not know, by a newer one for instance. Everything else
    /// happens all the same, and the row waits until somebody knows what to do with it.
    async fn what_is_not_known_stops_nothing(world) {
        world.asked.log.brings_about("what was due could not be done yet");
        let office = Office::opens(world).await;
        submit(&office.sari).await;
        let db = migration::connect(&world.settings().database_url).await.unwrap();
        db.execute_unprepared(
            "INSERT INTO timer (key, wake, planned_at, at)
             VALUES ('dance', '{\"kind\":\"dance\"}', '2026-11-24 04:00:00+00:00', '2026-11-24 04:00:00+00:00')",
        )
        .await
        .unwrap();
        world.waits_until("2026-11-24 15.00").await;
        assert_eq!(office.arif.messages_with("Mohon perhatian"), 1, "{}", office.arif.chat());
        let left = db.query_one_raw(Statement::from_string(
            db.get_database_backend(),
            "SELECT count(*) FROM timer WHERE key = 'dance' AND done_at IS NULL",
        ));
        let left: i64 = left.await.unwrap().unwrap().try_get_by_index(0).unwrap();
        assert_eq!(left, 1);
    }
}
