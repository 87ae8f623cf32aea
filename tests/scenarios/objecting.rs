//! Objecting to a rejection (keberatan): begun from the rejected request, in time, once, and decided by the head of the
//! agency, who reads what was rejected.

use insta::assert_snapshot;
use tests::{
    play, play_on_both,
    stage::{
        hosting::{self, Office},
        papers,
    },
};

use crate::papers::{holds, reads};

/// Sari objects, up to the review.
async fn objects(office: &Office) {
    let sari = &office.sari;
    sari.taps("Ajukan Keberatan").await;
    sari.says("Kapasitas yang diminta hanya 20 GB dan sudah dinyatakan cukup oleh tim teknis.")
        .await;
    sari.sends("keberatan.pdf", papers::letter()).await;
}

play_on_both! {
    /// Sari reads until when she can object, and does. Arif opens the rejected request from his card, with its history,
    /// and grants; his answer is a letter, and the rejected request can be asked once more.
    async fn a_rejection_is_objected_to(world) {
        let office = Office::opens(world).await;
        hosting::reject(&office).await;
        let Office { sari, hana, arif, .. } = &office;
        assert_eq!(sari.messages_with("Keberatan dapat diajukan sampai"), 1, "{}", sari.screen());
        let then = (sari.now(), arif.now());
        objects(&office).await;
        sari.taps("Kirim Permohonan").await;
        arif.taps("Permohonan Asal HWA-2026-0001").await;
        arif.taps("Riwayat").await;
        assert!(arif.last().contains("Kapasitas server belum tersedia"), "{}", arif.last());
        arif.taps("Kabulkan").await;
        arif.says("Penolakan dibatalkan; kapasitas tersedia mulai pekan depan.").await;
        arif.taps("Kabulkan").await;
        assert_snapshot!("objecting_sari", sari.chat_since(then.0));
        assert_snapshot!("objecting_arif", arif.chat_since(then.1));
        assert_eq!(hana.messages_with("KEB-2026-0001"), 1, "{}", hana.screen());
        let letter = reads(sari, "Jawaban atas Keberatan.pdf");
        holds(&letter, &["500.12/001/KEB/Diskominfo/2026", "HWA-2026-0001", "Penolakan dibatalkan"]);
    }
}

play_on_both! {
    /// From one rejection comes one objection, also when it was withdrawn or rejected, and whoever taps an old button; a
    /// rejected objection is no rejection to object to.
    async fn there_is_one_objection(world) {
        let office = Office::opens(world).await;
        hosting::reject(&office).await;
        let Office { sari, arif, .. } = &office;
        let button = sari.button("Ajukan Keberatan");
        objects(&office).await;
        assert!(sari.sees_button("Ajukan Keberatan"), "not before it is sent");
        sari.taps("Kirim Permohonan").await;
        assert!(!sari.sees_button("Ajukan Keberatan"), "{}", sari.screen());
        sari.taps_old(&button).await;
        assert!(sari.toast().contains("KEB-2026-0001"), "{}", sari.toast());
        arif.taps("Tolak Keberatan").await;
        arif.taps("Alasan tidak didukung bukti").await;
        arif.taps("Ya, Tolak Keberatan").await;
        assert!(sari.last().contains("KEB-2026-0001"), "{}", sari.last());
        assert_eq!(sari.messages_with("dapat diajukan sampai"), 1, "{}", sari.screen());
        sari.taps_old(&button).await;
        assert!(sari.toast().contains("KEB-2026-0001"), "{}", sari.toast());
    }
}

play! {
    /// Twenty-one working days, and no longer: not to begin, and not to send what was begun. It stands in no menu.
    async fn an_objection_is_in_time_or_not_at_all(world) {
        let office = Office::opens(world).await;
        hosting::reject(&office).await;
        let sari = &office.sari;
        sari.says("/ajukan").await;
        assert!(!sari.sees_button("Keberatan"), "{}", sari.screen());
        let button = sari.button("Ajukan Keberatan");
        objects(&office).await;
        assert!(sari.sees_button("Kirim Permohonan"), "{}", sari.screen());
        world.waits_until("2026-12-30 09.00").await;
        sari.taps("Kirim Permohonan").await;
        assert!(sari.toast().contains("Waktunya sudah lewat"), "{}", sari.toast());
        sari.taps_old(&button).await;
        assert!(sari.toast().contains("Waktunya sudah lewat"), "{}", sari.toast());
        sari.forges(None, "new:keberatan").await;
        assert_eq!(world.requests().await.len(), 1);
    }
}

play! {
    /// In English, up to the review.
    async fn an_objection_in_english(world) {
        let office = Office::opens(world).await;
        hosting::reject(&office).await;
        let sari = &office.sari;
        sari.says("/language").await;
        sari.taps("English").await;
        let then = sari.now();
        sari.taps("Ajukan Keberatan").await;
        sari.says("Only 20 GB were asked for, and the team had said that they are there.").await;
        sari.sends("objection.pdf", papers::letter()).await;
        assert_snapshot!("objecting_in_english", sari.chat_since(then));
    }
}

play! {
    /// A colleague of the same agency may object; a contact person of another may not.
    async fn whoever_speaks_for_the_agency_objects(world) {
        let office = Office::opens(world).await;
        let [yudi] = world.gathers("id", [tests::cast::YUDI]).await;
        hosting::reject(&office).await;
        let (_, data) = office.sari.button("Ajukan Keberatan");
        yudi.forges(None, &data).await;
        assert!(!yudi.toast().is_empty());
        assert!(!yudi.screen().contains("Mengapa penolakan"), "{}", yudi.screen());
    }
}
