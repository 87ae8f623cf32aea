//! Taking a request back, and who hears of it.

use insta::assert_snapshot;
use tests::{
    cast, play, play_on_both,
    stage::hosting::{Office, analyse, submit, submit_to_analysis},
};

play! {
    /// Until the work starts the applicant may take it back: every card retires, and whoever was
    /// writing about it is told why that is of no use any more.
    async fn a_request_is_withdrawn(world) {
        let Office { sari, hana, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        let old = arif.button("Disposisikan");
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Surat permintaan").await;
        arif.taps("Selesai Memilih").await;

        sari.taps("Tarik Permohonan").await;
        sari.taps("Kembali").await;
        assert!(sari.last().contains("tidak ditarik"), "{}", sari.last());
        let then = sari.now();
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        assert_eq!(world.stands().await.0, "ditarik");
        assert!(sari.chat_since(then).contains("HWA-2026-0001 ditarik"), "{}", sari.chat_since(then));
        assert!(!sari.sees_button("Tarik Permohonan") && !arif.sees_button("Disposisikan"));
        assert!(hana.last().contains("Ditarik pemohon"), "{}", hana.last());

        let then = arif.now();
        arif.says("Surat belum ditandatangani Kepala Dinas.").await;
        assert_snapshot!("writing_about_a_withdrawn_request", arif.chat_since(then));
        arif.taps_old(&old).await;
        assert!(arif.toast().contains("sudah ditarik pemohon"), "{}", arif.toast());
        assert!(world.drafts(&arif).await.is_empty());
    }
}

play_on_both! {
    /// Someone writes a reason while a colleague decides: told who, when and what, also on a tap.
    async fn a_colleague_was_faster(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        let wati = world.person(cast::WATI).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        for who in [&rudi, &wati] {
            who.taps("Minta Dilengkapi").await;
            who.taps("Surat permintaan").await;
        }
        let asked = rudi.button("Selesai Memilih");
        wati.taps("Selesai Memilih").await;
        wati.says("Surat belum ditandatangani Kepala Dinas.").await;
        wati.taps("Minta Dilengkapi").await;

        // His card says so where the question stood.
        assert!(rudi.last().contains("oleh Wati, Koordinator"), "{}", rudi.last());
        rudi.taps_old(&asked).await;
        assert!(rudi.toast().contains("oleh Wati, Koordinator"), "{}", rudi.toast());
        assert!(!rudi.sees_button("Selesai Memilih"));
        assert!(world.drafts(&rudi).await.is_empty());
        rudi.says("Surat belum terbaca.").await;
        assert!(rudi.sees_button("Menu"), "only the menu is left: {}", rudi.last());
    }
}

play! {
    /// Once the work has started there is no way back, not even with an old button.
    async fn it_is_too_late_once_the_work_has_started(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        analyse(&office).await;
        let old = office.sari.button("Tarik Permohonan");
        office.sari.taps("Tarik Permohonan").await;
        office.dewi.taps("Setujui").await;
        office.sari.taps("Ya, Tarik").await;
        assert!(office.sari.toast().contains("tidak dapat ditarik lagi"), "{}", office.sari.toast());
        office.sari.taps_old(&old).await;
        assert_eq!(world.stands().await.0, "laksanakan");
    }
}

play_on_both! {
    /// Withdrawal and decision in the same instant: both are true in some order, and both are told.
    async fn a_withdrawal_races_with_a_decision(world) {
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        submit(&sari).await;
        sari.taps("Tarik Permohonan").await;
        arif.begins_to_tap("Disposisikan");
        sari.begins_to_tap("Ya, Tarik");
        world.settle().await;

        // Wherever it stood, it could still be withdrawn.
        let (standing, events) = world.stands().await;
        assert_eq!(standing, "ditarik");
        if events == 2 {
            assert!(arif.toast().contains("sudah ditarik pemohon"), "{}", arif.toast());
        } else {
            assert!(arif.toast().contains("Tercatat"), "{}", arif.toast());
        }
        for who in [&arif, &dewi] {
            assert!(!who.sees_button("Disposisikan"), "{}", who.screen());
        }
    }
}
