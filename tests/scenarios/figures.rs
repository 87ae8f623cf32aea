//! How long steps take, against the time that the SOP sets for them.

use chrono::TimeDelta;
use insta::assert_snapshot;
use tests::{
    World, cast, papers, play_on_both,
    stage::hosting::{Office, submit},
};

/// A request that the coordinator sends back for two days, and that is with the technical team then.
async fn returned_and_repaired(world: &World, office: &Office) {
    let Office {
        sari,
        hana,
        arif,
        dewi,
        rudi,
        ..
    } = office;
    submit(sari).await;
    arif.taps("Disposisikan").await;
    world.time_passes(TimeDelta::minutes(20));
    dewi.taps("Disposisikan").await;
    rudi.taps("Minta Dilengkapi").await;
    rudi.taps("Surat permintaan").await;
    rudi.taps("Selesai Memilih").await;
    rudi.taps("Surat belum ditandatangani").await;
    rudi.taps("Minta Dilengkapi").await;
    world.time_passes(TimeDelta::days(2));
    sari.taps("Lengkapi Sekarang").await;
    sari.sends("surat-baru.pdf", papers::large(400)).await;
    sari.taps("Kirim").await;
    rudi.taps("Lengkap, Disposisikan").await;
    hana.taps("Catat & Teruskan").await;
}

play_on_both! {
    /// While the applicant repairs a request, the coordinator's clock stands still: with and without
    /// pauses are told apart. What is not finished counts nowhere.
    async fn a_return_in_the_middle(world) {
        let office = Office::opens(world).await;
        returned_and_repaired(world, &office).await;
        // Another one is taken back: nobody finished the step at which it waited.
        let yudi = world.person(cast::YUDI).await;
        submit(&yudi).await;
        yudi.taps("Tarik Permohonan").await;
        yudi.taps("Ya, Tarik").await;

        let Office { sari, dewi, .. } = &office;
        let then = dewi.now();
        dewi.says("/menu").await;
        dewi.taps("Waktu Layanan").await;
        dewi.taps("Hosting Website/Aplikasi").await;
        dewi.taps("Gambar").await;
        dewi.taps("Menurut Jabatan").await;
        dewi.taps("Koordinator").await;
        dewi.taps("Tahun Ini").await;
        world.time_passes(TimeDelta::days(30));
        dewi.says("/waktu").await;
        dewi.taps("◀ November 2026").await;
        assert_snapshot!("a_head_looks_at_how_long_steps_take", dewi.chat_since(then));

        // How long each step took stands in the history, for the office; the agency reads what happened.
        dewi.says("hwa-2026-0001").await;
        dewi.taps("Riwayat").await;
        assert_snapshot!("a_history_with_a_return", dewi.last());
        sari.taps("Riwayat").await;
        assert!(sari.last().contains("Riwayat permohonan"), "{}", sari.last());
        assert!(!sari.last().contains('⏱'), "{}", sari.last());
    }
}

play_on_both! {
    /// A month stands beside the one before, and how long nine in ten took beside the longest.
    async fn a_month_against_the_month_before(world) {
        let office = Office::opens(world).await;
        let Office { sari, arif, dewi, .. } = &office;
        for (name, minutes) in [("satu", 1), ("dua", 2), ("tiga", 50)] {
            tests::stage::hosting::fill_in_as(sari, name).await;
            sari.taps("Kirim Permohonan").await;
            world.time_passes(TimeDelta::minutes(minutes));
            arif.taps("Disposisikan").await;
        }
        dewi.says("/waktu").await;
        dewi.taps("Menurut Jabatan").await;
        dewi.taps("Kepala Dinas").await;
        assert!(dewi.last().contains("3 kali · median 3 mnt"), "{}", dewi.last());
        assert!(!dewi.last().contains("Oktober"), "{}", dewi.last());
        world.time_passes(TimeDelta::days(30));
        tests::stage::hosting::fill_in_as(sari, "empat").await;
        sari.taps("Kirim Permohonan").await;
        arif.taps("Disposisikan").await;
        dewi.says("/waktu").await;
        dewi.taps("Menurut Jabatan").await;
        dewi.taps("Kepala Dinas").await;
        assert!(dewi.last().contains("November 2026: 3 kali · median 3 mnt"), "{}", dewi.last());
        dewi.speaks("English").await;
        dewi.says("/times").await;
        dewi.taps("By Post").await;
        dewi.taps("Head of Agency").await;
        assert!(dewi.last().contains("November 2026: 3 done · median 3 min"), "{}", dewi.last());
    }
}

play_on_both! {
    /// The same in English, with the picture.
    async fn service_times_in_english(world) {
        let office = Office::opens(world).await;
        let mary = world.person_speaking(tests::stage::Role { name: "Mary", ..cast::ADE }, "en").await;
        returned_and_repaired(world, &office).await;
        let then = mary.now();
        mary.says("/times").await;
        mary.taps("Website/Application Hosting").await;
        mary.taps("Picture").await;
        mary.taps("By Post").await;
        assert_snapshot!("service_times_in_english", mary.chat_since(then));
    }
}

play_on_both! {
    /// Heads, helpdesk and the administrator see how long steps take; nobody else gets there.
    async fn who_sees_how_long_steps_take(world) {
        let Office { sari, hana, arif, dewi, rudi, toni } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        for allowed in [&hana, &arif, &dewi, &ade] {
            allowed.says("/waktu").await;
            assert!(allowed.last().contains("Belum ada langkah yang selesai"), "{}", allowed.last());
            assert!(!allowed.sees_button("Gambar"));
        }
        for other in [&sari, &rudi, &toni] {
            other.says("/waktu").await;
            assert!(!other.sees_button("Waktu Layanan"), "{}", other.screen());
            for forged in ["took:-:now", "took:hosting:2026-11", "took:@:2026", "chart:@coordinator:2026"] {
                other.forges(None, forged).await;
                assert!(other.toast().contains("hanya dapat dilihat oleh pimpinan"), "{}", other.toast());
            }
            assert_eq!(other.messages_with("Waktu Layanan"), 0);
        }
        // A span or table that there never was.
        dewi.forges(None, "took:no-such-procedure:2026-11").await;
        assert!(dewi.last().contains("Belum ada langkah yang selesai"), "{}", dewi.last());
        for forged in ["took:-:2026-13", "took::now", "took:-:", "chart:-:now", "took:@@:2026"] {
            dewi.forges(None, forged).await;
            assert!(dewi.toast().contains("tidak dikenal"), "{forged}: {}", dewi.toast());
        }
    }
}
