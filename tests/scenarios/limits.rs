//! Those who ask too much: quick thumbs, heaps of files, strangers, and guesses at start links.

use bot::limits::AccountLimits;
use chrono::TimeDelta;
use tests::{
    Engine, World, cast, play, play_on_both,
    stage::{hosting, papers},
};

play! {
    /// Sixty acts a minute are enough for anyone; what is more is said once, and done by nobody.
    async fn quick_thumbs_are_slowed_down(world) {
        let sari = world.person(cast::SARI).await;
        let told = "Pesan Bapak/Ibu datang terlalu cepat";
        for _ in 0..70 {
            world.telegram.says(sari.user, "/menu");
        }
        world.settle().await;
        assert_eq!(sari.messages_with(told), 1, "{}", sari.last());
        world.telegram.forges(sari.user, None, "new");
        world.settle().await;
        assert_eq!(sari.toast(), "", "a tap is let go without a word");
        assert!(!sari.last().contains("Pilih layanan"), "{}", sari.last());
        sari.says("/menu").await;
        assert!(sari.sees_button("Ajukan Permohonan"), "a minute later all is well");
    }
}

play! {
    /// An album is one file, and thirty files an hour are enough.
    async fn heaps_of_files_wait_for_the_next_hour(world) {
        world.restart_with(|settings| {
            settings.limits = AccountLimits { files: 2, ..AccountLimits::USUAL };
        }).await;
        let sari = world.person(cast::SARI).await;
        hosting::fill_in(&sari).await;
        sari.taps("Ubah Isian").await;
        sari.taps("Surat permintaan").await;
        let told = "Dalam satu jam sudah cukup banyak berkas";
        sari.sends("surat-2.pdf", papers::letter()).await;
        assert_eq!(sari.messages_with(told), 0, "{}", sari.last());
        sari.taps("Ubah Isian").await;
        sari.taps("Surat permintaan").await;
        sari.sends("surat-3.pdf", papers::letter()).await;
        assert_eq!(sari.messages_with(told), 1, "{}", sari.last());
        world.time_passes(TimeDelta::hours(1));
        sari.sends("surat-4.pdf", papers::letter()).await;
        assert!(sari.last().contains("surat-4.pdf"), "{}", sari.last());
    }
}

play_on_both! {
    /// A stranger gets one answer a minute, leaves no row behind, and nothing of what they wrote.
    async fn strangers_cost_next_to_nothing(world) {
        let other = world.stranger("Other", "en");
        for _ in 0..20 {
            world.telegram.says(other.user, "let me in");
            world.telegram.forges(other.user, None, "tasks:0");
        }
        world.settle().await;
        assert_eq!(other.messages_with("invitation link"), 1, "{}", other.last());
        let account = domain::id::AccountId(other.user.0);
        assert!(world.counter().db.person_of(account).await.unwrap().is_none());
        other.says("hello?").await;
        assert_eq!(other.messages_with("invitation link"), 2);
    }
}

play_on_both! {
    /// After five unknown links in an hour an account's links are not looked up for an hour, not even
    /// a good one, and helpdesk hears of it once.
    async fn guessing_at_start_links_ends_after_five(world) {
        let hana = world.person(cast::HANA).await;
        let guesser = world.stranger("Other", "id");
        for guess in 0..5 {
            assert_eq!(hana.messages_with("tautan undangan yang tidak dikenal"), 0);
            guesser.opens(&format!("AAAAAAAAAAAAAAA{guess}")).await;
            assert!(guesser.last().contains("tidak dikenal. Mohon periksa"), "{}", guesser.last());
        }
        let link = world.link(cast::SARI).await;
        guesser.opens(&link).await;
        assert!(guesser.last().contains("Terlalu banyak tautan"), "{}", guesser.last());
        assert_eq!(hana.messages_with("mencoba 5 tautan undangan yang tidak dikenal"), 1);
        assert!(!hana.last().contains("Other"), "{}", hana.last());

        let honest = world.stranger("Yudi", "id");
        honest.opens(&world.link(cast::YUDI).await).await;
        assert!(honest.last().contains("Terima kasih, Yudi"), "others come in meanwhile");

        world.time_passes(TimeDelta::hours(1));
        for guess in 0..5 {
            guesser.opens(&format!("BBBBBBBBBBBBBBB{guess}")).await;
        }
        guesser.opens(&link).await;
        assert!(guesser.last().contains("Terlalu banyak tautan"), "{}", guesser.last());
        assert_eq!(hana.messages_with("tautan undangan yang tidak dikenal"), 1, "once a day");

        world.time_passes(TimeDelta::hours(1));
        guesser.opens(&link).await;
        assert!(guesser.last().contains("Terima kasih, Sari"), "{}", guesser.last());
    }
}

/// What was handled keeps its number only.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_people_wrote_leaves_the_inbox_when_it_is_handled() {
    let world = World::open(Engine::Sqlite).await;
    let other = world.stranger("Other", "en");
    other.says("something nobody should keep").await;
    let dump = tests::stage::dump::everything(&world).await;
    assert!(!dump.contains("something nobody should keep"), "{dump}");
    world.finish().await;
}
