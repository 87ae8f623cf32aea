//! Posts that nobody fills, superiors who see to it, and tasks that are taken over.

use insta::assert_snapshot;
use tests::{
    cast, play, play_on_both,
    stage::{
        Player,
        hosting::{Office, submit},
    },
};

/// Answers the questions about a deputy, from today until Friday.
async fn fills_in(by: &Player, kind: &str) {
    by.taps(kind).await;
    by.says("hari ini").await;
    by.says("27-11-2026").await;
    by.says("800/123/BKPSDM/2026").await;
    by.taps("Simpan").await;
}

play! {
    /// The post of the head of division is vacant. Helpdesk names a Plt. by its letter; the card that
    /// waited for nobody is theirs at once, and the record says so.
    async fn a_vacant_post_has_an_acting_head(world) {
        let sari = world.person(cast::SARI).await;
        let hana = world.person(cast::HANA).await;
        let arif = world.person(cast::ARIF).await;
        let rudi = world.person(cast::RUDI).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        assert_eq!(world.stands().await.0, "disposisi-kabid");
        hana.says("/orang").await;
        hana.taps("Plt. Jabatan Kosong").await;
        hana.taps("Kepala Bidang").await;
        hana.taps("Rudi").await;
        fills_in(&hana, "Plt.").await;
        rudi.taps("Disposisikan").await;
        sari.taps("Riwayat").await;
        assert!(sari.last().contains("Rudi, Plt. Kepala Bidang"), "{}", sari.last());
        // A post that has a holder is not vacant.
        hana.says("/orang").await;
        hana.taps("Plt. Jabatan Kosong").await;
        assert!(!hana.sees_button("Kepala Dinas"), "{}", hana.last());
        // Somebody comes to hold it while the form is filled.
        hana.taps("Tim Teknis").await;
        hana.taps("Rudi").await;
        world.person(cast::TONI).await;
        fills_in(&hana, "Plt.").await;
        assert!(hana.toast().contains("ada pejabatnya"), "{}", hana.toast());
    }
}

play! {
    /// A superior names the deputy of one beneath them, and of nobody else.
    async fn a_superior_names_the_deputy(world) {
        let Office { sari, arif, dewi, rudi, toni, .. } = Office::opens(world).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        assert!(rudi.sees_button("Lengkap, Disposisikan"));
        dewi.says("/orang").await;
        dewi.taps("Pegawai").await;
        assert!(!dewi.sees_button("Arif"), "whose file she cannot open: {}", dewi.last());
        dewi.taps("Rudi").await;
        dewi.taps("Tunjuk Pengganti").await;
        dewi.taps("Toni").await;
        fills_in(&dewi, "Plh.").await;
        assert!(!rudi.sees_button("Lengkap, Disposisikan"), "{}", rudi.screen());
        toni.taps("Lengkap, Disposisikan").await;
        sari.taps("Riwayat").await;
        assert!(
            sari.last().contains("Toni, Plh. Koordinator (mewakili Rudi)"),
            "{}",
            sari.last()
        );
    }
}

play_on_both! {
    /// The head of division takes a task of the coordinator over, because the procedure lets them; the
    /// record says so, and the coordinator's card says who was faster.
    async fn a_superior_takes_a_task_over(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        let then = dewi.now();
        dewi.says("/semua").await;
        dewi.taps("HWA-2026-0001").await;
        dewi.taps("Ambil Alih Tugas").await;
        assert!(rudi.sees_button("Lengkap, Disposisikan"), "it is still the coordinator's too");
        dewi.taps("Lengkap, Disposisikan").await;
        assert_snapshot!("a_task_is_taken_over", dewi.chat_since(then));
        assert!(!rudi.sees_button("Lengkap, Disposisikan"), "{}", rudi.screen());
        sari.taps("Riwayat").await;
        assert!(
            sari.last().contains("Dewi, Kepala Bidang, mengambil alih tugas Koordinator"),
            "{}",
            sari.last()
        );
    }
}
