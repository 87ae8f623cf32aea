//! What waits for someone: the daily list, one task after the other, several in one go, and asking after.

use chrono::{NaiveDateTime, TimeDelta};
use insta::assert_snapshot;
use tests::{
    World, cast, play, play_on_both,
    stage::{Player, Role, hosting::submit},
};

/// Goes on to a moment in the office's zone, hour by hour, as time passes while the bot runs.
async fn until(world: &World, moment: &str) {
    let local = NaiveDateTime::parse_from_str(moment, "%Y-%m-%d %H.%M").unwrap();
    let calendar = &world.counter().office.calendar;
    let at = calendar.moment(local.date(), local.time());
    loop {
        let left = at - world.clock.now();
        if left <= TimeDelta::zero() {
            break;
        }
        world.time_passes(left.min(TimeDelta::minutes(30)));
        world.settle().await;
    }
}

/// Three agencies ask for hosting.
async fn three_requests(world: &World) -> [Player; 3] {
    let people = [
        world.person(cast::SARI).await,
        world.person(cast::YUDI).await,
        world.person(cast::PUTRI).await,
    ];
    for person in &people {
        submit(person).await;
    }
    people
}

fn a_second_head() -> Role {
    Role {
        name: "Budi",
        ..cast::ARIF
    }
}

play_on_both! {
    /// The head finds in the morning what waits, and goes through it one after the other. The bot is
    /// killed in between, and what came meanwhile is in the list too.
    async fn the_list_of_the_morning_is_worked_through(world) {
        let arif = world.person(cast::ARIF).await;
        let dewi = world.person(cast::DEWI).await;
        three_requests(world).await;
        until(world, "2026-11-26 08.25").await;
        let then = arif.now();
        until(world, "2026-11-26 08.35").await;
        assert_snapshot!("the_list_of_the_morning", arif.chat_since(then));
        arif.taps("Kerjakan Satu per Satu").await;
        arif.taps("Disposisikan").await;
        assert!(arif.sees_button("Berikutnya (2 lagi)"), "{}", arif.screen());
        world.restart_bot().await;
        arif.taps("Berikutnya").await;
        arif.taps("Disposisikan").await;
        arif.taps("Berikutnya (1 lagi)").await;
        arif.taps("Disposisikan").await;
        assert!(!arif.sees_button("Berikutnya"), "{}", arif.screen());
        // Answers and cards come in either order; in the end the phone shows the same.
        let shown = arif.screen();
        let (_link, shown) = shown.split_once('\n').unwrap();
        assert_snapshot!("the_list_worked_through", shown);
        for request in world.requests().await {
            assert_eq!(request.step().unwrap().as_str(), "disposisi-kabid");
        }
        // The way through the list is in the menu too, whenever one likes.
        dewi.says("/tugas").await;
        assert!(dewi.sees_button("Kerjakan Satu per Satu"), "{}", dewi.screen());
        dewi.taps("Kerjakan Satu per Satu").await;
        assert!(dewi.last().contains("HWA-2026-0001"), "{}", dewi.last());
    }
}

play_on_both! {
    /// Two heads of the agency look at the same three requests. One is decided by the colleague while the
    /// other reads; it is left out, and the others are recorded one by one.
    async fn three_are_decided_together_and_one_was_decided_already(world) {
        let arif = world.person(cast::ARIF).await;
        let budi = world.person(a_second_head()).await;
        let dewi = world.person(cast::DEWI).await;
        three_requests(world).await;
        arif.says("/tugas").await;
        let then = arif.now();
        arif.taps("Disposisikan 3 Sekaligus").await;
        assert_snapshot!("three_to_be_decided", arif.chat_since(then));
        let (message, sure) = arif.button("Ya, 3 permohonan");
        // The bytes are not enough: who taps is asked for every one of them.
        dewi.forges(None, &sure).await;
        assert!(dewi.last().contains("3 tidak ikut"), "{}", dewi.last());
        budi.taps("Disposisikan").await;
        arif.taps("Ya, 3 permohonan").await;
        assert_snapshot!("three_together", arif.last());
        for request in world.requests().await {
            assert_eq!(request.step().unwrap().as_str(), "disposisi-kabid");
            assert_eq!(request.version, 2, "each has its own line in its own history");
        }
        // A phone with an old screen decides nothing twice, and nothing that came since.
        let rina = world.person(Role { name: "Rina", ..cast::SARI }).await;
        submit(&rina).await;
        arif.taps_old(&(message, sure)).await;
        assert!(arif.screen().contains("3 tidak ikut"), "{}", arif.screen());
        assert!(arif.sees_button("Disposisikan"), "the new one waits");
        // One alone is decided on its card.
        arif.says("/tugas").await;
        assert!(!arif.sees_button("Disposisikan 1"), "{}", arif.screen());
        assert!(dewi.sees_button("Disposisikan"));
    }
}

play_on_both! {
    /// The contact person asks after the request: once in a working day, and on a Saturday it is told on
    /// Monday. A colleague of the same agency has the same button and the same limit. Until it works again it is on
    /// nobody's screen, and whoever taps an old one reads from when on.
    async fn the_holders_are_reminded_once_in_a_working_day(world) {
        let sari = world.person(cast::SARI).await;
        let rina = world.person(Role { name: "Rina", ..cast::SARI }).await;
        let yudi = world.person(cast::YUDI).await;
        let arif = world.person(cast::ARIF).await;
        submit(&sari).await;
        let then = arif.now();
        let old = sari.button("Ingatkan");
        rina.says("/permohonan").await;
        rina.taps("HWA-2026-0001").await;
        let hers = rina.button("Ingatkan");
        sari.taps("Ingatkan").await;
        assert_snapshot!("the_agency_asks_after_it", arif.chat_since(then));
        let mut said = vec![sari.toast()];
        assert!(!sari.sees_button("Ingatkan"), "{}", sari.chat());
        sari.taps_old(&old).await;
        said.push(sari.toast());
        rina.taps_old(&hers).await;
        said.push(rina.toast());
        let before = rina.now();
        rina.says("/permohonan").await;
        rina.taps("HWA-2026-0001").await;
        let shown = rina.chat_since(before);
        assert!(shown.contains("Urus Selanjutnya") && !shown.contains("Ingatkan"), "{shown}");
        assert_eq!(arif.messages_with("OPD menanyakan"), 1);
        // Nobody else.
        let (_, data) = old;
        yudi.forges(None, &data).await;
        assert!(yudi.toast().contains("hanya dapat dilihat"), "{}", yudi.toast());

        until(world, "2026-11-25 10.00").await;
        assert!(sari.sees_button("Ingatkan"), "it is on her card again: {}", sari.chat());
        rina.says("/permohonan").await;
        rina.taps("HWA-2026-0001").await;
        rina.taps("Ingatkan").await;
        said.push(rina.toast());
        assert_eq!(arif.messages_with("OPD menanyakan"), 2);

        until(world, "2026-11-28 10.00").await;
        let old = sari.button("Ingatkan");
        sari.taps("Ingatkan").await;
        said.push(sari.toast());
        sari.taps_old(&old).await;
        said.push(sari.toast());
        assert_eq!(arif.messages_with("OPD menanyakan"), 2, "not on a Saturday");
        until(world, "2026-11-30 07.05").await;
        assert_eq!(arif.messages_with("OPD menanyakan"), 3);
        assert_snapshot!("what_one_who_asks_is_told", said.join("\n"));
        // Decided: nothing to ask after at the applicant's own desk.
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Surat permintaan").await;
        arif.taps("Selesai Memilih").await;
        arif.taps("Surat belum ditandatangani").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        sari.forges(None, &data).await;
        assert!(sari.toast().contains("tidak dapat dipakai"), "{}", sari.toast());
    }
}

play! {
    /// At a desk where nobody can be reached, the one who asks learns that helpdesk knows.
    async fn nobody_is_there_to_be_reminded(world) {
        let sari = world.person(cast::SARI).await;
        world.person(cast::HANA).await;
        submit(&sari).await;
        sari.taps("Ingatkan").await;
        assert!(sari.toast().contains("Helpdesk"), "{}", sari.toast());
    }
}

play! {
    /// The same in English: the list, several in one go, and what is asked after.
    async fn lists_in_english(world) {
        let arif = world.person_speaking(cast::ARIF, "en").await;
        world.person(cast::DEWI).await;
        let [sari, ..] = three_requests(world).await;
        until(world, "2026-11-26 08.25").await;
        let then = arif.now();
        sari.taps("Ingatkan").await;
        until(world, "2026-11-26 08.35").await;
        assert_snapshot!("the_list_in_english", arif.chat_since(then));
        arif.taps("One by One").await;
        arif.taps("Pass On").await;
        arif.taps("Next (2 left)").await;
        let then = arif.now();
        arif.says("/tasks").await;
        arif.taps("Pass On: All 2").await;
        assert_snapshot!("two_at_once_in_english", arif.chat_since(then));
        arif.taps("Yes, 2 requests").await;
        assert_snapshot!("decided_at_once_in_english", arif.last());
    }
}

play_on_both! {
    /// The superior's part of the list: by desk and holder, the one that waits longest in front.
    async fn what_waits_too_long_beneath(world) {
        let arif = world.person(cast::ARIF).await;
        let dewi = world.person(cast::DEWI).await;
        three_requests(world).await;
        for _ in 0..3 {
            arif.taps("Disposisikan").await;
        }
        until(world, "2026-11-27 08.25").await;
        let then = arif.now();
        until(world, "2026-11-27 08.35").await;
        assert_snapshot!("what_waits_beneath", arif.chat_since(then));
        assert!(dewi.sees_button("Disposisikan 3 Sekaligus"), "{}", dewi.screen());
    }
}
