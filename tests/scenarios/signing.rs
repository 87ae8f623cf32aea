//! By what officials sign: number and rank stand beneath their name on papers, and nowhere else.

use tests::{
    Player, cast, play, play_on_both,
    stage::hosting::{self, Office},
};

use crate::papers::{holds, reads, received};

const NIP: &str = "199001012015031001";

/// From the people's screen to the form about number and rank.
async fn asks_about(who: &Player, name: &str) {
    who.says("/orang").await;
    who.taps("Pegawai").await;
    who.taps(name).await;
    who.taps("NIP dan Pangkat").await;
}

async fn writes_down(who: &Player, name: &str, nip: &str, rank: &str) {
    asks_about(who, name).await;
    who.says(nip).await;
    who.says(rank).await;
    who.taps("Simpan").await;
}

play_on_both! {
    /// What helpdesk has written down stands beneath the name on the letter, as civil servants write it; what is no such
    /// number is refused.
    async fn an_official_signs_with_number_and_rank(world) {
        let office = Office::opens(world).await;
        let Office { sari, hana, .. } = &office;
        asks_about(hana, "Dewi").await;
        hana.says("1234").await;
        assert!(hana.last().contains("18"), "{}", hana.last());
        hana.says("19900101 201503 1 001").await;
        hana.says("Pembina, IV/a").await;
        hana.taps("Simpan").await;
        hosting::reject(&office).await;
        let letter = reads(sari, "Surat Penolakan.pdf");
        holds(&letter, &["Dewi Pembina, IV/a NIP 19900101 201503 1 001"]);
    }
}

play! {
    /// Whoever works for the office says it themselves, sees it among what is kept of them, and can take it back. It is
    /// shown to nobody who does not manage people, and leaves with them.
    async fn ones_own_number_is_ones_own(world) {
        let Office { sari, hana, dewi, rudi, .. } = Office::opens(world).await;
        rudi.says("/orang").await;
        rudi.taps("Jabatan & Pengganti Saya").await;
        rudi.taps("NIP dan Pangkat").await;
        rudi.says(NIP).await;
        rudi.taps("Lewati").await;
        rudi.taps("Simpan").await;
        rudi.says("/data").await;
        assert!(rudi.last().contains(NIP), "{}", rudi.last());
        // The one above sees the file, and not the number.
        dewi.says("/orang").await;
        dewi.taps("Pegawai").await;
        dewi.taps("Rudi").await;
        assert!(!dewi.screen().contains(NIP) && !dewi.sees_button("NIP dan Pangkat"), "{}", dewi.screen());
        let rudis = world.known(&rudi).await.id.0;
        for other in [&sari, &dewi] {
            other.forges(None, &format!("p:identify:{rudis}")).await;
            other.says("198505052010012002").await;
            other.taps("Lewati").await;
            other.taps("Simpan").await;
            let kept = world.known(&rudi).await.official;
            assert_eq!(kept.nip.as_deref(), Some(NIP), "{}", other.screen());
        }
        asks_about(&hana, "Rudi").await;
        hana.taps("Lewati").await;
        hana.taps("Lewati").await;
        hana.taps("Simpan").await;
        assert_eq!(world.known(&rudi).await.official, domain::person::Official::default());
        writes_down(&hana, "Rudi", NIP, "Penata, III/c").await;
        let shown = format!("{:?}", world.known(&rudi).await.official);
        assert!(!shown.contains("1990") && !shown.contains("Penata"), "{shown}");
        hana.says("/orang").await;
        hana.taps("Pegawai").await;
        hana.taps("Rudi").await;
        hana.taps("Keluar").await;
        hana.taps("Ya, Lanjutkan").await;
        let left = world.counter().db.person(domain::id::PersonId(rudis)).await.unwrap().unwrap();
        assert_eq!(left.official, domain::person::Official::default());
    }
}

play_on_both! {
    /// A paper that is made after its official has got another rank carries the one of the day of the decision.
    async fn an_old_decision_keeps_its_rank(world) {
        let office = Office::opens(world).await;
        let Office { sari, hana, .. } = &office;
        writes_down(hana, "Dewi", NIP, "Pembina, IV/a").await;
        hosting::reject(&office).await;
        world.waits_until("2026-12-01 09.00").await;
        writes_down(hana, "Dewi", NIP, "Pembina Tingkat I, IV/b").await;
        world.stop_bot().await;
        let unmade = "UPDATE issued SET made_at = NULL, sha256 = NULL, size = NULL, media = NULL WHERE paper = 'surat-penolakan'";
        world.runs(unmade).await;
        world.start_bot().await;
        world.settle().await;
        let letters = received(sari).into_iter().filter(|(file, ..)| file.contains("Surat Penolakan"));
        assert_eq!(letters.count(), 2, "it was made once more: {}", sari.screen());
        holds(&reads(sari, "Surat Penolakan.pdf"), &["Dewi Pembina, IV/a NIP 19900101 201503 1 001"]);
    }
}

play! {
    /// Who fills a post signs as its deputy, with their own number.
    async fn a_deputy_signs_with_their_own(world) {
        let office = Office::opens(world).await;
        let Office { sari, hana, dewi, .. } = &office;
        let bayu = world.person(cast::BAYU).await;
        writes_down(hana, "Dewi", NIP, "Pembina, IV/a").await;
        writes_down(hana, "Bayu", "198505052010012002", "Penata Tingkat I, III/d").await;
        hosting::submit_to_analysis(&office).await;
        hosting::analyse(&office).await;
        dewi.says("/orang").await;
        dewi.taps("Jabatan & Pengganti Saya").await;
        dewi.taps("Tunjuk Pengganti").await;
        dewi.taps("Bayu").await;
        dewi.taps("Plh.").await;
        dewi.says("hari ini").await;
        dewi.says("27-11-2026").await;
        dewi.says("800/123/2026").await;
        dewi.taps("Simpan").await;
        bayu.taps("Tolak Permohonan").await;
        bayu.taps("Kapasitas server belum tersedia").await;
        bayu.taps("Ya, Tolak Permohonan").await;
        let letter = reads(sari, "Surat Penolakan.pdf");
        holds(&letter, &["Plh. Kepala Bidang", "Bayu Penata Tingkat I, III/d NIP 19850505 201001 2 002"]);
        assert!(!letter.contains("19900101"), "{letter}");
    }
}
