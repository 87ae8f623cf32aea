//! Who hears of what, without being asked anything.

use chrono::TimeDelta;
use domain::{
    office::{NEWCOMER, Office},
    procedure::{Catalogue, EndKind, Inform},
};
use tests::{
    cast, play_on_both,
    stage::{colocation, visiting},
};

/// Of every service that is done the helpdesk hears, whoever has done it.
#[test]
fn helpdesk_hears_of_every_completion() {
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    let mut services = 0;
    for procedure in catalogue.iter() {
        let does = procedure.ends.iter().any(|end| end.kind == EndKind::Done);
        // Whoever asks to be let in asks the helpdesk itself.
        if !does || procedure.house || procedure.opens.as_str() == NEWCOMER {
            continue;
        }
        services += 1;
        let mut told = procedure.inform_at_end.iter().filter_map(Inform::role);
        let hears = told.any(|role| role.as_str() == "helpdesk");
        assert!(hears, "nobody tells the helpdesk of {}", procedure.code);
    }
    assert!(services >= 5, "{services} services");
}

play_on_both! {
    /// A visit that was over is told to the helpdesk; one that is withdrawn, before or after it was permitted, to the
    /// officer who would have waited for it. Nobody is told of their own act.
    async fn officers_hear_of_visits_that_do_not_come(world) {
        let office = visiting::Office::opens(world).await;
        let [hana, ratna] = world.gathers("id", [cast::HANA, cast::RATNA]).await;
        let visiting::Office { sari, gita, .. } = &office;
        gita.says("/bahasa").await;
        gita.taps("English").await;
        for is_permitted in [false, true] {
            visiting::book(sari).await;
            if is_permitted {
                office.allows().await;
            }
            let then = [gita.now(), ratna.now()];
            sari.taps("Tarik Permohonan").await;
            sari.taps("Ya, Tarik").await;
            for (who, said, then) in [(gita, "Withdrawn", then[0]), (&ratna, "Ditarik", then[1])] {
                let told = who.chat_since(then);
                assert!(told.contains("KDC-2026-000") && told.contains(said), "{told}");
            }
        }

        visiting::book(sari).await;
        office.allows().await;
        world.time_passes(TimeDelta::hours(23));
        gita.says("/language").await;
        gita.taps("Bahasa Indonesia").await;
        visiting::let_in(gita, &["DC-01", "DC-02"]).await;
        gita.taps("Kunjungan Selesai").await;
        gita.taps("Keluar, Badge Kembali").await;
        visiting::answer_on_leaving(gita).await;
        gita.taps("Keluar, Badge Kembali").await;
        let then = [hana.now(), gita.now()];
        gita.taps("Arsipkan Formulir").await;
        assert!(hana.chat_since(then[0]).contains("KDC-2026-0003"), "{}", hana.screen());
        let told = gita.chat_since(then[1]);
        assert!(!told.contains("KDC-2026-0003 sudah"), "she did it herself:\n{told}");
    }
}

play_on_both! {
    /// A server that will be brought, and one that will be fetched: the officer of the data centre knows the day.
    async fn officers_hear_of_servers_that_come_and_go(world) {
        let office = colocation::Office::opens(world).await;
        let gita = world.person(cast::GITA).await;
        let colocation::Office { sari, dewi, eko, .. } = &office;
        office.prepares_one().await;
        let then = gita.now();
        dewi.taps("Setujui").await;
        let told = gita.chat_since(then);
        assert!(told.contains("COL-2026-0001") && told.contains("Rabu, 25 November 2026, 09.00"), "{told}");

        colocation::install(eko).await;
        colocation::accept(sari).await;
        eko.taps("Laporkan Selesai").await;
        colocation::submit_removal(sari, "SN-CONTOH-001").await;
        gita.says("/bahasa").await;
        gita.taps("English").await;
        let then = gita.now();
        dewi.taps("Setujui").await;
        let told = gita.chat_since(then);
        assert!(told.contains("COL-2026-0002") && told.contains("Wednesday, 25 November 2026"), "{told}");
    }
}
