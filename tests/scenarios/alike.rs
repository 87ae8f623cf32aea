//! What a request is like: a hint for whoever decides, and no wall.

use tests::{
    cast, play_on_both,
    stage::{
        colocation, hosting,
        subdomain::{Office, fill_in},
        visiting,
    },
};

play_on_both! {
    /// The same letter comes twice, for two services even, and an agency asks again while its first request is open.
    /// Officials read it on the card, agencies do not.
    async fn the_same_letter_comes_again(world) {
        let office = Office::opens(world).await;
        let Office { sari, arif, lina, .. } = &office;
        let yudi = world.person(cast::YUDI).await;
        fill_in(sari, "bansos").await;
        sari.taps("Kirim Permohonan").await;
        assert!(!arif.last().contains("Mirip dengan"), "{}", arif.last());
        fill_in(&yudi, "angkutan").await;
        yudi.taps("Kirim Permohonan").await;
        let same = "🔎 Mirip dengan SUB-2026-0001 (Nomor surat sama)\n";
        assert!(arif.last().contains(same), "{}", arif.last());
        office.pass_on().await;
        assert!(lina.last().contains(same), "every desk reads it:\n{}", lina.last());
        fill_in(sari, "bansos-dua").await;
        sari.taps("Kirim Permohonan").await;
        let same = "SUB-2026-0002 (Nomor surat sama), SUB-2026-0001 (Nomor surat sama), SUB-2026-0001 (OPD yang sama, masih berjalan)";
        assert!(arif.last().contains(same), "{}", arif.last());
        arif.speaks("English").await;
        arif.says("SUB-2026-0003").await;
        let same = "Similar to SUB-2026-0002 (same: Letter number), SUB-2026-0001 (same: Letter number), SUB-2026-0001 (same agency, still open)";
        assert!(arif.screen().contains(same), "{}", arif.screen());
        hosting::fill_in(sari).await;
        sari.taps("Kirim Permohonan").await;
        for agency in [sari, &yudi] {
            assert!(!agency.screen().contains("Mirip dengan"), "{}", agency.screen());
        }
    }
}

play_on_both! {
    /// The same name and application, the same hour and escort of a visit: each is named to whoever decides, in their
    /// language, and nothing is refused for it.
    async fn the_same_name_hour_and_escort_come_again(world) {
        let office = visiting::Office::opens(world).await;
        let [yudi, arif, ratna] = world.gathers("id", [cast::YUDI, cast::ARIF, cast::RATNA]).await;
        let visiting::Office { sari, joko, gita, .. } = &office;
        hosting::submit(sari).await;
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        hosting::fill_in_as(&yudi, "bansos").await;
        yudi.taps("Kirim Permohonan").await;
        let card = arif.last();
        for same in ["Nama website/aplikasi", "Nama domain diminta", "Nomor surat"] {
            assert!(card.contains(&format!("HWA-2026-0001 ({same} sama)")), "{card}");
        }
        arif.speaks("English").await;
        arif.says("HWA-2026-0002").await;
        for same in ["Name of the website/app", "Domain name requested", "Letter number"] {
            let same = format!("HWA-2026-0001 (same: {same})");
            assert!(arif.screen().contains(&same), "{}", arif.screen());
        }

        visiting::book(sari).await;
        office.allows().await;
        visiting::book(&yudi).await;
        let same = "🔎 Mirip dengan KDC-2026-0001 (Rencana masuk sama)\n";
        assert!(joko.last().contains(same), "{}", joko.last());
        joko.says("/bahasa").await;
        joko.taps("English").await;
        joko.says("KDC-2026-0002").await;
        let same = "🔎 Similar to KDC-2026-0001 (same: Planned arrival)\n";
        assert!(joko.screen().contains(same), "{}", joko.screen());
        joko.taps("YES, Allow").await;
        joko.taps("Gita").await;
        joko.taps("YES, Allow").await;
        let same = "KDC-2026-0001 (Rencana masuk sama), KDC-2026-0001 (Pendamping sama)";
        assert!(gita.last().contains(same), "{}", gita.last());

        // The same escort at another hour, and another escort at the same hour.
        for (moment, escort) in [("besok pukul 13.00", "Gita"), ("besok pukul 09.40", "Ratna")] {
            visiting::begin(sari).await;
            sari.says(moment).await;
            sari.says("besok pukul 15.00").await;
            visiting::end(sari).await;
            joko.taps("YES, Allow").await;
            joko.taps(escort).await;
            joko.taps("YES, Allow").await;
            let card = if escort == "Gita" { gita.last() } else { ratna.last() };
            assert!(!card.contains("Pendamping sama"), "{card}");
            assert_eq!(card.contains("KDC-2026-0001 (Rencana masuk sama)"), escort == "Ratna", "{card}");
        }
        gita.speaks("English").await;
        gita.says("KDC-2026-0002").await;
        assert!(gita.screen().contains("KDC-2026-0001 (same: Escort)"), "{}", gita.screen());
    }
}

play_on_both! {
    /// A visit that is postponed is not at its first hour any more: nor is anybody else's like it, who comes then.
    async fn a_postponed_visit_is_compared_by_its_new_hour(world) {
        let office = visiting::Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let visiting::Office { sari, joko, gita } = &office;
        visiting::book(sari).await;
        office.allows().await;
        visiting::book(&yudi).await;
        office.allows().await;
        let same = "KDC-2026-0001 (Rencana masuk sama), KDC-2026-0001 (Pendamping sama)";
        assert!(gita.last().contains(same), "{}", gita.last());
        gita.taps("Jadwalkan Ulang").await;
        gita.taps("Ruang data center sedang dirawat").await;
        gita.taps("Jadwalkan Ulang").await;
        yudi.taps("Kirim Jadwal Baru").await;
        yudi.says("lusa pukul 13.00").await;
        yudi.says("lusa pukul 14.30").await;
        yudi.taps("Kirim").await;
        assert!(joko.last().contains("KDC-2026-0002"), "{}", joko.last());
        assert!(!joko.last().contains("Mirip dengan"), "{}", joko.last());
        visiting::book(sari).await;
        let card = joko.last();
        assert!(card.contains("KDC-2026-0001 (Rencana masuk sama)") && !card.contains("KDC-2026-0002"), "{card}");
    }
}

play_on_both! {
    /// The place in a rack, serial number, address and asset code of a server that has gone home: free again, and named
    /// where they come again.
    async fn a_server_like_one_that_was_there(world) {
        let office = colocation::Office::opens(world).await;
        let [yudi, iwan] = world.gathers("id", [cast::YUDI, cast::IWAN]).await;
        let colocation::Office { sari, dewi, eko, .. } = &office;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        colocation::install(eko).await;
        colocation::accept(sari).await;
        eko.taps("Laporkan Selesai").await;
        colocation::submit_removal(sari, "SN-CONTOH-001").await;
        dewi.taps("Setujui").await;
        eko.taps("Diserahkan, BAST Dibuat").await;
        for said in ["SN-CONTOH-001", "Budi Contoh, S.E.", "500.12/32/BAST/2026"] {
            eko.says(said).await;
        }
        eko.taps("Diserahkan, BAST Dibuat").await;
        colocation::accept(sari).await;

        colocation::submit(&yudi, "1").await;
        office.assigns(&iwan).await;
        colocation::begin_to_reserve_at(&iwan, "Rak 3, U12-U15").await;
        iwan.taps("YA, Kapasitas Tersedia").await;
        colocation::begin_to_fill_in(&yudi, "sn contoh 001").await;
        colocation::fill_in_rest(&yudi).await;
        yudi.taps("Kirim").await;
        let named = |card: &str, labels: &[&str], english: bool| {
            for label in labels {
                let same = if english { format!("same: {label}") } else { format!("{label} sama") };
                assert!(card.contains(&format!("COL-2026-0001 ({same})")), "{label}:\n{card}");
            }
        };
        named(&dewi.last(), &["Rak yang dicadangkan", "Data tiap unit"], false);
        dewi.speaks("English").await;
        dewi.says("COL-2026-0003").await;
        named(&dewi.screen(), &["Rack set aside", "Data of each unit"], true);
        dewi.taps("Approve").await;
        let said = ["Rak 3, U12-U15", "203.0.113.30", "500.12/33/BAST/2026"];
        colocation::begin_to_install(&iwan, said).await;
        iwan.taps("Terpasang, BAST Dibuat").await;
        colocation::accept(&yudi).await;
        named(&iwan.last(), &["Rak dan posisi", "Alamat IP", "Kode aset"], false);
        iwan.speaks("English").await;
        iwan.says("COL-2026-0003").await;
        named(&iwan.screen(), &["Rack and position", "IP address", "Asset code"], true);
    }
}
