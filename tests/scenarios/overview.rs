//! All requests: by state, by desk, late ones first, and by whatever one remembers of them.

use chrono::TimeDelta;
use insta::assert_snapshot;
use sea_orm::ConnectionTrait;
use tests::{
    World, cast, play_on_both,
    stage::{
        Role, colocation,
        hosting::{Office, submit},
    },
};

play_on_both! {
    /// The head of division looks at what is late, at whose desk it lies, and what has ended.
    async fn a_head_looks_at_what_is_late(world) {
        let office = Office::opens(world).await;
        let Office { sari, arif, dewi, .. } = &office;
        let yudi = world.person(cast::YUDI).await;
        submit(sari).await;
        arif.taps("Disposisikan").await;
        // The SOP gives three minutes; a day later this one is late.
        world.time_passes(TimeDelta::days(1));
        submit(&yudi).await;

        let then = dewi.now();
        dewi.says("/menu").await;
        dewi.taps("Semua Permohonan").await;
        dewi.taps("Menurut Pejabat").await;
        dewi.taps("Kepala Dinas (1)").await;
        dewi.taps("HWA-2026-0002").await;
        yudi.taps("Tarik Permohonan").await;
        yudi.taps("Ya, Tarik").await;
        dewi.says("/semua").await;
        dewi.taps("Ditarik/Berakhir").await;
        dewi.taps("Menunggu Pemohon").await;
        assert_snapshot!("a_head_looks_at_what_is_late", dewi.chat_since(then));
    }
}

play_on_both! {
    /// Helpdesk finds a request by half a ticket, by a serial number in a table, by its agency and
    /// its applicant; personal numbers find nothing.
    async fn helpdesk_finds_a_request(world) {
        let hana = world.person(cast::HANA).await;
        let office = colocation::Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        world.person(cast::ARIF).await;
        submit(&yudi).await;
        office.prepares_one().await;

        let then = hana.now();
        for words in ["2026-0001", "sn-contoh-001", "Perhubungan", "yudi portal", "100%", "0812"] {
            hana.says(words).await;
        }
        hana.says("sn-contoh-001").await;
        hana.taps("COL-2026-0001").await;
        assert_snapshot!("helpdesk_finds_a_request", hana.chat_since(then));
    }
}

play_on_both! {
    /// More than a few: the rest is a tap away, page by page.
    async fn many_are_found(world) {
        let hana = world.person(cast::HANA).await;
        world.person(cast::ARIF).await;
        for name in ["Sari", "Rina", "Nur", "Tuti", "Budi", "Agus", "Wira"] {
            let pic = world.person(Role { name, ..cast::SARI }).await;
            submit(&pic).await;
        }
        hana.says("portal").await;
        hana.taps("Semua Permohonan Ini (7)").await;
        hana.taps("›").await;
        assert!(hana.last().contains("Ditemukan 7 permohonan"), "{}", hana.last());
        assert!(hana.sees_button("HWA-2026-0001"), "{}", hana.screen());
        hana.taps("Semua Permohonan").await;
        hana.taps("›").await;
        assert!(hana.sees_button("HWA-2026-0007"), "{}", hana.screen());
        hana.forges(None, "all:running:999").await;
        assert!(hana.sees_button("HWA-2026-0007"), "{}", hana.screen());
    }
}

play_on_both! {
    /// All requests are for helpdesk, the administrator and the heads; nobody else gets there.
    async fn who_sees_all(world) {
        let Office { sari, hana, arif, dewi, rudi, toni } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        submit(&sari).await;
        for allowed in [&hana, &arif, &dewi, &ade] {
            allowed.says("/all").await;
            assert!(allowed.sees_button("HWA-2026-0001"), "{}", allowed.screen());
        }
        for other in [&sari, &rudi, &toni] {
            other.says("/semua").await;
            assert!(!other.sees_button("Semua Permohonan"), "{}", other.screen());
            for forged in ["all:running:0", "all:@agency-head:0", "all:+1:0", "all:stranded:0", "desks", "seek:0:hwa"] {
                other.forges(None, forged).await;
                assert!(other.toast().contains("hanya dapat dilihat"), "{forged}: {}", other.toast());
            }
        }
    }
}

/// Makes requests as they were before there were lists of all of them.
async fn forget_lists(world: &World) {
    let url = world.settings().database_url;
    let db = migration::connect(&url).await.unwrap();
    db.execute_unprepared("UPDATE request SET phase = NULL, found_by = NULL")
        .await
        .unwrap();
    db.execute_unprepared("UPDATE task SET due_at = NULL")
        .await
        .unwrap();
    db.close().await.unwrap();
}

play_on_both! {
    /// Requests from before this version are listed and found like any other.
    async fn older_requests_are_listed(world) {
        let Office { sari, hana, .. } = Office::opens(world).await;
        submit(&sari).await;
        world.kill_bot().await;
        forget_lists(world).await;
        world.start_bot().await;
        hana.says("bansos").await;
        assert!(hana.sees_button("HWA-2026-0001"), "{}", hana.screen());
        world.time_passes(TimeDelta::hours(1));
        hana.says("/semua").await;
        assert!(hana.screen().contains("[⏰ HWA-2026-0001"), "{}", hana.screen());
    }
}
